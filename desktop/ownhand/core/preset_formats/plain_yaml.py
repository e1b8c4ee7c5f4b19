"""YAML as presets are written in: plain values, no references."""

from __future__ import annotations

from typing import Any

import yaml

_LONGEST = 200_000
"""Characters; a preset has a thousand, and YAML is slow to read."""


def load_plain_yaml(text: str) -> Any:
    """The values of a text in YAML.

    Raises:
        ValueError: If it is not YAML, or refers to parts of itself, with which a small file can stand
            for one of any size.
    """
    if len(text) > _LONGEST:
        raise ValueError("too long for a preset")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise ValueError("references are not used in presets")
        return yaml.safe_load(text)
    except yaml.YAMLError as problem:
        raise ValueError(str(problem)) from problem
