# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about the agreement: for every member, all of it, and nothing of any case."""

import html
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.web.cost import MOST_QUERIES, cost
from tests.world import signed_in, told
from woonvrede.access.books import book
from woonvrede.agreement.places import in_order, places

pytestmark = pytest.mark.usefixtures("people")

KEY = "utrecht-2019"
ONE = f"/overeenkomst/{KEY}/"
SEVERE = f"{ONE}severe_nuisance/"


def page(path: str, who: str = "police") -> str:
    """Return a page with its white space put together."""
    answer = signed_in(who).get(path)
    assert answer.status_code == 200
    return html.unescape(" ".join(answer.content.decode().split()))


def test_without_a_name_it_is_the_agreement_of_today() -> None:
    shown = page("/overeenkomst/")
    assert "Geldt nu" in shown
    assert f"<h1>{book(KEY).label}</h1>" in shown


def test_who_takes_part_what_they_signed_and_until_when() -> None:
    """§1, and what became of Mitros."""
    shown = page(ONE)
    assert "alle aanpakken, tot 1 januari 2023" in shown
    assert "Opgevolgd door Woonin, vanaf 1 januari 2023. Casussen die dan al lopen, gaan" in shown
    assert "U Centraal, buurtbemiddeling; U Centraal, casemanagement" in shown
    assert "gaan partijen verder op dezelfde voet" in shown


@pytest.mark.parametrize("key", book(KEY).interventions)
def test_all_of_an_intervention_stands_on_its_page(key: str) -> None:
    one = book(KEY).interventions[key]
    shown = page(f"{ONE}{key}/")
    said = (one.stages, one.moves, one.facts, one.registers, one.deadlines, one.outcomes)
    told_of = (*said, one.indicators, one.retention, one.letters)
    labels = [entry.label for entries in told_of for entry in entries]
    assert [label for label in labels if label not in shown] == []
    for move in one.moves:
        assert f'id="moves.{move.key}"' in shown
    notes = [each.of.note for each in places(book(KEY)) if each.within is one and each.depth < 2]
    assert [note for note in notes if note not in shown] == []


def test_a_reader_finds_who_may_see_arrears_and_why() -> None:
    """Issue 3: in the words of the agreement alone."""
    shown = page(f"{ONE}eviction_prevention/")
    assert "<strong>Huurschuld</strong>" in shown
    assert "een huisuitzetting door huurschuld voorkomen" in shown


def test_the_matrix_says_on_what_condition_a_role_takes_part() -> None:
    """§3.4: beside what it sees, that a role comes after consent or by invitation only."""
    shown = page(f"{ONE}eviction_prevention/")
    children = "ja op “Wonen er kinderen onder de 18?”"
    way = f"pas na instemming, op uitnodiging bij {children}"
    assert f"Jeugd en Gezin <small>{way}</small></th>" in shown
    assert "<li>Schulddienstverlening: op uitnodiging</li>" in shown


def test_interventions_stand_in_the_order_of_the_text() -> None:
    shown = page(ONE)
    found = [shown.index(f'href="{ONE}{each.key}/"') for each in in_order(book(KEY))]
    assert found == sorted(found)
    assert "<small>Geleid door: Regie extreme woonoverlast</small>" in shown


def test_the_picture_is_a_picture() -> None:
    answer = signed_in("police").get(f"{SEVERE}fasen.svg")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert answer.content.startswith(b"<svg")
    assert f'src="{SEVERE}fasen.svg"' in page(SEVERE)


def test_every_assumption_is_listed_with_the_way_to_it() -> None:
    assumed = [place for place in places(book(KEY)) if place.of.assumed]
    shown = page(f"{ONE}aannames/")
    assert f"Over {len(assumed)} dingen zwijgt de getekende tekst." in shown
    inside = shown.partition('<details class="assumptions"')[2]
    assert inside.count("#") == len(assumed)
    assert [place.of.note for place in assumed if place.of.note not in shown] == []
    assert f'href="{SEVERE}#moves.ask_permission"' in shown


def test_each_paragraph_stands_beside_its_entries() -> None:
    shown = page(f"{ONE}tekst/")
    text = book(KEY).text
    assert text is not None
    says = [each.says for section in text.sections for each in section.paragraphs]
    assert [words for words in says if words not in shown] == []
    assert f'href="{SEVERE}#moves.take_up"' in shown
    assert "De getekende tekst zelf staat hier niet." in shown
    assert f'href="{ONE}tekst/"' in page("/overeenkomst/")


def test_signed_words_that_lie_beside_the_folder_are_shown_as_text(tmp_path: Path) -> None:
    (tmp_path / f"{KEY}.txt").write_text("§1 Wie\nEerste <b>alinea</b>.\n", encoding="utf-8")
    with override_settings(AGREEMENTS=tmp_path):
        answer = signed_in("police").get(f"{ONE}tekst/").content.decode()
    assert "Eerste &lt;b&gt;alinea&lt;/b&gt;." in answer
    assert "Die gaat voor." in answer


def test_signed_words_that_begin_with_a_byte_order_mark_lose_no_section(tmp_path: Path) -> None:
    """As some editors save a plain text: the mark would hide the § of a first line."""
    (tmp_path / f"{KEY}.txt").write_text("§3.5 Hygiëne\nEerste.\n", encoding="utf-8-sig")
    with override_settings(AGREEMENTS=tmp_path):
        assert '<blockquote class="note"><p>Eerste.</p></blockquote>' in page(f"{ONE}tekst/")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_signed_words_that_are_no_utf_8_are_told_to_be_so(encoding: str, tmp_path: Path) -> None:
    (tmp_path / f"{KEY}.txt").write_text("§3.5 Hygiëne\nEerste.\n", encoding=encoding)
    with override_settings(AGREEMENTS=tmp_path):
        shown = page(f"{ONE}tekst/")
    assert "het bestand is niet opgeslagen als UTF-8" in shown
    assert "De getekende tekst zelf staat hier niet." not in shown


def test_signed_words_that_fit_no_paragraph_are_shown_whole(tmp_path: Path) -> None:
    (tmp_path / f"{KEY}.txt").write_text("§3.5 Hygiëne\nEen.\n\nTwee.\n", encoding="utf-8")
    with override_settings(AGREEMENTS=tmp_path):
        shown = page(f"{ONE}tekst/")
    assert '<blockquote class="note"><p>Een.</p><p>Twee.</p></blockquote>' in shown
    assert shown.count("kon daarom niet per alinea ernaast") == 1


def test_a_case_says_where_it_was_agreed() -> None:
    story = told("execution")
    shown = page(f"/casussen/{story.reference}/", "lead")
    assert f'href="{SEVERE}#deel-matrix"' in shown


def test_what_was_agreed_leaves_no_reading_and_costs_little() -> None:
    client = signed_in("lead")
    for path in ("/overeenkomst/", SEVERE, f"{SEVERE}fasen.svg", f"{ONE}aannames/"):
        assert cost(client, path) <= MOST_QUERIES // 2


@pytest.mark.parametrize(
    "path",
    [
        "/overeenkomst/nergens/",
        f"{ONE}nergens/",
        f"{ONE}nergens/fasen.svg",
        "/overeenkomst/x/aannames/",
    ],
)
def test_what_is_not_there_is_absent(path: str) -> None:
    assert signed_in("lead").get(path).status_code == 404


def test_who_is_not_signed_in_is_sent_away() -> None:
    for name, arguments in (("agreement", []), ("agreement-intervention", [KEY, "last_chance"])):
        path = reverse(name, args=arguments)
        assert Client(HTTP_HOST="localhost:8000").get(path).status_code == 302
