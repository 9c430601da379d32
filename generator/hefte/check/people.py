"""People: no name, private number or private mailbox is published without the person's consent."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from hefte.catalogue import Catalogue
from hefte.check.persons import holds_a_person, is_placeholder
from hefte.model import Entry, Organisation, Place, Settings
from hefte.model.parts import Contact
from hefte.positions import compose, scalars
from hefte.problem import Problem, Rule, Where
from hefte.source import Source

MOBILE = ("4", "9")
"""Norwegian mobile numbers have eight digits and begin with one of these."""

PRIVATE_MAIL = (
    "gmail.com",
    "hotmail.com",
    "hotmail.no",
    "outlook.com",
    "live.no",
    "yahoo.no",
    "yahoo.com",
    "online.no",
    "icloud.com",
    "me.com",
)


def persons_have_consented(catalogue: Catalogue) -> Iterator[Problem]:
    """A person's name or mobile needs `samtykke` with the date it was given."""
    for placed in (catalogue.settings, *catalogue.documents):
        contact = placed.contact if isinstance(placed, Entry | Settings) else None
        key = None if contact is None or contact.consent else next(_personal(contact), None)
        if key:
            yield Problem(placed.where("kontakt", key), Rule.PERSON_WITHOUT_CONSENT)


def _personal(contact: Contact) -> Iterator[str]:
    if contact.name:
        yield "navn"
    if contact.phone and len(contact.phone) == 8 and contact.phone.startswith(MOBILE):
        yield "tlf"
    if contact.email and contact.email.lower().rpartition("@")[2] in PRIVATE_MAIL:
        yield "epost"


# A search that begins with a digit, and only then looks back, is ten times as fast.
_BIRTH_NUMBER = re.compile(r"([0-9](?<![0-9]{2})(?<![0-9][.,][0-9])[0-9]{5})[ .]?([0-9]{5})(?![0-9])")
_FIRST_CONTROL = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CONTROL = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_TEST_SERIES = (80, 65, 40)
"""What Tenor, Skatteetaten and NAV add to the month of people who do not exist."""


def birth_numbers_are_not_told(catalogue: Catalogue) -> Iterator[Problem]:
    """A birth number or D-number has no place in a file that everybody may read, not even in a comment."""
    for source in catalogue.sources:
        for match in _BIRTH_NUMBER.finditer(source.text):
            rule = _rule_of_number(match[1] + match[2])
            if rule:
                yield Problem(_place(source, match.start()), rule, {"value": f"{match[1]}*****"})


def holds_birth_number(text: str) -> bool:
    """Whether words of another program hold such a number; they are better left out than told."""
    return any(_rule_of_number(match[1] + match[2]) for match in _BIRTH_NUMBER.finditer(text))


def _rule_of_number(digits: str) -> Rule | None:
    """What eleven digits break, by the control digits of Skatteetaten; None where they are something else."""
    read = tuple(map(int, digits))
    sums = (sum(a * b for a, b in zip(read, weights, strict=False)) for weights in (_FIRST_CONTROL, _SECOND_CONTROL))
    if any(total % 11 for total in sums):
        return None
    day, month = int(digits[:2]), int(digits[2:4])
    if _is_day(day, month):
        return Rule.BIRTH_NUMBER
    return Rule.TEST_BIRTH_NUMBER if any(_is_day(day, month - added) for added in _TEST_SERIES) else None


def _is_day(day: int, month: int) -> bool:
    """Whether the first four digits are a day, also with the 40 that a D-number adds."""
    try:
        date(2000, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return True


_NAME = r"[A-ZÆØÅ][a-zæøåéèäöü]+(?:[ -][A-ZÆØÅ][a-zæøåéèäöü]+){1,2}"
_PERSON = re.compile(_NAME)
_BEFORE, _AFTER = 120, 12
"""Characters around a number that may hold a name and the rest of the number."""

_NUMBER = re.compile(r"[0-9][0-9] ?[0-9] ?[0-9] ?[0-9] ?[0-9] ?[0-9][0-9]")
_NAME_AND_PHONE = re.compile(
    rf"(?P<name>(?!(?:Ring|Møt|Kontakt|Spør|Tlf|Call|Hos) ){_NAME})"
    r"\W{1,3}(?:(?:på|tlf|telefon|mobil|mob|nummer)\W{1,3}){0,2}(?:\+47 ?)?"
    r"(?P<phone>[2-9][0-9](?: ?[0-9][0-9]){3}|[2-9][0-9]{2} [0-9]{2} [0-9]{3})(?![0-9])"
)
_ORGANISATION = re.compile(
    r"(?:sentral|laga?|laget|forening|klubb|museum|bibliotek|kirke|skole|hus|kontor|senter|kommune|kaf[eé]|caf[eé]|"
    r"turist|grotte|hall|gård|teater|kino|arena|tjeneste|tenesta|torg|kro|camping|hotell|idrett|frivillig|ungdom|"
    r"kors|norge|misjon|vakt|telefon|leder|leiar|avdeling|park|utleie|korps|kor|gruppe|gruppa|krets|stiftelse|bad|sykehus)"
    r"(?:en|et|a|ne|n|t)?s?$|^(?:norsk|norske|røde|blå|il|if|fk|sk|ik|as)$",
    re.IGNORECASE,
)
"""How the words of organisations and places end, so that they are not taken for people."""


def texts_give_no_private_numbers(catalogue: Catalogue) -> Iterator[Problem]:
    """A name with a number in the middle of a text is asked for no consent by any field."""
    titles = _titles(catalogue)
    for source in catalogue.sources:
        if _names_a_phone(source.text):
            yield from _named_with_phone(source, titles)


def _names_a_phone(text: str) -> bool:
    """Look for a name only where a number stands."""
    numbers = _NUMBER.finditer(text)
    return any(_NAME_AND_PHONE.search(text, max(0, at.start() - _BEFORE), at.end() + _AFTER) for at in numbers)


def _named_with_phone(source: Source, titles: frozenset[str]) -> Iterator[Problem]:
    """Look inside each text: `navn` and `tlf` side by side are two texts, and `samtykke` holds for them."""
    node = compose(source.text)
    for scalar in scalars(node) if node else ():
        for match in islice(_NAME_AND_PHONE.finditer(scalar.value), 20):
            if _is_person(match["name"], titles):
                found = source.text.find(match["name"], scalar.start_mark.index)
                where = _place(source, max(found, scalar.start_mark.index))
                yield Problem(where, Rule.PERSON_IN_TEXT, {"value": match["name"]})


def roles_are_not_names(catalogue: Catalogue) -> Iterator[Problem]:
    """`rolle` needs no consent, so it must not hold what does."""
    titles = _titles(catalogue)
    for placed in (catalogue.settings, *catalogue.documents):
        contact = placed.contact if isinstance(placed, Entry | Settings) else None
        for role in (contact.role or ()) if contact and not contact.consent else ():
            if role and _is_a_name(role, titles):
                yield Problem(placed.where("kontakt", "rolle"), Rule.ROLE_IS_A_NAME, {"value": role})
                break


def checkers_are_roles(catalogue: Catalogue) -> Iterator[Problem]:
    """Who checked an entry is published with it, so it is told by role."""
    titles = _titles(catalogue)
    for entry in catalogue.entries:
        told = entry.checked.by if entry.checked else None
        name = next((form for form in told or () if form and _is_no_role(form, titles)), None)
        if name:
            yield Problem(entry.where("kontrollert", "av"), Rule.CHECKED_BY_A_NAME, {"value": name})


def names_a_person(words: str, catalogue: Catalogue) -> bool:
    """Whether words that should tell a role are most likely somebody's name, or lead to somebody."""
    return _is_no_role(words, _titles(catalogue))


def _is_no_role(words: str, titles: frozenset[str]) -> bool:
    """Whether words are a name, hold one, or were never filled in; what an organisation is called may be one."""
    if words.casefold() in titles:
        return False
    return (
        is_placeholder(words)
        or holds_a_person(words)
        or _is_a_name(words.title() if words.isupper() else words, titles)
    )


_FIRST_NAME = r"[A-ZÆØÅ][a-zæøåéèäöü]+"
_SHORT_NAME = re.compile(rf"(?:{_FIRST_NAME} )?{_FIRST_NAME} [A-ZÆØÅ]\.?")
_BY_A_PERSON = re.compile(rf"^(?i:privat(?:person\w*)?)\b|\bv/\s*{_FIRST_NAME} [A-ZÆØÅ]")
_MOBILE = r"(?:\+47 ?)?[49][0-9](?: ?[0-9]){6}(?![0-9])"
_NAMES = rf"{_FIRST_NAME}(?: {_FIRST_NAME})*"
_NAMED_MOBILE = re.compile(
    rf"(?P<name>{_NAMES})\W{{1,3}}(?:(?:på|tlf|telefon|mobil|mob|nummer)\W{{1,3}}){{0,2}}{_MOBILE}|"
    rf"{_MOBILE}\W{{1,3}}(?P<after>{_NAMES})"
)
_NO_NAME = re.compile(
    r"Ringe?|Kontakt|Spør|Tlf|Telefon|Mobil|Mob|Sms|Call|Hos|Meld|Melding|Send|Påmelding|På|Til|Vipps|Nummer|Eller|Ja|"
    r"Text|Phone|Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag"
)


def may_be_a_person(words: str, catalogue: Catalogue) -> bool:
    """Whether words that should name an organisation are most likely a person: «Kari N.», «Privat», «v/ Kari Berg»."""
    return bool(names_a_person(words, catalogue) or _SHORT_NAME.fullmatch(words) or _BY_A_PERSON.search(words))


def person_with_mobile(text: str) -> str:
    """The name that stands beside a mobile number, also a first name alone; empty where there is none."""
    for match in _NAMED_MOBILE.finditer(text):
        names = [word for word in (match["name"] or match["after"]).split() if not _NO_NAME.fullmatch(word)]
        if names and not any(map(_ORGANISATION.search, names)):
            return " ".join(names)
    return ""


def _is_a_name(words: str, titles: frozenset[str]) -> bool:
    return _PERSON.fullmatch(words) is not None and _is_person(words, titles)


def _is_person(name: str, titles: frozenset[str]) -> bool:
    """Whether two capitalised words are likely a person's, and not an organisation's or a place's."""
    words = re.split(r"[ -]", name)
    return name.casefold() not in titles and not any(map(_ORGANISATION.search, words))


def _titles(catalogue: Catalogue) -> frozenset[str]:
    """What organisations and places are called, in small letters."""
    named = (*catalogue.all(Organisation), *catalogue.all(Place))
    return frozenset(form.casefold() for entry in named for form in entry.title if form)


def _place(source: Source, index: int) -> Where:
    before = source.text.rfind("\n", 0, index)
    return Where(source.path, source.text.count("\n", 0, index) + 1, index - before)
