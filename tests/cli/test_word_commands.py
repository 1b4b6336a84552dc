"""``catalogue word …``, and ``catalogue offer`` and ``withdraw`` with several codes."""

from tests.fixtures.command_line import Kiosk


def found(kiosk: Kiosk, text: str) -> list[str]:
    results = kiosk("catalogue", "search", text, "--json").json["results"]
    return [one["code"] for one in results]


def test_a_word_is_set_listed_and_removed(kiosk: Kiosk) -> None:
    put = ("catalogue", "word", "set", "gánh phở dạo", "--code", "1.001612", "--code", "2.000720")
    document = {
        "said": "gánh phở dạo",
        "codes": ["1.001612", "2.000720"],
        "means": ["hộ kinh doanh"],
    }
    assert kiosk(*put, "--means", "hộ kinh doanh", "--json").json == document
    assert found(kiosk, "xin gánh phở dạo")[:2] == ["1.001612", "2.000720"]
    assert document in kiosk("catalogue", "word", "list", "--json").json["words"]
    assert "“gánh phở dạo”: 1.001612, 2.000720" in kiosk("catalogue", "word", "list").out
    assert "gánh phở dạo" in kiosk("catalogue", "word", "remove", "GANH PHO DAO").out
    assert found(kiosk, "gánh phở dạo")[:1] != ["1.001612"]
    assert "vẫn nguyên" in kiosk("catalogue", "word", "remove", "gánh phở dạo", code=1).err


def test_a_word_that_means_nothing_is_refused(kiosk: Kiosk) -> None:
    assert "vẫn nguyên" in kiosk("catalogue", "word", "set", "hàng rong", code=1).err


def test_many_codes_are_withdrawn_and_offered(kiosk: Kiosk) -> None:
    codes = ("1.000894", "1.001193")
    withdrawn = kiosk("catalogue", "withdraw", *codes, "--json").json["procedures"]
    assert [(one["code"], one["offered"]) for one in withdrawn] == [(c, False) for c in codes]
    said = kiosk("catalogue", "offer", *codes).out
    assert all(code in said for code in codes)
    kiosk("catalogue", "withdraw", *codes, "9.999999", code=1)
    assert kiosk("catalogue", "show", codes[0], "--json").json["procedure"]["offered"]
