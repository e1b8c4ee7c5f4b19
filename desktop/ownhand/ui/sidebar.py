"""A column beside the page: one of several pages at a time, chosen by a tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget


class Sidebar(QFrame):
    """Pages under their names; the tabs hide while there is only one.

    Attributes:
        page: Name of the page that shows, or "".
    """

    page_changed = Signal(str)
    """Another page shows: its name."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._names: list[str] = []
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("sidebarTabs")
        self._tabs.setAccessibleName(title)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.hide()
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab_changed)

    @property
    def page(self) -> str:
        """Name of the page that shows, or ""."""
        index = self._stack.currentIndex()
        return self._names[index] if index >= 0 else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all pages, in the order of their tabs."""
        return tuple(self._names)

    def add_page(self, name: str, title: str, widget: QWidget) -> None:
        """Put a page behind the others; the first one shows.

        Args:
            name: How code and settings call it.
            title: What its tab says.
            widget: The page; becomes a child of the sidebar.
        """
        self._names.append(name)
        self._stack.addWidget(widget)
        self._tabs.addTab(title)
        self._tabs.setVisible(len(self._names) > 1)

    def show_page(self, name: str) -> None:
        """Bring a page to the front; an unknown name changes nothing."""
        if name in self._names:
            self._tabs.setCurrentIndex(self._names.index(name))

    def widget(self, name: str) -> QWidget | None:
        """The page of that name, or None."""
        return self._stack.widget(self._names.index(name)) if name in self._names else None

    def _on_tab_changed(self, index: int) -> None:
        if 0 <= index < len(self._names):
            self._stack.setCurrentIndex(index)
            self.page_changed.emit(self._names[index])
