"""Who wrote what: records, shares, the statement, and the same generation once more."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from ownhand.bridge.translation import moment, tr
from ownhand.ui.provenance.record_keeper import RecordKeeper
from ownhand.ui.provenance.same_again import SameAgain
from ownhand.ui.provenance.shares import Shares
from ownhand.ui.provenance.statement_window import StatementWindow
from ownhand.ui.shell import Shell


class WhoWroteWhat(QObject):
    """The feature.

    Attributes:
        records: How the passages of the text came about.
        shares: What the status line tells.
        same_again: Writes a passage once more.
        statement: The statement that is open, or None.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.records = RecordKeeper(shell, self)
        self.shares = Shares(shell, self.records, self)
        self.same_again = SameAgain(shell, self.records, self)
        self.statement: StatementWindow | None = None
        shell.actions["statement"].triggered.connect(
            lambda: shell.tasks.start(self.show_statement())
        )

    def shut_down(self) -> None:
        """Write down what waits."""
        self.records.flush()

    async def show_statement(self) -> None:
        """Make a statement of the text as it is now and show it; pasted text has its sign meanwhile."""
        from ownhand.document.statement import make_statement
        from ownhand.document.statement_text import as_markdown

        page, title = self._shell.page, self._shell.documents.title
        text, spans, records = page.text(), page.spans(), self.records.records
        date = moment(datetime.now().astimezone(), year=True)
        statement = await self._shell.tasks.in_thread(
            lambda: make_statement(title, date, text, spans, records)
        )
        if self.statement is not None:
            self.statement.close()
        self.statement = StatementWindow(self._shell, title, as_markdown(statement, tr))
        self.statement.finished.connect(self._on_statement_finished)
        page.show_pasted(True)
        self.statement.show()

    def _on_statement_finished(self) -> None:
        self.statement = None
        self._shell.page.show_pasted(False)
