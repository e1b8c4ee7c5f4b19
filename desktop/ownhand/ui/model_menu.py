"""The menu behind the model button."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from ownhand.bridge.translation import number, tr
from ownhand.ui.model_controller import ModelController


class ModelMenu(QMenu):
    """Installed models to load, and what can be done with them; built anew each time it opens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Model"), parent)
        self.setAccessibleName(tr("Models"))
        self._models: ModelController | None = None
        self.aboutToShow.connect(self.rebuild)

    def serve(self, models: ModelController) -> None:
        """Take the controller whose models are listed."""
        self._models = models

    def rebuild(self) -> None:
        """List what there is now."""
        self.clear()
        models = self._models
        if models is None:
            return
        loaded = models.loaded.info.slug if models.loaded else ""
        for info in models.models:
            action = self.addAction(info.title)
            action.setCheckable(True)
            action.setChecked(info.slug == loaded)
            action.setToolTip(
                tr("{millions} million weights, {licence}").format(
                    millions=number(info.parameters / 1e6), licence=info.licence
                )
            )
            action.triggered.connect(lambda _=False, info=info: models.load(info))
        if not models.models:
            self.addAction(tr("No model yet")).setEnabled(False)
        self.addSeparator()
        fetch = self.addAction(tr("Get the starter model"), models.fetch_starter)
        fetch.setVisible(models.none_installed)
        fetch.setEnabled(not models.fetching)
        for label, act in (
            (tr("Add a model file …"), models.ask_for_file),
            (tr("Add a model folder …"), models.ask_for_folder),
        ):
            self.addAction(label, act).setEnabled(not models.fetching)
        unload = self.addAction(tr("Unload the model (frees its memory)"), models.unload)
        unload.setEnabled(models.loaded is not None)
        if models.models:
            removal = self.addMenu(tr("Remove from this machine"))
            removal.setEnabled(not models.fetching)
            for info in models.models:
                action = removal.addAction(f"{info.title} …")
                action.triggered.connect(lambda _=False, info=info: models.ask_to_remove(info))
