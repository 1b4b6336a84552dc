"""The words of ``kiosk voice``."""

from kiosk.cli.parser_parts import Commands, add_command, add_group


def add_voice(commands: Commands) -> None:
    """Add the commands."""
    group = add_group(commands, "voice", "giọng đọc số ở sảnh")
    add_command(group, "list", "voice:listed", "những từ văn phòng cần thu, từ nào đã có")
    add_command(group, "check", "voice:check", "đang dùng giọng nào, từ nào thiếu hoặc hỏng")
    played = add_command(group, "play", "voice:play", "nghe thử một lần gọi, một từ, hoặc mọi từ")
    what = played.add_mutually_exclusive_group()
    what.add_argument("number", nargs="?", metavar="SỐ", help="như HT-016; mặc định HT-016")
    what.add_argument("--word", metavar="TỆP", help="một từ, theo tên tệp trong voice list")
    what.add_argument("--all", action="store_true", help="mọi từ, lần lượt")
    played.add_argument("--counter", type=int, default=1, metavar="N", help="mặc định quầy 1")
