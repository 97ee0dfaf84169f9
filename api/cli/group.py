"""The commands by name, each loaded only when it is used, and their help in Vietnamese."""

from __future__ import annotations

import inspect
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

# Name and what it does, in the order of the help. Each has a module of that name beside this one, with `app`.
COMMANDS = {
    "up": "Khởi động, nạp văn bản, trả lời vài câu hỏi, mở API.",
    "down": "Dừng API và cơ sở dữ liệu nội bộ; dữ liệu còn nguyên.",
    "status": "Xem cái gì đang chạy và đồ thị có gì.",
    "extract": "Đọc văn bản thành JSON, không cần cơ sở dữ liệu.",
    "ingest": "Nạp tệp, thư mục vào đồ thị.",
    "ask": "Hỏi đồ thị một câu trong danh mục.",
    "review": "Soát viện dẫn và chỉ đạo trong văn bản.",
    "serve": "Chạy API ở cửa sổ này.",
}

HELP = """
Ai được giao việc gì, từ bao giờ, theo văn bản nào: đọc văn bản chỉ đạo thành đồ thị.

Ví dụ:
  chidao up samples/
  chidao ask units-implementing-document document=488/KH-UBND
  chidao down
"""

EXIT_CODES = """
Mã thoát: 0 xong; 1 có lỗi trong văn bản, hoặc một phần không làm được;
2 dùng sai; 3 không có cơ sở dữ liệu hoặc thiếu phần cần thiết.
"""


class UnknownCommand(typer.TyperException):
    """A command that there is not."""


class Command(TyperCommand):
    """A command whose docstring is its help, printed as it stands: what it does, then examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _write_head(self, ctx, formatter, *(_usage(parameter) for parameter in self.params))
        parameters = [_parameter_line(parameter) for parameter in self.get_params(ctx)]
        with formatter.section("Tham số"):
            formatter.write_dl(parameters)
        formatter.write(EXIT_CODES)


class Group(TyperGroup):
    """All commands. Loading them one by one keeps `chidao --help` quick: the database driver alone takes longer."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, loaded now."""
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS) or list(COMMANDS)
            raise UnknownCommand(f"Không có lệnh “{cmd_name}”. Có: {', '.join(near)}.")
        return get_command(import_module(f"api.cli.{cmd_name}").app)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _write_head(self, ctx, formatter, "LỆNH …")
        with formatter.section("Lệnh"):
            formatter.write_dl(list(COMMANDS.items()))
        formatter.write("\nMỗi lệnh có trợ giúp và ví dụ riêng: chidao LỆNH --help\n")
        formatter.write(EXIT_CODES)


def one_command() -> typer.Typer:
    """What a command's module hangs its function on."""
    return typer.Typer(add_completion=False, rich_markup_mode=None)


def _write_head(command: Any, ctx: Any, formatter: Any, *pieces: str) -> None:
    formatter.write(f"Cách dùng: {' '.join([ctx.command_path, *pieces])}\n\n")
    formatter.write(inspect.cleandoc(command.help or "") + "\n")


def _usage(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar if parameter.required else f"[{parameter.metavar}]")
    return f"[{parameter.opts[0]}{'' if parameter.is_flag else ' ' + parameter.metavar}]"


def _parameter_line(parameter: Any) -> tuple[str, str]:
    if parameter.name == "help":
        return "--help", "Hiện trợ giúp này."
    if parameter.param_type_name == "argument":
        return parameter.metavar, parameter.help
    return f"{parameter.opts[0]}{'' if parameter.is_flag else ' ' + parameter.metavar}", parameter.help


chidao = Group(name="chidao", help=HELP)
