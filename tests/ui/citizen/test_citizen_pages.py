"""What the kiosk's pages say: tables over plain values."""

from dataclasses import replace

import pytest

from kiosk.clock import parse_moment
from kiosk.ratings.questionnaire import usual_questionnaire
from kiosk.refusal import Refused
from kiosk.ui.citizen.choosing import ChooseInputs, derive_choose, page_size
from kiosk.ui.citizen.groups import derive_groups
from kiosk.ui.citizen.home import HomeInputs, derive_home
from kiosk.ui.citizen.pager import derive_pager
from kiosk.ui.citizen.scene import derive
from kiosk.ui.citizen.session import Choice, Known, Screen, Session, paper_shown
from kiosk.ui.citizen.taken import TakenProps, derive_taken
from kiosk.ui.citizen.view import (
    CallView,
    FieldView,
    GroupView,
    KioskView,
    PaperView,
    PauseView,
    TakenView,
    counter_name,
    opening_words,
)
from kiosk.ui.language import VIETNAMESE, english

NOW = parse_moment("2026-11-23T09:24+07:00")
FIELDS = tuple(
    FieldView(f"F{at}", f"Lĩnh vực {at}", f"Service {at}", "doc", ("Quầy 1",), at)
    for at in range(11)
)
GROUPS = (
    GroupView("a", "Người khuyết tật nặng, đặc biệt nặng", "People with severe disabilities"),
    GroupView("b", "Người từ 75 tuổi trở lên", "People aged 75 and over"),
    GroupView("c", "Người có công với cách mạng", "People with meritorious service"),
)
VIEW = KioskView(
    "Ủy ban nhân dân phường Thử",
    "Trung tâm",
    False,
    "07:30 – 11:30",
    True,
    parse_moment("2026-11-23T13:30+07:00"),
    FIELDS,
    GROUPS,
    tuple(CallView(f"HT-00{at}", f"Quầy {at}") for at in range(1, 6)),
    usual_questionnaire(),
)
SHUT = replace(VIEW, open=False)
PAUSED = replace(VIEW, pause=PauseView(NOW, "Mất điện, mời Ông/Bà ngồi chờ trong sảnh."))


def spent(*fields: FieldView, rest: tuple[FieldView, ...] = ()) -> KioskView:
    """An office in which some fields have given all their numbers of today."""
    return replace(
        VIEW,
        fields=(*(replace(each, full=True) for each in fields), *rest),
        next_day=parse_moment("2026-11-24T07:30+07:00"),
    )


TAKEN = TakenView("id", "HT-022", "Lĩnh vực 0", ("Quầy 1", "Quầy 2"), 5, False, "job", NOW)


def home(view: KioskView | None = VIEW, **more: object) -> HomeInputs:
    return replace(
        HomeInputs(view, False, None, NOW, VIETNAMESE, wide=False),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (home(), ""),
        (home(None), "Đang chuẩn bị. Mời Ông/Bà chờ một lát."),
        (home(None, refused=True), "Chưa lấy được số. Mời Ông/Bà đến bàn hướng dẫn."),
        (home(silent=0), "Chưa lấy được số. Mời Ông/Bà đến bàn hướng dẫn."),
        (home(SHUT), "Ngoài giờ tiếp nhận. Lấy số lại từ 13:30."),
        (
            home(replace(SHUT, next_opening=parse_moment("2026-11-25T07:30+07:00"))),
            "Ngoài giờ tiếp nhận. Lấy số lại từ 07:30 Thứ Tư, 25/11/2026.",
        ),
        (
            home(replace(SHUT, next_opening=None)),
            "Ngoài giờ tiếp nhận. Mời Ông/Bà quay lại sau.",
        ),
        (home(PAUSED), "Tạm dừng cấp số. Số đã lấy vẫn giữ chỗ."),
        (home(replace(PAUSED, open=False)), "Ngoài giờ tiếp nhận. Lấy số lại từ 13:30."),
        (home(spent(*FIELDS)), "Hôm nay đã hết số. Lấy số lại từ 07:30 Thứ Ba, 24/11/2026."),
        (
            home(replace(spent(*FIELDS), next_day=None)),
            "Hôm nay đã hết số. Mời Ông/Bà hỏi bàn hướng dẫn.",
        ),
        (home(spent(FIELDS[0], rest=FIELDS[1:])), ""),
        (home(replace(VIEW, fields=())), "Chưa có quầy nhận. Mời Ông/Bà hỏi bàn hướng dẫn."),
        (
            home(SHUT, language=english()),
            "Closed now. Numbers are given from 13:30.",
        ),
    ],
)
def test_why_no_number_can_be_taken(given: HomeInputs, reason: str) -> None:
    assert derive_home(given).tile_reason == reason


def test_why_the_office_pauses_is_said_on_the_first_page() -> None:
    said = (
        "Tạm dừng cấp số từ 09:24: Mất điện, mời Ông/Bà ngồi chờ trong sảnh. "
        "Số đã lấy vẫn giữ chỗ. Mời Ông/Bà chờ, hoặc hỏi bàn hướng dẫn."
    )
    assert derive_home(home(PAUSED)).paused == said
    for given in (home(), home(replace(PAUSED, open=False)), home(PAUSED, silent=1), home(None)):
        assert derive_home(given).paused == ""
    assert not any(way.reason for way in derive_home(home(PAUSED)).ways), "all else works"


@pytest.mark.parametrize(
    ("given", "barred"),
    [
        (home(), {}),
        (home(SHUT), {}),
        (home(replace(VIEW, asked=None)), {"rating"}),
        (home(silent=0), {"status", "rating"}),
        (home(None), {"status", "procedures", "staff", "rating"}),
        (home(None, refused=True), {"status", "procedures", "staff", "rating"}),
    ],
)
def test_what_works_without_the_store_stays_open(given: HomeInputs, barred: set[str]) -> None:
    ways = derive_home(given).ways
    assert [way.key for way in ways] == ["status", "procedures", "staff", "rating"]
    assert {way.key for way in ways if way.reason} == set(barred)


@pytest.mark.parametrize(
    ("given", "labels"),
    [
        (home(), ["HT-001", "HT-002"]),
        (home(wide=True), ["HT-001", "HT-002", "HT-003", "HT-004"]),
        (home(silent=4), ["HT-001", "HT-002"]),
        (home(silent=5), None),
        (home(None), None),
        (home(replace(VIEW, calls=())), []),
    ],
)
def test_the_newest_calls_while_they_are_known(given: HomeInputs, labels: list[str] | None) -> None:
    calls = derive_home(given).calls
    assert (None if calls is None else [label for label, _ in calls]) == labels


def test_the_hours_of_the_day() -> None:
    assert derive_home(home()).hours == "07:30 – 11:30"
    assert derive_home(home(replace(VIEW, hours=""))).hours == "Hôm nay nghỉ"
    assert derive_home(home(None)).hours == ""


def test_a_sample_office_says_so() -> None:
    assert "dữ liệu minh họa" in derive_home(home(replace(VIEW, sample=True))).greeting
    assert "minh họa" not in derive_home(home()).greeting


def choose(choice: Choice = Choice(), **more: object) -> ChooseInputs:  # noqa: B008
    given = ChooseInputs(VIEW, choice, False, None, None, NOW, VIETNAMESE, False, False)
    return replace(given, **more)  # type: ignore[arg-type]


def test_fields_come_in_pages_of_eight() -> None:
    first, last = derive_choose(choose()), derive_choose(choose(Choice(page=1)))
    assert [service.key for service in first.services] == [f"F{at}" for at in range(8)]
    assert [service.key for service in last.services] == ["F8", "F9", "F10"]
    assert (last.pager.words, last.pager.count) == ("Trang 2/2", 2)
    assert derive_choose(choose(Choice(page=7))).pager.at == 1


@pytest.mark.parametrize(
    ("names", "wide", "large", "size"),
    [
        (["Hộ tịch"] * 7, False, False, 8),
        (["Hộ tịch"] * 6, False, True, 8),
        (["Hộ tịch"] * 7, False, True, 6),
        (["Hộ tịch"] * 12, True, False, 8),
        (["Người có công, xã hội"] * 7, True, False, 6),
        (["Hộ tịch"] * 7, True, True, 6),
        (["Người có công, xã hội"] * 7, True, True, 4),
    ],
)
def test_large_text_and_long_names_leave_room_for_fewer(
    names: list[str], wide: bool, large: bool, size: int
) -> None:
    assert page_size(names, wide=wide, large=large) == size


@pytest.mark.parametrize(
    ("given", "button", "reason"),
    [
        (choose(), "Lấy số", "Chọn một lĩnh vực"),
        (choose(Choice("F3")), "Lấy số: Lĩnh vực 3", ""),
        (choose(Choice("gone")), "Lấy số", "Chọn một lĩnh vực"),
        (choose(Choice("F3"), view=SHUT), "Lấy số: Lĩnh vực 3", "Ngoài giờ tiếp nhận"),
        (choose(Choice("F3"), language=english()), "Take a number: Service 3", ""),
    ],
)
def test_the_button_names_the_choice(given: ChooseInputs, button: str, reason: str) -> None:
    props = derive_choose(given)
    assert (props.button, props.reason) == (button, reason)


def test_a_field_without_a_counter_stays_readable_and_cannot_be_chosen() -> None:
    orphan = replace(FIELDS[0], counters=())
    props = derive_choose(choose(Choice("F0"), view=replace(VIEW, fields=(orphan,))))
    assert props.services[0].closed == "Chưa có quầy nhận"
    assert (props.chosen, props.reason) == ("", "Chọn một lĩnh vực")


FULL = "Lĩnh vực 0: hôm nay đã hết số. Lấy số lại từ 07:30 Thứ Ba, 24/11/2026. Việc gấp, mời Ông/Bà hỏi bàn hướng dẫn."
RESTING = (
    "Lĩnh vực 0: các quầy đang tạm nghỉ. "
    "Ông/Bà vẫn lấy được số và chờ gọi; chưa rõ khi nào gọi lại."
)


@pytest.mark.parametrize(
    ("given", "tile", "told", "reason"),
    [
        (
            choose(Choice("F0"), view=spent(FIELDS[0])),
            ("Hết số hôm nay", ""),
            FULL,
            "Hết số hôm nay",
        ),
        (choose(view=spent(FIELDS[0])), ("Hết số hôm nay", ""), "", "Chọn một lĩnh vực"),
        (
            choose(
                Choice("F0"),
                view=spent(FIELDS[0]),
                error=Refused("ticket.field_full", field="x", limit=3),
            ),
            ("Hết số hôm nay", ""),
            FULL,
            "Hết số hôm nay",
        ),
        (
            choose(Choice("F0"), view=replace(VIEW, fields=(replace(FIELDS[0], resting=True),))),
            ("**0** người chờ", "Quầy đang tạm nghỉ"),
            RESTING,
            "",
        ),
        (
            choose(view=replace(VIEW, fields=(replace(FIELDS[0], resting=True),)), large=True),
            ("Quầy đang tạm nghỉ", ""),
            "",
            "Chọn một lĩnh vực",
        ),
        (
            choose(Choice("F0"), view=PAUSED),
            ("**0** người chờ", ""),
            "Tạm dừng cấp số. Số đã lấy vẫn giữ chỗ.",
            "Đang tạm dừng cấp số",
        ),
    ],
)
def test_what_cannot_be_is_told_before_the_button_is_pressed(
    given: ChooseInputs, tile: tuple[str, str], told: str, reason: str
) -> None:
    props = derive_choose(given)
    service = props.services[0]
    assert (service.waiting, service.estimate, service.closed) == (*tile, "")
    assert (props.error, props.reason) == (told, reason)


def test_a_declared_priority_changes_the_range() -> None:
    view = replace(VIEW, fields=(replace(FIELDS[0], wait=(15, 20), priority_wait=(0, 5)),))
    assert derive_choose(choose(view=view)).services[0].estimate == "khoảng **15 – 20** phút"
    declared = derive_choose(choose(Choice(group="b"), view=view)).services[0]
    assert declared.estimate == "khoảng **0 – 5** phút"


@pytest.mark.parametrize(
    ("silent", "said"),
    [(None, "**2** người chờ"), (29, "**2** người chờ"), (30, "chưa rõ số người chờ")],
)
def test_old_counts_are_not_shown_as_true(silent: int | None, said: str) -> None:
    assert derive_choose(choose(silent=silent)).services[2].waiting == said


@pytest.mark.parametrize(
    ("wait", "silent", "said"),
    [
        ((15, 20), None, "khoảng **15 – 20** phút"),
        ((15, 20), 30, ""),
        (None, None, ""),
    ],
)
def test_a_wait_is_a_range_or_nothing(
    wait: tuple[int, int] | None, silent: int | None, said: str
) -> None:
    view = replace(VIEW, fields=(replace(FIELDS[0], wait=wait),))
    assert derive_choose(choose(view=view, silent=silent)).services[0].estimate == said


def test_priority_names_the_groups_or_the_one_declared() -> None:
    off, on = derive_choose(choose()).priority, derive_choose(choose(Choice(group="c"))).priority
    assert off is not None
    assert on is not None
    assert (off.on, off.text) == (
        False,
        "Người khuyết tật nặng, đặc biệt nặng; người từ 75 tuổi trở lên; và diện khác",
    )
    assert (on.on, on.text) == (True, "Người có công với cách mạng")
    assert derive_choose(choose(view=replace(VIEW, groups=()))).priority is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            Refused("ticket.office_closed", next_opening=parse_moment("2026-11-23T06:30Z")),
            "Ngoài giờ tiếp nhận. Lấy số lại từ 13:30.",
        ),
        (
            Refused("field.not_served", field="x"),
            "Chưa có quầy nhận. Mời Ông/Bà hỏi bàn hướng dẫn.",
        ),
        (Refused("queue.paused", why="x", since=NOW), "Tạm dừng cấp số. Số đã lấy vẫn giữ chỗ."),
        (
            Refused("ticket.field_full", field="x", limit=3),
            "Lĩnh vực này hôm nay đã hết số. Mời Ông/Bà hỏi bàn hướng dẫn.",
        ),
        (
            Refused("priority.unknown", said="x"),
            "Diện ưu tiên này không còn dùng. Mời Ông/Bà chọn lại.",
        ),
        (
            Refused("store.disk_full"),
            "Chưa lấy được số. Lĩnh vực đã chọn vẫn còn. Mời Ông/Bà bấm lại, hoặc đến bàn hướng dẫn.",
        ),
        (
            ValueError("a bug"),
            "Chưa lấy được số. Lĩnh vực đã chọn vẫn còn. Mời Ông/Bà bấm lại, hoặc đến bàn hướng dẫn.",
        ),
    ],
)
def test_a_failure_is_one_sentence_for_the_hall(error: BaseException, said: str) -> None:
    assert derive_choose(choose(Choice("F1"), error=error)).error == said


def test_groups_in_pages() -> None:
    many = replace(VIEW, groups=tuple(GroupView(str(at), f"Diện {at}", "") for at in range(9)))
    first = derive_groups(many, 0, VIETNAMESE, wide=False, large=False)
    assert (len(first.groups), first.pager.count) == (8, 2)
    wide = derive_groups(many, 1, english(), wide=True, large=True)
    assert [group.name for group in wide.groups] == ["Diện 6", "Diện 7", "Diện 8"]


@pytest.mark.parametrize(
    ("state", "waited", "shown"),
    [
        ("owed", 0, "printing"),
        ("sending", 5, "printing"),
        ("owed", 6, "none"),
        ("printed", 9, "printed"),
        ("filed", 1, "none"),
        ("failed", 0, "none"),
        ("unknown", 0, "none"),
    ],
)
def test_what_is_known_of_the_slip(state: str, waited: int, shown: str) -> None:
    assert paper_shown(PaperView(state), waited) == shown


@pytest.mark.parametrize(
    ("paper", "waited", "notice", "button"),
    [
        (PaperView("owed"), 0, "Đang in phiếu…", "Xong"),
        (PaperView("printed"), 1, "Hãy lấy phiếu bên dưới", "Xong"),
        (PaperView("filed"), 1, "Chưa nối máy in phiếu", "Tôi đã ghi lại số, xong"),
        (PaperView("failed"), 1, "Máy in không in được phiếu", "Tôi đã ghi lại số, xong"),
        (PaperView("failed", "paper"), 1, "Máy in đang hết giấy", "Tôi đã ghi lại số, xong"),
        (PaperView("failed", "jam"), 1, "Máy in đang kẹt giấy", "Tôi đã ghi lại số, xong"),
        (PaperView("unknown"), 1, "Chưa rõ phiếu đã ra chưa", "Tôi đã ghi lại số, xong"),
        (PaperView("owed"), 6, "Máy in chưa trả lời", "Tôi đã ghi lại số, xong"),
    ],
)
def test_the_notice_beside_the_number(
    paper: PaperView, waited: int, notice: str, button: str
) -> None:
    props = derive_taken(TAKEN, None, paper, waited, VIETNAMESE)
    assert (props.notice, props.button, props.face.number) == (notice, button, "HT-022")
    assert "đã báo" not in f"{props.notice} {props.notice_text} {props.staff}".lower()


def test_the_card_of_a_number() -> None:
    face = derive_taken(TAKEN, None, PaperView(), 0, VIETNAMESE).face
    assert (face.field, face.counters, face.either) == (
        "Lĩnh vực Lĩnh vực 0",
        ("Quầy 1", "Quầy 2"),
        "hoặc",
    )
    assert [(fact.caption, fact.value) for fact in face.facts] == [
        ("Người chờ trước", "5"),
        ("Lấy số lúc", "09:24"),
    ]
    with_wait = derive_taken(replace(TAKEN, wait=(15, 20)), None, PaperView(), 0, VIETNAMESE).face
    assert [(fact.caption, fact.value) for fact in with_wait.facts][1] == ("Dự kiến chờ", "15 – 20")
    first = derive_taken(replace(TAKEN, priority=True), FIELDS[0], PaperView(), 0, english()).face
    assert (first.field, first.counters) == ("Service 0  ·  Priority", ("Counter 1", "Counter 2"))


def test_a_session_has_the_patience_its_page_needs() -> None:
    assert Session(step="choose").patience == 30
    assert Session(step="taken", taken=TAKEN).patience == 20
    assert Session(step="taken", taken=TAKEN, waited=6).patience == 60
    assert Session(step="taken", taken=TAKEN, waited=9, paper=PaperView("printed")).patience == 20


def test_without_the_office_every_session_is_at_home() -> None:
    screen = Screen(NOW, VIETNAMESE, wide=False, large=False)
    for step in ("home", "choose", "groups"):
        props = derive(Session(step=step), Known(), screen)
        assert props == derive_home(home(None))
    kept = derive(Session(step="taken", taken=TAKEN), Known(), screen)
    assert isinstance(kept, TakenProps), "a number given stays on the screen whatever is lost"


@pytest.mark.parametrize(
    ("at", "now", "said"),
    [
        ("2026-11-23T13:30+07:00", "2026-11-23T11:31+07:00", "13:30"),
        ("2026-11-24T00:30+07:00", "2026-11-23T23:30+07:00", "00:30 Thứ Ba, 24/11/2026"),
    ],
)
def test_when_the_doors_open(at: str, now: str, said: str) -> None:
    assert opening_words(parse_moment(at), parse_moment(now), VIETNAMESE) == said


def test_only_plain_counter_names_are_translated() -> None:
    assert counter_name("Quầy 12", english()) == "Counter 12"
    assert counter_name("Quầy Công an", english()) == "Quầy Công an"
    assert counter_name("Quầy 12", VIETNAMESE) == "Quầy 12"


def test_a_pager_never_points_outside_its_list() -> None:
    assert [derive_pager(at, 3, VIETNAMESE).at for at in (-1, 0, 2, 9)] == [0, 0, 2, 2]
