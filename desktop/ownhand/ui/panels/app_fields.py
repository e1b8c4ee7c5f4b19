"""Settings of the panel that belong to the application, not to a preset."""

from __future__ import annotations

from ownhand.bridge.translation import mark
from ownhand.core.sampling import SettingSpec

APP_FIELDS: dict[str, SettingSpec] = {
    "max_tokens": SettingSpec(
        mark("Length"),
        mark("max tokens"),
        mark("How much is written at most before it stops by itself; a token is about three quarters of a word."),
        "int", 10, 2000, 10,
    ),
    "trim_sentences": SettingSpec(
        mark("End with a whole sentence"),
        mark("trim to sentence end"),
        mark("When the length is reached in the middle of a sentence, that unfinished sentence is taken back."),
        "switch", group="words",
    ),
    "context_tokens": SettingSpec(
        mark("How far back it reads"),
        mark("context tokens"),
        mark("How much of the text the model is shown, its own continuation included; the model's limit holds too."),
        "int", 128, 32768, 128, group="search",
    ),
    "candidates": SettingSpec(
        mark("Continuations to choose from"),
        mark("candidates in one batch"),
        mark("How many continuations “Write several” has written side by side."),
        "int", 2, 8, 1, group="writing",
    ),
    "alert_after_s": SettingSpec(
        mark("Call me after seconds"),
        mark("alert at the end of a long generation"),
        mark("When writing took at least this long and you are in another program meanwhile, the window asks for your attention; 0 is never."),
        "int", 0, 600, 5, group="writing",
    ),
    "alert_sound": SettingSpec(
        mark("Call me with a sound"),
        mark("system beep"),
        mark("The system's own soft sound comes with it."),
        "switch", group="writing",
    ),
}  # fmt: skip
"""By the name of the field in `Settings`; those of the group "basic" stand at the top."""
