"""The actions "goal" and "statistics", and how far the goal is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ownhand.bridge.translation import number, tr
from ownhand.document.goal import Goal, load_goal, save_goal
from ownhand.ui.ask import ask_dialog
from ownhand.ui.shell import Shell
from ownhand.ui.statistics.goal_dialog import GoalDialog
from ownhand.ui.statistics.session import Session
from ownhand.ui.statistics.statistics_dialog import StatisticsDialog


class Statistics(QObject):
    """Counts the session, shows figures when asked, and the goal below the page."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.session = Session(shell.page)
        self.goal = Goal()
        self.dialog: StatisticsDialog | None = None
        self._told = ""
        shell.actions["statistics"].triggered.connect(self._show_figures)
        shell.actions["goal"].triggered.connect(lambda: shell.tasks.start(self._ask_goal()))
        shell.documents.text_shown.connect(self._load_goal)
        shell.page.edited.connect(self._show_goal)

    def _show_figures(self) -> None:
        if self.dialog is None:
            shell = self._shell
            self.dialog = StatisticsDialog(shell.page, self.session, shell.tasks, shell.window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _load_goal(self) -> None:
        self.goal = load_goal(self._shell.documents.belongings)
        self._show_goal()

    async def _ask_goal(self) -> None:
        dialog = GoalDialog(self.goal, self._shell.window)
        accepted = await ask_dialog(self._shell.tasks, dialog)
        goal = dialog.goal
        dialog.deleteLater()
        if not accepted:
            return
        self.goal = goal
        self._show_goal()
        folder = self._shell.documents.belongings
        try:
            await self._shell.tasks.in_thread(lambda: save_goal(folder, goal))
        except OSError as problem:
            self._shell.messages.tell(
                "goal",
                tr(
                    "The goal holds until Ownhand is closed, but could not be kept ({reason}). Your text is not touched by that."
                ).format(reason=problem.strerror or problem),
                kind="problem",
            )

    def _show_goal(self) -> None:
        parts = []
        if self.goal.text:
            parts.append(
                tr("{done} of {goal} words").format(
                    done=number(self._shell.page.word_count()), goal=number(self.goal.text)
                )
            )
        if self.goal.session:
            parts.append(
                tr("{done} of {goal} in this session").format(
                    done=number(self.session.written), goal=number(self.goal.session)
                )
            )
        text = " · ".join(parts)
        if text != self._told:
            self._told = text
            self._shell.status.show_goal(text)
