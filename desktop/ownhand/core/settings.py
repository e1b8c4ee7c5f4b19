"""The application's settings: one frozen value, one file, one reader."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from ownhand.core import atomic

log = logging.getLogger(__name__)

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What the writer chose once and expects to find again.

    Attributes:
        backend: Keras backend: "tensorflow", "jax" or "torch"; the variable KERAS_BACKEND wins.
        device: "auto", "cpu" or "gpu".
        dtype: "auto" (int8 on a CPU, bfloat16 or float16 on a GPU), "int8", "float32", "float16", "bfloat16".
        runtime: "auto", or "keras" to run the Keras layers even where the kernel for processors is faster.
        model: Slug of the model to load, or "" for the starter model.
        preset: Name of the preset in use.
        adjustments: What the writer changed in it, as `field=JSON value`.
        model_presets: What is chosen when a model loads, as `slug=name of the preset`.
        preset_model: Slug of the model that was loaded when the preset was chosen.
        max_tokens: Longest continuation.
        context_tokens: Most tokens the model is shown, continuation included.
        trim_sentences: Whether the unfinished last sentence goes where a continuation reached its length.
        candidates: How many continuations "Write several" asks for.
        alert_after_s: Seconds from which on the end of a generation is announced to a writer who is
            elsewhere; 0 is never.
        alert_sound: Whether that makes a sound.
        theme: "system", "light", "dark" or "contrast".
        font_family: Text face of the page; "" is the theme's serif.
        font_points: Text size in points.
        zoom_points: Text size the writer zoomed to, or 0 for `font_points`.
        recent: Paths of recent files, newest first.
        welcomed: Whether the first-start explanation was closed.
        panel_visible: Whether the panel at the right shows.
        panel_page: Which of its pages.
        library_visible: Whether the library at the left shows.
        library_folder: Folder that the library shows, or "".
        panes: Widths of library, page and panel in pixels, as texts; () for the usual ones.
        language: "system", or a language as "de".
        typewriter: Whether the line that is written stays in the middle of the window.
        spelling: Language whose words are checked: a code, "auto" for that of the text, "" for none.
        suggest: Whether a suggestion shows in grey when the writer pauses.
        suggest_pause_ms: How long that pause is.
        mark_copied: Whether passages are marked that stand in the texts the model learned from.
        chat_enter_sends: Whether Enter sends what is typed in the chat; else Ctrl+Enter does.
        chat: Name of the conversation that was last open, or "".
        training_folders: What was last trained on.
        training_name: How the last trained model was called.
        window: Place and size of the window, as Qt writes them, in base64.
    """

    backend: str = "tensorflow"
    device: str = "auto"
    dtype: str = "auto"
    runtime: str = "auto"
    model: str = ""
    preset: str = "Balanced"
    adjustments: tuple[str, ...] = ()
    model_presets: tuple[str, ...] = ()
    preset_model: str = ""
    max_tokens: int = 200
    context_tokens: int = 2048
    trim_sentences: bool = True
    candidates: int = 4
    alert_after_s: int = 20
    alert_sound: bool = False
    theme: str = "system"
    font_family: str = ""
    font_points: float = 13.0
    zoom_points: float = 0.0
    recent: tuple[str, ...] = ()
    welcomed: bool = False
    panel_visible: bool = True
    panel_page: str = "settings"
    library_visible: bool = False
    library_folder: str = ""
    panes: tuple[str, ...] = ()
    language: str = "system"
    typewriter: bool = False
    spelling: str = "auto"
    suggest: bool = False
    suggest_pause_ms: int = 900
    mark_copied: bool = True
    chat_enter_sends: bool = True
    chat: str = ""
    training_folders: tuple[str, ...] = ()
    training_name: str = "My writing"
    window: str = ""


_CHOICES: dict[str, tuple[str, ...]] = {
    "backend": ("tensorflow", "jax", "torch"),
    "device": ("auto", "cpu", "gpu"),
    "dtype": ("auto", "int8", "float32", "float16", "bfloat16"),
    "runtime": ("auto", "keras"),
    "theme": ("system", "light", "dark", "contrast"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "max_tokens": (1, 100_000),
    "context_tokens": (16, 1_000_000),
    "candidates": (2, 8),
    "alert_after_s": (0, 3600),
    "suggest_pause_ms": (100, 60_000),
    "font_points": (6, 96),
    "zoom_points": (0, 96),
}


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing or wrong becomes its default and is logged."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        log.warning("Settings in %s cannot be read (%s); using the defaults.", path, problem)
        return Settings()
    settings = Settings()
    for item in fields(Settings):
        if item.name in values:
            value = _usable(item.name, values[item.name], getattr(settings, item.name))
            if value is None:
                log.warning("Setting %s = %r is not usable.", item.name, values[item.name])
            else:
                settings = replace(settings, **{item.name: value})
    return settings


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings atomically.

    Raises:
        OSError: If the file cannot be written; the old one is untouched.
    """
    import tomlkit  # costs a twentieth of the second in which the window appears

    document = tomlkit.document()
    document["schema"] = SCHEMA
    for name, value in asdict(settings).items():
        document[name] = list(value) if isinstance(value, tuple) else value
    atomic.write_text(path, tomlkit.dumps(document))


def _usable(name: str, value: Any, default: Any) -> Any:
    """The value in the type of its default, or None if it cannot be used."""
    if isinstance(default, tuple):
        ok = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return tuple(value) if ok else None
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not type(default):
        return None
    if name in _CHOICES and value not in _CHOICES[name]:
        return None
    if name in _RANGES and not _RANGES[name][0] <= value <= _RANGES[name][1]:
        return None
    return value
