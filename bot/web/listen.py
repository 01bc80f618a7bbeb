"""uvicorn inside the application's own event loop; signals stay with the application."""

import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from bot.settings import SettingsError


class Listener(uvicorn.Server):
    """`await serve(sockets=[…])`; ends when `should_exit` is set."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def open_socket(host: str, port: int) -> socket.socket:
    """Raises SettingsError where the port is taken or the address is not this machine's."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsError(f"cannot listen on {host} port {port}: {error.strerror}") from None


def make_listener(site: ASGIApp) -> Listener:
    return Listener(
        uvicorn.Config(site, log_config=None, access_log=False, timeout_graceful_shutdown=5, lifespan="off")
    )
