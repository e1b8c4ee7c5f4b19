"""Every text of the window is translated, and nothing that it says has been forgotten."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import ownhand

CODE = Path(ownhand.__file__).parent
SCRIPT = CODE.parents[1] / "packaging" / "translations.py"

SAID = {"tr", "mark", "Sentence"}
UNSEEN = {"Declaration", "SpecField", "debug", "info", "warning", "error", "exception"}
"""Calls whose texts no writer reads, or that the script collects by itself."""

SENTENCE = re.compile(r"[A-Z&][\w&]+ \S.*[a-z].*$|[A-Z]\w+ …$")
EXCEPT = {
    "ui/editor/page_view.py",  # names of fonts
    "ui/startup.py",  # said in a terminal
    "ui/training/spec_fields.py",  # a table that the script reads
}


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not SCRIPT.exists(), reason="an installed Ownhand has no sources of translations"
)
def test_translations_are_complete_and_compiled() -> None:
    problems = script().check()
    assert not problems, (
        "Run python packaging/translations.py update, and translate:\n" + "\n".join(problems)
    )


def test_faults_of_a_translation_are_found() -> None:
    faults = script().faults
    assert faults("&Open {name}", ["&Öffne {name}"]) == []
    assert faults("&Open {name}", ["Öffne {nam}"]) == [
        "other values in braces", "mnemonic missing or not wanted",
    ]  # fmt: skip
    assert faults(" more", ["mehr"]) == ["blanks at an end differ"]
    assert faults("%n words", ["%n Wort", ""]) == ["not translated"]


def marked(file: Path) -> Iterator[str]:
    """Literals that the code of a file has translated."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAID and node.args:
            text = getattr(node.args[0], "value", None)
            yield from [text] if isinstance(text, str) and text else []


def test_everything_marked_is_collected() -> None:
    collected = set(script().collect())
    lost = [
        f"{file.relative_to(CODE)}: {text}"
        for file in sorted(CODE.rglob("*.py"))
        if not {"cli", "bench"} & {*file.parts}
        for text in marked(file)
        if text not in collected
    ]
    assert not lost, "lupdate does not look into f-strings:\n" + "\n".join(lost)


def sentences(file: Path) -> Iterator[tuple[int, str]]:
    """Whole sentences in the code of a file that pass neither `tr` nor `mark` nor a `Sentence`."""

    def look(node: ast.AST) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAID | UNSEEN or name.endswith(("Error", "Stage")):
                return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if SENTENCE.match(node.value):
                yield node.lineno, node.value
            return
        for child in ast.iter_child_nodes(node):
            yield from look(child)

    return look(ast.parse(file.read_text(encoding="utf-8")))


def test_window_says_nothing_untranslated() -> None:
    forgotten = [
        f"{file.relative_to(CODE)}:{line}: {text}"
        for folder in ("ui", "bridge")
        for file in sorted((CODE / folder).rglob("*.py"))
        for line, text in sentences(file)
        if file.relative_to(CODE).as_posix() not in EXCEPT
    ]
    assert not forgotten, "\n".join(forgotten)
