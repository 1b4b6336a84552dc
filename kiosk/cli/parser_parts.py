"""How a command is added to the command line, and how it says in Vietnamese what is wrong."""

import argparse
import importlib
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

Commands = Any

_WRONG_USAGE = (
    (r"argument (.+?): (“.+)", "{0}: {1}"),
    (
        r"argument (.+?): invalid choice: '?(.+?)'? \(choose from (.+)\)",
        "{0}: không có “{1}”{meant}; chọn một trong: {2}",
    ),
    (r"argument (.+?): invalid int value: '(.*)'", "{0}: “{1}” không phải số nguyên"),
    (r"argument (.+?): expected one argument", "{0}: thiếu giá trị"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} và {1} không dùng cùng lúc"),
    (r"the following arguments are required: (.+)", "còn thiếu: {0}"),
    (r"one of the arguments (.+) is required", "cần một trong: {0}"),
    (r"unrecognized arguments: (.+)", "không hiểu: {0}"),
)


class Formatter(argparse.HelpFormatter):
    """Help whose own words are Vietnamese too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that says in Vietnamese what it did not understand."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"add_help": False, "formatter_class": Formatter})
        self._positionals.title = "phần phải cho"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này rồi thôi")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to see the right words; exit 2."""
        said = message
        for pattern, words in _WRONG_USAGE:
            if match := re.fullmatch(pattern, message):
                said = words.format(*match.groups(), meant=_meant(*match.groups()[1:]))
        self.exit(2, f"Lệnh chưa đúng, chưa làm gì: {said}. Xem “{self.prog} --help”.\n")


def _meant(said: str = "", known: str = "", *_: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(said.lower(), re.findall(r"[^', ]+", known), 1)
    return f" (ý là {near[0]}?)" if near else ""


def add_group(commands: Commands, name: str, told: str) -> Commands:
    """Add a word that others follow (``dossier …``)."""
    group = commands.add_parser(name, help=told, description=told[:1].upper() + told[1:])
    return group.add_subparsers(dest="subcommand", metavar="VIỆC", required=True)


def add_command(
    commands: Commands, name: str, target: str, told: str, *, once: bool = False
) -> argparse.ArgumentParser:
    """Add a command; ``once``: it writes one thing, and can be asked for again by its id."""
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=told, description=told[:1].upper() + told[1:]
    )
    common_options(made, top=False)
    made.set_defaults(run=_later(target), once=once)
    if once:
        _repeatable(made, argparse.SUPPRESS)
    return made


def common_options(made: argparse.ArgumentParser, *, top: bool) -> None:
    """Add the options that every command has; ``top``: of the whole command line."""

    def default(value: object) -> object:
        return value if top else argparse.SUPPRESS

    made.add_argument("--home", default=default(None), metavar="THƯ_MỤC", help="thư mục của trạm")
    made.add_argument(
        "--officer", default=default(None), metavar="MÃ", help="cán bộ thực hiện; mặc định là máy"
    )
    made.add_argument(
        "--json", action="store_true", default=default(False), help="một tài liệu JSON"
    )
    if top:
        _repeatable(made, None)


def _repeatable(made: argparse.ArgumentParser, unset: str | None) -> None:
    made.add_argument(
        "--request-id",
        default=unset,
        metavar="UUID",
        help="mã yêu cầu: gọi lại với cùng mã thì không làm hai lần",
    )


def _later(target: str) -> Callable[[argparse.Namespace], int | None]:
    module, function = target.split(":")

    def run(args: argparse.Namespace) -> int | None:
        done: int | None = getattr(importlib.import_module(f"kiosk.cli.{module}"), function)(args)
        return done

    return run
