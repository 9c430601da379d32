"""Jinja for ten thousand pages: what is called is called at once, and what is safe already is not escaped again.

Jinja asks of every call whether it wants the context, and makes every text a new one that is marked as safe. No
function of our templates wants a context, and what is put into a page need not be marked.
"""

import re
from collections.abc import MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']").search


def shown(value: object) -> str:
    """A value as it stands in a page: Markup as it is, everything else escaped."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)


class _Direct(CodeGenerator):
    """Writes `name(values)` for a call, and `environment.shown(…)` around what is put out."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # as Jinja has it
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in (*node.args, *node.kwargs):
            self.visit(value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401  # Jinja's own
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class Templates(Environment):
    """An environment whose templates share its globals, and ask for no context."""

    code_generator_class = _Direct
    shown = staticmethod(shown)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves where a template has none of its own: a page copies a dict in no time."""
        return super().make_globals(d) if d else self.globals
