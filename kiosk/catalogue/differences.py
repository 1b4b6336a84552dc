"""In which parts two versions of a procedure differ."""

from kiosk.catalogue.procedure import Procedure

_OF_PART: dict[str, tuple[str, ...]] = {
    "name": ("name", "name_en"),
    "category": ("category", "level"),
    "agency": ("agency",),
    "fee": ("fee_text", "fee_amount"),
    "limit": ("channels", "cases"),
    "papers": ("papers",),
    "note": ("note",),
    "rest": (
        "steps_text", "conditions", "result", "legal_basis", "decision_no", "applicant_types",
        "keywords",
    ),
}  # fmt: skip
PARTS = tuple(_OF_PART)


def differing_parts(one: Procedure, other: Procedure) -> tuple[str, ...]:
    """The parts (of :data:`PARTS`) in which they differ.

    ``limit`` is how a dossier is handed in, with limits and fees of each way; ``rest`` is what no
    form shows: steps, conditions, results, legal grounds.
    """
    return tuple(
        part
        for part, names in _OF_PART.items()
        if any(getattr(one, name) != getattr(other, name) for name in names)
    )
