"""Newsletters: what an issue tells, as its editor has left it; a day of sending makes it public."""

from datetime import date
from typing import Annotated, ClassVar

from hefte.model.entry import REQUIRED, Document
from hefte.model.kinds import ONE_OR_MORE, Record, Refers, key
from hefte.model.parts import under
from hefte.model.texts import Line, Markdown, Reference, Title, Word
from hefte.model.times import Day, Month


class News(Record):
    """An entry that is new or changed; `post` is its folder and id, as the file lies below content/."""

    entry: Word = key("post", example="aktiviteter/bowling-tirsdag", need=REQUIRED)
    what: Line | None = key("hva", example="Nå på torsdager.")


class Ended(Record):
    """What has ended; it stands here by its title, since its file may be gone."""

    title: Title = key("tittel", example="Onsdagsquiz", need=REQUIRED)
    last: Day | None = key("sist", example="2026-11-18")


class Newsletter(Document):
    """An issue of the newsletter; without `sendt` it is a draft, which nobody but its editors sees."""

    folder: ClassVar[str] = "nyhetsbrev"

    title: Title | None = key("tittel", example="Desember 2026")
    month: Month = key("måned", example="2026-12", need=REQUIRED)
    greeting: Markdown | None = key("hilsen", example="Nå er det jul i parken.")
    since: Day | None = key("fra", example="2026-11-01")
    new: Annotated[tuple[Annotated[News, under("post")], ...], ONE_OR_MORE] = key(
        "nye", example="[turer/strandpromenaden]", default=()
    )
    changed: Annotated[tuple[Annotated[News, under("post")], ...], ONE_OR_MORE] = key(
        "endret", example="[{post: aktiviteter/bowling-tirsdag, hva: Ny dag.}]", default=()
    )
    ended: Annotated[tuple[Annotated[Ended, under("tittel")], ...], ONE_OR_MORE] = key(
        "slutt", example="[{tittel: Onsdagsquiz, sist: 2026-11-18}]", default=()
    )
    walk: Annotated[Reference, Refers("turer")] | None = key("månedens_tur", example="strandpromenaden")
    sent: Day | None = key("sendt", example="2026-12-01")

    def is_sent(self, today: date) -> bool:
        """Whether its day of sending has come, so that everybody may read it."""
        return self.sent is not None and self.sent <= today
