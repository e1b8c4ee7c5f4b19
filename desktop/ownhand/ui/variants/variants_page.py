"""The page beside the text where the variants are: those of the place at the caret, and all branches."""

from __future__ import annotations

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.ui.icon_button import IconButton
from ownhand.ui.panels.fold import Fold
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.variants.branches import Branches
from ownhand.ui.variants.variant_cards import VariantCards
from ownhand.ui.variants.variant_facts import facts_of
from ownhand.ui.variants.variants_controller import VariantsController

_PAUSE_MS = 60


class VariantsPage(QFrame):
    """Follows the caret; what is chosen here stands in the text at once.

    Attributes:
        heading: "Variants 2/4".
        cards: Those of the place at the caret.
        branches: The tree of all.
    """

    def __init__(
        self,
        controller: VariantsController,
        several: QAction,
        themes: ThemeSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName(tr("Variants"))
        self._controller = controller
        self.heading = QLabel(self)
        self.heading.setObjectName("panelHeading")
        self.hint = QLabel(self)
        self.hint.setObjectName("panelNote")
        self.hint.setWordWrap(True)
        self.several_button = QPushButton(tr("Write several"), self)
        self.several_button.setObjectName("plainButton")
        self.several_button.setToolTip(several.statusTip())
        self.several_button.setAccessibleDescription(several.statusTip())
        self.several_button.clicked.connect(several.trigger)
        several.enabledChanged.connect(self.several_button.setEnabled)
        self.cards = VariantCards(themes, self)
        self.continue_button = QPushButton(tr("Continue from here"), self)
        self.continue_button.setObjectName("plainButton")
        self.continue_button.setToolTip(
            tr("Put this variant into the text and write on at its end")
        )
        self.delete_button = IconButton("trash", tr("Delete the variant"), themes, self)
        self.branches = Branches(self)
        self.fold = Fold(tr("All branches"), themes, self)
        self.fold.add(self.branches)
        self._arrange()
        self._timer = Delay(_PAUSE_MS, self.refresh, self)
        self._connect()
        self.setFocusProxy(self.cards)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """It is only kept up to date while it shows."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        controller = self._controller
        tree, stand = controller.tree, controller.stand
        found = [facts_of(tree, v, controller.is_running(v.id)) for v in controller.variants]
        present = next((f.position for f in found if f.present), 0)
        if found:
            shown = str(present) if present else "–"
            counts = tr("Variants {shown}/{count}").format(shown=shown, count=len(found))
            self.heading.setText(counts)
        else:
            self.heading.setText(tr("Variants"))
        self.hint.setText(self._advice(len(found)))
        self.hint.setVisible(bool(self.hint.text()))
        self.cards.show_variants(found)
        self.cards.setVisible(bool(found))
        self._show_buttons()
        self.fold.setVisible(bool(tree.variants))
        if self.fold.button.isChecked():
            self.branches.show_tree(tree)
        self._end.setVisible(not (found or stand))

    def _advice(self, count: int) -> str:
        if count > 1:
            return ""
        if count == 1:
            return tr(
                "Retry (Ctrl+Shift+Enter) writes another one; this one stays here, and Alt+Left "
                "and Alt+Right go from one to the other."
            )
        return tr(
            "Nothing at the caret was written by the model yet. Put the caret where it should go on "
            "and have it write several continuations at once; take the one you like. Every "
            "continuation is kept here, also those that Retry puts aside."
        )

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.several_button)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.continue_button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_button)
        self.hint.setContentsMargins(4, 0, 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 10, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.cards, 3)
        column.addLayout(buttons)
        column.addWidget(self.fold)
        self._end = QWidget(self)
        column.addWidget(self._end, 2)
        self._column = column

    def _connect(self) -> None:
        controller = self._controller
        controller.shown_changed.connect(self._refresh_soon)
        self.cards.chosen.connect(controller.choose)
        self.cards.delete_requested.connect(controller.delete)
        self.cards.currentItemChanged.connect(self._show_buttons)
        self.branches.chosen.connect(controller.choose)
        self.continue_button.clicked.connect(
            lambda: controller.continue_from(self.cards.current_id)
        )
        self.delete_button.clicked.connect(lambda: controller.delete(self.cards.current_id))
        self.fold.button.toggled.connect(self._on_fold_toggled)

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _on_fold_toggled(self, is_open: bool) -> None:
        self._column.setStretchFactor(self.fold, 2 if is_open else 0)
        if is_open:
            self.branches.show_tree(self._controller.tree)

    def _show_buttons(self) -> None:
        current = next((f for f in self.cards.shown if f.id == self.cards.current_id), None)
        for button in (self.continue_button, self.delete_button):
            button.setVisible(bool(self.cards.count()))
        self.continue_button.setEnabled(current is not None and not current.running)
        deletable = current is not None and not (current.present or current.running)
        self.delete_button.setEnabled(deletable)
        about = tr("Delete the variant")
        if current is not None and current.present:
            about = tr("This variant stands in the text; choose another one before you delete it")
        self.delete_button.setToolTip(about)
        self.delete_button.setAccessibleDescription(about)
