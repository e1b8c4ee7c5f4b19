"""Which parts of a document a model wrote, as the editor remembers it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ownhand.core.texts import Document
from ownhand.document.sidecar import load_spans
from ownhand.document.spans import PASTED, TYPED


def generated_ranges(folder: Path, document: Document) -> tuple[tuple[int, int], ...]:
    """(start, end) of passages of the document's text that a model wrote, whole or edited since.

    What was pasted stays: it may be the writer's own from another program, and a passage of somebody
    else's is for the writer to judge. An origin that is not known is left out.

    Args:
        folder: `Paths.provenance`.
        document: With its source; of one without nothing is known.
    """
    if not document.source:
        return ()
    spans = [
        s
        for s in load_spans(folder, document.path, document.source)
        if s.origin not in (TYPED, PASTED)
    ]
    if not spans:
        return ()
    starts, sources = document.starts, document.source_starts
    ends = np.append(starts[1:], len(document.text))
    ranges: list[tuple[int, int]] = []
    for span in spans:
        # Pieces follow each other in the source as they do in the text.
        first = max(int(np.searchsorted(sources, span.start, side="right")) - 1, 0)
        last = int(np.searchsorted(sources, span.end, side="left"))
        for piece in range(first, last):
            shift = int(starts[piece] - sources[piece])
            start = max(span.start + shift, int(starts[piece]))
            end = min(span.end + shift, int(ends[piece]))
            if start < end:
                ranges.append((start, end))
    return _merged(ranges)


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    result: list[tuple[int, int]] = []
    for start, end in ranges:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
