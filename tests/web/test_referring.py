# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Referring outside the agreement (§3.6): only what was agreed can go along, also when forged."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from tests.intake.reporting import report, stands
from tests.story import Story
from tests.support.neighbours import hygiene
from tests.world import START, actor, signed_in, told
from woonvrede.access.books import in_force
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.insight.count import count
from woonvrede.insight.period import named
from woonvrede.intake.deciding import OUTSIDE
from woonvrede.intake.refer import refer
from woonvrede.records.event import Event
from woonvrede.records.person import Person
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

EOG, EARLY = "nuisance_families", "early_signalling"
ADDRESS = {"send_dwelling": "ja"}


def of(made: Report, target: str) -> str:
    return f"/meldingen/{made.reference}/verwijzen/{target}/"


def referred(made: Report, target: str, who: str = "lead", **given: str) -> Report:
    """Let somebody refer by the verb."""
    asked = actor(who, timezone.now())
    with acting(asked):
        return refer(made.reference, target, actor=asked, at=timezone.now(), version=1, given=given)


def resident(made: Report) -> str:
    with acting(actor("lead")):
        return str(Person.objects.get(report=made, role="alleged_causer").pk)


def happened(who: str, made: Report) -> list[dict[str, object]]:
    with acting(actor(who)):
        return list(
            Event.objects.filter(report=made, kind="ReferredOutside").values_list(
                "facts", flat=True
            )
        )


def test_the_page_says_first_what_may_go_along_and_what_never_does() -> None:
    made = report()
    page = signed_in("lead").get(of(made, EOG)).content.decode()
    assert "Adres van de woning" in page
    assert "Naam en bereikbaarheid: Bewoner over wie gemeld is" in page
    assert "Antwoord op: Is er een vast patroon van overlast?" in page
    assert "Nooit: Politiegegevens" in page
    assert "send_description" not in page
    assert "send_complainant" not in page


def test_a_referral_ends_the_report_and_tells_what_kinds_of_data_went_along() -> None:
    made = report()
    client = signed_in("lead")
    answer = client.post(
        of(made, EOG),
        {"version": 1, "send_dwelling": "ja", "send_structural": "ja"},
        follow=True,
    )
    page = answer.content.decode()
    assert "Lindeplein 112" in page
    assert "Is er een vast patroon van overlast?" in page
    assert "Ans Fictief" not in page
    assert "Bram Verzonnen" not in page
    assert "Harde muziek" not in page
    ended = stands("lead", made.reference)
    assert (ended.decided, ended.case, ended.reason) == (OUTSIDE, None, "")
    facts = happened("lead", made)[0]
    assert (facts["target"], facts["kinds"]) == (EOG, ["dwelling", "structural"])
    assert "Lindeplein" not in repr(facts)
    with acting_as_system("test"):
        found = count(
            "u_centraal", in_force(START.date(), "u_centraal"), named("2026-H1", months=6)
        )
    assert {each.value for each in found.indicators} == {0}


def test_who_reported_reads_that_somebody_was_referred_and_not_whither() -> None:
    """§1.6: handled or not, no more."""
    made = report()
    referred(made, EOG, **ADDRESS)
    page = signed_in("landlord").get(f"/meldingen/{made.reference}/").content.decode()
    assert "Verwezen buiten deze overeenkomst" in page
    assert "EOG" not in page
    assert signed_in("landlord").get(f"/meldingen/{made.reference}/verwezen/").status_code == 404
    judge = signed_in("lead").get(f"/meldingen/{made.reference}/").content.decode()
    assert "Verwezen naar Aanpak ernstig overlastgevende gezinnen (EOG)" in judge


def test_the_text_is_there_for_who_referred_and_on_that_day_alone(
    maintenance: object,
) -> None:
    made = report()
    referred(made, EOG, **ADDRESS)
    url = f"/meldingen/{made.reference}/verwezen/"
    assert signed_in("lead").get(url).status_code == 200
    maintenance.execute(  # type: ignore[attr-defined]
        "update records_report set decided_at = decided_at - interval '1 day'"
    )
    assert signed_in("lead").get(url).status_code == 404


@pytest.mark.parametrize("forged", ["complainant", "description", "steps_taken", "police", "bsn"])
def test_no_more_goes_along_than_was_agreed_also_by_a_forged_request(forged: str) -> None:
    made = report()
    form = {"version": 1, **ADDRESS, f"send_{forged}": "ja"}
    answer = signed_in("lead").post(of(made, EOG), form)
    assert answer.status_code == 409
    assert "mag u niet doorgeven" in answer.content.decode()
    with pytest.raises(Refused):
        referred(made, EOG, **ADDRESS, **{f"send_{forged}": "ja"})
    assert stands("lead", made.reference).decided == ""
    assert happened("lead", made) == []


def test_without_agreement_nothing_goes_to_early_signalling() -> None:
    """§4: as far as possible after the person agreed; here there is no other ground."""
    made = report()
    with pytest.raises(Invalid) as wrong:
        referred(made, EARLY)
    assert set(wrong.value.errors) == {*ADDRESS, "consent_by", "consent_on"}  # all at once
    with acting(actor("lead")):
        complainant = str(Person.objects.get(report=made, role="complainant").pk)
    for nobody in (complainant, "999999999", "x"):
        with pytest.raises(Invalid):
            referred(made, EARLY, **ADDRESS, consent_by=nobody, consent_on="2026-03-02")
    with pytest.raises(Invalid) as wrong:
        referred(made, EARLY, **ADDRESS, consent_by=resident(made), consent_on="2199-03-02")
    assert set(wrong.value.errors) == {"consent_on"}
    referred(made, EARLY, **ADDRESS, consent_by=resident(made), consent_on="2026-03-02")
    assert "Instemming van: Bewoner over wie gemeld is, op 2-3-2026." in str(
        happened("lead", made)[0]["agreed"]
    )


def test_something_is_chosen_or_nothing_may_go_along_at_all() -> None:
    made = report()
    with pytest.raises(Invalid):
        referred(made, EOG)
    referred(made, "legal_advice")
    assert happened("lead", made)[0]["kinds"] == []


@pytest.mark.parametrize("who", ["landlord", "hygiene_expert", "police"])
def test_only_who_judges_the_report_refers_it(who: str) -> None:
    made = report()
    answer = signed_in(who).post(of(made, EOG), {"version": 1, **ADDRESS})
    assert answer.status_code == (409 if who == "landlord" else 404)
    assert stands("lead", made.reference).decided == ""


def test_a_target_that_was_not_agreed_is_not_there() -> None:
    made = report()
    assert signed_in("lead").get(of(made, "press")).status_code == 404
    with pytest.raises(ObjectDoesNotExist):
        referred(made, "press")


def test_a_report_is_referred_once() -> None:
    made = report()
    referred(made, EOG, **ADDRESS)
    answer = signed_in("lead").post(of(made, EOG), {"version": 2, **ADDRESS})
    assert answer.status_code == 409
    assert "al een besluit" in answer.content.decode()
    assert len(happened("lead", made)) == 1


def case(story: Story, step: str) -> str:
    return f"/casussen/{story.reference}/stap/{step}/"


def test_from_a_case_the_same_and_the_case_goes_on() -> None:
    """§3.6.2: the case manager refers; the text has what was chosen and nothing else."""
    story = told("execution")
    client = signed_in("manager")
    version = story.seen_by("manager").version
    form = {"version": version, "send_alleged_causer": "ja", "send_since": "ja"}
    page = client.post(case(story, "refer_nuisance_families"), form, follow=True).content.decode()
    assert "Tekst om door te geven" in page
    line = story.seen_by("manager").referrals[0]
    text = client.get(f"/casussen/{story.reference}/verwijzing/{line.number}/").content.decode()
    assert "Ans Fictief" in text
    assert "1 februari 2026" in text
    assert "Lindeplein 112, " not in text
    assert "Bram Verzonnen" not in text
    assert story.seen_by("manager").stage == "Uitvoering"


@pytest.mark.parametrize("forged", ["complainant", "description", "goal", "nurse_observation"])
def test_from_a_case_no_more_either(forged: str) -> None:
    story = told("execution")
    form = {"version": story.seen_by("manager").version, **ADDRESS, f"send_{forged}": "ja"}
    answer = signed_in("manager").post(case(story, "refer_nuisance_families"), form)
    assert answer.status_code == 409
    assert story.seen_by("manager").referrals == ()


def test_the_text_of_a_case_is_of_who_referred() -> None:
    """Who takes part and may see what comes next reads that it was; the text is not theirs."""
    story = told("execution")
    story.step("manager", "refer_nuisance_families", **ADDRESS)
    number = story.seen_by("manager").referrals[0].number
    url = f"/casussen/{story.reference}/verwijzing/{number}/"
    assert signed_in("manager").get(url).status_code == 200
    for who in ("lead", "landlord", "social_team", "police", "hygiene_expert"):
        assert signed_in(who).get(url).status_code in (403, 404), who
    assert signed_in("manager").get(url.replace(str(number), "1")).status_code == 404


def test_from_housing_hygiene_with_the_agreement_of_the_resident() -> None:
    """§3.6.1: by the centre, and by the team where the case is the team's."""
    story = hygiene("visit")
    with pytest.raises(Invalid):
        story.step("hygiene_expert", "refer_early_signalling", **ADDRESS)
    with acting(story.as_("hygiene_expert")):
        agreeing = str(Person.objects.filter(role="alleged_causer").latest("pk").pk)
    agreed = {"consent_by": agreeing, "consent_on": START.date().isoformat()}
    story.step("hygiene_expert", "refer_early_signalling", **ADDRESS, **agreed)
    assert story.seen_by("hygiene_expert").referrals[0].to == "Vroegsignalering van schulden"
    with pytest.raises(Refused):
        story.step("hygiene_expert", "team_refers_early_signalling", **ADDRESS, **agreed)
