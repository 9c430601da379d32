"""From the metres of Norwegian maps (UTM on ETRS89) to degrees.

Krüger's series of 1912 to the third power, as Karney (2011) writes it: right to less than a millimetre within
Norway. On ETRS89 and WGS 84 a walk lies in the same place.
"""

import math

_MAJOR, _FLATTENING = 6_378_137.0, 1 / 298.257222101
_N = _FLATTENING / (2 - _FLATTENING)
_SCALE = 0.9996 * _MAJOR / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA = (_N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3, _N**2 / 48 + _N**3 / 15, 17 / 480 * _N**3)
_DELTA = (2 * _N - 2 / 3 * _N**2 - 2 * _N**3, 7 / 3 * _N**2 - 8 / 5 * _N**3, 56 / 15 * _N**3)


def degrees_of(east: float, north: float, zone: int) -> tuple[float, float]:
    """Latitude and longitude of a spot in a zone of the northern half; metres in, degrees out."""
    up, right = north / _SCALE, (east - 500_000) / _SCALE
    xi = up - sum(beta * math.sin(2 * j * up) * math.cosh(2 * j * right) for j, beta in enumerate(_BETA, 1))
    eta = right - sum(beta * math.cos(2 * j * up) * math.sinh(2 * j * right) for j, beta in enumerate(_BETA, 1))
    chi = math.asin(math.sin(xi) / math.cosh(eta))
    latitude = chi + sum(delta * math.sin(2 * j * chi) for j, delta in enumerate(_DELTA, 1))
    longitude = math.atan2(math.sinh(eta), math.cos(xi))
    return math.degrees(latitude), zone * 6 - 183 + math.degrees(longitude)


_FLAT = {25800 + zone: zone for zone in range(29, 39)} | {32600 + zone: zone for zone in range(29, 39)}
_WITH_HEIGHT = {base + zone: zone for base in (5940, 6140) for zone in range(31, 37)}
DEGREES = (4258, 4326, 4937, 4979, 5942, 84)
"""EPSG's numbers: UTM on ETRS89 and on WGS 84, UTM with NN2000 and NN54 heights, and degrees; CRS84."""


class UnknownSystemError(LookupError):
    """A coordinate system that we cannot read."""


def place(first: float, second: float, system: int) -> tuple[float, float]:
    """Latitude and longitude of two coordinates in EPSG's system of that number, whichever of them comes first.

    In Norway north is the larger number, in metres as in degrees; raise UnknownSystemError for another system and
    ValueError for what is no number.
    """
    if not (math.isfinite(first) and math.isfinite(second)):
        raise ValueError((first, second))
    low, high = sorted((first, second))
    zone = _FLAT.get(system) or _WITH_HEIGHT.get(system)
    if zone:
        return degrees_of(low, high, zone)
    if system not in DEGREES:
        raise UnknownSystemError(system)
    return high, low


def has_height(system: int) -> bool:
    """Whether a position of the system has a third number."""
    return system in _WITH_HEIGHT or system in (4937, 4979, 5942)
