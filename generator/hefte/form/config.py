"""The configuration of the form, and what its script must know of the shape of the content."""

import json
from collections.abc import Mapping
from typing import Any

from hefte.canonical.shape import shape
from hefte.catalogue import Catalogue
from hefte.form.fields import HERE, MORE, OTHERS, REST, Asking, Choices, document_fields, rare_keys
from hefte.form.services import backend_of
from hefte.language import Words
from hefte.model import DOCUMENT_TYPES, Document, Newsletter, Settings
from hefte.model.kinds import Record
from hefte.model.settings import WebForm
from hefte.model.texts import FORMS, LANGUAGES
from hefte.municipalities import MUNICIPALITIES

WIDEST_PICTURE = 2400
LARGEST_FILE = 12_000_000
_EVERYWHERE = "hele_landet"

ICONS: Mapping[str, str] = {
    "aktiviteter": "interests",
    "organisasjoner": "diversity_3",
    "arrangementer": "event",
    "turer": "hiking",
    "grupper": "groups",
    "steder": "place",
    "hefter": "menu_book",
    "sider": "article",
    "nyhetsbrev": "mail",
    "oppsett": "settings",
}
"""The icon of each collection, by its name in the font that `.ci/renew_form.py` makes."""

Config = dict[str, Any]


def script_of(catalogue: Catalogue, form: WebForm, asking: Asking) -> str:
    """The settings of the form in one language, as the script that its page loads."""
    return f"window.formConfig={_json(config(catalogue, form, asking))};\nwindow.formShape={_json(shape_of(asking))};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def asking_of(catalogue: Catalogue, form: WebForm, words: Words) -> Asking:
    """What the form asks with: its words, the site's languages, and what may be chosen."""
    settings = catalogue.settings
    main = next(iter(settings.languages), LANGUAGES[0])
    others = tuple(code for code in FORMS if code != main and (code in settings.languages or code == FORMS[-1]))
    categories = tuple((code, row.name.said(words.language).text) for code, row in catalogue.categories.items())
    used = {number for entry in catalogue.entries for number in entry.municipalities}
    named = {**MUNICIPALITIES, _EVERYWHERE: words.say("admin.whole_country")}
    numbers = sorted({*settings.municipalities, *used, _EVERYWHERE}, key=lambda number: named.get(number, number))
    labelled = tuple((number, named.get(number, number)) for number in numbers)
    folder = (form.content_folder or "content").strip("/")
    return Asking(words, main, others, Choices(categories, labelled, settings.municipalities), folder)


def config(catalogue: Catalogue, form: WebForm, asking: Asking) -> Config:
    """What Sveltia CMS asks for: the service, how files are written, and a collection of each type."""
    settings, words = catalogue.settings, asking.words
    return {
        "load_config_file": False,
        "backend": backend_of(form),
        "app_title": words.say("admin.title", name=settings.name.said(words.language).text),
        **({"site_url": settings.address} if settings.address else {"show_preview_links": False}),
        "media_folder": f"{asking.content}/bilder",
        "public_folder": "/bilder",
        "media_libraries": {"default": {"config": _pictures()}, "stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double", "indent_sequences": True}},
        "editor": {"preview": False},
        "collections": [_collection(kind, asking) for kind in DOCUMENT_TYPES],
        "singletons": [_settings(asking)],
    }


def _pictures() -> Config:
    """A picture becomes small enough for a phone, and loses where and with what it was taken."""
    size = {"format": "webp", "quality": 85, "width": WIDEST_PICTURE, "height": WIDEST_PICTURE}
    return {"max_file_size": LARGEST_FILE, "slugify_filename": True, "transformations": {"raster_image": size}}


def _collection(kind: type[Document], asking: Asking) -> Config:
    folder, words = kind.folder, asking.words
    name = "måned" if kind is Newsletter else "tittel"
    return {
        "name": folder,
        "label": words.say(f"guide.name.{folder}"),
        "label_singular": words.say(f"admin.one.{folder}"),
        "description": words.say("admin.about", about=words.say(f"guide.about.{folder}")).replace("`", ""),
        "icon": ICONS[folder],
        "folder": f"{asking.content}/{folder}",
        "extension": "yaml",
        "format": f"hefte-{folder}",
        "identifier_field": name,
        "slug": {"template": f"{{{{fields.{name}}}}}", "editable": ["create"]},
        "summary": f"{{{{fields.{name}}}}}",
        "sortable_fields": [name],
        "preview_path": f"{folder}/{{{{slug}}}}.html",
        "editor": {"preview": False},
        "fields": document_fields(kind, asking),
    }


def _settings(asking: Asking) -> Config:
    return {
        "name": "oppsett",
        "label": asking.words.say("guide.name.oppsett"),
        "icon": ICONS["oppsett"],
        "file": f"{asking.content}/{Settings.file}",
        "format": "hefte-oppsett",
        "fields": document_fields(Settings, asking),
    }


def shape_of(asking: Asking) -> Config:
    """What the script needs to open a file in the form and to write it again."""
    documents: dict[str, type[Record]] = {kind.folder: kind for kind in DOCUMENT_TYPES}
    roots = documents | {"oppsett": Settings}
    return {
        "language": asking.main,
        "forms": FORMS,
        "others": asking.others,
        "content": asking.content,
        "said": {name: asking.words.say(f"admin.{name}") for name in ("unread", "close", "leave")},
        "names": {"more": MORE, "others": OTHERS, "rest": REST, "here": HERE},
        "folders": {"picture": "/bilder/", "track": "/spor/"},
        "roots": {name: root.__name__ for name, root in roots.items()},
        "rare": {name: rare_keys(root) for name, root in roots.items()},
        "records": {name: [slot._asdict() for slot in slots] for name, slots in shape().items()},
    }
