"""A dossier's states and moves: what may follow what, and what people call it."""

from enum import StrEnum


class DossierState(StrEnum):
    """Where a dossier stands (hồ sơ)."""

    RECEIVED = "received"
    PROCESSING = "processing"
    RESULT_READY = "result_ready"
    RETURNED = "returned"


class Act(StrEnum):
    """What is done to a dossier; each leaves an event that nobody can change."""

    RECEIVE = "received"
    START = "processing_started"
    READY = "result_ready"
    RETURN = "returned"


class SubmissionChannel(StrEnum):
    """How a dossier is handed in (NĐ 61/2018 Điều 16)."""

    DIRECT = "direct"
    POSTAL = "postal"
    AUTHORIZED = "authorized"
    ONLINE = "online"


class Receiver(StrEnum):
    """Who takes a result away; a representative brings a letter of authorization (Điều 6)."""

    APPLICANT = "applicant"
    SUBMITTER = "submitter"
    REPRESENTATIVE = "representative"
    POST = "post"


class SlipShown(StrEnum):
    """Whether the slip was brought along when a result was taken away."""

    BROUGHT = "brought"
    MISSING = "missing"


STATE_WORDS = {
    DossierState.RECEIVED: "đã tiếp nhận",
    DossierState.PROCESSING: "đang giải quyết",
    DossierState.RESULT_READY: "đã có kết quả",
    DossierState.RETURNED: "đã trả kết quả",
}
ACT_WORDS = {
    Act.RECEIVE: "tiếp nhận",
    Act.START: "chuyển giải quyết",
    Act.READY: "ghi nhận kết quả",
    Act.RETURN: "trả kết quả",
}

_MOVES = {
    (DossierState.RECEIVED, Act.START): DossierState.PROCESSING,
    (DossierState.RECEIVED, Act.READY): DossierState.RESULT_READY,
    (DossierState.PROCESSING, Act.READY): DossierState.RESULT_READY,
    (DossierState.RESULT_READY, Act.RETURN): DossierState.RETURNED,
}


def moved(state: DossierState, act: Act) -> DossierState | None:
    """The state after an act, or None when the act is not possible in that state.

    A result may be ready straight after reception: immediate-result procedures (NĐ 61/2018 Điều
    17 khoản 4) are entered like all others.
    """
    return _MOVES.get((state, act))


def open_acts(state: DossierState) -> tuple[Act, ...]:
    """The acts that are possible in a state."""
    return tuple(act for act in Act if moved(state, act) is not None)
