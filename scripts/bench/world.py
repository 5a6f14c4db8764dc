# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Everything that is measured in one world, which is there: ``python -m scripts.bench.world CASES
REQUESTS``, of which the second is after how many requests the memory is looked at again.

The environment says where its database is; the last line printed is what was found, as JSON.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import django
import psycopg

os.environ["WOONVREDE_DATABASE_ROLE"] = "app"
django.setup()

from django.db import connection  # noqa: E402 - models can be read now
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from tests.support.server import serving  # noqa: E402
from tests.web.cost import NOT_COUNTED  # noqa: E402

from woonvrede.running.serving import static_files  # noqa: E402

from .client import Visitor, visit  # noqa: E402
from .measure import SECONDS, About, Line, Served, changed, memory, shown  # noqa: E402
from .people import LARGEST, NONE, TEN, Person, fill_up, people_of  # noqa: E402
from .work import SIGN_IN, Work  # noqa: E402

FORM = "application/x-www-form-urlencoded"


def main() -> int:
    """Measure, and print what was found."""
    cases, requests = map(int, sys.argv[1:])
    static_files.collect()
    people = {size: people_of(size) for size in (LARGEST, TEN, NONE)}
    fill_up(people[TEN], 10)
    with (
        tempfile.TemporaryDirectory() as folder,
        psycopg.connect(os.environ["DATABASE_MAINTENANCE_URL"], autocommit=True) as maintenance,
        serving(Path(folder), **dict(os.environ)) as running,
    ):
        server = Served(int(running.url.rpartition(":")[2]), running.pid)
        work = [Work(size, found, maintenance) for size, found in people.items()]
        print(json.dumps(_measured(server, cases, work, requests)))
    return 0


def _measured(server: Served, cases: int, work: Sequence[Work], requests: int) -> dict[str, object]:
    begun = memory(server)
    lines = [_tell(line) for line in _lines(server, cases, work)]
    asked = sum(line.requests for line in lines)
    pages = list(chain.from_iterable(each.pages().values() for each in work))
    # Once when everything is warm, and again after as many requests: does it grow?
    memories = {"start": begun, "warm": memory(server), "warm_after": asked}
    while asked < requests + memories["warm_after"]:
        for visitors in pages:
            asked += len(visit(server.port, visitors, seconds=SECONDS).latencies)
    memories |= {"end": memory(server), "requests": asked}
    return {"cases": cases, "memory": memories, "lines": [line.as_json() for line in lines]}


def _lines(server: Served, cases: int, work: Sequence[Work]) -> Iterator[Line]:
    yield shown(server, About("sign-in page", "anybody", cases, _queries(None, SIGN_IN)), SIGN_IN)
    for each in work:
        for name, visitors in each.pages().items():
            queries = _queries(each.people[0], visitors)
            yield shown(server, About(name, each.size, cases, queries), visitors)
    for each in work:
        for name, made in each.changes().items():
            queries = _queries(each.people[0], made(1, 2))
            yield changed(server, About(name, each.size, cases, queries), made)


def _queries(person: Person | None, visitors: Sequence[Visitor]) -> int:
    """Return how many statements a request takes, but BEGIN and COMMIT, once everything is warm."""
    client = person.client if person else Client(HTTP_HOST="localhost:8000")
    asks = list(visitors[0].asks)
    for ask in asks[:2] if visitors[0].once else asks[:1] * 2:
        with CaptureQueriesContext(connection) as captured:
            if ask.body is None:
                answer = client.get(ask.path)
            else:
                answer = client.generic("POST", ask.path, ask.body, content_type=FORM)
        assert answer.status_code == ask.status, (ask, answer.content.decode())
    return sum(query["sql"] not in NOT_COUNTED for query in captured.captured_queries)


def _tell(line: Line) -> Line:
    print(
        f"  {line.cases:>9,} {line.size:8} {line.name:22} {line.queries:3} "
        f"{line.p50:7.1f} {line.p95:7.1f} {line.alone:7.1f} {line.together:7.1f} {line.work:7.1f}",
        file=sys.stderr, flush=True,
    )  # fmt: skip
    return line


if __name__ == "__main__":
    sys.exit(main())
