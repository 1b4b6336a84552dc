"""A full record of the national portal: ``{"code": "OK", "data": {…}}``."""

from collections.abc import Iterable, Iterator

from kiosk.catalogue.cleaning import (
    first_text,
    lines_of,
    listed,
    members,
    names_of,
    says_nothing,
    text_of,
)
from kiosk.catalogue.portal_channels import read_cases, read_channels
from kiosk.catalogue.portal_papers import read_papers
from kiosk.catalogue.procedure import Channel, ChannelKind, Level, Procedure
from kiosk.catalogue.source import Reading
from kiosk.catalogue.unreadable import Unreadable, wrong_shape


def read_record(data: dict[str, object]) -> Reading:
    """What the inside (``data``) of a full record says; what cannot be read is told beside it."""
    unreadable = [
        Unreadable(told, wrong_shape("danh sách"))
        for part, told in _LISTS.items()
        if data.get(part) is not None and not isinstance(data[part], list)
    ]
    cases, case_complaints = read_cases(listed(data.get("cases")))
    channels, channel_complaints = read_channels(listed(data.get("executionMethods")), cases)
    papers, paper_complaints = read_papers(listed(data.get("executionCases")))
    unreadable += [*channel_complaints, *case_complaints, *paper_complaints]
    shown = _shown_channel(channels)
    procedure = Procedure(
        code=text_of(data.get("code")),
        name=text_of(data.get("name")),
        category=_category(data),
        level=_level(data),
        decision_no=first_text(
            data.get("decisionNo"),
            members(data.get("procedureProposal"), "proposalNumber"),
            members(data.get("procedureProposal"), "decisionNumber"),
        ),
        applicant_types=names_of(
            data.get("subjectTypesDetails") or data.get("formalityTargetType")
        ),
        steps_text=_steps(listed(data.get("executionSteps"))),
        conditions=_unless_nothing(lines_of(data.get("requirementsAndConditions"))),
        result=names_of(data.get("resultsDetails")),
        agency=_agency(data),
        fee_text=shown.fee_text if shown else "",
        fee_amount=shown.fee_amount if shown else None,
        legal_basis=_legal_basis(listed(data.get("legalBasisesDetails"))),
        channels=channels,
        cases=cases,
        papers=papers,
        note=_note(data),
        keywords=text_of(data.get("keywords")),
    )
    return Reading(procedure, tuple(dict.fromkeys(unreadable)))


_LISTS = {
    "executionMethods": "Cách thức thực hiện",
    "executionCases": "Thành phần hồ sơ",
    "cases": "Thời hạn theo trường hợp",
    "executionSteps": "Trình tự thực hiện",
    "legalBasisesDetails": "Căn cứ pháp lý",
}


def _shown_channel(channels: tuple[Channel, ...]) -> Channel | None:
    """The channel whose fee stands for the procedure: the direct one, else the first with words."""
    with_fee = [one for one in channels if one.fee_text]
    direct = [one for one in with_fee if one.channel == ChannelKind.DIRECT]
    return next(iter(direct or with_fee), None)


def _category(data: dict[str, object]) -> str:
    return "; ".join(
        names_of(data.get("category")) or names_of(data.get("categoriesDetails"))
    ) or "; ".join(names_of(data.get("categories")))


def _level(data: dict[str, object]) -> Level:
    for flag, level in (
        ("isWard", Level.WARD),
        ("isProvince", Level.PROVINCE),
        ("isMinistry", Level.MINISTRY),
    ):
        if data.get(flag) is True:
            return level
    return Level.UNKNOWN


def _agency(data: dict[str, object]) -> str:
    """Who carries it out: units by group, else departments, else the free text."""
    for part in ("departmentsExecuting", "unitGroupsExecuting"):
        names = names_of(data.get(part)) if isinstance(data.get(part), list) else ()
        if names:
            return "; ".join(names)
    return text_of(data.get("executingAgencies"))


def _steps(steps: Iterable[object]) -> str:
    return "\n".join(_step_lines(steps))


def _step_lines(steps: Iterable[object]) -> Iterator[str]:
    for step in steps:
        name = text_of(members(step, "name"))
        described = lines_of(members(step, "description"))
        if name and not described.startswith(name):
            yield name
        if described:
            yield described


def _legal_basis(bases: Iterable[object]) -> tuple[str, ...]:
    """Each act once, with its number where the name does not carry it."""
    acts: dict[str, None] = {}
    for basis in bases:
        name, number = text_of(members(basis, "name")), text_of(members(basis, "code"))
        act = name if not number or number in name else f"{name} ({number})" if name else number
        if act:
            acts.setdefault(act)
    return tuple(acts)


def _note(data: dict[str, object]) -> str:
    """The record's note and its description, which repeats the conditions as often as not."""
    conditions = lines_of(data.get("requirementsAndConditions"))
    said = (lines_of(data.get("note")), lines_of(data.get("description")))
    return "\n".join(text for text in said if not says_nothing(text) and text != conditions)


def _unless_nothing(text: str) -> str:
    return "" if says_nothing(text) else text
