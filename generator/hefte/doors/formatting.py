"""Write content files as the form in the browser writes them: shown first as what would change, then written."""

from pathlib import Path

from hefte.canonical.make import Formatted, formatted
from hefte.doors.console import Console
from hefte.doors.content import chosen_of, open_content
from hefte.doors.options import Options
from hefte.doors.rewriting import FileChange, rewrite
from hefte.doors.trouble import Exit
from hefte.reading import language_of, read_settings


def format_content(options: Options, console: Console) -> Exit:
    """What `hefte format` does."""
    content = open_content(options.content)
    settings, _ = read_settings(content.read("oppsett.yaml") if "oppsett.yaml" in content.texts else None)
    language = language_of(settings)
    changed, left = 0, 0
    chosen = chosen_of(content, options.files)
    for path in sorted(chosen.intersection(content.texts)):
        read = content.read(path)
        file = formatted(path, read, language)
        left += _tell_left(path, file, console)
        changed += _change(options.content / path, read, file, options, console)
    _sum_up(changed, left, options, console)
    return Exit.CONTENT if left else Exit.FINE


def _tell_left(path: str, file: Formatted, console: Console) -> int:
    if file.after is None:
        console.say("format-left", path=path)
    return int(file.after is None)


def _change(target: Path, read: bytes, file: Formatted, options: Options, console: Console) -> int:
    if file.after is None or file.after == file.before:
        return 0
    if not options.write:
        console.write(FileChange(target, file.before, file.after).shown)
        return 1
    rewrite(target, read, file.after.encode())
    console.say("file-written", path=target)
    return 1


def _sum_up(changed: int, left: int, options: Options, console: Console) -> None:
    if changed and not options.write:
        console.write(console.words.say_count("command.format-hint", changed))
    elif not changed and not left:
        console.say("format-nothing")
