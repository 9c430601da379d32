"""Which icon stands beside a fact, by the name of its field."""

from collections.abc import Mapping

ICONS: Mapping[str, str] = {
    "when": "calendar-event",
    "opening_hours": "clock",
    "place": "map-pin",
    "start": "map-pin",
    "price": "ticket",
    "audience": "users",
    "adapted": "wheelchair",
    "sign_up": "message-circle",
    "transport": "bus",
    "parking": "parking",
    "accessible_toilet": "toilet-paper",
    "gear": "backpack",
    "dog": "dog",
    "winter": "snowflake",
    "season": "sun",
    "coverage": "antenna-bars-5",
    "food": "coffee",
    "benches": "bench",
    "minutes": "hourglass",
    "course": "route",
    "grade": "sign-right",
    "marking": "sign-right",
    "lighting": "bulb",
    "energy": "bolt",
    "weather": "cloud",
    "indoors": "home",
    "pram": "baby-carriage",
    "rollator": "walk",
    "cycle": "bike",
    "drinking_water": "droplet",
    "shelter": "umbrella",
    "pace": "clock",
    "accessible_parking": "parking",
    "leisure_card": "cards",
    "level": "stairs",
    "people_count": "users-group",
    "places_left": "user-check",
    "trial": "help",
    "gear_loan": "backpack",
    "hours_per_month": "clock",
    "leaders": "users",
    "has_room": "user-check",
    "needs_decision": "certificate",
    "together_with": "heart-handshake",
    "fee": "coins",
    "started": "calendar",
    "base": "home",
    "free_hours": "gift",
    "entrance": "door",
    "door": "door",
    "function": "building",
    "type": "building-community",
    "number": "id-badge-2",
    "programme": "list-check",
    "climb_m": "trending-up",
    "ut_no": "external-link",
    "route_register": "map-2",
    "sign_language": "hand-stop",
}
"""The icon of a fact by its field; the rest share one."""

_ANY = "info-circle"


def icon_of(name: str) -> str:
    """The icon of a fact by its field."""
    return ICONS.get(name, _ANY)
