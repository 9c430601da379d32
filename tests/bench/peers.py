"""The same entries as other makers of sites take them: one Markdown page each, facts as a list, prose as it is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.municipality import SHARES, Made, entries

MKDOCS = """\
site_name: Målebyen
theme:
  name: material
  language: nb
  font: false
plugins: [search]
nav:
  - index.md
{sections}
"""
"""Stock Material; every page is in the navigation through its section's list, as in ours."""

HUGO = """\
title = "Målebyen"
baseURL = "https://malebyen.example/"
languageCode = "nb"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = false
"""

BASE = """\
<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">{{ .Site.Title }}</a><nav>
{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
SINGLE = '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p>{{ .Content }}{{ end }}'
LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> '
    "{{ .Description }}</li>{{ end }}</ul>{{ end }}"
)


def write_mkdocs(folder: Path, number: int) -> None:
    """A folder for `mkdocs build`."""
    for made in entries(number):
        _write(folder / "docs" / made.folder / f"{made.id}.md", _page(made))
    for section in SHARES:
        of_section = (made for made in entries(number) if made.folder == section)
        rows = (f"- [{made.fields['tittel']}]({made.id}.md): {made.fields['ingress']}" for made in of_section)
        _write(folder / "docs" / section / "index.md", f"# {section.capitalize()}\n\n" + "\n".join(rows) + "\n")
    _write(folder / "docs" / "index.md", "# Målebyen\n")
    sections = "\n".join(f"  - {section}/index.md" for section in SHARES)
    _write(folder / "mkdocs.yml", MKDOCS.format(sections=sections))


def write_hugo(folder: Path, number: int) -> None:
    """A folder for `hugo` with a theme that is as bare as can be."""
    for made in entries(number):
        _write(folder / "content" / made.folder / f"{made.id}.md", _page(made))
    for section in SHARES:
        _write(folder / "content" / section / "_index.md", f"---\ntitle: {section.capitalize()}\n---\n")
    layouts = folder / "layouts" / "_default"
    for name, text in {"baseof": BASE, "single": SINGLE, "list": LIST}.items():
        _write(layouts / f"{name}.html", text)
    _write(folder / "layouts" / "index.html", '{{ define "main" }}<h1>{{ .Site.Title }}</h1>{{ end }}')
    _write(folder / "hugo.toml", HUGO)
    _write(folder / "static" / "style.css", "body { font-family: sans-serif }\n")


def _page(made: Made) -> str:
    fields = dict(made.fields)
    title, lead, prose = (str(fields.pop(name)) for name in ("tittel", "ingress", "beskrivelse"))
    facts = "\n".join(f"- **{name.capitalize().replace('_', ' ')}:** {text}" for name, text in _facts(fields))
    return f'---\ntitle: "{title}"\ndescription: "{lead}"\n---\n\n{facts}\n\n{prose}'


def _facts(fields: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        yield name, _told(value)


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_told(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return "; ".join(_told(inner) for inner in value)
    return str(value).replace("_", " ")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
