"""Chat beside the text: puts the page, the conversations and the actions together."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ownhand.bridge.translation import tr
from ownhand.core.errors import BadInputError, DocumentError
from ownhand.core.messages import Stage
from ownhand.core.personas import Persona, all_personas, delete_persona, save_persona
from ownhand.ui.chat.about_text import AboutText
from ownhand.ui.chat.chat_controller import ChatController
from ownhand.ui.chat.chat_page import ChatPage
from ownhand.ui.chat.insertion import insert_reply
from ownhand.ui.reading_only import may_change
from ownhand.ui.shell import Shell


class ChatFeature(QObject):
    """Shows the conversation and does what is wished there.

    Attributes:
        controller: The conversation.
        page: Its page.
        about: The text that is asked about.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._deleted = ""
        self._personas: tuple[Persona, ...] = ()
        self._looked = False
        self.controller = ChatController(shell)
        self.page = ChatPage(shell.settings, shell.themes, shell.right)
        self.about = AboutText(shell, self.controller, self.page.composer, self)
        shell.right.add_page("chat", tr("Chat"), self.page)
        self._connect_controller()
        self._connect_page()
        shell.actions["ask_about"].triggered.connect(self.ask_about)
        shell.actions["stop"].triggered.connect(self.controller.stop)
        shell.generation.state_changed.connect(lambda _: self._show_stop())
        shell.models.loaded_changed.connect(self._show_taught)
        shell.right.page_changed.connect(self._on_side_page_changed)
        self._show()
        if shell.right.page == "chat":
            self._look()

    def ask_about(self) -> None:
        """Bring the page to the front, with the selection or the whole text to ask about."""
        self._shell.settings.change(panel_visible=True)
        self._shell.right.show_page("chat")
        self._look()
        self.page.show_talk()
        self._shell.tasks.start(self.about.take())

    def shut_down(self) -> None:
        """Keep everything that was said."""
        self.controller.shut_down()

    def _connect_controller(self) -> None:
        controller, page = self.controller, self.page
        controller.conversation_changed.connect(self._show)
        controller.turn_changed.connect(page.turns.show_turn)
        controller.state_changed.connect(self._on_state_changed)
        controller.context_changed.connect(page.show_context)
        controller.told.connect(page.show_note)
        controller.stage_changed.connect(self._on_stage_changed)

    def _connect_page(self) -> None:
        controller, page, tasks = self.controller, self.page, self._shell.tasks
        page.composer.ask_requested.connect(self._on_ask_requested)
        page.composer.stop_requested.connect(controller.stop)
        page.turns.wished.connect(self._on_wished)
        page.turns.stepped.connect(controller.step)
        page.turns.reworded.connect(self._on_reworded)
        page.undo_button.clicked.connect(self._undo)
        page.new_button.clicked.connect(self._begin_new)
        page.list_button.clicked.connect(lambda: tasks.start(self._show_list()))
        page.persona_button.clicked.connect(lambda: tasks.start(self._show_personas()))
        listed = page.conversations
        listed.search_changed.connect(lambda _: tasks.start(self._fill_list()))
        listed.opened.connect(lambda id_: tasks.start(self._open(id_)))
        listed.renamed.connect(lambda id_, title: tasks.start(self._rename(id_, title)))
        listed.deleted.connect(lambda id_: tasks.start(self._delete(id_)))
        listed.undo_requested.connect(lambda: tasks.start(self._bring_back()))
        personas = page.personas
        personas.chosen.connect(controller.tell)
        personas.chosen.connect(lambda *_: self._show_heading())
        personas.kept.connect(lambda name, system: tasks.start(self._keep_persona(name, system)))
        personas.enter.setChecked(self._shell.settings.value.chat_enter_sends)
        personas.enter_chosen.connect(lambda on: self._shell.settings.change(chat_enter_sends=on))
        personas.deleted.connect(lambda persona: tasks.start(self._delete_persona(persona)))

    def _show(self) -> None:
        conversation = self.controller.conversation
        self._show_heading()
        self.page.turns.show_conversation(conversation, self.controller.answering)
        self.page.show_undo(self.controller.can_undo)

    def _show_heading(self) -> None:
        conversation = self.controller.conversation
        persona = conversation.persona or (
            tr("Words of your own") if conversation.system else tr("The model as it is")
        )
        builtin = {one.name for one in self._personas if one.builtin}
        shown = tr(persona) if persona in builtin else persona
        self.page.show_heading(conversation.name, shown, is_empty=conversation.is_empty)

    def _show_stop(self) -> None:
        """Stop, in the menu and as Esc, is for whichever of the two runs."""
        running = self.controller.busy or self._shell.generation.active
        self._shell.actions["stop"].setEnabled(running)
        self._shell.actions["continue"].setEnabled(not running)

    def _show_taught(self) -> None:
        """Whether the model learnt to hold conversations."""
        loaded = self._shell.models.loaded
        self.page.untaught.setVisible(loaded is not None and not loaded.info.chats)

    def _look(self) -> None:
        """Read what was last open, once; it is not needed for the window to appear."""
        if self._looked:
            return
        self._looked = True
        last = self._shell.settings.value.chat
        if last and self.controller.conversation.is_empty:
            self._shell.tasks.start(self.controller.open(last))

    def _begin_new(self) -> None:
        self.controller.new()
        self.page.show_talk()

    def _undo(self) -> None:
        self.controller.undo()
        self._show()

    def _on_side_page_changed(self, name: str) -> None:
        if name == "chat":
            self._look()

    def _on_ask_requested(self, text: str) -> None:
        if self.controller.ask(text, self.page.composer.attachment):
            self.page.composer.take()
            self.page.turns.follow()

    def _on_state_changed(self, state: str) -> None:
        self.page.composer.show_answering(state != "idle")
        self.page.turns.show_answering(self.controller.answering)
        if state == "waiting":
            self.page.show_note(tr("The model thinks …"))
        elif state == "answering":
            self.page.show_note("")
        self._show_stop()

    def _on_stage_changed(self, stage: Stage | None) -> None:
        if stage is not None:
            self.page.show_note(tr(stage.label) + " …")

    def _on_reworded(self, turn_id: str, text: str, anew: bool) -> None:
        if anew:
            self.controller.ask_otherwise(turn_id, text)
            self.page.turns.follow()
        else:
            self.controller.reword(turn_id, text)

    def _on_wished(self, wish: str, turn_id: str) -> None:
        controller = self.controller
        if turn_id not in controller.conversation:
            return
        match wish:
            case "insert" if may_change(self._shell):
                insert_reply(
                    self._shell.page, self._shell.generation, controller.conversation[turn_id]
                )
            case "again":
                controller.answer_again(turn_id)
            case "go_on":
                controller.go_on(turn_id)
            case "copy":
                QGuiApplication.clipboard().setText(controller.conversation[turn_id].text)
            case "edit":
                self.page.turns.views[turn_id].edit()
            case "branch":
                controller.branch(turn_id)
                self.page.show_note(tr("This is a conversation of its own now; the other one stays in the list."))  # fmt: skip
            case "delete":
                controller.delete(turn_id)
                self._show()

    async def _open(self, id_: str) -> None:
        await self.controller.open(id_)
        self.page.show_talk()

    async def _show_list(self) -> None:
        self.page.conversations.search.clear()
        self.page.show_conversations()
        await self._fill_list()

    async def _fill_list(self) -> None:
        search = self.page.conversations.search.text()
        await self.controller.keeper.settle()
        found = await self._shell.tasks.in_thread(lambda: self.controller.shelf.list(search))
        self.page.conversations.show_list(found, self.controller.conversation.id)

    async def _rename(self, id_: str, title: str) -> None:
        controller = self.controller
        if id_ == controller.conversation.id:
            controller.rename(title)
            self._show_heading()
        else:
            try:
                renamed = await self._shell.tasks.in_thread(lambda: controller.shelf.read(id_))
            except DocumentError as problem:
                self.page.show_note(tr(str(problem)))
                return
            controller.keeper.keep(id_, renamed.rename(" ".join(title.split())))
        await self._fill_list()

    async def _delete(self, id_: str) -> None:
        controller = self.controller
        if id_ == controller.conversation.id:
            controller.new()
        await controller.keeper.settle()
        try:
            await self._shell.tasks.in_thread(lambda: controller.shelf.delete(id_))
        except DocumentError as problem:
            self._shell.messages.tell("chat", tr(str(problem)), kind="problem")
        else:
            self._deleted = id_
            self.page.conversations.undo_button.show()
        await self._fill_list()

    async def _bring_back(self) -> None:
        self.page.conversations.undo_button.hide()
        deleted, self._deleted = self._deleted, ""
        try:
            await self._shell.tasks.in_thread(lambda: self.controller.shelf.bring_back(deleted))
        except DocumentError as problem:
            self._shell.messages.tell("chat", tr(str(problem)), kind="problem")
        await self._fill_list()

    async def _show_personas(self) -> None:
        await self._read_personas()
        self.page.show_personas()

    async def _read_personas(self) -> None:
        folder = self._shell.paths.personas
        self._personas = await self._shell.tasks.in_thread(lambda: all_personas(folder))
        conversation = self.controller.conversation
        self.page.personas.show_personas(self._personas)
        self.page.personas.show_told(conversation.system, conversation.persona)

    async def _keep_persona(self, name: str, system: str) -> None:
        folder = self._shell.paths.personas
        try:
            kept = await self._shell.tasks.in_thread(lambda: save_persona(folder, name, system))
        except BadInputError as problem:
            self.page.personas.show_problem(tr(str(problem)))
            return
        self.controller.tell(kept.system, kept.name)
        await self._read_personas()
        self._show_heading()

    async def _delete_persona(self, persona: Persona) -> None:
        try:
            await self._shell.tasks.in_thread(lambda: delete_persona(persona))
        except BadInputError as problem:
            self.page.personas.show_problem(tr(str(problem)))
            return
        self.controller.tell(persona.system)  # the words stay until the writer changes them
        await self._read_personas()
        self._show_heading()
