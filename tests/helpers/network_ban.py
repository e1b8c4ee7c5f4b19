"""Forbids the network to this process, for good.

Python reports every socket call to its audit hooks before it is made, whoever makes it; Qt's own
network classes would not be seen, which is why a test looks that they are never imported.
"""

from __future__ import annotations

import socket
import sys
from typing import Any

_CALLS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class NetworkUsedError(BaseException):
    """Somebody opened a connection. Not an Exception, so that no handler on the way swallows it."""


def forbid_network() -> None:
    """From now on a connection, a bound port or a name look-up raises `NetworkUsedError`."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    local = getattr(socket, "AF_UNIX", None)
    if event in _LOOKUPS:
        raise NetworkUsedError(f"{event}{arguments[:2]}")
    # TensorFlow imports urllib3, which binds and closes a port of this machine to see if it has IPv6.
    if event == "socket.bind" and arguments[1][:2] == ("::1", 0):
        return
    if event in _CALLS and arguments and arguments[0].family != local:
        raise NetworkUsedError(f"{event}({arguments[1:]})")
