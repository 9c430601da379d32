"""The picture beside a link that somebody shares."""

import struct

import pytest

from hefte.doors.share_pictures import share_pictures
from hefte.model.choices import Motif

pytestmark = pytest.mark.slow


def test_a_shared_picture_has_the_size_that_others_ask_for_and_is_always_the_same() -> None:
    outputs = tuple(share_pictures(Motif.HARBOUR, "engine"))

    made = outputs[0].make()

    assert isinstance(made, bytes)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", made[16:24]) == (1200, 630)
    assert outputs[0].make() == made
    assert len({output.path for output in outputs}) == 3
