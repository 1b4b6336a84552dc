"""A known failure: something the program will not do, and why."""


class Refused(Exception):
    """The program declines, for a reason it knows.

    ``code`` names the reason (``"ticket.office_closed"``); ``details`` fill the sentence that
    :mod:`kiosk.wording` writes for it. A refusal is not a bug: nothing was half-written, the
    person is told what happened and what to do, and no crash report is made.

    ``keep`` is for the rare refusal whose own traces must stay in the store (a wrong PIN is
    counted); the unit of work then commits before the refusal travels on.
    """

    def __init__(self, code: str, *, keep: bool = False, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.keep = keep
        self.details = details

    def __str__(self) -> str:
        inside = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code}({inside})"
