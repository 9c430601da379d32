"""`oppsett.yaml`: whose site this is, its words, its languages and its categories."""

from typing import Annotated, ClassVar

from hefte.model.choices import Frame, GitService, GuidesShown, Motif, Tone
from hefte.model.entry import ADVISED, REQUIRED, Placed
from hefte.model.kinds import ONE_OR_MORE, Record, key
from hefte.model.parts import Contact, under
from hefte.model.texts import Code, Colour, Lead, Line, Link, Municipality, PictureFile, TileAddress, Title, Word, YesNo
from hefte.model.times import Days
from hefte.model.values import Count


class Category(Record):
    """One category of the taxonomy: a label, an icon and a colour; `under` names its parent."""

    code: Code = key("kode", example="dans", need=REQUIRED)
    name: Title = key("navn", example="{nb: Dans, nn: Dans, en: Dance}", need=REQUIRED)
    icon: Word | None = key("ikon", example="music")
    colour: Tone | None = key("farge", example="gran")
    parent: Code | None = key("under", example="fysisk_aktivitet")


class ContactWord(Record):
    """What the municipality calls its support contacts."""

    singular: Line = key("entall", example="støttekontakt", need=REQUIRED)
    plural: Line = key("flertall", example="støttekontakter", need=REQUIRED)


class Colours(Record):
    """The municipality's own colours; the contrast is checked before they are used."""

    main: Colour | None = key("hovedfarge", example='"#16423c"')
    accent: Colour | None = key("aksent", example='"#e9b44c"')


class TileSource(Record):
    """Another service's map images, fetched only when the reader asks for them; its one host stands in the policy."""

    tile_address: TileAddress = key("adresse", example="https://kart.eksempel.no/{z}/{x}/{y}.png", need=REQUIRED)
    attribution: Line = key("kilde", example="© Kartverket", need=REQUIRED)


class SampleNotice(Record):
    """Whether the content is a sample that nobody has checked; every page says so until it is `nei`."""

    answer: YesNo = key("svar", example="ja", need=REQUIRED)
    text: Line | None = key("tekst", example="Ingen har ringt arrangørene.")


class Neighbour(Record):
    """Another municipality's catalogue that may be shown beside this one."""

    name: Line = key("navn", example="Nabovik", need=REQUIRED)
    link: Link = key("nett", example="https://nabovik.no/data/katalog.json", need=REQUIRED)


class SchoolYear(Record):
    """When there is no school; `følger: skoleruta` leaves these days out."""

    name: Word | None = key("navn", example="2026–27")
    days_off: Annotated[tuple[Days, ...], ONE_OR_MORE] = key("fri", example="[2026-10-05 – 2026-10-09]", default=())


class WebForm(Record):
    """The form in the browser: which git service holds the content, and how editors sign in there."""

    host: GitService = key("tjeneste", example="gitlab", need=REQUIRED)
    repository: Word | None = key("depot", example="eksempelvik/hefte")
    branch: Word | None = key("gren", example="main")
    content_folder: Word | None = key("mappe", example="content")
    server: Link | None = key("adresse", example="https://git.eksempel.no")
    app_id: Word | None = key("app_id", example="7f3a0c")
    sign_in: Link | None = key("pålogging", example="https://innlogging.eksempel.no")


class Settings(Placed):
    """The site's own choices; the file is content/oppsett.yaml."""

    file: ClassVar[str] = "oppsett.yaml"

    name: Title = key("navn", example="Ut i Eksempelvik", need=REQUIRED)
    lead: Lead | None = key("ingress", example="Turer og aktiviteter for alle.")
    service: Line = key("tjeneste", example="Støttekontakttjenesten", need=REQUIRED)
    contact_word: ContactWord | None = key("kontaktord", example="{entall: fritidskontakt, flertall: fritidskontakter}")
    municipalities: Annotated[tuple[Municipality, ...], ONE_OR_MORE] = key("kommune", example='"3107"', need=REQUIRED)
    languages: Annotated[tuple[Word, ...], ONE_OR_MORE] = key("språk", example="[nb, nn, en]", default=("nb",))
    categories: tuple[Category, ...] = key("kategorier", example="[{kode: dans, navn: Dans}]", default=())
    contact: Contact | None = key("kontakt", example='{tlf: "69 00 00 00", epost: post@eksempel.no}', need=ADVISED)
    declaration: Link | None = key(
        "tilgjengelighetserklæring", example="https://uustatus.no/nb/erklaringer/publisert/…", need=ADVISED
    )
    address: Link | None = key("adresse", example="https://aktiv.eksempel.no", need=ADVISED)
    school_years: Annotated[tuple[SchoolYear, ...], ONE_OR_MORE] = key(
        "skolerute", example="[{fri: [2026-10-05 – 2026-10-09]}]", default=()
    )
    colours: Colours | None = key("farger", example='{hovedfarge: "#16423c"}')
    tiles: TileSource | None = key(
        "kartfliser", example='{adresse: "https://kart.eksempel.no/{z}/{x}/{y}.png", kilde: © Kartverket}'
    )
    logo: PictureFile | None = key("logo", example="logo.png")
    scene: Motif | None = key("motiv", example="havn")
    sample: Annotated[SampleNotice, under("svar")] | None = key("eksempelinnhold", example="ja")
    neighbours: tuple[Neighbour, ...] = key("naboer", example="[]", default=())
    edit_link: Link | None = key("rediger", example="https://git.eksempel.no/hefte/content")
    web_form: Annotated[WebForm, under("tjeneste")] | None = key(
        "skjema", example="{tjeneste: gitlab, depot: eksempelvik/hefte}"
    )
    guides: GuidesShown = key("veiledning", example="alle", default=GuidesShown.ALL)
    synonyms: tuple[Word, ...] = key("synonymer", example='["kino, film", "kafé, kaffe"]', default=())
    frame: Frame = key("ramme", example="mkdocs", default=Frame.MKDOCS)
    content_format: Count | None = key("innholdsformat", example="1")
    hardest_lix: Count | None = key("lix_høyst", example="45")
    overdue_months: Count | None = key("skjul_etter_måneder", example="24")
