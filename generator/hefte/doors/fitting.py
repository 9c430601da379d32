"""Find how a booklet comes to its pages, in a process of its own: the print engine never forgets what it tried."""

import json
from typing import Any

from hefte.booklet.fit import Fitted, fitted
from hefte.booklet.fit_words import tell_fit
from hefte.booklet.press import Press, label_of
from hefte.booklet.setting import Setting
from hefte.doors.apart import apart
from hefte.doors.build import Work
from hefte.doors.typst import count_pages
from hefte.problem import Problem, Rule


def in_its_pages(press: Press, work: Work) -> Press:
    """Set as its editor asks for, and told; where that cannot be, it is a problem of the content."""
    if press.booklet.page_count is None:
        return press
    found = json.loads(apart(lambda: json.dumps(_packed(fitted(press, count_pages))).encode()))
    if found is None:
        return press
    if found["refused"]:
        rule, values = found["refused"]
        work.refuse(Problem(press.booklet.where("sidetall"), Rule(rule), values))
    else:
        work.remark("fitted", title=press.said(press.booklet.title), language=press.language, told=found["told"])
    return press._replace(
        setting=Setting(*found["setting"]), notes=found["notes"], left_out=frozenset(found["left_out"])
    )


def _packed(done: Fitted | None) -> dict[str, Any] | None:
    """What the other process needs to know, as JSON can hold it."""
    if done is None:
        return None
    return {
        "setting": done.setting,
        "notes": done.press.notes,
        "left_out": sorted(map(label_of, done.left_out)),
        "told": tell_fit(done, done.press.words),
        "refused": (done.problem.rule.value, dict(done.problem.values)) if done.problem else None,
    }
