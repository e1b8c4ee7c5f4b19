"""Keeps what would change the page away from a text that is only read."""

from __future__ import annotations

from ownhand.bridge.translation import tr
from ownhand.ui.shell import Shell


def may_change(shell: Shell) -> bool:
    """Whether the text on the page may be changed; the writer is told if not."""
    if shell.page.isReadOnly():
        shell.messages.tell(
            "stream", tr("This text is shown for reading only, so it stays as it is.")
        )
    return not shell.page.isReadOnly()
