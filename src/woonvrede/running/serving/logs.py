# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the processes say of themselves: never a word that somebody typed."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

Words = MutableMapping[str, Any]


def configure() -> None:
    """Send every log line, ours and the libraries', to standard error as one line of JSON."""
    structlog.configure(
        processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root = logging.getLogger()
    root.handlers[:] = [to(sys.stderr)]
    root.setLevel(logging.INFO)
    logging.getLogger("django.request").setLevel(logging.ERROR)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    # It warns of a rollback that failed behind an error, or Ctrl-C, that is told itself; what its
    # pool warns of is told by nobody else.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    logging.getLogger("psycopg.pool").setLevel(logging.WARNING)


def to(stream: TextIO) -> logging.Handler:
    """Return what writes log lines to a stream."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            pass_foreign_args=True,
            foreign_pre_chain=[without_arguments],
            processors=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                without_words,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    return handler


def without_arguments(_: Any, __: str, words: Words) -> Words:
    """Keep of a library's message the pattern: what it fills in may be an address or a name."""
    record = words["_record"]
    status = getattr(record, "status_code", None)
    words["event"] = f"answered {status}" if status else str(record.msg).split("\n", 1)[0]
    words.pop("positional_args", None)
    return words


def without_words(_: Any, __: str, words: Words) -> Words:
    """Say of an error its kind and its place: its text may quote a row."""
    error = words.pop("exc_info", None)
    words.pop("stack_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, BaseException):
        error = (type(error), error, error.__traceback__)
    if error and error[0] is not None:
        words["error"] = f"{error[0].__module__}.{error[0].__qualname__}"
        words["place"] = _place(error[2])
        if constraint := getattr(getattr(error[1], "diag", None), "constraint_name", None):
            words["constraint"] = constraint
    return words


def _place(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-8:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
