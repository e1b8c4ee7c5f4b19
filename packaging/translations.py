"""Keeps the translations of the window: `python packaging/translations.py update|check|compile`.

`update` has Qt's lupdate collect the texts of the code into `resources/translations/ownhand_*.ts`,
where Qt Linguist or any editor translates them, and compiles; `compile` makes the `.qm` files that
the window loads; `check` tells what is missing, unfinished or stale, and fails if anything is.

The `.qm` files are kept beside their sources: a checkout, a wheel and a frozen app load them alike.
English needs a file only for its plurals.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
CODE = ROOT / "desktop" / "ownhand"
LANGUAGES = ("en", "de")
PLURAL_FORMS = 2
_UNSEEN = {"cli", "bench"}  # the terminal speaks English

Translations = dict[str, list[str]]
"""By the English text: one translation, or one per plural form; "" where it is missing."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what is asked; 0, or 1 if `check` found something."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=("update", "check", "compile"))
    task = parser.parse_args(argv).task
    if task == "check":
        problems = check()
        sys.stdout.write("".join(f"{problem}\n" for problem in problems))
        return 1 if problems else 0
    if task == "update":
        update()
    for language in LANGUAGES:
        compiled_file(language).write_bytes(compiled(language))
    return 0


def update() -> None:
    """Bring the sources up to the code: new texts are empty, those that are gone go."""
    texts = collect()
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        known = read(language)
        wanted = [text for text in texts if language != "en" or is_plural(text)]
        write(language, {text: known.get(text) or _empty(text) for text in wanted})


def check() -> list[str]:
    """What is wrong with the translations, one line each."""
    texts = collect()
    problems = []
    for language in LANGUAGES:
        known = read(language)
        wanted = {text for text in texts if language != "en" or is_plural(text)}
        problems += [f"{language}: not collected: {text}" for text in sorted(wanted - set(known))]
        problems += [f"{language}: no longer used: {text}" for text in sorted(set(known) - wanted)]
        for text in sorted(wanted & set(known)):
            problems += [f"{language}: {fault}: {text}" for fault in faults(text, known[text])]
        file = compiled_file(language)
        if not file.exists() or file.read_bytes() != compiled(language):
            problems.append(
                f"{language}: {file.name} is stale; run: python packaging/translations.py compile"
            )
    return problems


def faults(text: str, translations: Sequence[str]) -> list[str]:
    """What is wrong with the translations of one text."""
    if not all(translations):
        return ["not translated"]
    found = []
    for translation in translations:
        if _fields(translation) != _fields(text):
            found.append("other values in braces")
        if ("&" in text.replace("&&", "")) != ("&" in translation.replace("&&", "")):
            found.append("mnemonic missing or not wanted")
        if (
            text[:1].isspace() != translation[:1].isspace()
            or text[-1:].isspace() != translation[-1:].isspace()
        ):
            found.append("blanks at an end differ")
    return found


def collect() -> list[str]:
    """All texts of the code, in a lasting order."""
    files = [str(file) for file in sorted(CODE.rglob("*.py")) if not _UNSEEN & {*file.parts}]
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.ts"
        listed = Path(scratch) / "files.lst"
        listed.write_text("\n".join(files), encoding="utf-8")
        _run(
            "lupdate", f"@{listed}", "-locations", "none", "-no-obsolete", "-silent",
            "-tr-function-alias", ",".join(f"QT_TR_NOOP+={name}" for name in _marking()), "-ts", str(found),
        )  # fmt: skip
        texts = {m.findtext("source", "") for m in ET.parse(found).getroot().iter("message")}
    texts = {text for text in texts if all(map(str.isidentifier, _fields(text) - {""}))}
    texts |= declared()
    return sorted(texts - {""})


def _marking() -> list[str]:
    """What a shown text may be an argument of: errors and stages reach the window by themselves."""
    from ownhand.core import errors

    kinds = [name for name, kind in vars(errors).items() if isinstance(kind, type)]
    return ["mark", "Sentence", "Stage", "RunStage", *kinds]


def declared() -> set[str]:
    """Words of tables that the window shows as they are: settings, presets, recipes."""
    from ownhand.core.personas import builtin_personas
    from ownhand.core.presets import builtin_presets
    from ownhand.core.sampling import SPECS
    from ownhand.corpus.languages import NAMES
    from ownhand.models.starter_record import starter_record
    from ownhand.training.recipes import recipes
    from ownhand.ui.training.spec_fields import GROUPS, SPEC_FIELDS

    texts = {*GROUPS.values(), *NAMES, starter_record().description}
    for field in SPEC_FIELDS:
        texts |= {field.label, field.technical, field.help, field.unset}
        texts |= {label for _value, label in field.choices}
    for spec in SPECS.values():
        texts |= {spec.label, spec.technical, spec.help}
    for preset in builtin_presets():
        texts |= {preset.name, preset.description}
    texts |= {persona.name for persona in builtin_personas()}
    for recipe in recipes():
        texts |= {recipe.title, recipe.description}
    return texts


def read(language: str) -> Translations:
    """What a source file holds; nothing if there is none."""
    file = source_file(language)
    if not file.exists():
        return {}
    found: Translations = {}
    for message in ET.parse(file).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        finished = translation.get("type") != "unfinished"
        forms = [form.text or "" for form in translation.iter("numerusform")]
        texts = forms or [translation.text or ""]
        found[message.findtext("source", "")] = texts if finished else [""] * len(texts)
    return found


def write(language: str, translations: Translations) -> None:
    """Write a source file as Qt Linguist does, sorted, so that differences stay small."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>", "    <name></name>",
    ]  # fmt: skip
    for text, forms in sorted(translations.items()):
        state = "" if all(forms) else ' type="unfinished"'
        lines.append('    <message numerus="yes">' if is_plural(text) else "    <message>")
        lines.append(f"        <source>{_escaped(text)}</source>")
        if is_plural(text):
            inside = "".join(
                f"\n            <numerusform>{_escaped(form)}</numerusform>" for form in forms
            )
            lines.append(f"        <translation{state}>{inside}\n        </translation>")
        else:
            lines.append(f"        <translation{state}>{_escaped(forms[0])}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    source_file(language).write_text("\n".join(lines), encoding="utf-8")


def compiled(language: str) -> bytes:
    """What lrelease makes of a source file."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "compiled.qm"
        _run("lrelease", str(source_file(language)), "-silent", "-qm", str(file))
        return file.read_bytes()


def source_file(language: str) -> Path:
    """Where the translations of a language are kept."""
    return FOLDER / f"ownhand_{language}.ts"


def compiled_file(language: str) -> Path:
    """What the window loads."""
    return FOLDER / f"ownhand_{language}.qm"


def is_plural(text: str) -> bool:
    """Whether a count stands in it."""
    return re.search("%L?n", text) is not None


def _empty(text: str) -> list[str]:
    return [""] * (PLURAL_FORMS if is_plural(text) else 1)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _escaped(text: str) -> str:
    for plain, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "apos")):
        text = text.replace(plain, f"&{name};")
    return text


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which PySide6 brings along."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    program = next(path for path in (folder / tool, folder / f"{tool}.exe") if path.exists())
    subprocess.run([program, *arguments], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
