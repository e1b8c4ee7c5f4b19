"""Joins the variants to the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ownhand.bridge.translation import tr
from ownhand.ui.shell import Shell
from ownhand.ui.variants.variants_controller import VariantsController
from ownhand.ui.variants.variants_keeper import VariantsKeeper
from ownhand.ui.variants.variants_page import VariantsPage


class VariantsFeature(QObject):
    """Keeps, shows and exchanges the variants of the text.

    Attributes:
        keeper: The tree of variants, and its file.
        controller: What is done with them.
        page: Where they are shown.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.keeper = VariantsKeeper(shell.page, shell.documents, shell.tasks, shell.messages, self)
        self.controller = VariantsController(shell, self.keeper, self)
        self.page = VariantsPage(
            self.controller, shell.actions["several"], shell.themes, shell.right
        )
        shell.right.add_page("variants", tr("Variants"), self.page)
        self.controller.several_begun.connect(self._show_page)

    def shut_down(self) -> None:
        """Write what waits to be written."""
        self.keeper.save_now()

    def _show_page(self) -> None:
        self._shell.settings.change(panel_visible=True)
        self._shell.right.show_page("variants")
