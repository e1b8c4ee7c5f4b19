"""Runs the Jinja template that came with a model: it may shape text, and do nothing else.

A template is a program by a stranger. Jinja's sandbox keeps it from Python; what is added here keeps it
from taking all time or memory: lines that may run, characters that may be made, sizes that may be asked for.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import FrameType
from typing import Any

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
import jinja2.sandbox
import jinja2.utils

from ownhand.core.words import Sentence

MOST_SOURCE = 200_000
MOST_CHARACTERS = 4_000_000
MOST_LINES = 400_000
MOST_COUNT = 10_000


class TemplateRefusedError(Exception):
    """A template cannot be used, or does not take a conversation of this form."""


class Template:
    """A compiled template.

    Args:
        source: What stands in the model's files.

    Raises:
        TemplateRefusedError: If it is no template.
    """

    def __init__(self, source: str) -> None:
        if len(source) > MOST_SOURCE:
            raise TemplateRefusedError(
                Sentence("the template has {count} characters", count=len(source))
            )
        try:
            self._template = _Sandbox().from_string(source)
        except Exception as problem:  # the parser fails on nonsense in any way it likes
            raise TemplateRefusedError(str(problem)) from problem

    def render(self, values: Mapping[str, Any]) -> str:
        """The text that the template makes of these values.

        Raises:
            TemplateRefusedError: If it refuses them, fails, or takes too much.
        """
        text: list[str] = []
        size = 0
        try:
            with _few_lines():
                for piece in self._template.generate(values):
                    text.append(piece)
                    size += len(piece)
                    if size > MOST_CHARACTERS:
                        raise TemplateRefusedError("it makes too much text")
        except TemplateRefusedError:
            raise
        except Exception as problem:  # as a template is a program, anything may come of it
            raise TemplateRefusedError(str(problem)) from problem
        return "".join(text)


class _Sandbox(jinja2.sandbox.ImmutableSandboxedEnvironment):
    """As transformers sets it up, within bounds."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[jinja2.ext.loopcontrols, _Generation],
        )
        self.filters = {name: _bounded(function) for name, function in self.filters.items()}
        self.filters["tojson"] = _to_json
        self.globals = {
            "dict": dict,
            "raise_exception": _refuse,
            "strftime_now": lambda form: datetime.now().strftime(form),
            "namespace": _Namespace,
            "range": _range,
        }

    def call(self, context: Any, called: Any, *args: Any, **kwargs: Any) -> Any:
        """Call something for the template; no count that it gives may be large."""
        _check(*args, *kwargs.values())
        result = super().call(context, called, *args, **kwargs)
        _check_size(result)
        return result

    def call_binop(
        self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any
    ) -> Any:
        """Multiply numbers, but no texts; take small powers; format no text."""
        if not all(isinstance(value, int | float) for value in (left, right)):
            raise TemplateRefusedError(Sentence("it uses {operator} on texts", operator=operator))
        if operator == "**":
            _check(left, right)
        return super().call_binop(context, operator, left, right)


class _Namespace(jinja2.utils.Namespace):
    """A namespace whose values stay within bounds."""

    def __setitem__(self, name: str, value: Any) -> None:
        _check_size(value)
        super().__setitem__(name, value)


class _Generation(jinja2.ext.Extension):
    """The tag {% generation %}, which marks for training what the assistant says: shown as it is."""

    tags = {"generation"}  # noqa: RUF012 - as the base class has it

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        """Read the tag and all up to its end."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def _refuse(message: object) -> None:
    raise TemplateRefusedError(str(message))


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > MOST_COUNT:
        raise TemplateRefusedError("it counts too far")
    return found


def _to_json(value: Any, indent: int | None = None, **_options: Any) -> str:
    _check(indent)
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        _check(*args, *kwargs.values())
        result = function(*args, **kwargs)
        _check_size(result)
        return result

    return bounded


def _check(*values: Any) -> None:
    if any(isinstance(value, int | float) and abs(value) > MOST_COUNT for value in values):
        raise TemplateRefusedError("it asks for too much")


def _check_size(value: Any) -> None:
    if isinstance(value, str | list | tuple) and len(value) > MOST_CHARACTERS:
        raise TemplateRefusedError("it makes too much text")


@contextmanager
def _few_lines() -> Iterator[None]:
    """Count the lines of template that run on this thread, and look at what they keep."""
    left = MOST_LINES

    def on_line(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal left
        if event == "line":
            left -= 1
            if left < 0:
                raise TemplateRefusedError("it does not come to an end")
            for value in frame.f_locals.values():
                _check_size(value)
        return on_line

    def on_call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return on_line if frame.f_code.co_filename == "<template>" else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        yield
    finally:
        sys.settrace(before)
