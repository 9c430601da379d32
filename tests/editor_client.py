"""A text editor as the YAML language server sees one: JSON-RPC over its standard input and output, and nothing more."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

import language_server

Answer = Any


class Position(NamedTuple):
    """A place in a text, both counted from 0."""

    line: int
    character: int


class Told(NamedTuple):
    """What stands under a wavy line: the line, counted from 1, and what is said of it."""

    line: int
    message: str


class Editor:
    """An editor that is open on one folder; a file is opened, changed and closed by its text."""

    def __init__(self, server: "subprocess.Popen[bytes]", folder: Path, settings: Mapping[str, Any]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._to: IO[bytes] = server.stdin
        self._from: IO[bytes] = server.stdout
        self._settings, self._folder = settings, folder
        self._numbers, self._versions = count(1), count(1)
        self._open: set[str] = set()
        self._awaited: set[str] = set()
        self._told: dict[str, tuple[Told, ...]] = {}
        self._said: dict[str, list[Any]] = {}

    def begin(self) -> Self:
        """Shake hands as VS Code does."""
        able = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        home = {"uri": self._folder.as_uri(), "name": "hefte"}
        asked = {"processId": None, "rootUri": home["uri"], "workspaceFolders": [home], "capabilities": able}
        self.ask("initialize", asked)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        self.problems(self._folder / "first.yaml", "")  # it looks at a file when it has its settings, and not before
        return self

    def ask(self, method: str, what: Mapping[str, Any]) -> Answer:
        """Send a request and wait for its answer; what else comes in meanwhile is taken care of."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": what})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def problems(self, path: Path, text: str) -> tuple[Told, ...]:
        """Show a text under a path, and give what the server says of it."""
        return self.problems_of({path: text})[path]

    def problems_of(self, texts: Mapping[Path, str]) -> Mapping[Path, tuple[Told, ...]]:
        """Show several texts at once: the server waits a while before it looks, and it waits but once."""
        for path, text in texts.items():
            self._show(path.as_uri(), text)
        while any(path.as_uri() not in self._told for path in texts):
            self._receive()
        return {path: self._told[path.as_uri()] for path in texts}

    def _show(self, uri: str, text: str) -> None:
        while uri in self._awaited:  # what is said of the text before is not taken for an answer to this one
            self._receive()
        self._told.pop(uri, None)
        self._awaited.add(uri)
        document = {"uri": uri, "version": next(self._versions)}
        if uri in self._open:
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        else:
            self._tell("textDocument/didOpen", {"textDocument": document | {"languageId": "yaml", "text": text}})
            self._open.add(uri)

    def proposals(self, path: Path, text: str) -> Mapping[str, Mapping[str, Any]]:
        """What is proposed where ‸ stands in a text, by its label."""
        place = self._shown(path, text)
        items = self.ask("textDocument/completion", place)["items"]
        return {item["label"]: item for item in items}

    def hover(self, path: Path, text: str) -> str:
        """What is told of the word where ‸ stands."""
        told = self.ask("textDocument/hover", self._shown(path, text))
        return str(told["contents"]["value"]) if told else ""

    def mendings(self, path: Path, where: Mapping[str, Any]) -> tuple[str, ...]:
        """What the light bulb offers for what is underlined in a file as it was last shown."""
        uri = path.as_uri()
        context = {"diagnostics": self._said[uri]}
        actions = self.ask(
            "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": where, "context": context}
        )
        return tuple(action["title"] for action in actions or ())

    def _shown(self, path: Path, text: str) -> Mapping[str, Any]:
        before, _, after = text.partition("‸")
        self._show(path.as_uri(), before + after)
        place = Position(before.count("\n"), len(before) - before.rfind("\n") - 1)
        return {"textDocument": {"uri": path.as_uri()}, "position": place._asdict()}

    def _tell(self, method: str, what: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": what})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _receive(self) -> Mapping[str, Any]:
        length = 0
        while (line := self._from.readline()) != b"\r\n":
            assert line, "The language server has stopped."
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: Mapping[str, Any] = json.loads(self._from.read(length))
        self._attend(message)
        return message

    def _attend(self, message: Mapping[str, Any]) -> None:
        """Answer what the server asks, and keep what it says of a file."""
        what = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            found = (Told(one["range"]["start"]["line"] + 1, one["message"]) for one in what["diagnostics"])
            self._told[what["uri"]] = tuple(sorted(found))
            self._said[what["uri"]] = what["diagnostics"]
            self._awaited.discard(what["uri"])
        elif message.get("method") == "workspace/configuration":
            wanted = [self._settings.get(item.get("section", ""), {}) for item in what["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})


@contextmanager
def open_editor(folder: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor on a folder; the server ends with it."""
    command = [str(language_server.node()), str(language_server.SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder) as server:
        try:
            yield Editor(server, folder, settings).begin()
        finally:
            server.kill()


def sections(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Settings as VS Code hands them out: `yaml.schemas` becomes `schemas` of the section `yaml`."""
    found: dict[str, dict[str, Any]] = {}
    for name, value in settings.items():
        section, _, rest = name.partition(".")
        if rest:
            place = found.setdefault(section, {})
            *above, last = rest.split(".")
            for part in above:
                place = place.setdefault(part, {})
            place[last] = value
    return found
