"""What the window can do beside writing on: each feature is one object that joins in by itself.

To add one: a class whose constructor takes a `Shell`, in a file or folder of its own; its actions in
`ui/actions.py`; an entry here. They join in when the window has appeared; this module is not imported
before.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ownhand.ui.chat.chat_feature import ChatFeature
from ownhand.ui.comforts.drops import Drops
from ownhand.ui.comforts.full_screen import FullScreen
from ownhand.ui.comforts.typewriter import Typewriter
from ownhand.ui.export.exporting import Exporting
from ownhand.ui.find.finding import Finding
from ownhand.ui.language.language_choice import LanguageChoice
from ownhand.ui.library.library import Library
from ownhand.ui.long_run_alert import LongRunAlert
from ownhand.ui.notes.notes_feature import NotesFeature
from ownhand.ui.palette.palette import Palette
from ownhand.ui.presets.presets_feature import PresetsFeature
from ownhand.ui.probabilities.probability_view import ProbabilityView
from ownhand.ui.provenance.who_wrote_what import WhoWroteWhat
from ownhand.ui.rewrite.rewriting import Rewriting
from ownhand.ui.shell import Shell
from ownhand.ui.spelling.spell_check import SpellCheck
from ownhand.ui.statistics.statistics import Statistics
from ownhand.ui.suggest.suggesting import Suggesting
from ownhand.ui.variants.variants_feature import VariantsFeature
from ownhand.ui.versions.versions_feature import VersionsFeature

Feature = Callable[[Shell], QObject]

FEATURES: tuple[Feature, ...] = (
    Library,
    Finding,
    VariantsFeature,
    NotesFeature,
    ChatFeature,
    PresetsFeature,
    Exporting,
    Statistics,
    SpellCheck,
    Typewriter,
    FullScreen,
    Drops,
    ProbabilityView,
    Rewriting,
    Suggesting,
    WhoWroteWhat,
    VersionsFeature,
    LanguageChoice,
    Palette,
    LongRunAlert,
)
"""Every feature, in the order in which their pages stand in the sidebars."""
