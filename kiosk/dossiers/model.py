"""A dossier's states and moves: what may follow what, and what people call it."""

from enum import StrEnum

from kiosk.office.legal import ProfileRules


class DossierState(StrEnum):
    """Where a dossier stands (hồ sơ). National names: ``TrangThaiHoSo`` 2, 4, 5, 7, 8, 9, 10."""

    RECEIVED = "received"
    PROCESSING = "processing"
    SUPPLEMENTING = "supplementing"
    WITHDRAWING = "withdrawing"
    CORRECTING = "correcting"
    RESULT_READY = "result_ready"
    REFUSED = "refused"
    STOPPED = "stopped"
    RETURNED = "returned"


class Act(StrEnum):
    """What is done to a dossier; each leaves an event that nobody can change."""

    RECEIVE = "received"
    FORWARD = "processing_started"
    TAKE_OVER = "taken_over"
    ASK_SUPPLEMENT = "supplement_asked"
    RESTART = "restarted"
    EXTEND = "extended"
    READY = "result_ready"
    REFUSE = "refused"
    WITHDRAW = "withdrawn"
    RESUME = "resumed"
    STOP = "stopped"
    CORRECT = "correction_begun"
    LOSE = "papers_lost"
    FIND = "papers_found"
    RETURN = "returned"


class Outcome(StrEnum):
    """What came of a dossier."""

    RESULT = "result"
    REFUSED = "refused"
    STOPPED = "stopped"


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
    DossierState.SUPPLEMENTING: "chờ bổ sung giấy tờ",
    DossierState.WITHDRAWING: "người nộp xin rút",
    DossierState.CORRECTING: "đang sửa kết quả",
    DossierState.RESULT_READY: "đã có kết quả",
    DossierState.REFUSED: "bị từ chối, chờ trả",
    DossierState.STOPPED: "đã dừng, chờ trả giấy tờ",
    DossierState.RETURNED: "đã trả kết quả",
}
ACT_WORDS = {
    Act.RECEIVE: "tiếp nhận",
    Act.FORWARD: "chuyển giải quyết",
    Act.TAKE_OVER: "bàn giao tiếp",
    Act.ASK_SUPPLEMENT: "yêu cầu bổ sung",
    Act.RESTART: "nhận đủ giấy tờ bổ sung",
    Act.EXTEND: "xin lỗi, hẹn lại ngày trả",
    Act.READY: "ghi nhận kết quả",
    Act.REFUSE: "từ chối giải quyết",
    Act.WITHDRAW: "rút hồ sơ",
    Act.RESUME: "giải quyết tiếp",
    Act.STOP: "dừng giải quyết",
    Act.CORRECT: "sửa kết quả đã có",
    Act.LOSE: "báo mất giấy tờ",
    Act.FIND: "đã có lại giấy tờ",
    Act.RETURN: "trả kết quả",
}

RETURNED_WORDS = {
    Outcome.RESULT: STATE_WORDS[DossierState.RETURNED],
    Outcome.REFUSED: "đã trả phiếu từ chối",
    Outcome.STOPPED: "đã trả lại giấy tờ",
}


def state_words(state: DossierState, outcome: Outcome | None) -> str:
    """What people call a state; what was given out depends on what came of the dossier."""
    if state is DossierState.RETURNED and outcome is not None:
        return RETURNED_WORDS[outcome]
    return STATE_WORDS[state]


OPEN_STATES = tuple(state for state in DossierState if state is not DossierState.RETURNED)
RUNNING_STATES = (DossierState.RECEIVED, DossierState.PROCESSING, DossierState.WITHDRAWING)
"""The states in which the time limit runs."""

GIVEN_OUT_STATES = (DossierState.RESULT_READY, DossierState.REFUSED, DossierState.STOPPED)
"""The states in which something waits to be given out: a result, a refusal, the papers."""

_S = DossierState
_MOVES: dict[tuple[DossierState, Act], DossierState] = {
    (_S.RECEIVED, Act.FORWARD): _S.PROCESSING,
    (_S.RECEIVED, Act.ASK_SUPPLEMENT): _S.SUPPLEMENTING,
    (_S.RECEIVED, Act.EXTEND): _S.RECEIVED,
    (_S.RECEIVED, Act.READY): _S.RESULT_READY,
    (_S.RECEIVED, Act.REFUSE): _S.REFUSED,
    (_S.RECEIVED, Act.WITHDRAW): _S.STOPPED,
    (_S.RECEIVED, Act.STOP): _S.STOPPED,
    (_S.PROCESSING, Act.TAKE_OVER): _S.PROCESSING,
    (_S.PROCESSING, Act.ASK_SUPPLEMENT): _S.SUPPLEMENTING,
    (_S.PROCESSING, Act.EXTEND): _S.PROCESSING,
    (_S.PROCESSING, Act.READY): _S.RESULT_READY,
    (_S.PROCESSING, Act.REFUSE): _S.REFUSED,
    (_S.PROCESSING, Act.WITHDRAW): _S.WITHDRAWING,
    (_S.PROCESSING, Act.STOP): _S.STOPPED,
    (_S.SUPPLEMENTING, Act.RESTART): _S.RECEIVED,
    (_S.SUPPLEMENTING, Act.WITHDRAW): _S.STOPPED,
    (_S.SUPPLEMENTING, Act.STOP): _S.STOPPED,
    (_S.WITHDRAWING, Act.STOP): _S.STOPPED,
    (_S.WITHDRAWING, Act.RESUME): _S.PROCESSING,
    (_S.CORRECTING, Act.READY): _S.RESULT_READY,
    (_S.RESULT_READY, Act.CORRECT): _S.CORRECTING,
    (_S.RESULT_READY, Act.RETURN): _S.RETURNED,
    (_S.REFUSED, Act.CORRECT): _S.CORRECTING,
    (_S.REFUSED, Act.RETURN): _S.RETURNED,
    (_S.STOPPED, Act.RETURN): _S.RETURNED,
    (_S.RETURNED, Act.CORRECT): _S.CORRECTING,
    **{(state, Act.LOSE): state for state in OPEN_STATES},
    **{(state, Act.FIND): state for state in DossierState},
}


def moved(state: DossierState, act: Act, rules: ProfileRules | None = None) -> DossierState | None:
    """The state after an act under a decree's rules, or None when the act is not possible then.

    A result may be ready straight after reception: immediate-result procedures (NĐ 61/2018 Điều
    17 khoản 4) are entered like all others. Where a decree has no notice of stopping, a dossier
    is stopped only because the citizen withdrew it. Without ``rules`` every decree's moves count.
    """
    if act is Act.STOP and state is not _S.WITHDRAWING and rules and not rules.stop_by_office:
        return None
    return _MOVES.get((state, act))


def open_acts(state: DossierState, rules: ProfileRules | None = None) -> tuple[Act, ...]:
    """The acts that are possible in a state."""
    return tuple(act for act in Act if moved(state, act, rules) is not None)
