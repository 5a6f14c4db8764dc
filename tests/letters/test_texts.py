# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the texts of letters: versions from a day on, in which what must be said stays."""

from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist

from tests.story import Story
from tests.support.letters import words
from tests.support.neighbours import mediation
from tests.world import START, actor
from woonvrede.access.books import book
from woonvrede.access.refusals import Conflict, Invalid
from woonvrede.access.session import acting
from woonvrede.casework.letters.texts.editing import editables
from woonvrede.casework.letters.texts.objects import EditPage
from woonvrede.casework.letters.texts.page import read_edit, read_texts
from woonvrede.casework.letters.texts.write import write_texts
from woonvrede.records.entry import LetterText

pytestmark = pytest.mark.usefixtures("people")

FIRST = editables(book("utrecht-2019"))
TODAY = START.date().isoformat()
MANAGER = "functional_manager"


def write(key: str, *, who: str = MANAGER, version: int = 0, **texts: str) -> LetterText:
    """Let somebody write texts, the first ones where they say nothing."""
    given = {"since": TODAY, **FIRST[key].first, **texts}
    writer = actor(who)
    with acting(writer):
        return write_texts(key, given, actor=writer, at=START, version=version)


def page(key: str, number: int | None = None) -> EditPage:
    reader = actor(MANAGER)
    with acting(reader):
        return read_edit(key, number, actor=reader, at=START)


def confirmed(story: Story) -> str:
    story.letter("mediation_lead", "bb_confirm_a")
    return words(story, "mediation_lead")


def test_a_newer_text_is_used_from_its_day_on() -> None:
    tomorrow = (START + timedelta(days=30)).date().isoformat()
    write("bb_confirm_a", opening="Dag, fijn dat u belde.", since=tomorrow)
    story = mediation("intake")
    assert "fijn dat u belde" not in confirmed(story)
    story.later(40)
    assert "fijn dat u belde" in confirmed(story)


def test_blocks_that_letters_share_are_written_once() -> None:
    write("shared", contact="Bel 030-0000000.")
    assert "Bel 030-0000000." in confirmed(mediation("intake"))


def test_every_version_stays_to_be_read() -> None:
    write("bb_confirm_a", opening="Eerste.")
    write("bb_confirm_a", opening="Tweede.", version=1)
    assert [version.number for version in page("bb_confirm_a").versions] == [2, 1]
    assert page("bb_confirm_a").blocks[1].text == "Tweede."
    assert page("bb_confirm_a", 1).blocks[1].text == "Eerste."
    assert page("bb_confirm_a", 0).blocks[1].text == FIRST["bb_confirm_a"].first["opening"]
    with pytest.raises(ObjectDoesNotExist):
        page("bb_confirm_a", 3)


def test_of_two_who_write_at_once_one_is_second() -> None:
    write("bb_confirm_a", opening="Eerste.")
    with pytest.raises(Conflict):
        write("bb_confirm_a", opening="Ook eerste.")


@pytest.mark.parametrize(
    ("key", "block", "text", "fault"),
    [
        ("bb_confirm_a", "opening", " ", "mag niet leeg"),
        ("bb_confirm_a", "opening", "x" * 4_001, "te lang"),
        ("bb_confirm_a", "opening", "Beste {alleged_causer}", "kan hier niet worden ingevuld"),
        ("bb_confirm_a", "opening", "Wij kennen {summary}", "kan hier niet worden ingevuld"),
        ("bb_confirm_a", "opening", "Uw nummer is 111222333.", "burgerservicenummer"),
        ("bb_agreement", "what_was_agreed", "U was er niet uit.", "Laat “{agreements}” staan"),
        ("bb_confirm_a", "since", "2026-01-01", "latere dag"),
        ("bb_confirm_a", "since", "ooit", "Schrijf de datum"),
    ],
)
def test_a_text_says_what_it_must_and_nothing_that_it_may_not(
    key: str, block: str, text: str, fault: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        write(key, **{block: text})  # type: ignore[arg-type]
    assert fault.lower() in refusal.value.errors[block].lower()
    assert not LetterText.objects.exists()


def test_what_somebody_writes_is_never_read_as_markup() -> None:
    write("bb_confirm_a", opening='Dag #read("/etc/passwd") *vet* $x$ @a')
    assert 'Dag #read("/etc/passwd") *vet* $x$ @a' in confirmed(mediation("intake"))


@pytest.mark.parametrize("who", ["mediation_lead", "privacy_officer", "landlord"])
def test_only_who_may_writes_texts(who: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        write("bb_confirm_a", who=who)
    reader = actor(who)
    with acting(reader), pytest.raises(ObjectDoesNotExist):
        read_texts(actor=reader, at=START)


def test_nobody_writes_in_anothers_name() -> None:
    """The wall below: also a statement that forgets to ask who acts."""
    writer, other = actor(MANAGER), actor("landlord")
    row = {"partnership": "utrecht", "letter": "x", "number": 1, "since": START.date()}
    with pytest.raises(Exception, match="name of another") as refused, acting(writer):
        LetterText.objects.create(**row, texts={}, at=START, account_id=other.account)
    assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_what_somebody_looks_at_has_made_up_content_alone() -> None:
    reader = actor(MANAGER)
    given = {"since": TODAY, **FIRST["bb_agreement"].first}
    with acting(reader):
        shown = read_edit("bb_agreement", None, given, actor=reader, at=START)
    assert len(shown.pages) == 1
    assert ("{agreements}", "Afspraken van de buren") in shown.fillable
    assert ("{feedback}", "Hoe het ging") in page("bb_feedback_ref").fillable
