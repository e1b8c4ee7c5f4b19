"""The strip below the page in which a proposal stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontInfo,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import mark, tr
from ownhand.document.differences import Differences
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.versions.diff_view import DiffView

TONES = (
    mark("friendly"),
    mark("formal"),
    mark("plain"),
    mark("lively"),
    mark("solemn"),
    mark("humorous"),
    mark("tense"),
)
"""Suggestions; the writer may ask for any other."""

_LOWEST, _HIGHEST = 56, 230
"""Height of the proposal in pixels; what is longer scrolls."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProposalPanel(QFrame):
    """What differs, and what to do with it. Tab or Enter takes the proposal, Esc leaves the text as it is.

    Attributes:
        diff: The proposal against the passage.
        tone: Field for the tone; hidden but for that.
        accept: The three buttons.
        reject: Likewise.
        retry: Likewise.
    """

    accepted = Signal()
    """Put the proposal in."""
    rejected = Signal()
    """Close; the text stays."""
    retry_requested = Signal()
    """Ask again."""
    tone_chosen = Signal(str)
    """The tone that the writer wants, in the language of the window."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposal")
        self.setAccessibleName(tr("Proposal"))
        self._themes = themes
        self._title = QLabel(self)
        self._title.setObjectName("proposalTitle")
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self._cross = IconButton("dismiss", tr("Close the proposal"), themes, self)
        self._cross.setToolTip(tr("Close the proposal; the text stays as it is (Esc)"))
        self._cross.clicked.connect(self.rejected)
        self.diff = DiffView(themes.theme, self)
        self.tone = QComboBox(self)
        self.tone.setEditable(True)
        self.tone.addItems([tr(tone) for tone in TONES])
        self.tone.setCurrentIndex(-1)
        self.tone.setMinimumContentsLength(30)
        self.tone.setAccessibleName(tr("Tone"))
        line = self.tone.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Which tone? For example: friendly"))
            line.setAccessibleName(tr("Tone"))
        self.tone.installEventFilter(self)
        self.ask = QPushButton(tr("Try it"), self)
        self.ask.setObjectName("plainButton")
        self.ask.clicked.connect(self._choose_tone)
        self.accept = QPushButton(tr("Take it"), self)
        self.accept.setObjectName("primaryButton")
        self.accept.setToolTip(tr("Put the proposal in the place of the passage (Tab or Enter)"))
        self.reject = QPushButton(tr("Leave it"), self)
        self.reject.setObjectName("plainButton")
        self.reject.setToolTip(tr("The text stays as it is (Esc)"))
        self.retry = QPushButton(tr("Another"), self)
        self.retry.setObjectName("plainButton")
        self.retry.setToolTip(tr("Ask for another proposal"))
        self.accept.clicked.connect(self.accepted)
        self.reject.clicked.connect(self.rejected)
        self.retry.clicked.connect(self.retry_requested)
        self.diff.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange()
        themes.theme_changed.connect(self._dress)
        self._dress()

    def open_for(self, title: str, face: QFont, *, with_tone: bool) -> None:
        """Show itself for a new passage.

        Args:
            title: What is done, for example "Shorten".
            face: Of the text.
            with_tone: Ask for the tone first.
        """
        self._title.setText(title)
        self.diff.setFont(face)
        self.diff.setStyleSheet(
            f'font-family: "{QFontInfo(face).family()}"; font-size: {face.pointSizeF()}pt;'
        )
        self.diff.show_sentence("")
        for part in (self.tone, self.ask):
            part.setVisible(with_tone)
        self.diff.setVisible(not with_tone)
        self.show()
        if with_tone:
            self.tone.setFocus()
        else:
            self.diff.setFocus()

    def show_differences(self, found: Differences) -> None:
        """Show the proposal as far as it has come."""
        bar = self.diff.verticalScrollBar()
        place = bar.value()
        self.diff.show_differences(found)
        self._fit()
        bar.setValue(place)

    def show_state(self, text: str, *, ready: bool, running: bool) -> None:
        """Say how far it is.

        Args:
            text: A sentence.
            ready: Whether there is a proposal to take.
            running: Whether one is being written.
        """
        self._state.setText(text)
        self.accept.setEnabled(ready)
        self.retry.setEnabled(not running)
        self.diff.setVisible(ready or running)
        if ready or not running:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Tab and Enter take what is shown; Enter in the field asks for that tone."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.tone:
            if event.key() in _ENTER:
                self._choose_tone()
                return True
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (*_ENTER, Qt.Key.Key_Tab) and self.accept.isEnabled():
            self.accepted.emit()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever the focus is within."""
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text takes as many lines as it needs in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the text, within limits: the page matters more."""
        height = self.diff.document().size().height() + 2 * self.diff.frameWidth() + 12
        self.diff.setFixedHeight(round(min(max(height, _LOWEST), _HIGHEST)))

    def _choose_tone(self) -> None:
        wanted = self.tone.currentText().strip()
        if wanted:
            self.diff.show()
            self.diff.setFocus()
            self.tone_chosen.emit(wanted)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._state, 1)
        head.addWidget(self._cross)
        ask = QHBoxLayout()
        ask.addWidget(self.tone)
        ask.addWidget(self.ask)
        ask.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.reject)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(ask)
        layout.addWidget(self.diff)
        layout.addLayout(buttons)

    def _dress(self) -> None:
        theme = self._themes.theme
        self.diff.set_theme(theme)
        self.setStyleSheet(
            f"#proposal {{ background: {theme.chrome}; border-top: 1px solid {theme.edge}; }}"
            f"#proposalTitle {{ font-weight: 600; color: {theme.ink}; }}"
        )
