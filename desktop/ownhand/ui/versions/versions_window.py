"""The window of earlier versions: a timeline, and what differs from the present text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import mark, moment, number, tr
from ownhand.document import versions
from ownhand.document.differences import Differences
from ownhand.document.versions import Version
from ownhand.ui.theme import Theme, ThemeSwitch
from ownhand.ui.versions.diff_view import DiffView

REASONS = {
    versions.OPENED: mark("as it was opened"),
    versions.SAVED: mark("saved"),
    versions.WRITING: mark("while writing"),
    versions.NOT_SAVED: mark("not saved"),
    versions.BEFORE_SAVING: mark("before it was saved over"),
    versions.BEFORE_RESTORING: mark("before an earlier one was restored"),
    versions.BEFORE_LOADING: mark("before the other version was loaded"),
    versions.BEFORE_MERGING: mark("before versions were merged"),
    versions.OTHER: mark("by another program"),
}


class VersionsWindow(QWidget):
    """Beside the main window, never in its way; it holds versions as values and touches no disk.

    Attributes:
        timeline: The versions, the latest first.
        diff: What differs between the chosen version and the present text.
        summary: The same in numbers.
        restore_button: Put the chosen version onto the page.
        copy_button: Put its text onto the clipboard.
    """

    version_chosen = Signal(object)
    """`Version`: show how it differs."""
    restore_wanted = Signal(object)
    """`Version`: put it onto the page."""
    copy_wanted = Signal(object)
    """`Version`: put its text onto the clipboard."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("trainingWindow")  # a plain window of the family
        self.setWindowTitle(tr("Versions"))
        self.resize(920, 620)
        self._versions: tuple[Version, ...] = ()
        self._may_restore = True
        self.title = QLabel(self)
        self.title.setObjectName("trainingTitle")
        self.timeline = QListWidget(self)
        self.timeline.setAccessibleName(tr("Versions, the latest first"))
        self.timeline.setWordWrap(True)
        self.timeline.setSpacing(1)
        self.timeline.currentRowChanged.connect(self._on_row_changed)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setObjectName("panelNote")
        self.diff = DiffView(themes.theme, self)
        self.restore_button = QPushButton(tr("&Restore"), self)
        self.restore_button.setObjectName("primaryButton")
        self.restore_button.setToolTip(
            tr("Put this version onto the page; Undo brings the present text back")
        )
        self.restore_button.clicked.connect(lambda: self._ask(self.restore_wanted))
        self.copy_button = QPushButton(tr("&Copy text"), self)
        self.copy_button.setObjectName("plainButton")
        self.copy_button.clicked.connect(lambda: self._ask(self.copy_wanted))
        themes.theme_changed.connect(self._on_theme_changed)
        self._arrange()
        self.show_versions("", (), 0)

    @property
    def chosen(self) -> Version | None:
        """The version that is looked at."""
        row = self.timeline.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_versions(
        self, title: str, found: Sequence[Version], words: int, may_restore: bool = True
    ) -> None:
        """Show the timeline; the version that was chosen stays so, if it is still there.

        Args:
            title: What the text is called.
            found: The latest first.
            words: Of the present text.
            may_restore: Whether the page takes a version.
        """
        before = self.chosen
        self._may_restore = may_restore
        self.title.setText(tr("Versions of {name}").format(name=title))
        self.timeline.blockSignals(True)
        self.timeline.clear()
        self._versions = tuple(found)
        for version in found:
            QListWidgetItem(_entry(version, words), self.timeline)
        self.timeline.blockSignals(False)
        if found:
            ids = [version.id for version in found]
            again = ids.index(before.id) if before is not None and before.id in ids else 0
            self.timeline.setCurrentRow(again)
            self._on_row_changed(again)
        else:
            self._on_row_changed(-1)
            self.summary.clear()
            self.diff.show_sentence(
                tr(
                    "There are no versions of this text yet. One is kept at every save, and every ten "
                    "minutes while you write."
                )
            )

    def show_differences(self, version: Version, found: Differences) -> None:
        """Show how a version differs from the present text; too late if another is chosen."""
        if self.chosen != version:
            return
        came, gone = found.words("came"), found.words("gone")
        if not any(piece.kind != "same" for piece in found.pieces):
            self.summary.setText(tr("This is the present text."))
        else:
            self.summary.setText(
                tr(
                    "Since then {came} words were added (underlined), {gone} taken out (struck through)."
                ).format(came=number(came), gone=number(gone))
            )
        self.diff.show_differences(found)

    def show_problem(self, sentence: str) -> None:
        """The chosen version cannot be shown: why."""
        self.summary.clear()
        self.diff.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.diff, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.restore_button)
        column.addLayout(buttons)
        panes = QSplitter(self)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.timeline)
        panes.addWidget(right)
        panes.setStretchFactor(1, 1)
        panes.setSizes([300, 620])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(panes, 1)

    def _ask(self, signal: object) -> None:
        if self.chosen is not None:
            signal.emit(self.chosen)  # type: ignore[attr-defined]  # a bound signal

    def _on_row_changed(self, _row: int) -> None:
        version = self.chosen
        self.restore_button.setEnabled(version is not None and self._may_restore)
        self.copy_button.setEnabled(version is not None)
        if version is not None:
            self.summary.setText(tr("Comparing with the present text …"))
            self.version_chosen.emit(version)

    def _on_theme_changed(self, theme: Theme) -> None:
        self.diff.set_theme(theme)


def _entry(version: Version, words: int) -> str:
    """Two lines: when, and how long it was, against now, and why it was kept."""
    at = datetime.fromtimestamp(version.kept_at)
    now = datetime.now()
    if at.date() == now.date():
        when = tr("Today, {time}").format(time=moment(at, day=False))
    else:
        when = moment(at, year=at.year != now.year)
    reason = tr(REASONS[version.reason]) if version.reason in REASONS else version.reason
    change = version.words - words
    against = f" ({'+' if change > 0 else '−'}{number(abs(change))})" if change else ""
    length = tr("%Ln words", n=version.words)
    return f"{when}\n{length}{against} · {reason}"
