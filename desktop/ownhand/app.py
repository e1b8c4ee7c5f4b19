"""Starts the window. The only place where its parts are chosen and put together."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.paths import Paths, user_paths
from ownhand.core.system_libraries import missing_library, missing_library_advice
from ownhand.core.words import Sentence

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

    from ownhand.core.contracts import TextGenerator
    from ownhand.core.settings import Settings
    from ownhand.models.store import DirectoryStore
    from ownhand.ui.main_window import MainWindow

log = logging.getLogger(__name__)

LOG_FILE = "ownhand.log"
_LOG_BYTES = 1_000_000
_CLOSE_S = 3.0


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        argv: The program's name and at most one file to open; None takes `sys.argv`.

    Returns:
        The exit code: 0, or 1 if no window could be opened, 2 for arguments that mean nothing,
        130 after Ctrl+C or a kill.
    """
    arguments = list(sys.argv if argv is None else argv)[1:]
    if len(arguments) > 1:
        sys.stderr.write("Ownhand opens one text at a time: ownhand FILE\n")
        return 2
    file = Path(arguments[0]).expanduser().absolute() if arguments else None
    try:
        from ownhand.ui.startup import display_problem

        problem = display_problem()
        if problem:
            sys.stderr.write(problem + "\n")
            return 1
        return _run(user_paths(), file)
    except ImportError as fault:
        library = missing_library(str(fault))
        if not library:
            raise
        sys.stderr.write(missing_library_advice(library) + "\n")
        return 1


def _run(paths: Paths, file: Path | None) -> int:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from ownhand.core import resources

    start_log(paths.logs)
    qInstallMessageHandler(_on_qt_message)
    application = QApplication(["ownhand"])
    application.setApplicationName("ownhand")
    application.setApplicationDisplayName("Ownhand")
    application.setDesktopFileName("org.ownhand.Ownhand")
    application.setWindowIcon(QIcon(str(resources.resource_path("icons/ownhand.svg"))))
    code, ended = _live(application, paths, file)
    logging.shutdown()
    if not ended:
        # The lane is in native code that cannot be interrupted. All is saved; the interpreter's own
        # end would tear the libraries away under it.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _live(application: QApplication, paths: Paths, file: Path | None) -> tuple[int, bool]:
    """Show the window and run until it is gone: the exit code, and whether the lanes ended."""
    from ownhand.bridge.garbage import GarbageCollector
    from ownhand.bridge.interrupts import Interrupts

    with (
        contextlib.closing(window_loop(application)) as loop,
        contextlib.closing(GarbageCollector(application)) as garbage,
    ):
        window = build_window(application, loop, paths, collect=garbage.collect)
        window.models.loaded_changed.connect(garbage.rest)
        interrupted: list[int] = []

        def on_interrupted() -> None:
            interrupted.append(1)
            loop.stop()  # not `quit`, which would ask the windows

        def on_shown() -> None:
            log.info("Window visible %.2f s after the start of the process", process_age_s())
            window.begin(file)

        interrupts = Interrupts(on_interrupted, application)
        window.first_shown.connect(on_shown)
        window.show()
        loop.run_forever()
        interrupts.close()
        ended = window.shut_down(_CLOSE_S)
    return (130 if interrupted else 0), ended


def window_loop(application: QApplication) -> AbstractEventLoop:
    """The asyncio loop that Qt's event loop drives; close it at the end."""
    os.environ.setdefault("QT_API", "pyside6")
    import qasync

    loop: AbstractEventLoop = qasync.QEventLoop(application)
    return loop


def build_window(
    application: QApplication,
    loop: AbstractEventLoop,
    paths: Paths,
    make_generator: Callable[[Settings, Paths], TextGenerator] | None = None,
    collect: Callable[[], object] = gc.collect,
) -> MainWindow:
    """Choose the parts of the window and put them together; nothing is shown or loaded yet.

    Args:
        application: The application; it gets the theme.
        loop: From `window_loop`.
        paths: The folders of the writer.
        make_generator: Called on the model lane at its first job; the real engine when None.
        collect: Frees the memory of a model that was let go; called on the model lane.
    """
    from ownhand.bridge.deferred_generator import DeferredGenerator
    from ownhand.bridge.lane_bridge import LaneBridge
    from ownhand.bridge.model_jobs import ModelJobs
    from ownhand.bridge.settings_owner import SettingsOwner
    from ownhand.bridge.tasks import Tasks
    from ownhand.bridge.training_jobs import TrainingJobs
    from ownhand.bridge.translation import speak
    from ownhand.bridge.verbatim_watch import VerbatimWatch
    from ownhand.core.presets import all_presets
    from ownhand.core.settings import load_settings
    from ownhand.engine.lane import Lane
    from ownhand.ui.main_window import MainWindow
    from ownhand.ui.theme import ThemeSwitch
    from ownhand.ui.training.training_door import TrainingDoor

    faults = Faults(paths.logs)
    settings = SettingsOwner(load_settings(paths.settings_file), paths.settings_file)
    speak(application, settings.value.language)  # before anything says a word
    make = make_generator or partial(_make_engine, collect=collect)
    jobs = ModelJobs(
        DeferredGenerator(lambda: make(settings.value, paths)),
        lambda: _open_store(paths),
        paths.cache,
    )
    themes = ThemeSwitch(application, settings.value.theme)
    tasks = Tasks(loop, faults.report)
    training = TrainingJobs(paths, lambda: settings.value.backend)
    window = MainWindow(
        settings,
        all_presets(paths),
        themes,
        tasks,
        jobs,
        LaneBridge(Lane()),
        LaneBridge(Lane("fetch-lane")),
        VerbatimWatch(LaneBridge(Lane("verbatim-lane")), paths),
        TrainingDoor(training, LaneBridge(Lane("training-lane")), settings, themes, tasks, paths),
        paths,
    )
    faults.tell = window.tell_fault
    faults.install(loop)
    return window


class Faults:
    """Where exceptions end that nobody caught: in the log, and as a sentence in the window.

    Attributes:
        tell: Shows the sentence; set once there is a window.
    """

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self.tell: Callable[[str], None] = lambda _sentence: None

    def install(self, loop: AbstractEventLoop) -> None:
        """Catch what escapes from slots, threads and coroutines."""
        sys.excepthook = lambda _kind, fault, trace: self.report(fault.with_traceback(trace))
        threading.excepthook = lambda args: self.report(args.exc_value)
        loop.set_exception_handler(lambda _loop, context: self.report(context.get("exception")))

    def report(self, fault: BaseException | None) -> None:
        """Log a fault and tell the writer, from whichever thread."""
        if fault is None or isinstance(fault, KeyboardInterrupt):
            return
        log.error("A fault that nobody caught", exc_info=fault)
        if threading.current_thread() is threading.main_thread():
            self.tell(
                Sentence(
                    "Something unforeseen went wrong ({kind}). Your text is safe. If it comes back, "
                    "please report it with the log.",
                    kind=type(fault).__name__,
                )
            )


def start_log(folder: Path) -> None:
    """Log to a file in `folder`; one older file is kept. A read-only disk goes without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / LOG_FILE
        if file.exists() and file.stat().st_size > _LOG_BYTES:
            os.replace(file, folder / f"{LOG_FILE}.old")
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError as problem:
        sys.stderr.write(f"Ownhand cannot write its log ({problem}); it goes on without one.\n")
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faulthandler.enable(handler._open())  # its own descriptor: the handler's may be closed


def process_age_s() -> float:
    """Seconds since the system started this process."""
    status = Path("/proc/self/stat")
    if status.exists():
        # psutil adds the time of the boot, which the kernel tells in whole seconds only.
        fields = status.read_text().rpartition(")")[2].split()
        uptime_s = float(Path("/proc/uptime").read_text().split()[0])
        return uptime_s - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    import psutil

    return time.time() - float(psutil.Process().create_time())


def _make_engine(settings: Settings, paths: Paths, collect: Callable[[], object]) -> TextGenerator:
    from ownhand.engine.backends import BackendChoice
    from ownhand.engine.engine import Engine

    return Engine(BackendChoice.of(settings, paths.cache), collect)


def _open_store(paths: Paths) -> DirectoryStore:
    from ownhand.models.store import DirectoryStore

    return DirectoryStore(paths.models)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go to the log; the one with which it gives up also to the terminal."""
    from PySide6.QtCore import QtMsgType

    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(
            "Ownhand cannot open a window on this display. Start it from a desktop session, or "
            f"write without a window: ownhand write --help\nQt says: {message}\n"
        )
        logging.shutdown()
        os._exit(1)
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    logging.getLogger("qt").log(level.get(kind, logging.WARNING), "%s", message)
