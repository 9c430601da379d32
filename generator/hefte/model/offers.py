"""Activities, events and groups: what goes on, and when."""

from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from hefte.model.choices import Level, Places, PlanStatus
from hefte.model.entry import ADVISED, REQUIRED, Entry
from hefte.model.kinds import ONE_OR_MORE, Record, key
from hefte.model.parts import Schedule, Venue, under
from hefte.model.texts import Line, Word, YesNo
from hefte.model.times import Day, Days, Hours, Moment
from hefte.model.values import Count, Headcount, Kroner, Number


class Cancelled(Record):
    """What does not happen: all of it, or some of its days."""

    answer: YesNo = key("svar", example="ja", default=True)
    days: Annotated[tuple[Days, ...], ONE_OR_MORE] = key("dager", example="[2026-12-08]", default=())
    reason: Line | None = key("grunn", example="Lederen er syk.")

    @property
    def is_whole(self) -> bool:
        """Whether it does not happen at all; where days are named it is off only then."""
        return self.answer and not self.days

    @property
    def is_partly(self) -> bool:
        """Whether it does not happen on some day, or at all."""
        return self.answer or bool(self.days)


class Moved(Record):
    """A day's meeting that is held another day, at another hour or somewhere else; what is not named is as planned."""

    day: Day = key("fra", example="2026-12-08", need=REQUIRED)
    to: Day | None = key("til", example="2026-12-10")
    hours: Hours | None = key("kl", example="18:00-20:00")
    place: Line | None = key("sted", example="Biblioteket")
    reason: Line | None = key("grunn", example="Hallen er opptatt.")


class Happening(Entry):
    """What is on at stated times, and may be called off or moved for a day: activities, events and groups."""

    cancelled: Annotated[Cancelled, under("svar")] | None = key("avlyst", example="{dager: [2026-12-08]}")
    moved: Annotated[tuple[Moved, ...], ONE_OR_MORE] = key(
        "flyttet", example="[{fra: 2026-12-08, til: 2026-12-10}]", default=()
    )


class Activity(Happening):
    """Something to take part in, at fixed times or whenever one likes."""

    folder: ClassVar[str] = "aktiviteter"

    when: Schedule | None = key("når", example="[{dag: tirsdag, kl: 18:00-19:30}]", need=ADVISED)
    opening_hours: Schedule | None = key("åpningstider", example="[{dag: hverdager, kl: 10-16}]")
    level: Level | None = key("nivå", example="alle")
    people_count: Headcount | None = key("antall", example="6-10")
    places_left: Places | None = key("ledige_plasser", example="ja")
    trial: YesNo | None = key("prøvetime", example="ja")


class Event(Happening):
    """Something that happens once, or a few times, at a stated hour in Europe/Oslo."""

    folder: ClassVar[str] = "arrangementer"

    start: Moment | None = key("start", example="2026-12-05 18:00", need=ADVISED)
    end: Moment | None = key("slutt", example="2026-12-05 20:00")
    when: Schedule | None = key("når", example="[{dag: søndag, kl: 12-14}]")
    programme: Line | None = key("innhold", example="Konsert og kaffe.")
    food: Line | None = key("servering", example="Grøt og saft.")

    @property
    def move(self) -> Moved | None:
        """The row that moves all of it; of one with a `når` each row moves a day."""
        start = self.start
        return next((row for row in self.moved if start and row.day == start.date()), None)

    @property
    def elsewhere(self) -> Line | None:
        """Where all of it is moved to: what is said of the place where it was to be does not hold there."""
        return self.move.place if self.move else None

    @property
    def current_start(self) -> datetime | None:
        """When it begins after all."""
        move = self.move
        if move is None or self.start is None:
            return self.start
        return datetime.combine(move.to or move.day, move.hours.start if move.hours else self.start.time())

    @property
    def current_end(self) -> datetime | None:
        """When it ends after all; not known where it has new hours without an end."""
        move, begins = self.move, self.current_start
        if move is None or self.start is None or begins is None:
            return self.end
        if move.hours is None:
            return self.end + (begins - self.start) if self.end else None
        ends = datetime.combine(begins.date(), move.hours.end) if move.hours.end else None
        return ends + timedelta(days=1) if ends and ends <= begins else ends


class Meeting(Record):
    """One line of a group's half-year plan."""

    day: Day = key("dato", example="2027-01-12", need=REQUIRED)
    hours: Hours | None = key("kl", example="17-20")
    what: Line = key("hva", example="Bowling", need=REQUIRED)
    place: Line | None = key("oppmøte", example="Foran kinoen")
    price: Kroner | None = key("kr", example="60")
    bring: Line | None = key("ta_med", example="Innesko")


class Plan(Record):
    """A half-year of meetings; only an approved plan is ever published."""

    period: Word = key("periode", example="2027-vår", need=REQUIRED)
    status: PlanStatus = key("status", example="utkast", need=REQUIRED)
    approved: Day | None = key("godkjent", example="2026-12-01")
    meetings: tuple[Meeting, ...] = key("punkter", example="[{dato: 2027-01-12, hva: Bowling}]", default=())


class Group(Happening):
    """A group of the service itself: what it does, never who is in it."""

    folder: ClassVar[str] = "grupper"

    meets: Schedule | None = key("møtes", example="[{dag: torsdag, kl: 17-20, hver: 2. uke}]", need=ADVISED)
    hours_per_month: Number | None = key("timer_per_måned", example="8")
    leaders: Count | None = key("ledere", example="2")
    has_room: YesNo | None = key("ledig", example="ja", need=ADVISED)
    needs_decision: YesNo | None = key("krever_vedtak", example="ja", need=ADVISED)
    together_with: Line | None = key("samarbeid", example="Eksempelvik idrettslag")
    fee: Line | None = key("kontingent", example="200 kr i halvåret")
    base: Venue | None = key("base", example="{navn: Ungdomshuset}")
    started: Word | None = key("startet", example="2019")
    does: tuple[Line, ...] = key("aktiviteter", example="[turer, kino, bowling]", default=())
    plan: Plan | None = key("plan", example="{periode: 2027-vår, status: utkast}")
