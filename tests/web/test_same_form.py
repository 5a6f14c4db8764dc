# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One form is carried out once, and only as it was filled in; without a key it is not at all."""

import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.test import Client

from tests.intake.reporting import report
from tests.story import OWN
from tests.support.report_form import NEEDED
from tests.world import signed_in, told

pytestmark = pytest.mark.usefixtures("people")

FORM = re.compile(r'<form method="post"([^>]*)>(.*?)</form>', re.DOTALL)
KEY = re.compile(r'name="once" value="([\w-]{20,40})"')
NOT_OF_CASES = ("/uitloggen/", "/wie-bent-u/")
SENT = "Dit formulier hebt u al verstuurd, met andere antwoorden."


def words(answer: Any) -> str:
    return str(answer.content.decode())


def without_key(client: Client, url: str, typed: dict[str, str]) -> Any:
    """Send what no form sends: no key."""
    return super(type(client), client).post(url, typed)


def notes(to: "psycopg.Connection") -> int:
    row = to.execute("select count(*) from records_entry where kind = 'note'").fetchone()
    assert row is not None
    return int(row[0])


def note(text: str, key: str = "one-form") -> dict[str, str]:
    return {"category": "working_notes", "text": text, "once": key}


def test_the_same_form_with_other_answers_keeps_them_and_asks_again(
    maintenance: "psycopg.Connection",
) -> None:
    url = f"/casussen/{told('execution').reference}/notitie/"
    client, before = signed_in("manager"), notes(maintenance)
    assert client.post(url, note("Eerst.")).status_code == 302
    answer = client.post(url, note("Toen iets anders."))
    page = words(answer)
    assert (answer.status_code, notes(maintenance)) == (409, before + 1)
    assert SENT in page
    assert "Toen iets anders.</textarea>" in page
    key = KEY.search(page)
    assert key
    assert client.post(url, note("Toen iets anders.", key[1])).status_code == 302
    assert notes(maintenance) == before + 2


def test_a_used_key_at_an_address_that_is_not_there_is_not_found() -> None:
    story = told("execution")
    client = signed_in("manager")
    assert client.post(f"/casussen/{story.reference}/notitie/", note("Een.")).status_code == 302
    for url in ("/meldingen/nieuw/draft/bestaat-niet/", "/casussen/2026-2222-22/notitie/"):
        assert signed_in("landlord").post(url, note("Een.")).status_code == 404
        assert client.post(url, note("Een.")).status_code == 404


def test_the_same_key_at_another_address_is_another_form() -> None:
    story = told("execution")
    client = signed_in("manager")
    assert client.post(f"/casussen/{story.reference}/notitie/", note("Een.")).status_code == 302
    answer = client.post(f"/casussen/{story.reference}/gegevens/approach/", note("Een."))
    assert answer.status_code == 409
    assert SENT in words(answer)


def test_a_form_without_a_key_changes_nothing_and_keeps_what_was_typed(
    maintenance: "psycopg.Connection",
) -> None:
    story, made = told("execution"), report()
    before = notes(maintenance)
    typed = {"category": "working_notes", "text": "Zonder kenmerk."}
    answer = without_key(signed_in("manager"), f"/casussen/{story.reference}/notitie/", typed)
    assert (answer.status_code, notes(maintenance)) == (409, before)
    assert "mist zijn kenmerk" in words(answer)
    assert "Zonder kenmerk.</textarea>" in words(answer)
    choice = {"route": made.proposed, "version": "1", "reason": "Zonder kenmerk."}
    decision = without_key(signed_in("lead"), f"/meldingen/{made.reference}/", choice)
    assert decision.status_code == 409
    assert "mist zijn kenmerk" in words(decision)
    found = maintenance.execute("select decided from records_report where id = %s", [made.pk])
    assert found.fetchone() == ("",)


def test_who_may_not_is_told_that_also_without_a_key() -> None:
    story = told("execution")
    url = f"/casussen/{story.reference}/stap/close/"
    assert "aan een andere partij" in words(without_key(signed_in("police"), url, {"version": "1"}))
    assert without_key(signed_in("other_manager"), url, {"version": "1"}).status_code == 404


def test_a_repeated_click_says_the_same_as_the_first() -> None:
    """The browser shows the answer to the last click."""
    story, made = told("execution"), report()
    url, manager = f"/casussen/{story.reference}/notitie/", signed_in("manager")
    decide, lead = f"/meldingen/{made.reference}/", signed_in("lead")
    choice = {"route": made.proposed, "reason": OWN, "version": "1", "once": "decision"}
    for client, address, typed, said in (
        (manager, url, note("Een keer."), "De notitie is opgeslagen."),
        (lead, decide, choice, "Uw besluit is vastgelegd. Dit is de casus."),
    ):
        for _ in range(2):
            shown = words(client.post(address, typed, follow=True))
            assert shown.count(said) == 1


def test_a_report_that_is_sent_twice_says_its_reference_twice() -> None:
    client = signed_in("landlord")
    for page, given in NEEDED:
        client.post(f"/meldingen/nieuw/draft/{page}/", given)
    shown = [
        words(client.post("/meldingen/nieuw/draft/controleren/", {"once": "draft"}, follow=True))
        for _ in range(2)
    ]
    said = [re.findall(r"Het kenmerk is ([\w-]+)\.", page) for page in shown]
    assert len(said[0]) == 1
    assert said[0] == said[1]


def test_throwing_a_draft_away_says_so() -> None:
    client = signed_in("landlord")
    client.post("/meldingen/nieuw/draft/adres/", NEEDED[0][1])
    begun = words(client.get("/meldingen/nieuw/"))
    key = KEY.search(begun)
    assert key
    gone = client.post("/meldingen/nieuw/draft/weggooien/", {"once": key[1]}, follow=True)
    assert "Het concept is weggegooid." in words(gone)


def pages(case: str, reported: str) -> Iterator[tuple[str, str]]:
    """Return every page with a form of a case or a report, and who opens it."""
    forms = ("", "gegevens/approach/", "lijst/incidents/", "notitie/", "partijen/", "personen/")
    more = ("taken/", "buiten-de-casus/", "partijen/police/politie/", "stap/start_aftercare/")
    yield from (("manager", f"/casussen/{case}/{name}") for name in (*forms, *more))
    yield "lead", f"/meldingen/{reported}/"
    yield from (("landlord", f"/meldingen/nieuw/{name}") for name in ("", "draft/adres/"))
    yield "landlord", "/meldingen/nieuw/draft/controleren/"


def test_every_form_carries_a_key_of_its_own() -> None:
    story, made = told("execution"), report()
    signed_in("landlord").post("/meldingen/nieuw/draft/adres/", NEEDED[0][1])
    for who, url in pages(story.reference, made.reference):
        answer = signed_in(who).get(url)
        assert answer.status_code == 200, url
        forms = [
            (attributes, KEY.findall(inside) or re.findall(r'"once" value="(draft)"', inside))
            for attributes, inside in FORM.findall(words(answer))
            if not any(other in attributes for other in NOT_OF_CASES)
        ]
        assert forms, url
        assert all(len(keys) == 1 for _, keys in forms), (url, forms)
        assert len({keys[0] for _, keys in forms}) == len(forms), url
