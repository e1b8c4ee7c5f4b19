"""The command palette: type what you want to do, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.palette.matching import fit
from ownhand.ui.palette.palette_commands import Command, commands
from ownhand.ui.shell import Shell

_WIDTH, _ROWS = 620, 12
_KEYS_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QObject):
    """Opens the palette over the window."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.dialog: PaletteDialog | None = None
        shell.actions["palette"].triggered.connect(self.open)

    def open(self) -> None:
        """Show it, with what can be done now."""
        if self.dialog is not None:
            return
        self.dialog = PaletteDialog(commands(self._shell), self._shell.window)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        if dialog.chosen is not None:
            QTimer.singleShot(0, self, dialog.chosen.run)  # when the window has the focus again


class PaletteDialog(QDialog):
    """A line to type in, and below it what fits.

    Attributes:
        line: What is looked for.
        list: What fits, the best first.
        chosen: What Enter took, once the dialog is finished.
    """

    def __init__(self, offered: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(tr("Find a command"))
        self._offered = offered
        self._shown: list[Command] = []
        self.chosen: Command | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("What would you like to do?"))
        self.line.setAccessibleName(tr("Find a command"))
        self.line.setAccessibleDescription(
            tr("Type a few letters; Up and Down choose, Enter does it")
        )
        self.line.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Commands that fit"))
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(3):
            content = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(
                column, content if column else QHeaderView.ResizeMode.Stretch
            )
        self.nothing = QLabel(tr("Nothing is called so. Try another word for it."), self)
        self.nothing.setObjectName("panelNote")
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(12, 12, 12, 12)
        column_.setSpacing(8)
        for widget in (self.line, self.list, self.nothing):
            column_.addWidget(widget)
        self.line.textChanged.connect(self._look)
        self.list.itemActivated.connect(lambda _item, _column: self._take())
        self.list.itemClicked.connect(lambda _item, _column: self._take())
        self.list.currentItemChanged.connect(self._on_current_changed)
        self._look("")
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys of the line move in the list; Enter takes what is chosen there."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:  # fmt: skip
            if event.key() in _KEYS_OF_THE_LIST:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _look(self, query: str) -> None:
        scores = [(fit(query, (c.label, c.english, c.place), c.about), c) for c in self._offered]
        fitting = [(score, command) for score, command in scores if score]
        self._shown = [command for _, command in sorted(fitting, key=lambda pair: -pair[0])]
        self.list.clear()
        self.list.addTopLevelItems([_row(command) for command in self._shown])
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        best = self.list.topLevelItem(0)
        if best is not None:
            self.list.setCurrentItem(best)

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self.chosen = self._shown[row]
            self.accept()

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        """A screen reader stays in the line, and is told what Enter would do."""
        if item is not None and self.isVisible():
            words = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def _place(self, window: QWidget) -> None:
        """Below the top edge of the window, in its middle."""
        self.list.setMinimumHeight(_ROWS * (self.fontMetrics().height() + 12))
        self.resize(min(_WIDTH, window.width() - 40), self.sizeHint().height())
        across = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(window.rect().topLeft()) + window.rect().topLeft())
        self.move(self.x() + across, self.y() + 60)


def _row(command: Command) -> QTreeWidgetItem:
    label = f"✓ {command.label}" if command.checked else command.label
    item = QTreeWidgetItem([label, command.place, command.shortcut])
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    parts = [command.label, command.place, command.shortcut]
    if command.checked is not None:
        parts.append(tr("on") if command.checked else tr("off"))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, parts)))
    item.setToolTip(0, command.about)
    return item
