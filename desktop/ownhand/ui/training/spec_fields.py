"""What a writer can set of a training, each field declared once; the forms and their tests are made of this table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ownhand.core.presets import builtin_presets
from ownhand.training.spec import METHODS, TrainingSpec

Kind = Literal["whole", "number", "flag", "choice", "several", "name"]

GROUPS = {
    "way": "The way it learns",
    "amount": "How much it learns",
    "learning": "How it learns",
    "checkpoints": "What it keeps and shows on the way",
    "scratch": "The new model",
    "cleaning": "Cleaning of the texts",
}
"""Groups in the order of the form, with what stands above them."""


@dataclass(frozen=True, slots=True)
class SpecField:
    """How one field of `TrainingSpec` is shown.

    Attributes:
        name: Of the field.
        group: Key of `GROUPS`.
        label: In the writer's words.
        technical: In those of the trade, for the tooltip.
        help: What it does, a sentence.
        kind: Which editor.
        minimum: Of a number.
        maximum: Of a number.
        step: Of a number's arrows.
        decimals: Of a number.
        choices: (value, label) of a choice or of several.
        unset: What the lowest number, or an empty name, is called when it means "not set by me", or "".
        methods: Ways of training for which it matters.
    """

    name: str
    group: str
    label: str
    technical: str
    help: str
    kind: Kind
    minimum: float = 0
    maximum: float = 1_000_000
    step: float = 1
    decimals: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    unset: str = ""
    methods: tuple[str, ...] = METHODS

    def matters(self, spec: TrainingSpec) -> bool:
        """Whether it does anything for what is chosen otherwise."""
        other, wanted = _NEEDS.get(self.name, ("method", spec.method))
        return spec.method in self.methods and getattr(spec, other) == wanted


_LORA = ("lora",)
_SCRATCH = ("scratch",)
_CHOSEN = "chosen for you"
_NEEDS: dict[str, tuple[str, object]] = {
    "minutes": ("steps", 0),
    "epochs": ("steps", 0),
    "norm_epsilon": ("architecture", "post_norm"),
}
"""Fields that only do something while another one has a certain value."""

SPEC_FIELDS: tuple[SpecField, ...] = (
    SpecField("method", "way", "Way of training", "method", "Adapters leave the model as it is and learn beside it: quick, and little is forgotten. Every weight goes further and takes longer. From scratch makes a small model that knows your texts alone.", "choice", choices=(("lora", "Adapters beside the model"), ("full", "Every weight of the model"), ("scratch", "A new, small model from scratch"))),
    SpecField("rank", "way", "Size of the adapters", "LoRA rank", "More can hold more of your style, and learns by heart sooner.", "whole", 1, 256, methods=_LORA),
    SpecField("alpha", "way", "Strength of the adapters", "LoRA alpha; multiplied by alpha / rank", "How loudly the adapters speak beside the model.", "number", 0.5, 512, 1, 1, methods=_LORA),
    SpecField("targets", "way", "Parts that get an adapter", "LoRA targets", "Query and value are enough for a style; more parts learn more and take longer.", "several", choices=(("query", "query"), ("key", "key"), ("value", "value"), ("output", "output"), ("gate", "gate"), ("up", "up"), ("down", "down")), methods=_LORA),
    SpecField("minutes", "amount", "Minutes", "minutes", "About how long it learns; turned into a number of steps at the start.", "number", 0, 10_000, 5, 1, unset="no limit"),
    SpecField("epochs", "amount", "Times through the texts", "epochs", "If set, this decides instead of the minutes.", "number", 0, 1_000, 1, 2, unset="as the time allows"),
    SpecField("steps", "amount", "Steps", "optimiser steps", "If set, this decides instead of minutes and times through the texts.", "whole", 0, 10_000_000, 10, unset=_CHOSEN),
    SpecField("patience", "amount", "Ends early when nothing gets better", "early stopping: patience in held-out scores", "After so many looks at pages it never saw without a new best.", "whole", 0, 1_000, unset="never"),
    SpecField("rate", "learning", "Learning rate", "learning rate, peak", "How far each step goes. Too much and it forgets how to write, too little and it learns nothing.", "number", 0, 1, 0.0001, 6, unset=_CHOSEN),
    SpecField("schedule", "learning", "The rate over time", "learning-rate schedule", "How the learning rate falls until the end.", "choice", choices=(("cosine", "falls softly"), ("linear", "falls evenly"), ("constant", "stays"))),
    SpecField("warmup", "learning", "Steps to warm up", "warm-up steps", "The rate rises over these first steps.", "whole", -1, 100_000, unset=_CHOSEN),
    SpecField("optimizer", "learning", "Optimiser", "optimiser", "What turns errors into changes.", "choice", choices=(("adamw", "AdamW"), ("adam", "Adam"))),
    SpecField("batch", "learning", "Passages at once", "micro-batch size", "More is quicker on a big machine and takes more memory.", "whole", 1, 4_096),
    SpecField("accumulate", "learning", "Rounds per step", "gradient accumulation", "As many passages more in a step, without more memory.", "whole", 1, 4_096),
    SpecField("seq", "learning", "Length of a passage", "sequence length in tokens", "In tokens, about three quarters of a word each. Longer ones teach longer arcs and take more memory.", "whole", 0, 32_768, 16, unset=_CHOSEN),
    SpecField("weight_decay", "learning", "Pull towards small weights", "weight decay", "Keeps single weights from growing large.", "number", 0, 1, 0.01, 4),
    SpecField("clip_norm", "learning", "Longest step", "gradient clipping norm", "Cuts steps that would go too far; 0 lets them.", "number", 0, 1_000, 0.5, 2, unset="no limit"),
    SpecField("dropout", "learning", "Left out while learning", "dropout", "A share of what each block says is left out at random: learns by heart less.", "number", 0, 0.9, 0.05, 2),
    SpecField("precision", "learning", "Precision", "mixed precision", "Half precision is quicker on a graphics card, and slower on most processors.", "choice", choices=(("float32", "full"), ("mixed", "half where it does no harm"))),
    SpecField("recompute", "learning", "Spare memory by computing twice", "rematerialisation", "Less memory, more time, the same result.", "flag"),
    SpecField("seed", "learning", "Number that chance begins with", "random seed", "The same number, texts and settings give the same model.", "whole", 0, 2_000_000_000),
    SpecField("held_out_share", "checkpoints", "Kept aside to judge by", "held-out share", "Part of your texts that it never learns from, so that one can tell how well it writes on.", "number", 0, 0.5, 0.05, 2),
    SpecField("score_every", "checkpoints", "Steps between looks at those pages", "steps between held-out scores", "Each look takes time.", "whole", 0, 1_000_000, 10, unset=_CHOSEN),
    SpecField("keep_best", "checkpoints", "Take the model from its best moment", "restore the best held-out loss", "Else from the end.", "flag"),
    SpecField("checkpoint_minutes", "checkpoints", "Minutes between safe points", "time between checkpoints", "If the machine stops, no more than this is lost.", "number", 0.1, 240, 1, 1),
    SpecField("keep_last", "checkpoints", "Safe points kept", "checkpoints kept beside the best", "Each takes room on the disk.", "whole", 1, 100),
    SpecField("sample_every", "checkpoints", "Steps between samples", "steps between samples", "What it writes on the way, to see it learn.", "whole", 0, 1_000_000, 10, unset="after each time through"),
    SpecField("sample_tokens", "checkpoints", "Length of a sample", "sample tokens", "In tokens, about three quarters of a word each.", "whole", 1, 2_000, 10),
    SpecField("samplers", "checkpoints", "Samples are written with", "presets of the samples", "One sample for each.", "several", choices=tuple((preset.slug, preset.name) for preset in builtin_presets())),
    SpecField("report", "checkpoints", "Report before and after", "report", "Tells on pages it never saw whether it became better, and whether it learnt by heart.", "flag"),
    SpecField("vocabulary", "scratch", "Its vocabulary", "kind of tokeniser", "What it reads and writes in.", "choice", choices=(("auto", "chosen by the script"), ("bpe", "pieces of words (BPE)"), ("wordpiece", "pieces of words (WordPiece)"), ("words", "whole words"), ("characters", "single characters")), methods=_SCRATCH),
    SpecField("vocabulary_size", "scratch", "Entries in the vocabulary", "vocabulary size", "More for much text.", "whole", 0, 200_000, 1_000, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("architecture", "scratch", "Kind of model", "architecture", "How its blocks are built.", "choice", choices=(("gpt2", "GPT (norm first, shared vocabulary)"), ("post_norm", "small transformer (norm last)")), methods=_SCRATCH),
    SpecField("layers", "scratch", "Layers", "transformer blocks", "More can learn more and take longer.", "whole", 0, 48, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("width", "scratch", "Width", "hidden size", "More can learn more and take longer.", "whole", 0, 4_096, 32, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("heads", "scratch", "Heads", "attention heads", "In how many ways it looks back.", "whole", 0, 64, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("head_width", "scratch", "Width of a head", "head size", "Usually the width shared among the heads.", "whole", 0, 1_024, 8, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("feed_forward", "scratch", "Width inside a layer", "feed-forward size", "Usually four times the width.", "whole", 0, 16_384, 64, unset=_CHOSEN, methods=_SCRATCH),
    SpecField("norm_epsilon", "scratch", "Added under the root of a norm", "layer-norm epsilon", "Keeps the arithmetic safe.", "number", 0.0000001, 0.1, 0.00001, 7, methods=_SCRATCH),
    SpecField("text_field", "cleaning", "Where the text stands in collections", "field of JSON objects, or column of a table", "Its name there, when the wrong one is taken; counts when the folders are read again.", "name", unset="found by itself"),
    SpecField("drop_duplicates", "cleaning", "Leave out texts that repeat another", "exact duplicates", "The same words, but for spaces.", "flag"),
    SpecField("drop_near_duplicates", "cleaning", "Leave out drafts of the same text", "near duplicates", "Texts most of which stands in another one.", "flag"),
    SpecField("strip_boilerplate", "cleaning", "Cut licences and repeated lines", "boilerplate", "Legal notices, and lines that come back in many files.", "flag"),
    SpecField("minimum_paragraph", "cleaning", "Shortest paragraph", "minimum paragraph length in characters", "Paragraphs of fewer characters are left out.", "whole", 0, 10_000, 16, unset="any"),
    SpecField("lower_case", "cleaning", "All in small letters", "lower-case", "The model then writes no capitals.", "flag"),
    SpecField("html_breaks", "cleaning", "Turn <br /> into spaces", "HTML breaks", "For texts from the web.", "flag"),
    SpecField("split_punctuation", "cleaning", "Punctuation stands alone", "punctuation splitting", "A space before each mark; for a vocabulary of whole words.", "flag"),
    SpecField("paragraphs", "cleaning", "Each paragraph is a text", "paragraphs as documents", "For texts whose paragraphs have little to do with one another.", "flag"),
)  # fmt: skip


def fields_of(group: str) -> Sequence[SpecField]:
    """The fields of a group, in their order."""
    return [item for item in SPEC_FIELDS if item.group == group]
