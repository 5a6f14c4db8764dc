# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of reports, and one report for both sides, with the judge's decision."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.intake.reporting import OTHER_HOUSE, answered, decided, report, stands
from tests.story import HOUSE
from tests.world import START, signed_in
from woonvrede.intake.decide import Decision
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

TOLD = re.compile(r"^(begin|commit|savepoint|release|rollback)", re.IGNORECASE)
MOST_QUESTIONS = 12


def page_of(who: str, address: str) -> str:
    return signed_in(who).get(address).content.decode()


def references(page: str) -> list[str]:
    """Return the references in the order of the list."""
    return re.findall(r'<th scope="row"><a [^>]*href="/meldingen/([\w-]+)/"', page)


def of(made: Report) -> str:
    return f"/meldingen/{made.reference}/"


@contextmanager
def questions() -> Iterator[list[str]]:
    """Collect what is asked of the database, beginnings and ends left out."""
    asked: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked += [each["sql"] for each in captured if not TOLD.match(each["sql"])]


def asks(client: Client, address: str) -> int:
    client.get(address)  # what is read once per session
    with questions() as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def readings(maintenance: "psycopg.Connection", action: str) -> list[tuple[list[int], list[str]]]:
    found = maintenance.execute(
        "select report_ids, categories from records_reading where action = %s order by id", [action]
    )
    return found.fetchall()


def test_who_judges_sees_what_waits_the_oldest_first() -> None:
    second = report(at=START + timedelta(days=1))
    first = report("police", at=START)
    third = report(at=START + timedelta(days=2))
    page = page_of("lead", "/meldingen/")
    assert references(page) == [made.reference for made in (first, second, third)]
    assert "Lindeplein 112" in page
    assert "Politie" in page
    assert '<span class="count">3<span' in page


def test_what_was_judged_and_our_own_come_the_newest_first() -> None:
    older, newer = report(at=START), report(at=START + timedelta(days=1))
    for made in (older, newer):
        own = Decision("severe_nuisance", "Het gaat om een ander huishouden.")
        decided("lead", made.reference, own)
    newest_first = [newer.reference, older.reference]
    assert references(page_of("lead", "/meldingen/")) == []
    assert references(page_of("lead", "/meldingen/?lijst=beoordeeld")) == newest_first
    assert references(page_of("landlord", "/meldingen/?lijst=onze")) == newest_first


def test_the_reporter_reads_where_it_stands_and_no_case_they_may_not_know() -> None:
    made = report()
    assert "Wacht op U Centraal, casemanagement" in page_of("landlord", "/meldingen/?lijst=onze")
    case = decided("lead", made.reference, Decision("severe_nuisance"))
    assert case is not None
    for address in ("/meldingen/?lijst=onze", of(made)):
        page = page_of("landlord", address)
        assert "Beoordeeld op" in page
        assert case.reference not in page
    for address in ("/meldingen/?lijst=beoordeeld", of(made)):
        assert case.reference in page_of("lead", address)


def test_a_district_is_a_filter_and_nonsense_is_none() -> None:
    here = report()
    there = report(address=replace(HOUSE, number="7", district="oost"))
    assert references(page_of("lead", "/meldingen/?wijk=oost")) == [there.reference]
    everything = [here.reference, there.reference]
    for nonsense in ("?wijk=mars", "?lijst=alles", "?na=2026-XXXX-XX", "?na=%00"):
        assert sorted(references(page_of("lead", f"/meldingen/{nonsense}"))) == sorted(everything)


def test_the_list_goes_on_by_key() -> None:
    made = [report(at=START + timedelta(hours=hour)).reference for hour in range(27)]
    client = signed_in("lead")
    page = client.get("/meldingen/").content.decode()
    assert references(page) == made[:25]
    next_ = re.search(r'rel="next" href="([^"]+)"', page)
    assert next_
    rest = client.get("/meldingen/" + next_.group(1).replace("&amp;", "&")).content.decode()
    assert references(rest) == made[25:]
    assert "Naar het begin" in rest


def test_a_landlord_opens_on_its_own_reports_until_one_waits_for_it() -> None:
    """§3.3: a corporation judges what is about its dwellings; the coordinator judges all day."""
    made, other = report("landlord"), report("police", address=OTHER_HOUSE)
    assert references(page_of("landlord", "/meldingen/")) == [made.reference]
    decided("lead", other.reference, Decision("last_chance", "Alles is geprobeerd."))
    assert references(page_of("landlord", "/meldingen/")) == [other.reference]
    decided("lead", made.reference, Decision("severe_nuisance"))
    assert "Er zijn geen meldingen om te beoordelen" in page_of("lead", "/meldingen/")


def test_who_never_judges_is_offered_nothing_to_judge() -> None:
    report("police")
    for list_ in ("", "?lijst=te-beoordelen"):
        page = page_of("police", f"/meldingen/{list_}")
        assert "lijst=te-beoordelen" not in page
        assert "Te beoordelen" not in page
        assert len(references(page)) == 1


def test_who_neither_reports_nor_judges_reads_why_it_is_empty() -> None:
    report()
    for who in ("manager", "mediator", "secretary"):
        page = page_of(who, "/meldingen/")
        assert references(page) == []
        assert "In uw functie doet en beoordeelt u geen meldingen" in page


@pytest.mark.parametrize(
    "who", ["manager", "other_landlord", "landlord_other_district", "mediation_lead", "police"]
)
def test_a_report_that_is_not_theirs_is_absent(who: str) -> None:
    made = report()
    client = signed_in(who)
    hidden, absent = client.get(of(made)), client.get("/meldingen/2026-XXXX-XX/")
    assert hidden.status_code == absent.status_code == 404
    posted = client.post(of(made), {"route": "severe_nuisance", "version": "1"})
    assert posted.status_code == 404


def test_both_sides_read_the_report() -> None:
    made = report(complainant_address=OTHER_HOUSE)
    for who in ("landlord", "lead"):
        page = page_of(who, of(made))
        for words in (
            "Lindeplein 112, 3561 ZZ Utrecht",
            "Harde muziek in de nacht",
            "Ans Fictief",
            "Bram Verzonnen",
            "bellen mag",
            "Lindeplein 114",
            "Koen Voorbeeld",
            "Melding ontvangen van Portaal.",
        ):
            assert words in page, (who, words)
    assert "Uw besluit" in page_of("lead", of(made))
    assert "Uw besluit" not in page_of("landlord", of(made))


def test_the_judge_reads_the_proposal_with_its_reasons() -> None:
    made = report(answers=answered(pollution="ja", contra_indications="ja"))
    page = page_of("lead", of(made))
    assert "Voorstel: Aanpak extreme woonoverlast" in page
    assert "De overlast komt steeds terug en omwonenden lijden er ernstig onder." in page
    assert "Bemiddelen door vrijwilligers is hier niet geschikt" in page
    routes = set(re.findall(r'name="route" [^>]*value="(\w+)"', page))
    assert routes == {
        "severe_nuisance",
        "last_chance",
        "eviction_prevention",
        "housing_hygiene",
        "mayoral_measure",
        "none",
    }
    assert not re.search(r'name="route"[^>]* checked', page)


def test_following_the_proposal_leads_to_the_new_case() -> None:
    made = report()
    answer = signed_in("lead").post(of(made), {"route": "severe_nuisance", "version": "1"})
    case = stands("lead", made.reference).case
    assert case is not None
    assert answer.headers["Location"] == f"/casussen/{case.reference}/"


def test_deciding_otherwise_asks_for_a_reason_and_keeps_what_was_typed() -> None:
    made = report()
    client = signed_in("lead")
    answer = client.post(of(made), {"route": "mayoral_measure", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count("Leg uit waarom u van het voorstel afwijkt.") == 2
    assert re.search(r'value="mayoral_measure"[^>]* checked', page)
    typed = {"route": "mayoral_measure", "version": "1", "reason": "Dit is spoed."}
    answer = client.post(of(made), typed)
    assert answer.headers["Location"] == "/meldingen/"
    assert "De melding is doorgegeven." in client.get("/meldingen/").content.decode()
    assert client.get(of(made)).status_code == 404
    assert "Dit is spoed." in page_of("landlord", of(made))


def test_a_reason_is_not_called_optional_where_it_is_asked() -> None:
    page = page_of("lead", of(report()))
    label = re.search(r'<label class="field__label" for="id_reason">(.*?)</label>', page)
    assert label
    assert "niet verplicht" not in label.group(1)
    assert "Verplicht als u iets anders kiest dan het voorstel." in page


def test_who_gets_a_report_passed_on_reads_by_whom_and_why_and_of_no_proposal() -> None:
    """The agreement proposed something else; that stays in the timeline."""
    made = report()
    decided("lead", made.reference, Decision("mayoral_measure", "Er is haast."))
    page = page_of("adviser", of(made))
    assert "Doorgestuurd voor: Maatregel van de burgemeester" in page
    assert re.search(r"<p>Door [^<]+\. Reden: Er is haast\.</p>", page), page
    assert "Hiervoor is de melding doorgestuurd." in page
    for untrue in (
        "Voorstel: ",
        "De overeenkomst noemt hiervoor geen reden.",
        "Dit is het voorstel",
    ):
        assert untrue not in page
    decided("adviser", made.reference, Decision("mayoral_measure"), version=2)
    chosen = (
        "Route gekozen: Maatregel van de burgemeester. Voorstel was: Aanpak extreme woonoverlast."
    )
    assert chosen in page_of("adviser", of(made))


def test_a_report_for_which_nothing_fits_is_ended_with_a_reason_that_its_reporter_reads() -> None:
    made = report()
    client = signed_in("lead")
    without = client.post(of(made), {"route": "none", "version": "1"})
    assert without.status_code == 400
    assert without.content.decode().count("Leg uit waarom geen aanpak past.") == 2
    typed = {"route": "none", "version": "1", "reason": "Dit is geen woning."}
    assert client.post(of(made), typed).headers["Location"] == "/meldingen/"
    assert references(client.get("/meldingen/").content.decode()) == []
    for who, listed in (("lead", "beoordeeld"), ("landlord", "onze")):
        assert "Geen aanpak past" in page_of(who, f"/meldingen/?lijst={listed}")
        page = page_of(who, of(made))
        for words in ("Afgesloten op", "Dit is geen woning.", "Melding afgesloten: geen aanpak"):
            assert words in page, (who, words)
        assert "Naar casus" not in page


def test_nothing_chosen_is_told_at_the_field() -> None:
    answer = signed_in("lead").post(of(report()), {"version": "1"})
    assert answer.status_code == 400
    assert "Kies wat er met deze melding gebeurt." in answer.content.decode()


def test_a_barred_route_is_refused_with_its_section() -> None:
    made = report(answers=answered(contra_indications="ja"))
    typed = {"route": "neighbour_mediation", "reason": "Toch", "version": "1"}
    answer = signed_in("lead").post(of(made), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "niet geschikt" in page
    assert "(§3.1)" in page
    assert ">\nToch</textarea>" in page


def test_who_comes_second_sees_both_versions() -> None:
    made = report()
    decided("lead", made.reference, Decision("severe_nuisance"))
    typed = {"route": "mayoral_measure", "reason": "Dit is spoed.", "version": "1"}
    answer = signed_in("lead").post(of(made), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Wat u hebt ingevuld", "Maatregel van de burgemeester", "Dit is spoed."):
        assert words in page
    assert "Aanpak extreme woonoverlast" in page.split("Wat er nu staat")[1]


def test_who_was_first_in_another_window_is_told_so(maintenance: "psycopg.Connection") -> None:
    made = report()
    decided("lead", made.reference, Decision("severe_nuisance"))
    client, typed = signed_in("lead"), {"route": "severe_nuisance", "version": "1"}
    own, changed = "zelf gewijzigd, in een ander venster", "Dit is intussen gewijzigd"
    page = client.post(of(made), typed).content.decode()
    assert (own in page, changed in page) == (True, False)
    maintenance.execute("update records_report set decided_by_id = reported_by_id")
    page = client.post(of(made), typed).content.decode()
    assert (own in page, changed in page) == (False, True)


@pytest.mark.parametrize("version", ["", "-1", "²", "9" * 40, "een"])
def test_a_forged_version_is_a_conflict(version: str) -> None:
    typed = {"route": "severe_nuisance", "version": version}
    assert signed_in("lead").post(of(report()), typed).status_code == 409


@pytest.mark.parametrize(
    "forged",
    [
        {"route": "voegen:severe_nuisance:\x00"},
        {"route": "voegen:severe_nuisance:2026-XXXX-XX"},
        {"route": "\x00"},
        {"route": "mayoral_measure", "reason": "\x00"},
        {"route": "mayoral_measure", "reason": "x" * 2001},
        {"route": "severe_nuisance", "once": "\x00"},
        {"route": "severe_nuisance", "once": "x" * 41},
    ],
)
def test_what_no_browser_sends_gets_a_clear_answer(forged: dict[str, str]) -> None:
    made = report()
    answer = signed_in("lead").post(of(made), {"version": "1", **forged})
    assert answer.status_code in (400, 404)
    assert stands("lead", made.reference).version == 1


def test_the_judge_is_pointed_at_reports_and_cases_close_by_and_can_join() -> None:
    case = decided("lead", (first := report()).reference, Decision("severe_nuisance"))
    assert case is not None
    back = report(address=OTHER_HOUSE, complainant_address=HOUSE)
    again = report("police")
    client = signed_in("lead")
    page = client.get(of(again)).content.decode()
    assert f"{first.reference}</a> · Zelfde woning" in page
    assert f"{back.reference}</a> · Melding over en weer" in page
    assert f"Voegen bij casus {case.reference}" in page
    assert "Dit is het voorstel. Er loopt al een casus met deze aanpak." in page
    silent = client.post(of(again), {"route": "severe_nuisance", "version": "1"})
    assert silent.status_code == 400
    assert "leg uit waarom een eigen casus nodig is" in silent.content.decode()
    typed = {"route": f"voegen:severe_nuisance:{case.reference}", "version": "1"}
    assert client.post(of(again), typed).headers["Location"] == f"/casussen/{case.reference}/"
    assert stands("lead", again.reference).case == case


def test_a_case_that_the_judge_may_not_know_is_not_pointed_at() -> None:
    """§3.1: what is mediated is not U Centraal's case management's to know."""
    mild = report(answers=answered(structural="nee"), tenure="private_rent", landlord="")
    case = decided("mediation_lead", mild.reference, Decision("neighbour_mediation"))
    assert case is not None
    page = page_of("lead", of(report()))
    assert case.reference not in page
    assert mild.reference not in page
    forged = {"route": f"voegen:neighbour_mediation:{case.reference}", "version": "1"}
    answer = signed_in("lead").post(of(report()), forged)
    assert answer.status_code in (400, 404)


def test_every_look_is_written_down(maintenance: "psycopg.Connection") -> None:
    made, other = report(), report("police")
    client = signed_in("lead")
    client.get("/meldingen/")
    assert sorted(readings(maintenance, "reports:te-beoordelen")[0][0]) == [made.pk, other.pk]
    client.get(of(made))
    ((ids, categories),) = readings(maintenance, "report")
    assert ids == [made.pk]
    assert set(categories) >= {"report", "dwelling", "complainant", "resident"}
    assert readings(maintenance, "report:near")[0][0] == [other.pk]


def test_a_reading_names_no_kind_of_data_that_was_not_shown(
    maintenance: "psycopg.Connection",
) -> None:
    made = report("police", answers=answered(earlier_approaches="ja"))
    page_of("landlord", of(made))
    ((_, categories),) = readings(maintenance, "report")
    assert "complainant" not in categories


def test_a_page_asks_as_much_for_many_as_for_a_few() -> None:
    made = report()
    case = decided("lead", report().reference, Decision("severe_nuisance"))
    assert case is not None
    lead, reporter = signed_in("lead"), signed_in("landlord")
    places = [
        (lead, "/meldingen/"),
        (lead, "/meldingen/?lijst=beoordeeld"),
        (reporter, "/meldingen/?lijst=onze"),
        (lead, of(made)),
        (reporter, of(made)),
        (reporter, "/meldingen/nieuw/sleutel/adres/"),
    ]
    few = [asks(client, address) for client, address in places]
    for hour in range(30):
        second = report(at=START + timedelta(hours=hour))
        if hour % 2:
            own = Decision("severe_nuisance", "Het gaat om een ander huishouden.")
            decided("lead", second.reference, own)
    assert [asks(client, address) for client, address in places] == few
    assert max(few) <= MOST_QUESTIONS


def test_a_day_is_counted_in_words() -> None:
    report(at=datetime.now(UTC))
    page = page_of("lead", "/meldingen/")
    assert 'data-label="Wacht al">vandaag</td>' in page
