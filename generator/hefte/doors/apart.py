"""Work in a process of its own, so that what it remembers is gone when it is done.

The print engine never forgets a page: twenty volumes in one process take two gigabytes, one at a time a fifth of it.
"""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from hefte.doors.trouble import EngineError


def apart(make: Callable[[], bytes]) -> bytes:
    """What `make` returns or raises; made here where a copy of this process would not be safe or cannot be had."""
    if sys.platform != "linux" or _threads() > 1:
        return make()
    fork = get_context("fork")
    inlet, outlet = fork.Pipe(duplex=False)
    process = fork.Process(target=_make_and_send, args=(make, outlet))
    process.start()
    outlet.close()
    try:
        made = inlet.recv()
    except EOFError:
        raise EngineError("the process that printed was stopped") from None
    finally:
        process.join()
    if isinstance(made, bytes):
        return made
    raise made


def _threads() -> int:
    """The threads of this process, those of libraries too: a copy has none of them, and would wait for ever."""
    return sum(1 for _ in Path("/proc/self/task").iterdir())


def _make_and_send(make: Callable[[], bytes], outlet: Connection) -> None:
    try:
        outlet.send(make())
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is raised again on the other side
        outlet.send(error)
