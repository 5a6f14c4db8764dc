# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Everybody at every address, in every stage: who gets what, against the oracle.

A canary stands in every field.  Each answer, its headers and the log are searched for all of them;
what is delivered must be given by the sources and stand in a reading, and what the sources give
must be on the page.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import pytest
from _pytest.reports import TestReport
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access import rows
from tests.matrix.calls import SHARES, Call, a_refusal_each, a_share, of_agreement
from tests.matrix.dealing import deal
from tests.matrix.filling import made
from tests.matrix.marked_book import marked
from tests.matrix.told import CELLS
from tests.matrix.told import walked as told_of
from tests.matrix.walk import LISTED, PLACES, Findings, agreed, walk, walk_accounts
from tests.oracle.read_urls import answers
from tests.oracle.vocabulary import INDICATORS, STAGES

MOST = 80  # faults that are told at once


@pytest.fixture
def book(people: None) -> Iterator[None]:
    """The agreement with canaries in its words, and everybody of the cast."""
    with marked():
        yield


def walked(intervention: str, stage: str, to: rows.Connection, *, full: bool) -> Findings:
    """Make the world of one stage and let everybody walk it."""
    return walk(intervention, stage, made(intervention, stage, to), to, full=full)


@pytest.mark.parametrize(("intervention", "stage"), PLACES)
def test_everybody_gets_what_the_sources_give(
    intervention: str,
    stage: str,
    book: None,
    maintenance: rows.Connection,
    record_property: Callable[[str, object], None],
) -> None:
    found = walked(intervention, stage, maintenance, full=False)
    record_property(CELLS, found.cells)
    record_property("canaries delivered", len(found.delivered))
    assert found.faults == [], "\n".join(found.faults[:MOST])


@pytest.mark.full
@pytest.mark.parametrize(("intervention", "stage"), PLACES)
def test_also_who_may_know_nothing_tries_everything(
    intervention: str, stage: str, book: None, maintenance: rows.Connection
) -> None:
    found = walked(intervention, stage, maintenance, full=True)
    assert found.faults == [], "\n".join(found.faults[:MOST])


def test_who_somebody_is_says_nothing_of_cases(book: None, maintenance: rows.Connection) -> None:
    """The pages of signing in, enrolling and choosing, which know no stage."""
    world = made("severe_nuisance", "taken_up", maintenance)
    found = walk_accounts(world, maintenance)
    assert found.faults == [], "\n".join(found.faults[:MOST])
    assert found.delivered == set()


def test_together_they_try_everything_that_they_may_not() -> None:
    """The walk is short because it is dealt out, not because something is left out."""
    calls = [Call("a", method, f"/{n}/", str(n)) for method in ("GET", "POST") for n in range(9)]
    rights = {"much": {"0", "1", "2", "3"}, "some": {"4", "8"}, "nothing": set[str]()}

    def may(who: str) -> Callable[[Call], bool]:
        return lambda call: call.thing in rights[who]

    hands = deal({who: (calls, may(who)) for who in rights})
    tried: list[str] = []
    for who, hand in hands.items():
        refused = [call for call in hand if not may(who)(call)]
        assert all(call in hand for call in calls if may(who)(call))
        assert {call.method for call in refused} == {"GET", "POST"}
        tried += map(str, refused)
    assert set(tried) == set(map(str, calls))


@pytest.mark.parametrize("intervention", STAGES)
def test_stage_after_stage_who_may_know_nothing_tries_every_address(intervention: str) -> None:
    """And in each stage somebody of any few does."""
    calls = [Call(f"url-{n}", method, f"/{n}/") for n in range(13) for method in ("GET", "POST")]

    def tried(turns: Iterable[int]) -> set[str]:
        return {str(call) for turn in turns for call in a_share(calls, turn)}

    for first in range(SHARES):
        assert tried(range(first, first + len(STAGES[intervention]))) == set(map(str, calls))
        assert tried(range(first, first + SHARES)) == set(map(str, calls))


@pytest.mark.parametrize("intervention", STAGES)
def test_stage_after_stage_everybody_reads_the_whole_agreement(intervention: str) -> None:
    stages = [(turn, place) for turn, place in enumerate(LISTED) if place[0] == intervention]
    for mine in range(3):
        read = [{str(call) for call in agreed(place, mine + turn)} for turn, place in stages]
        assert all(read)
        assert set[str]().union(*read) == set(map(str, of_agreement()))


def test_stage_after_stage_everybody_tries_every_figure() -> None:
    calls = [Call("figure", "GET", f"/{n}/", n) for n in (*INDICATORS, "no-such-indicator")]

    def tried(mine: set[str], turn: int) -> set[str]:
        return {call.thing for call in a_refusal_each(calls, lambda call: call.thing in mine, turn)}

    for mine in (set[str](), {"EW-1"}, set(INDICATORS)):
        everything = [tried(mine, 5 + turn) for turn in range(len(LISTED))]
        assert set[str]().union(*everything) == {call.thing for call in calls}
        assert all(mine < each for each in everything)


def test_what_the_walk_came_to_is_told_at_the_end() -> None:
    def report(
        when: Literal["setup", "call"], seconds: float, *said: tuple[str, object]
    ) -> TestReport:
        return TestReport(
            "", ("", 0, ""), {}, "passed", None, when, (), seconds, user_properties=said
        )

    stages = [report("call", 20.4, (CELLS, 900)), report("call", 30.3, (CELLS, 1100))]
    others = [report("setup", 5, (CELLS, 900)), report("call", 5)]
    assert told_of(stages + others) == "The walk: 2000 cells in 2 stages, 51 seconds of one core."
    assert told_of(others) == ""


def test_every_address_is_in_the_oracle() -> None:
    """A new address without an entry fails, as does an entry without an address."""
    names = set(_names(get_resolver().url_patterns))
    assert None not in names, "an address without a name"
    assert {address.url for address in answers()} == names
    methods = {name: {a.method for a in answers() if a.url == name} for name in names}
    assert {name for name, got in methods.items() if got != {"GET", "POST"}} == set()


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str | None]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        else:
            yield pattern.name
