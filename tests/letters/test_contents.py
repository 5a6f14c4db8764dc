# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What stands on paper, letter by letter: all that must be there, and nothing of the rest of the case.

Everything in a case is a canary, and so are the labels of the agreement.  A letter is made as
somebody makes it, and its sheets are read: what the agreement names for it is there, and no other.
"""

import io
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest

from tests.access import rows
from tests.letters.other_city import asked_of_the_owner, filled
from tests.matrix.canaries import Canary
from tests.matrix.filling import made
from tests.matrix.marked_book import marked
from tests.matrix.telling import WITH_GUESTS
from tests.matrix.worlds import Known, World
from tests.story import CAST
from tests.world import START
from tests.world import actor as somebody
from woonvrede.access.actor import Actor
from woonvrede.access.books import book
from woonvrede.access.session import acting
from woonvrede.agreement.book import Intervention, Letter
from woonvrede.agreement.read import read
from woonvrede.casework.letters.make import make_letter
from woonvrede.casework.letters.read import read_file
from woonvrede.casework.page.asking.letters import read_letter
from woonvrede.casework.page.case import read_case
from woonvrede.jobs.demo import cast
from woonvrede.running import places

HERE = Path(__file__).parent
MUST = tomllib.loads((HERE / "must.toml").read_text(encoding="utf-8"))
UTRECHT, CITY = "utrecht-2019", "voorbeeldstad-2026"
BOOKS = {key: read(places.agreements() / key) for key in (UTRECHT, CITY)}

ONE_FOR_ALL = "severe_nuisance"  # where what every intervention has is made
AT = START + timedelta(days=200)  # when every case is at its stage
# Who of the cast has each role that makes letters.
MAKERS = {
    "case_lead": "lead",
    "case_manager": "manager",
    "executor": "executor",
    "hygiene_expert": "hygiene_expert",
    "landlord": "landlord",
    "mayor_adviser": "adviser",
    "mediation_lead": "mediation_lead",
    "mediator": "mediator",
    "social_team": "social_team",
}
ANSWERED = {
    "text": "Antwoord op {}",
    "date": "2027-05-06",
    "money": "123,45",
    "number": "15",
    "yes_no": "ja",
}


def _letters(agreement: str) -> Iterator[tuple[Intervention, Letter]]:
    for each in BOOKS[agreement].interventions.values():
        yield from ((each, letter) for letter in each.letters)


def _in_few_stages() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield stages in which together every letter can be made, with those made there."""
    everywhere = BOOKS[UTRECHT].everywhere
    told = {each.key for each in everywhere.letters} if everywhere else set()
    for key, within in BOOKS[UTRECHT].interventions.items():
        left = [each for each in within.letters if key == ONE_FOR_ALL or each.key not in told]
        while left:
            most = Counter(stage for letter in left for stage in letter.stages).most_common(1)[0][0]
            yield key, most, tuple(each.key for each in left if most in each.stages)
            left = [each for each in left if most not in each.stages]


@pytest.fixture
def canaries_in_the_words(people: None) -> Iterator[None]:
    """The agreement with canaries in its labels, and everybody of the cast."""
    with marked():
        yield


def test_every_letter_is_in_the_table_and_no_other() -> None:
    named = {letter.key for agreement in BOOKS for _, letter in _letters(agreement)}
    assert named == MUST.keys()


@pytest.mark.parametrize("key", MUST)
def test_what_may_not_be_said_is_not_within_reach(key: str) -> None:
    """Whoever writes its text: it is nothing that the letter names."""
    agreement, within, letter = next(
        (BOOKS[agreement], within, letter)
        for agreement in BOOKS
        for within, letter in _letters(agreement)
        if letter.key == key
    )
    # To whom it goes knows their own name; else nobody is named, and nothing else is told.
    told = {*letter.says, *letter.may_say, *letter.lists, *letter.names}
    facts = {each.key: each.category for each in within.facts}
    facts |= {each.key: each.category for each in within.registers}
    people = {each.key: each.category for each in agreement.person_roles}
    kinds = {(facts | people)[each] for each in told} | {letter.category}
    assert not set(MUST[key]["without"]) & (told | kinds)


@pytest.mark.parametrize(("intervention", "stage", "keys"), list(_in_few_stages()))
def test_a_letter_says_what_it_must_and_nothing_else(
    intervention: str,
    stage: str,
    keys: tuple[str, ...],
    canaries_in_the_words: None,
    maintenance: rows.Connection,
) -> None:
    world = made(intervention, stage, maintenance)
    guests = stage in WITH_GUESTS[intervention]
    (known,) = (
        each
        for each in world.cases
        if (each.intervention, each.stage, each.guests) == (intervention, stage, guests)
    )
    letters = {each.key: each for each in book(UTRECHT).interventions[intervention].letters}
    faults: list[str] = []
    for letter in map(letters.__getitem__, keys):
        for role in letter.by:
            to, words = _made(letter, known.reference, somebody(MAKERS[role], AT))
            faults += [
                f"{letter.key} by {role}: {fault}"
                for fault in (*_unsaid(letter, words), *_canaries(letter, words, to, known, world))
            ]
    assert faults == [], "\n".join(faults)


def test_the_owner_of_the_other_city_reads_the_question_alone(
    fresh_world: None, maintenance: rows.Connection
) -> None:
    story = asked_of_the_owner()
    cage = filled(story.reference, maintenance)
    (letter,) = [letter for _, letter in _letters(CITY)]
    _, words = _made(letter, story.reference, cast.actor("planner", story.at))
    assert list(_unsaid(letter, words)) == []
    assert cage.found_in(words) == set()


def _made(letter: Letter, reference: str, actor: Actor) -> tuple[str, str]:
    """Make a letter for whom comes first; return who that is, and all that stands on paper."""
    given = {each.key: ANSWERED[each.kind].format(each.key) for each in letter.asks}
    with acting(actor):
        to, lines = read_letter(reference, letter.key, None, actor=actor, at=AT).receivers[0]
        given["recipient"] = to
        seen = read_letter(reference, letter.key, given, actor=actor, at=AT).seen
        make_letter(reference, letter.key, actor=actor, at=AT, given=given, seen=seen)
        number = read_case(reference, actor=actor, at=AT).letters[0].number
        pdf = read_file(reference, number, actor=actor, at=AT)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return lines, " ".join(" ".join(page.extract_text() for page in pages).split())


def _unsaid(letter: Letter, words: str) -> Iterator[str]:
    """Find what must stand in a letter and does not, and what does and may not."""
    must = MUST[letter.key]
    yield from (f"“{each}” does not stand in it" for each in must["must"] if each not in words)
    yield from (f"“{each}” stands in it" for each in must.get("never", ()) if each in words)
    yield from (f"{each.name} is named" for each in CAST if each.name in words)
    for each in letter.asks:
        if each.kind == "text" and f"Antwoord op {each.key}" not in words:
            yield f"what was answered about {each.key} does not stand in it"


def _canaries(letter: Letter, words: str, to: str, known: Known, world: World) -> Iterator[str]:
    """Find each canary that is there and may not be, and what is named and is not there."""
    planted = world.cage.planted | world.carried.get(known.reference, {})
    found = world.cage.found_in(words)
    there = {_thing(planted[number], known) for number in found - world.cage.found_in(to)}
    in_all = {"reference of the case", "street"}
    told = {
        *letter.says,
        *letter.may_say,
        *letter.lists,
        *(f"{each} name" for each in letter.names),
    }
    yield from (f"{each} stands in it" for each in sorted(there - told - in_all, key=str))
    perhaps = {f"{each} name" for each, when in letter.names.items() if when}  # of one alone
    for key in sorted(told - there - perhaps):
        if not _is_yes_no(key, known):
            yield f"{key} does not stand in it"


def _thing(canary: Canary, known: Known) -> str:
    """Return what of this case a canary is: a fact, a register, a name, or else something apart."""
    if canary.of == f"book {known.intervention}":
        return canary.what.split()[1]
    if canary.of in (known.reference, known.home, *known.reports):
        return canary.what.split(".")[0]
    return f"{canary.what} of {canary.of}"


def _is_yes_no(key: str, known: Known) -> bool:
    """Is it shown by which text is chosen, and not as it is?"""
    facts = book(UTRECHT).interventions[known.intervention].facts
    return any(each.key == key and each.kind == "yes_no" for each in facts)
