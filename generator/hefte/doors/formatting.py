"""Write content files as the form in the browser writes them: shown first as what would change, then written."""

from collections.abc import Iterator
from pathlib import Path

from hefte.canonical.make import Formatted, formatted
from hefte.doors.console import Console
from hefte.doors.content import Content, open_content
from hefte.doors.options import Options
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import difference
from hefte.reading import is_content, language_of, read_settings


def format_content(options: Options, console: Console) -> Exit:
    """What `hefte format` does."""
    content = open_content(options.content)
    settings, _ = read_settings(content.read("oppsett.yaml") if "oppsett.yaml" in content.texts else None)
    language = language_of(settings)
    changed, left = 0, 0
    for path in _wanted(content, options):
        file = formatted(path, content.read(path), language)
        left += _tell_left(path, file, console)
        changed += _change(path, file, options, console)
    _sum_up(changed, left, options, console)
    return Exit.CONTENT if left else Exit.FINE


def _wanted(content: Content, options: Options) -> Iterator[str]:
    """The paths below content/ that are to be written anew: one, or all."""
    paths = sorted(path for path in content.texts if is_content(path))
    if options.file is None:
        yield from paths
        return
    found = [path for path in paths if _is_same(options.content / path, options)]
    if not found:
        raise Trouble("not-content", code=Exit.WRONG_USE, path=options.file)
    yield from found


def _is_same(path: Path, options: Options) -> bool:
    asked = Path(str(options.file))
    return path.resolve() in (asked.resolve(), (options.content / asked).resolve())


def _tell_left(path: str, file: Formatted, console: Console) -> int:
    if file.after is None:
        console.say("format-left", path=path)
    return int(file.after is None)


def _change(path: str, file: Formatted, options: Options, console: Console) -> int:
    if file.after is None or file.after == file.before:
        return 0
    if not options.write:
        console.write(difference(path, file.before, file.after).rstrip("\n"))
        return 1
    target = options.content / path
    with machine_trouble(target):
        target.write_bytes(file.after.encode())
    console.say("file-written", path=target)
    return 1


def _sum_up(changed: int, left: int, options: Options, console: Console) -> None:
    if changed and not options.write:
        console.say("format-hint", number=changed)
    elif not changed and not left:
        console.say("format-nothing")
