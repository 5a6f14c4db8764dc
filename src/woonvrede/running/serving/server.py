# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The web server: what is measured is what runs."""

import gc

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.config import Config
from gunicorn.glogging import Logger

PROCESSES = 2
THREADS = 4


class Log(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's words go where ours go, without what somebody typed."""

    def setup(self, cfg: Config) -> None:
        """Leave the handlers to our own logging."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn, told everything here and nothing by files or environment."""

    def __init__(self, address: str, port: int) -> None:
        self.bind = f"{address}:{port}"
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's own choice."""
        settings = {
            "bind": self.bind,
            "workers": PROCESSES,
            "threads": THREADS,
            "worker_class": "gthread",
            "preload_app": True,
            "timeout": 30,
            "graceful_timeout": 10,
            "keepalive": 5,
            "worker_tmp_dir": "/dev/shm",  # noqa: S108 - a heartbeat that no disk can delay
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "warning",
            "proc_name": "woonvrede",
            "control_socket_disable": True,
            "logger_class": Log,
            "when_ready": _freeze,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """Load the application once, before the processes are forked off."""
        from django.urls import get_resolver  # noqa: PLC0415 - once Django is set up

        from woonvrede.wsgi import application  # noqa: PLC0415

        get_resolver().check()
        return application


def serve(address: str, port: int) -> None:
    """Serve until TERM."""
    Server(address, port).run()


def _freeze(_: Arbiter) -> None:
    # What is loaded now is shared by all processes as long as no collector touches it.
    gc.collect()
    gc.freeze()
