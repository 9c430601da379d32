"""Booklets and pages: what is printed, and the prose around it."""

from typing import Annotated, ClassVar

from hefte.model.choices import EditionKind, EntryType, Motif, PaperFormat, TypeSize, YesNoPartly
from hefte.model.entry import REQUIRED, Document
from hefte.model.kinds import ONE_OR_MORE, Record, key
from hefte.model.parts import under
from hefte.model.texts import (
    Code,
    Id,
    Lead,
    Line,
    LongMarkdown,
    Markdown,
    Municipality,
    PictureFile,
    Title,
    Word,
    YesNo,
)
from hefte.model.times import Day, Month
from hefte.model.values import Length, Pages

FIXED_PARTS = (
    "slik_bruker_du",
    "slik_leser_du",
    "nødnumre",
    "gratis",
    "hvem",
    "fast",
    "måned",
    "dager",
    "nytt",
    "tilgjengelighet",
    "steder",
    "register",
    "kolofon",
)
"""The words for `del` of a chapter that name a fixed part; any other is the id of a page in content/sider."""


class Selection(Record):
    """Which entries a booklet holds: keys are joined by «and», values of a list by «or»."""

    types: Annotated[tuple[EntryType, ...], ONE_OR_MORE] = key("type", example="[turer]", default=())
    categories: Annotated[tuple[Code, ...], ONE_OR_MORE] = key("kategorier", example="[dans]", default=())
    areas: Annotated[tuple[Word, ...], ONE_OR_MORE] = key("område", example="[Kråkerøy]", default=())
    municipalities: Annotated[tuple[Municipality, ...], ONE_OR_MORE] = key("kommune", example='["3107"]', default=())
    free: Word | None = key("pris", example="gratis")
    longest: Length | None = key("maks_km", example="5")
    wheelchair: YesNoPartly | None = key("rullestol_inn", example="ja")
    include: Annotated[tuple[Id, ...], ONE_OR_MORE] = key("ta_med", example="[strandpromenaden]", default=())
    leave_out: Annotated[tuple[Id, ...], ONE_OR_MORE] = key("utelat", example="[gamle-sti]", default=())


class Chapter(Record):
    """One chapter: a heading and what belongs in it; without a selection it is front or back matter."""

    title: Title | None = key("tittel", example="Sang og musikk")
    part: Word | None = key("del", example="gratis")
    selection: Selection | None = key("utvalg", example="{kategorier: [sang_og_musikk]}")
    text: Markdown | None = key("tekst", example="Slik bruker du heftet.")


class Cover(Record):
    """A picture or one of the drawn scenes, and two lines of text."""

    picture: PictureFile | None = key("bilde", example="forside.jpg")
    scene: Motif | None = key("motiv", example="kyst")
    subtitle: Line | None = key("undertittel", example="Korte turer for alle")
    edition: Line | None = key("utgave", example="Vinteren 2026–27")


class Booklet(Document):
    """A printed booklet: what it holds, in which order, on what paper."""

    folder: ClassVar[str] = "hefter"

    title: Title = key("tittel", example="Turheftet", need=REQUIRED)
    lead: Lead | None = key("ingress", example="Korte turer for alle.")
    selection: Selection = key("utvalg", example="{type: [turer], maks_km: 5}", need=REQUIRED)
    chapters: tuple[Chapter, ...] = key("kapitler", example="[{tittel: Turer i nærmiljøet}]", default=())
    paper: PaperFormat = key("format", example="A5", default=PaperFormat.A5)
    page_count: Pages | None = key("sidetall", example="48")
    type_size: TypeSize = key("skrift", example="normal", default=TypeSize.NORMAL)
    languages: Annotated[tuple[Word, ...], ONE_OR_MORE] = key("språk", example="[nb, nn]", default=())
    editions: Annotated[tuple[EditionKind, ...], ONE_OR_MORE] = key(
        "utgaver", example="[storskrift, trykk]", default=tuple(EditionKind)
    )
    cover: Annotated[Cover, under("undertittel")] | None = key("forside", example="{motiv: kyst}")
    preface: Markdown | None = key("forord", example="Velkommen ut!")
    colophon: Markdown | None = key("kolofon", example="Laget av støttekontakttjenesten.")
    month: Month | None = key("måned", example="2026-12")
    new_since: Day | None = key("nytt_siden", example="2026-06-01")
    valid_on: Day | None = key("gyldig_per", example="2026-11-21")
    published: YesNo | None = key("vises", example="ja")


class Page(Document):
    """A page of prose, such as how to use the booklet."""

    folder: ClassVar[str] = "sider"

    title: Title = key("tittel", example="Ledsagerbevis", need=REQUIRED)
    lead: Lead | None = key("ingress", example="Du betaler, følget går gratis.")
    body: LongMarkdown = key("tekst", example="Slik får du ledsagerbevis.", need=REQUIRED)
    in_menu: YesNo | None = key("i_menyen", example="ja")
    in_booklets: YesNo | None = key("i_heftene", example="ja")
