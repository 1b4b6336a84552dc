"""Printers that need no window: a folder that receives PDF files."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob
from kiosk.system_words import why_not


class Printer(Protocol):
    """Where a paper goes.

    ``repeatable`` tells whether sending a job twice leaves one paper (a file that is written
    over) or two (a printer).
    """

    @property
    def repeatable(self) -> bool:
        """Whether a job may be sent again without a second paper coming out."""

    def send(self, job: PrintJob, pdf: bytes) -> None:
        """Hand the paper over. Raises :class:`Refused` ``printer.*`` when it was not taken."""


@dataclass(frozen=True, slots=True)
class FolderPrinter:
    """Writes each paper as one PDF file, named by day, time, title and job."""

    folder: Path
    repeatable: bool = True

    def file_of(self, job: PrintJob) -> Path:
        """The file of a job: always the same one."""
        title = re.sub(r"[^\w.-]+", "-", job.title).strip("-")
        stamp = local(job.owed_at).strftime("%Y%m%d-%H%M%S")
        return self.folder / f"{stamp}_{title}_{job.id[-12:]}.pdf"

    def send(self, job: PrintJob, pdf: bytes) -> None:
        """Write the file whole, or not at all.

        Raises :class:`Refused` ``printer.folder_unwritable``.
        """
        target = self.file_of(job)
        part = target.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with part.open("wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError as error:
            raise Refused(
                "printer.folder_unwritable", folder=str(self.folder), why=why_not(error)
            ) from error
