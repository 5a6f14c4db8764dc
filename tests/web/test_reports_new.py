# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a report: one question per page, nothing asked twice, one button, one report."""

import re
from collections.abc import Mapping

import pytest
from django.test import Client

from tests.intake.reporting import OTHER_HOUSE, answered, report
from tests.story import COMPLAINANT, RESIDENT
from tests.support.report_form import ADDRESS, ANSWERS, NEEDED
from tests.world import actor, signed_in
from woonvrede.access.session import acting
from woonvrede.records.once import Draft
from woonvrede.records.person import Person
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

NAMED = {"complainant_name": "Bram Verzonnen", "complainant_knows": "ja"}
NO_BSN = "Is het een ander nummer? Schrijf het dan in groepjes van twee cijfers."
NO_PHONE = "Vul een heel telefoonnummer in, zoals 06-12345678 of 030-1234567."
NO_EMAIL = "Vul een heel e-mailadres in, zoals naam@voorbeeld.nl."


class Writer:
    """Somebody who makes a report in a browser without scripts."""

    def __init__(self, who: str = "landlord") -> None:
        self.who = who
        self.client: Client = signed_in(who)
        self.here = self.client.get("/meldingen/nieuw/").headers["Location"]
        self.key = self.here.split("/")[3]

    def at(self, page: str) -> str:
        """Return the address of one page."""
        return f"/meldingen/nieuw/{self.key}/{page}/"

    def see(self, page: str) -> str:
        """Return one page."""
        return self.client.get(self.at(page)).content.decode()

    def fill(self, page: str, given: Mapping[str, str], back: str = "") -> str:
        """Fill in a page, and return the address of the next."""
        answer = self.client.post(self.at(page) + back, given)
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def fill_what_is_needed(self, **instead: Mapping[str, str]) -> None:
        """Fill in every page that must be; some differently."""
        for page, given in NEEDED:
            self.fill(page, instead.get(page.replace("-", "_"), given))

    def send(self) -> str:
        """Send the report, and return where the answer points."""
        answer = self.client.post(self.at("controleren"), {"once": self.key})
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def made(self) -> list[Report]:
        """Return the reports of this person's circle."""
        with acting(actor(self.who)):
            return list(Report.objects.select_related("dwelling", "landlord").order_by("pk"))


def test_a_report_is_one_question_a_page_and_a_check() -> None:
    writer = Writer()
    assert writer.here == writer.at("adres")
    for page, given in NEEDED:
        assert writer.here == writer.at(page)
        writer.here = writer.fill(page, given)
    address = writer.send()
    (report,) = writer.made()
    assert address == f"/meldingen/{report.reference}/"
    assert (report.tenure, report.landlord and report.landlord.key) == ("social_rent", "portaal")
    assert report.answers["description"] == ANSWERS["description"]
    assert report.proposed == "severe_nuisance"


def test_after_what_is_needed_the_rest_can_be_left_out() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    assert "Overslaan en de melding controleren" in writer.see("bewoner")
    assert "Overslaan" not in writer.see("description")
    pages = ["bewoner", "melder", "adres-melder", "since", "frequency"]
    pages += ["measure-wanted", "steps-taken"]
    for page, after in zip(pages, [*pages[1:], "controleren"], strict=True):
        assert writer.fill(page, {}) == writer.at(after)


def test_only_for_a_corporation_it_asks_of_which_one() -> None:
    writer = Writer("social_team")
    writer.fill("adres", ADDRESS)
    assert writer.fill("woning", {"tenure": "private_rent"}) == writer.at("pollution")
    assert writer.client.get(writer.at("verhuurder")).status_code == 404
    assert writer.fill("woning", {"tenure": "social_rent"}) == writer.at("verhuurder")
    assert "Mitros" not in writer.see("verhuurder")
    assert writer.fill("verhuurder", {"landlord": "woonin"}) == writer.at("rent-debt-eviction")


def test_a_consultants_own_corporation_is_chosen_beforehand() -> None:
    writer = Writer()
    page = writer.see("woning")
    assert re.search(r'value="social_rent:portaal"[^>]* checked', page)
    assert "Portaal (uw organisatie)" in page


def test_serious_pollution_is_asked_only_where_there_is_some() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    assert writer.client.get(writer.at("pollution-serious")).status_code == 404
    assert writer.fill("pollution", {"pollution": "ja"}) == writer.at("pollution-serious")
    serious = {"pollution_serious": "ja"}
    assert writer.fill("pollution-serious", serious) == writer.at("only-pollution")
    assert writer.fill("only-pollution", {"only_pollution": "nee"}) == writer.at("kind-of-problem")


ABOUT_ONE_THING = (
    (
        "eviction_prevention",
        {
            "rent_debt_eviction": "ja",
            "only_debt": "ja",
            "description": "Vier maanden niet betaald.",
        },
        ("bewoner",),
    ),
    (
        "housing_hygiene",
        {
            "rent_debt_eviction": "nee",
            "pollution": "ja",
            "pollution_serious": "ja",
            "only_pollution": "ja",
            "acute_danger": "nee",
            "description": "De gang staat vol.",
        },
        ("bewoner", "melder", "adres-melder"),
    ),
)


@pytest.mark.parametrize(("route", "answers", "about"), ABOUT_ONE_THING)
def test_who_reports_one_thing_is_asked_no_more_than_that_needs(
    route: str, answers: dict[str, str], about: tuple[str, ...]
) -> None:
    """§3.4, §3.5: each page leads to the next, and none is about nuisance."""
    writer = Writer()
    writer.fill("adres", ADDRESS)
    here = writer.fill("woning", {"tenure": "social_rent:portaal"})
    for key, answer in answers.items():
        page = key.replace("_", "-")
        assert here == writer.at(page)
        here = writer.fill(page, {key: answer})
    for page in (*about, "steps-taken"):
        assert here == writer.at(page)
        here = writer.fill(page, {})
    assert here == writer.at("controleren")
    writer.send()
    (report,) = writer.made()
    assert set(report.answers) == set(answers)
    assert report.proposed == route


def test_of_a_debt_nobody_is_kept_who_complains() -> None:
    """§3.4, §4: also not when somebody was filled in first, whichever way it was sent."""
    debt = answered(rent_debt_eviction="ja", only_debt="ja")
    made = report(answers=debt, complainant_address=OTHER_HOUSE)
    page = signed_in("landlord").get(f"/meldingen/{made.reference}/").content.decode()
    assert RESIDENT.name in page
    assert COMPLAINANT.name not in page
    assert (made.complainant_address, made.complainant_dwelling_id) == ("", None)
    writer = Writer()
    writer.fill_what_is_needed()
    writer.fill("melder", {"complainant_name": "Cor Bedacht", "complainant_knows": "ja"})
    assert "Cor Bedacht" in writer.see("controleren")
    writer.fill("rent-debt-eviction", {"rent_debt_eviction": "ja"})
    writer.fill("only-debt", {"only_debt": "ja"})
    assert "Cor Bedacht" not in writer.see("controleren")
    assert writer.client.get(writer.at("melder")).status_code == 404


def test_what_was_not_asked_is_shown_nowhere_as_an_answer() -> None:
    """Also not when it was answered first, and then became needless."""
    writer = Writer()
    writer.fill_what_is_needed(pollution={"pollution": "ja"})
    writer.fill("pollution-serious", {"pollution_serious": "ja"})
    writer.fill("only-pollution", {"only_pollution": "nee"})
    words = "Is de vervuiling ernstig?"
    assert words in writer.see("controleren")
    writer.fill("pollution", {"pollution": "nee"})
    assert words not in writer.see("controleren")
    shown = writer.client.get(writer.send()).content.decode()
    assert "Is de woning vervuild of overvol?" in shown
    assert words not in shown
    assert "pollution_serious" not in writer.made()[0].answers


@pytest.mark.parametrize("tenure", ["owner_occupied", "private_rent", "unknown"])
def test_a_rent_debt_is_asked_only_where_a_landlord_takes_part(tenure: str) -> None:
    """§3.4: corporations report their own tenants."""
    writer = Writer()
    writer.fill("woning", {"tenure": tenure})
    writer.fill("adres", ADDRESS)
    assert writer.client.get(writer.at("rent-debt-eviction")).status_code == 404
    for page, given in NEEDED:
        if page not in ("woning", "rent-debt-eviction"):
            writer.fill(page, given)
    writer.send()
    assert "rent_debt_eviction" not in writer.made()[0].answers


def test_every_page_has_one_heading_and_asks_in_it() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    for page in (
        "adres",
        "woning",
        "description",
        "structural",
        "bewoner",
        "melder",
        "steps-taken",
    ):
        text = writer.see(page)
        assert text.count("<h1>") == 1
        # A yes or a no goes on by itself; what was answered before stands out.
        assert ("Verder" in text) == (page != "structural")
    answered = writer.see("structural")
    for answer, looks in (("ja", "primary"), ("nee", "secondary")):
        button = rf'<button class="[^"]*{looks}-action[^"]*" name="structural" value="{answer}"'
        assert re.search(button, answered)


def test_what_is_wrong_stands_at_the_field_and_what_was_typed_stays() -> None:
    writer = Writer()
    answer = writer.client.post(writer.at("adres"), {**ADDRESS, "postcode": "3561", "number": ""})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "<title>Fout: " in page
    assert page.count("Vul een postcode in, zoals 3511 AB.") == 2
    assert page.count("Vul een huisnummer in, zoals 12 of 12-A.") == 2
    assert 'value="Lindeplein"' in page
    with acting(actor("landlord")):
        assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("adres", {**ADDRESS, "street": "x" * 200}),
        ("adres", {**ADDRESS, "postcode": "3561\x00ZZ"}),
        ("adres", {**ADDRESS, "district": "mars"}),
        ("woning", {"tenure": "kasteel"}),
        ("woning", {}),
        ("kind-of-problem", {"kind_of_problem": "iets"}),
        ("description", {"description": "\x00"}),
        ("since", {"since": "31-02-2026"}),
        ("since", {"since": "01-01-2099"}),
        ("bewoner", {"resident_name": "x" * 161}),
        ("melder", {"complainant_phone": "030-0000002", "complainant_knows": "ja"}),
        ("melder", {"complainant_name": "Bram", "complainant_email": "bram"}),
        ("adres-melder", {"complainant_postcode": "3561 ZZ"}),
    ],
)
def test_bad_input_gets_a_clear_answer(page: str, given: Mapping[str, str]) -> None:
    writer = Writer()
    answer = writer.client.post(writer.at(page), given)
    assert answer.status_code == 400
    assert "Er ging iets mis" in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "given", "field", "sentence"),
    [
        ("description", {"description": "Zijn BSN: 111222333."}, "description", NO_BSN),
        ("description", {"description": "Nr. 1112.22.333"}, "description", NO_BSN),
        ("adres", {**ADDRESS, "street": "Laan 111222333"}, "street", NO_BSN),
        ("adres", {**ADDRESS, "street": "x" * 121}, "street", "Dit is te lang."),
        ("steps-taken", {"steps_taken": "x" * 20_001}, "steps_taken", "Dit is te lang."),
        ("bewoner", {"resident_name": "Ans 111 222 333"}, "resident_name", NO_BSN),
        ("since", {"since": "01-03-1800"}, "since", "Klopt het jaartal?"),
        ("since", {"since": "01-03-2126"}, "since", "Deze datum ligt in de toekomst."),
        ("melder", {**NAMED, "complainant_phone": "061234"}, "complainant_phone", NO_PHONE),
        ("melder", {**NAMED, "complainant_phone": "bel maar"}, "complainant_phone", NO_PHONE),
        ("melder", {**NAMED, "complainant_email": "bram@thuis"}, "complainant_email", NO_EMAIL),
        (
            "melder",
            {**NAMED, "complainant_contact_note": "111222333"},
            "complainant_contact_note",
            NO_BSN,
        ),
    ],
)
def test_what_cannot_be_right_is_told_plainly_and_stays(
    page: str, given: Mapping[str, str], field: str, sentence: str
) -> None:
    """A citizen service number is kept nowhere (UAVG art. 46)."""
    writer = Writer()
    answer = writer.client.post(writer.at(page), given)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert shown.count(sentence) == 2  # on top and at the field
    assert given[field] in shown
    with acting(actor("landlord")):
        assert not Draft.objects.exists()


@pytest.mark.parametrize("phone", ["06 1234 5678", "(030) 123 45 67", "+32 2 123 45 67"])
def test_a_telephone_number_is_read_in_every_spelling(phone: str) -> None:
    Writer().fill("melder", {**NAMED, "complainant_phone": phone})


def test_a_neighbour_is_named_only_when_they_know_it() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    given = {"complainant_name": "Bram Verzonnen", "complainant_may_phone": "ja"}
    answer = writer.client.post(writer.at("melder"), given)
    assert answer.status_code == 400
    assert "Vraag het eerst aan deze persoon" in answer.content.decode()
    writer.fill("melder", {**given, "complainant_knows": "ja"})
    writer.send()
    with acting(actor("landlord")):
        person = Person.objects.get()
    assert (person.name, person.may_phone, person.may_post) == ("Bram Verzonnen", True, False)


def test_check_your_answers_tells_everything_and_who_will_see_it() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    writer.fill("bewoner", {"resident_name": "Ans Fictief"})
    page = writer.see("controleren")
    for words in ("Lindeplein 112, 3561 ZZ Utrecht", "Muziek of apparaten", "Ans Fictief"):
        assert words in page
    assert "Niet ingevuld" in page
    assert "Voorstel: Aanpak extreme woonoverlast" in page
    assert "§3.2" in page
    assert "Portaal: melding, woning, bewoner" in page
    assert "U Centraal, casemanagement: melding, woning, bewoner" in page
    assert "Wijzigen<span" in page


def test_who_lets_dwellings_finds_its_own_first_and_then_not_again() -> None:
    writer = Writer("landlord")
    writer.fill("adres", ADDRESS)
    asked = writer.see("woning")
    assert asked.index("Portaal (uw organisatie)") < asked.index("woningcorporatie (een andere)")
    assert writer.fill("woning", {"tenure": "social_rent"}) == writer.at("verhuurder")
    assert 'value="portaal"' not in writer.see("verhuurder")


def test_what_the_judge_may_not_know_is_said_to_stay() -> None:
    """§3.3: the corporation decides on a last chance, and does not learn who complained."""
    writer = Writer("police")
    earlier = {"earlier_approaches": "ja"}
    writer.fill_what_is_needed(woning={"tenure": "social_rent"}, earlier_approaches=earlier)
    writer.fill("verhuurder", {"landlord": "portaal"})
    writer.fill("melder", {"complainant_name": "Bram Verzonnen", "complainant_knows": "ja"})
    page = writer.see("controleren")
    assert "Voorstel: Laatste Kans Beleid" in page
    assert "Alleen uw eigen organisatie ziet: melders en omwonenden." in page
    writer.send()
    reference = writer.made()[0].reference
    assert "Bram Verzonnen" in writer.client.get(f"/meldingen/{reference}/").content.decode()
    seen = signed_in("landlord").get(f"/meldingen/{reference}/").content.decode()
    assert "Bram Verzonnen" not in seen
    assert "Muziek in de nacht." in seen


def test_changing_an_answer_comes_back_to_the_check() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    to = writer.fill("acute-danger", {"acute_danger": "ja"}, "?terug=controleren")
    assert to == writer.at("controleren")
    to = writer.fill("woning", {"tenure": "social_rent"}, "?terug=controleren")
    assert to == writer.at("verhuurder") + "?terug=controleren"


def test_what_is_missing_is_told_at_the_check_and_nothing_is_sent() -> None:
    writer = Writer()
    writer.fill("adres", ADDRESS)
    answer = writer.client.post(writer.at("controleren"), {"once": writer.key})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Vul in: Van wie is de woning?" in page
    assert f'href="{writer.at("woning")}?terug=controleren">Verder met invullen' in page
    assert writer.made() == []


def test_the_same_click_twice_makes_one_report() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    assert writer.send() == writer.send()
    assert len(writer.made()) == 1


def test_a_report_that_was_sent_is_not_written_any_more() -> None:
    writer = Writer()
    writer.fill_what_is_needed()
    address = writer.send()
    assert writer.fill("structural", {"structural": "ja"}) == address
    assert writer.client.get(writer.at("controleren")).headers["Location"] == address
    with acting(actor("landlord")):
        assert not Draft.objects.exists()


def test_what_was_begun_is_kept_and_can_be_thrown_away() -> None:
    writer = Writer()
    writer.fill("adres", ADDRESS)
    page = writer.client.get("/meldingen/nieuw/").content.decode()
    assert "Lindeplein 112" in page
    writer.client.post(writer.at("weggooien"))
    assert writer.client.get("/meldingen/nieuw/").status_code == 302


def test_a_draft_opens_to_nobody_else() -> None:
    """Somebody else's key is a key that nobody used."""
    writer = Writer()
    writer.fill("adres", {**ADDRESS, "street": "Geheimlaan"})
    for other in ("landlord_excluded", "social_team"):
        client = signed_in(other)
        assert "Geheimlaan" not in client.get(writer.at("adres")).content.decode()
        assert client.get(writer.at("controleren")).headers["Location"] == "/meldingen/nieuw/"
        client.post(writer.at("weggooien"))
        with acting(actor(other)):
            assert not Draft.objects.exists()
    assert "Geheimlaan" in writer.see("adres")


@pytest.mark.parametrize("who", ["manager", "mediator", "executor", "secretary"])
def test_who_does_not_report_finds_no_form(who: str) -> None:
    client = signed_in(who)
    assert "Nieuwe melding doen" not in client.get("/meldingen/").content.decode()
    for page in ("", "sleutel/adres/", "sleutel/controleren/"):
        assert client.get(f"/meldingen/nieuw/{page}").status_code == 404
    for page in ("sleutel/adres/", "sleutel/controleren/", "sleutel/weggooien/"):
        assert client.post(f"/meldingen/nieuw/{page}", ADDRESS).status_code == 404


def test_a_page_that_is_not_there_and_a_key_too_long_are_absent() -> None:
    writer = Writer()
    assert writer.client.get(writer.at("onzin")).status_code == 404
    assert writer.client.post(writer.at("onzin"), {}).status_code == 404
    assert writer.client.get(f"/meldingen/nieuw/{'x' * 41}/adres/").status_code == 404


def test_nothing_typed_stands_in_an_address() -> None:
    writer = Writer()
    reached = [writer.fill(page, given) for page, given in NEEDED]
    for address in (*reached, writer.send()):
        assert re.fullmatch(r"/meldingen/[\w/-]+(\?terug=controleren)?", address)
        assert "Lindeplein" not in address
