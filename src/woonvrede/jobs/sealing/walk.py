# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Verifying a sealed log: from its first line to its head, with queries and hashes of its own.

It streams by key, :data:`BATCH` lines at a time, and asks for a transaction in which nothing
changes meanwhile.  Nothing that a line says leaves it: a fault names table, line and place.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from ...casework.story.timeline import digest
from .heads import Head

GENESIS = bytes(32)
BATCH = 5000
FIRST = -(2**63)
UNFIT = "its personal fields are neither what was sealed nor erased"

# What a line says, as records_seal() has it; and what of it erasure may blank.
LOGS = {
    "event": """
        jsonb_build_array(
            'event', r.id, r.case_id, r.report_id, r.kind, r.category,
            extract(epoch from r.at)::text, r.party_id, r.account_id, r.system, r.facts,
            r.recipient_ids, r.digest)::text, r.personal::text, r.salt, r.digest""",
    "reading": """
        jsonb_build_array(
            'reading', r.id, extract(epoch from r.at)::text, r.account, r.party, r.system,
            r.action, r.case_ids, r.report_ids, r.categories, r.purposes, r.why, r.refused)::text,
        '{}', '', ''""",
}
CHAIN = """
    select s.position, s.line, s.hash, {said}
    from (select * from public.records_seal where log = %s and position > %s
          order by position limit %s) s
    left join public.records_{log} r on r.id = s.line order by s.position"""
HEAD = "select position, hash from public.records_head where log = %s"
WAITING = """
    select count(*), min(u.at), min(u.line) filter (where r.id is null)
    from public.records_unsealed u left join public.records_{log} r on r.id = u.line
    where u.log = %s"""
STRANGE = """
    select max(r.id), min(r.id) filter (where s.line is null and u.line is null)
    from (select id from public.records_{log} where id > %s order by id limit %s) r
    left join public.records_seal s on s.log = %s and s.line = r.id
    left join public.records_unsealed u on u.log = %s and u.line = r.id"""

Ask = Callable[[str, Sequence[object]], Sequence[tuple[Any, ...]]]
Tell = Callable[[int, int], None]


class Broken(Exception):
    """A line that is not as it was sealed, as far as it can be named."""

    def __init__(
        self, log: str, what: str, *, line: int | None = None, position: int | None = None
    ) -> None:
        self.log, self.line, self.position = log, line, position
        place = f" (place {position} in the chain)" if position is not None else ""
        name = f"line {line}" if line is not None else "a line that cannot be named"
        super().__init__(f"records_{log}, {name}{place}: {what}")


@dataclass
class Walked:
    """
    What was found of a log, as far as it could be followed.  It is whole if nothing is ``broken``:
    the first line whose personal fields do not fit, of ``unfit`` ones, and where the chain breaks.
    """

    log: str
    sealed: int = 0
    erased: int = 0
    unfit: int = 0
    waiting: int = 0
    since: datetime | None = None
    heads: int = 0
    broken: list[Broken] = field(default_factory=list)


class _Line(NamedTuple):
    position: int
    line: int
    hash: bytes
    said: str | None
    personal: str
    salt: str
    digest: str


def walk(log: str, heads: Iterable[Head], *, ask: Ask, tell: Tell = lambda *_: None) -> Walked:
    """
    Verify one log against its seals and the heads known of it; ``tell`` hears at first and after
    each batch how many lines were followed, and of how many.
    """
    walked = Walked(log)
    try:
        _walk(walked, [head for head in heads if head.log == log], ask, tell)
    except Broken as broken:
        walked.broken.append(broken)
    return walked


def _walk(walked: Walked, known: Sequence[Head], ask: Ask, tell: Tell) -> None:
    (own,) = ask(HEAD, [walked.log]) or [(0, GENESIS)]
    end = _follow(walked, known, ask, lambda done: tell(done, max(done, own[0])))
    for head in known:
        if head.position > walked.sealed:
            what = f"the chain ends before it, and {head.source} knows of {head.position} lines"
            raise Broken(walked.log, what, position=walked.sealed + 1)
    if own != (walked.sealed, end):
        raise Broken(walked.log, "records_head says otherwise", position=walked.sealed)
    _count_waiting(walked, ask)
    _look_for_strangers(walked.log, ask)


def _follow(walked: Walked, heads: Sequence[Head], ask: Ask, tell: Callable[[int], None]) -> bytes:
    """Walk along the chain and return its last hash."""
    former = GENESIS
    at: dict[int, list[Head]] = {}
    for head in heads:
        at.setdefault(head.position, []).append(head)
    for sealed in _chain(walked.log, ask, tell):
        fault = _fault(sealed, walked.sealed, former) or _other(sealed, at)
        if fault:
            raise _broken(walked, sealed, fault)
        former = sealed.hash
        walked.sealed += 1
        walked.heads += len(at.get(sealed.position, []))
        walked.erased += walked.log == "event" and not sealed.salt
        if not _is_personal_whole(sealed):
            # The chain does not hang on it, so what comes after is followed too.
            walked.unfit += 1
            walked.broken = walked.broken or [_broken(walked, sealed, UNFIT)]
    return former


def _broken(walked: Walked, sealed: _Line, what: str) -> Broken:
    return Broken(walked.log, what, line=sealed.line, position=sealed.position)


def _chain(log: str, ask: Ask, tell: Callable[[int], None]) -> Iterator[_Line]:
    statement = CHAIN.format(said=LOGS[log], log=log)
    last, done = FIRST, 0
    tell(done)
    while rows := ask(statement, [log, last, BATCH]):
        yield from map(_Line._make, rows)
        last, done = rows[-1][0], done + len(rows)
        tell(done)


def _fault(sealed: _Line, position: int, former: bytes) -> str:
    """Return what is wrong with the line after a position, or nothing."""
    if sealed.position == position:
        return "there is another line of this number"
    if sealed.position != position + 1:
        return f"place {position + 1} in the chain, before it, is gone"
    if sealed.said is None:
        return "it was removed"
    if hashlib.sha256(former + sealed.said.encode()).digest() != bytes(sealed.hash):
        return "it, or its place, is not what was sealed"
    return ""


def _other(sealed: _Line, heads: Mapping[int, Sequence[Head]]) -> str:
    """Return which head holds another hash for this place, or nothing."""
    for head in heads.get(sealed.position, []):
        if head.hash != sealed.hash:
            return f"it or a line before it was sealed anew: {head.source} holds another hash"
    return ""


def _is_personal_whole(sealed: _Line) -> bool:
    if not sealed.salt:
        return sealed.personal == "{}"
    try:
        return digest(sealed.salt, json.loads(sealed.personal)) == sealed.digest
    except (ValueError, RecursionError):  # too long a number, too deep: no verb wrote that
        return False


def _count_waiting(walked: Walked, ask: Ask) -> None:
    ((walked.waiting, walked.since, gone),) = ask(WAITING.format(log=walked.log), [walked.log])
    if gone is not None:
        raise Broken(walked.log, "it was removed before it was sealed", line=gone)


def _look_for_strangers(log: str, ask: Ask) -> None:
    last: int | None = FIRST
    while last is not None:
        ((last, strange),) = ask(STRANGE.format(log=log), [last, BATCH, log, log])
        if strange is not None:
            what = "it is neither sealed nor waiting: it was added past the log"
            raise Broken(log, what, line=strange)
