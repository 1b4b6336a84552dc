"""What the doctor sees of the office itself: who can sign in, what citizens can ask for."""

from collections.abc import Iterator

from kiosk.catalogue.reading import counts_by_field
from kiosk.cli.finding import Finding
from kiosk.office.people_keeping import everybody
from kiosk.office.reading import profile_now
from kiosk.paths import StationFolder
from kiosk.printing.forms import form_fault, is_known
from kiosk.printing.own_words import use_own_words
from kiosk.storage.store import Store
from kiosk.wording import sentence

ROLES = (
    ("manager", "lãnh đạo", "chưa vào được màn hình điều hành"),
    ("officer", "công chức", "chưa ai ngồi quầy được"),
)


def look_at_pins(store: Store) -> Iterator[Finding]:
    """Whether a manager and an officer can sign in, and who still cannot."""
    what = "Mã PIN"
    with store.read() as unit:
        staff = [one for one in everybody(unit) if one.active]
    ready = True
    for role, told, shut in ROLES:
        those = [one for one in staff if one.entry.role == role]
        if those and not any(one.has_pin for one in those):
            ready = False
            found = f"chưa {told} nào có mã PIN nên {shut}"
            yield Finding(what, "warn", found, f"kiosk pin set {those[0].entry.code}")
    if ready:
        without = [one.entry.code for one in staff if not one.has_pin]
        left = f"; chưa có: {', '.join(without)}" if without else ""
        yield Finding(what, "good", f"{len(staff) - len(without)} người có mã PIN{left}")


def look_at_forms(store: Store, folder: StationFolder) -> Iterator[Finding]:
    """Under which decree papers are printed, whether their layout is the official one, and whether
    the office's own wording can be used."""
    what = "Biểu mẫu"
    with store.read() as unit:
        profile = profile_now(unit)
    use_own_words(folder.forms)
    found = (form_fault(profile.code, form.kind) for form in profile.forms)
    for why in dict.fromkeys(sentence(fault) for fault in found if fault is not None):
        yield Finding(what, "bad", why)
    unknown = [form for form in profile.forms if not is_known(profile.code, form)]
    if not unknown:
        yield Finding(what, "good", f"{len(profile.forms)} mẫu theo {profile.title}")
        return
    yield Finding(
        what,
        "warn",
        f"{profile.title}: {len(unknown)} mẫu in theo giấy đang dùng, chưa so với mẫu chính thức",
        f"kiosk form own {unknown[0].kind.value} để chép lời văn vào {folder.forms}, so với giấy của "
        "đơn vị, sửa nếu khác, rồi đặt compared = true trong tệp ấy",
    )


def look_at_procedures(store: Store) -> Iterator[Finding]:
    """How many procedures are offered here."""
    what = "Thủ tục"
    with store.read() as unit:
        offered = sum(count.offered for count in counts_by_field(unit))
    if offered:
        yield Finding(what, "good", f"nhận {offered} thủ tục tại văn phòng")
    else:
        yield Finding(
            what,
            "warn",
            "chưa nhận thủ tục nào nên chưa tiếp nhận được hồ sơ",
            "kiosk catalogue import TỆP…, rồi kiosk catalogue offer MÃ…",
        )
