"""Every sentence that a refusal becomes: what happened, what still holds, what to do.

They stand in one file a room. The sentences are Vietnamese, in plain words; the parts in braces are filled from the refusal.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.text import nfc
from kiosk.wording import (
    acts,
    catalogue,
    dossiers,
    fees,
    moves,
    office,
    papers,
    queue,
    ratings,
    scans,
    store,
)
from kiosk.wording.dossier_parts import DOUBTS, PLACES, PROBLEMS, WANTED

MOST_SAID = 5
UNKNOWN = (
    "Việc này chưa làm được ({code}). Những gì đã ghi trước đó vẫn còn. "
    "Báo người quản lý mã trong ngoặc."
)

SENTENCES: dict[str, str] = {
    **store.SENTENCES,
    **office.SENTENCES,
    **queue.SENTENCES,
    **catalogue.SENTENCES,
    **dossiers.SENTENCES,
    **acts.SENTENCES,
    **fees.SENTENCES,
    **papers.SENTENCES,
    **ratings.SENTENCES,
    **scans.SENTENCES,
}


def place_name(where: str) -> str:
    """What a part of a dossier is called: ``papers[1].name`` is the name of the second paper."""
    paper = re.fullmatch(r"papers\[(\d+)\](?:\.(\w+))?", where)
    if paper:
        nth = f"giấy tờ thứ {int(paper[1]) + 1}"
        if paper[2] is None:
            return nth
        part = "tên" if paper[2] == "name" else PLACES.get(paper[2], "mục")
        return f"{part} của {nth}"
    owner, _, part = where.rpartition(".")
    name = PLACES.get(part, part)
    return f"{name} của {PLACES.get(owner, owner)}" if owner == "submitter" else name


def problem_sentence(code: str, details: Mapping[str, object]) -> str:
    """What is wrong with one value, as a sentence (``details`` as ``dossier.unfit`` tells them)."""
    said = nfc(_problem(code, details))
    return said[:1].upper() + said[1:] + "."


def _problem(code: str, details: Mapping[str, object]) -> str:
    told = {key: in_words(value) for key, value in details.items()}
    told["name"] = place_name(str(details.get("where", "")))
    told["wanted"] = WANTED.get(str(details.get("wanted")), "giá trị khác")
    meant = details.get("meant")
    told["meant_said"] = f", có phải là “{meant}”" if meant else ""
    return PROBLEMS[code].format_map(told)


def doubt_sentence(code: str) -> str:
    """The sentence for something that does not agree."""
    return nfc(DOUBTS[code])


def sentence(refusal: Refused) -> str:
    """The sentence for a refusal, ready to be shown.

    A code without a sentence of its own (none of ours: a test keeps that from happening) gets a
    general one that names it.
    """
    if refusal.code not in SENTENCES:
        return UNKNOWN.format(code=refusal.code)
    told: dict[str, Any] = {key: in_words(value) for key, value in refusal.details.items()}
    extra = EXTRAS.get(refusal.code)
    if extra is not None:
        told |= extra(refusal)
    return nfc(SENTENCES[refusal.code].format_map(told)).strip()


def in_words(value: object) -> str:
    """A detail as a person reads it: dates as 23/11/2026, lists with commas."""
    if isinstance(value, datetime):
        return local(value).strftime("%H:%M ngày %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(in_words(item) for item in value)
    return str(value)


def _closed(refusal: Refused) -> dict[str, str]:
    hours, opening = refusal.details.get("hours"), refusal.details.get("next_opening")
    return {
        "hours_said": f"Giờ tiếp nhận hôm nay: {hours}. " if hours else "Hôm nay nghỉ. ",
        "opening_said": (
            f"Mời Ông/Bà lấy số từ {in_words(opening)}." if opening else "Mời Ông/Bà quay lại sau."
        ),
    }


def _unfit(refusal: Refused) -> dict[str, str]:
    problems: Any = refusal.details.get("problems", ())
    said = [_problem(str(problem["code"]), problem) for problem in problems[:MOST_SAID]]
    if refusal.details.get("keys"):
        places = [str(problem.get("where", "")) for problem in problems[:MOST_SAID]]
        said = [
            f"{one} (mục {where})" if where and f"“{where}”" not in one else one
            for one, where in zip(said, places, strict=True)
        ]
    more = f"; và {len(problems) - MOST_SAID} chỗ nữa" if len(problems) > MOST_SAID else ""
    return {"problems_said": "; ".join(said) + more + "."}


def _wrong_value(refusal: Refused) -> dict[str, str]:
    most = refusal.details.get("most")
    whys = {
        "empty": "Giá trị đang trống.",
        "control": "Giá trị có ký tự không in được.",
        "unprintable": (
            f"Giá trị có chữ “{refusal.details.get('letter')}” ({refusal.details.get('point')}) "
            "mà giấy in ra không có."
        ),
        "too_long": f"Giá trị dài quá {most} ký tự.",
        "number": f"Số tiền phải là số nguyên từ 0 đến {most}.",
        "papers": f"Danh sách giấy tờ chưa đúng (nhiều nhất {most}).",
    }
    why_said = whys.get(str(refusal.details.get("why")), "Giá trị chưa đúng.")
    return {"why_said": why_said, **_of_part(refusal)}


def _limit(refusal: Refused) -> dict[str, str]:
    said = str(refusal.details.get("limit", ""))
    amount = said.rstrip("abcdefghijklmnopqrstuvwxyz")
    return {"limit": f"{amount} {_LIMIT_UNITS.get(said[len(amount) :], '')}".strip()}


_LIMIT_UNITS = {"wd": "ngày làm việc", "d": "ngày", "h": "giờ làm việc", "mo": "tháng"}


def _of_part(refusal: Refused) -> dict[str, str]:
    part = str(refusal.details.get("part", ""))
    return {"part_said": catalogue.PARTS.get(part, f"phần {part}")}


def _card(refusal: Refused) -> dict[str, str]:
    whys = {
        "fields": "mã QR thiếu mục.",
        "id_number": "số căn cước trong mã không đủ 12 chữ số.",
        "name": "họ tên trong mã bị lẫn ký tự, có thể do chương trình gõ tiếng Việt đang bật.",
    }
    return {"why_said": whys.get(str(refusal.details.get("why")), "mã không trọn vẹn.")}


def _hindered(refusal: Refused) -> dict[str, str]:
    state, act = str(refusal.details.get("stands")), str(refusal.details.get("act"))
    return {
        "hindered": moves.hindered(state, act),
        "next_said": moves.NEXT.get(state, "Mở hồ sơ để xem việc tiếp theo."),
        **_last(refusal),
    }


def _last(refusal: Refused) -> dict[str, str]:
    """Who did something to the dossier last, what, and when: another officer, perhaps."""
    by, at, did = (refusal.details.get(key) for key in ("by", "at", "did"))
    said = f"Việc gần nhất: {did}, do {by} ghi lúc {in_words(at)}." if by and did else ""
    return {"last_said": said}


def _choice(refusal: Refused) -> dict[str, str]:
    known = refusal.details.get("known")
    return {
        "choice_said": (
            f"chọn một trong: {in_words(known)}"
            if known
            else "thủ tục này không chia trường hợp, bỏ trống mục trường hợp"
        )
    }


def _received(refusal: Refused) -> dict[str, str]:
    said = str(refusal.details.get("received_at", ""))
    try:
        return {"received_said": in_words(datetime.fromisoformat(said))}
    except (ValueError, OverflowError):
        return {"received_said": said}


def _whys(refusal: Refused) -> dict[str, str]:
    whys: Any = refusal.details.get("why", ())
    if len(whys) == 1:
        return {"whys_said": f"chỗ chưa đúng: {whys[0]}. "}
    listed = "".join(f"\n  - {why}" for why in whys)
    return {"whys_said": f"{len(whys)} chỗ chưa đúng:{listed}\n"}


EXTRAS: dict[str, Callable[[Refused], dict[str, str]]] = {
    "plan.wrong": _whys,
    "ticket.office_closed": _closed,
    "dossier.unfit": _unfit,
    "correction.value": _wrong_value,
    "correction.none": _of_part,
    "limit.out_of_range": _limit,
    "act.reason_needed": lambda refusal: {
        "part_said": PLACES.get(str(refusal.details.get("part")), "lý do")
    },
    "card.unreadable": _card,
    "dossier.wrong_state": _hindered,
    "dossier.changed_meanwhile": _last,
    "extension.used_up": _last,
    "supplement.once": _last,
    "correction.again": _last,
    "case.unknown": _choice,
    "deadline.reception_absurd": _received,
}
