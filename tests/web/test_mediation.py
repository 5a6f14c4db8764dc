# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The hard rules of mediation (§3.1): what the page says, what the verb refuses, and that a forged
request gets no further.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import unescape

import pytest

from tests.story import OWN, Story, Words, new_report, reported
from tests.support.neighbours import HELD, QUARREL, duo, mediation, unanswered
from tests.world import START, signed_in
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.casework.notes.row import add_row
from woonvrede.intake.address import Address

pytestmark = pytest.mark.usefixtures("people")

SOON = {"mediation_form": "talk", "mediation_on": "2026-02-27"}
ATTEMPT = {"tried_on": "2026-02-27", "how": "phone", "result": "appointment"}
HELPED = {"judgement_a": "solved", "judgement_b": "solved", "next_trajectory": "none"}


def agreed(**given: str) -> dict[str, str]:
    """Return what an assignment asks."""
    return {"suitable": "ja", **given}


def asked_in_vain() -> Story:
    """Ask the other neighbour three times."""
    story = mediation("assigned")
    story.step("mediator", "start_talk_a")
    story.step("mediator", "approach_b", approach_agreed="ja")
    unanswered(story)
    return story


def approached() -> Story:
    """Approach the other neighbour, who did not answer yet."""
    story = mediation("assigned")
    story.step("mediator", "start_talk_a")
    story.step("mediator", "approach_b", approach_agreed="ja")
    return story


def looked_after(**held: str) -> Story:
    """Go on to aftercare, so long after the mediation."""
    story = mediation("mediation")
    story.step("mediator", "start_aftercare", **(held or HELD))
    return story


def declined() -> Story:
    """Help one neighbour, because the other does not want to."""
    story = approached()
    story.step("mediator", "help_one", answer_b="declined")
    return story


@dataclass(frozen=True)
class Rule:
    """Something that ``who`` tries in a case, and the words with which it is refused."""

    bring: Callable[[], Story]
    who: str
    path: str
    given: Mapping[str, str]
    words: str


RULES = {
    "consultation": Rule(
        mediation, "mediation_lead", "stap/assign_mediator", agreed(), "alleen in overleg"
    ),
    "consultation without a day": Rule(
        mediation,
        "mediation_lead",
        "stap/assign_mediator",
        agreed(referral_agreed="ja"),
        "op welke dag dat is besproken",
    ),
    "not where it does not fit": Rule(
        mediation, "mediation_lead", "stap/assign_mediator", {"suitable": "nee"}, "ja beantwoord"
    ),
    "the first neighbour decides": Rule(
        lambda: mediation("talk_a"),
        "mediator",
        "stap/approach_b",
        {"approach_agreed": "nee"},
        "ja beantwoord",
    ),
    "not with one": Rule(
        approached, "mediator", "stap/start_mediation", {"answer_b": "declined"}, "doet niet mee"
    ),
    "a fourth attempt": Rule(asked_in_vain, "mediator", "lijst/attempts", ATTEMPT, "3 keer"),
    "given up too soon": Rule(
        approached,
        "mediation_lead",
        "stap/close_unanswered",
        {"judgement_a": "partly", "next_trajectory": "none"},
        "nog niet vaak genoeg",
    ),
    "agreements unasked": Rule(
        lambda: mediation("mediation"),
        "mediator",
        "gegevens/mediation",
        {"agreements": "Stil na tien uur."},
        "Willen beide buren hun afspraken op papier",
    ),
    "agreements of one": Rule(
        lambda: mediation("mediation"),
        "mediator",
        "gegevens/mediation",
        {"agreements_wanted": "nee", "agreements": "Stil na tien uur."},
        "Willen beide buren hun afspraken op papier",
    ),
    "aftercare too soon": Rule(
        lambda: looked_after(**SOON),
        "mediator",
        "gegevens/mediation",
        {"aftercare_on": "2026-03-05", "aftercare_a": "kept"},
        "niet eerder dan 13 maart 2026",
    ),
    "aftercare too late": Rule(
        lambda: looked_after(mediation_form="talk", mediation_on="2026-01-05"),
        "mediator",
        "gegevens/mediation",
        {"aftercare_on": "2026-03-02"},
        "kon tot en met 16 februari 2026",
    ),
    "aftercare without a day": Rule(
        looked_after, "mediator", "gegevens/mediation", {"aftercare_b": "kept"}, "welke dag"
    ),
    "one helped is no mediation": Rule(
        declined,
        "mediation_lead",
        "stap/close",
        {"mediation_held": "ja", "close_reason": "solved_one_party", **HELPED},
        "doet niet mee",
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_the_verb_refuses_it(name: str) -> None:
    rule = RULES[name]
    story = rule.bring()
    with pytest.raises((Refused, Invalid)) as refused:
        tried(story, rule)
    errors = getattr(refused.value, "errors", {})
    assert rule.words in " ".join([str(refused.value), *errors.values()])


@pytest.mark.parametrize("name", RULES)
def test_a_forged_request_gets_no_further(name: str) -> None:
    rule = RULES[name]
    story = rule.bring()
    before = story.seen_by(rule.who)
    given = dict(rule.given)
    if rule.path.endswith("assign_mediator"):
        given["colleague"] = str(story.as_("mediator").account)
    path = f"/casussen/{story.reference}/{rule.path}/"
    answer = signed_in(rule.who).post(path, {"version": str(before.version), **given})
    assert answer.status_code in (400, 409)
    assert rule.words in unescape(answer.content.decode())
    after = story.seen_by(rule.who)
    assert (after.stage, after.facts, after.tables) == (before.stage, before.facts, before.tables)


def tried(story: Story, rule: Rule) -> None:
    """Let it be tried by the verb itself."""
    kind, _, name = rule.path.partition("/")
    given = dict(rule.given)
    if kind == "lijst":
        story.do(rule.who, add_row, story.reference, name, given=given)
    elif kind == "gegevens":
        story.facts(rule.who, name, **given)
    else:
        if name == "assign_mediator":
            given["colleague"] = str(story.as_("mediator").account)
        story.step(rule.who, name, **given)


# ── What the pages say ───────────────────────────────────────────────────────────────────────────


def page_of(who: str, path: str) -> str:
    return unescape(signed_in(who).get(path).content.decode())


def test_after_three_attempts_the_page_says_to_close_and_offers_it() -> None:
    story = asked_in_vain()
    case = f"/casussen/{story.reference}/"
    for who in ("mediator", "mediation_lead"):
        assert "Er is 3 keer geprobeerd, zonder antwoord." in page_of(who, case)
        assert f'{case}lijst/attempts/"' not in page_of(who, case)
    assert f"{case}stap/close_unanswered/" in page_of("mediation_lead", case)
    assert f"{case}stap/close_unanswered/" not in page_of("mediator", case)
    form = page_of("mediation_lead", f"{case}stap/close_unanswered/")
    assert "Vindt de eerste buur het opgelost" in form
    assert "Dan staat vast: Hoe liep het af? Geen contact gekregen." in form
    assert 'name="close_reason"' not in form


def test_what_closing_without_an_answer_says_is_not_the_forms_to_say() -> None:
    story = asked_in_vain()
    typed = {
        "version": str(story.seen_by("mediation_lead").version),
        "judgement_a": "not_solved",
        "next_trajectory": "none",
        "judgement_b": "solved",
        "mediation_held": "ja",
        "close_reason": "solved_mediation",
        "answer_b": "talk",
    }
    path = f"/casussen/{story.reference}/stap/close_unanswered/"
    assert signed_in("mediation_lead").post(path, typed).status_code == 302
    page = story.seen_by("mediation_lead")
    said = [(line.label, line.value) for group in page.facts for line in group.lines]
    assert ("Hoe liep het af?", "Geen contact gekregen") in said
    assert ("Vindt de andere buur het opgelost?", "Niet bekend") in said
    assert ("Is er bemiddeld?", "Nee") in said
    assert page.outcome == "Niet succesvol bemiddeld"


def test_in_time_aftercare_is_recorded_and_a_later_day_of_mediation_is_not() -> None:
    story = looked_after()
    kept = {"aftercare_a": "kept", "aftercare_b": "kept"}
    story.facts("mediator", "mediation", aftercare_on="2026-03-02", **kept)
    with pytest.raises(Invalid, match="goed ingevuld") as refused:
        story.facts("mediator", "mediation", mediation_on="2026-02-26")
    assert "aftercare_on" in refused.value.errors


def test_agreements_are_gone_when_one_does_not_want_them_any_more() -> None:
    story = mediation("mediation")
    story.facts("mediator", "mediation", agreements_wanted="ja", agreements="Stil na tien uur.")
    with pytest.raises(Invalid):
        story.facts("mediator", "mediation", agreements_wanted="nee")
    story.facts("mediator", "mediation", agreements_wanted="nee", agreements="")
    assert "Stil na tien uur." not in page_of("mediator", f"/casussen/{story.reference}/")


# ── What the reporter hears ──────────────────────────────────────────────────────────────────────


def stand(story: Story, report: str, who: str = "landlord") -> tuple[str, ...]:
    """Return what stands under the decision on the page of a report."""
    page = page_of(who, f"/meldingen/{report}/")
    for hidden in ("Route gekozen", "Reden", "Voorstel was", "Naar casus"):
        assert hidden not in page
    told = page.partition("Besluit</h2>")[2].partition("</section>")[0]
    return tuple(words for words in STANDS if words in told)


STANDS = (
    "Bekeken. Hier leest u later of de melding in behandeling komt.",
    "In behandeling genomen",
    "Niet in behandeling genomen",
    "Afgerond: opgelost",
    "Afgerond: deels opgelost",
    "Gestopt zonder oplossing",
)


def test_the_reporter_reads_handled_or_not_how_it_ended_and_the_day() -> None:
    """Domain §4.7: and the case itself does not exist for them."""
    story = mediation()
    assert stand(story, story.report) == STANDS[:1]
    story.step("mediation_lead", "not_handle", reject_reason="withdrawn")
    assert stand(story, story.report) == STANDS[2:3]
    assert signed_in("landlord").get(f"/casussen/{story.reference}/").status_code == 404


def test_of_a_refusal_the_reporter_reads_no_more_than_that_it_stopped() -> None:
    story = approached()
    assert stand(story, story.report) == STANDS[1:2]
    given = {"judgement_b": "unknown", "next_trajectory": "police", "judgement_a": "partly"}
    reason = {"close_reason": "neighbour_refuses", "mediation_held": "nee"}
    story.step("mediation_lead", "close", **given, **reason)
    page = page_of("landlord", f"/meldingen/{story.report}/")
    assert "Gestopt zonder oplossing" in page
    for hidden in ("wil niet meedoen", "wijkagent", "Deels opgelost", "succesvol"):
        assert hidden not in page


def test_a_reason_between_those_who_judge_is_not_the_reporters_to_read() -> None:
    story = reported(Story(START, Words()))
    story.route("lead", "neighbour_mediation", "Zij kwam moe over.")
    assert "kwam moe over" not in page_of("landlord", f"/meldingen/{story.report}/")
    assert "kwam moe over" in page_of("mediation_lead", f"/meldingen/{story.report}/")


# ── Neighbours who report each other ─────────────────────────────────────────────────────────────

HERE = Address("3561 ZZ", "112", street="Lindeplein", town="Utrecht", district="overvecht")
THERE = Address("3561 ZZ", "114", street="Lindeplein", town="Utrecht", district="overvecht")
ELSEWHERE = Address("3561 ZZ", "120", street="Lindeplein", town="Utrecht", district="overvecht")


def across(about: Address = THERE, comes_from: Address | None = HERE) -> tuple[Story, str]:
    """Let one neighbour have a mediation, and somebody report the other way round."""
    story = Story(START, Words(answers={**QUARREL, "description": "Muziek op zondag."}))
    first = replace(new_report(story.words), address=HERE, complainant_address=THERE)
    story.reports("mediation_lead", first)
    story.route("mediation_lead", "neighbour_mediation", OWN)
    case = story.reference
    answers = {**QUARREL, "description": "Hij bonst op de muur."}
    other = Words(answers=answers, landlord="bo_ex")
    second = replace(new_report(other), address=about, complainant_address=comes_from)
    story.reports("other_landlord", second)
    return story, case


def test_what_the_other_neighbour_reports_joins_the_same_mediation() -> None:
    story, case = across()
    page = page_of("mediation_lead", f"/meldingen/{story.report}/")
    assert "Tussen dezelfde buren, andersom gemeld" in page
    assert "Melding over en weer" in page
    assert f"Voegen bij casus {case}" in page
    assert "Kan een buurtteam dit ook?" in page
    typed = {"route": f"voegen:neighbour_mediation:{case}", "version": "1"}
    answer = signed_in("mediation_lead").post(f"/meldingen/{story.report}/", typed)
    assert answer.headers["Location"] == f"/casussen/{case}/"
    both = page_of("mediation_lead", f"/casussen/{case}/")
    assert "Muziek op zondag." in both
    assert "Hij bonst op de muur." in both


def test_neither_reads_what_the_other_reported_and_volunteers_read_neither() -> None:
    story, case = across()
    story.route("mediation_lead", "neighbour_mediation", joins=case)
    story.reference = case
    given = agreed(referral_agreed="ja", referral_agreed_on="2026-02-27")
    story.step("mediation_lead", "assign_mediator", **given, pair=duo(story))
    page = page_of("other_landlord", f"/meldingen/{story.report}/")
    assert "Hij bonst op de muur." in page
    assert "Muziek op zondag." not in page
    assert "In behandeling genomen" in page
    seen = page_of("mediator", f"/casussen/{case}/")
    assert "Muziek op zondag." not in seen
    assert "Hij bonst op de muur." not in seen
    assert signed_in("other_landlord").get(f"/casussen/{case}/").status_code == 404


@pytest.mark.parametrize(("about", "comes_from"), [(ELSEWHERE, HERE), (THERE, None)])
def test_what_is_not_between_these_neighbours_does_not_join(
    about: Address, comes_from: Address | None
) -> None:
    """Another neighbour, or nobody knows who complains: not by page, verb or forged request."""
    story, case = across(about, comes_from)
    assert f"Voegen bij casus {case}" not in page_of(
        "mediation_lead", f"/meldingen/{story.report}/"
    )
    with pytest.raises(Refused, match="past niet bij die casus"):
        story.route("mediation_lead", "neighbour_mediation", joins=case)
    forged = {"route": f"voegen:neighbour_mediation:{case}", "version": "1"}
    answer = signed_in("mediation_lead").post(f"/meldingen/{story.report}/", forged)
    assert answer.status_code in (400, 409)


def test_a_second_mediation_between_them_needs_a_reason() -> None:
    story, _ = across()
    with pytest.raises(Invalid) as refused:
        story.route("mediation_lead", "neighbour_mediation")
    assert "reason" in refused.value.errors
    story.route("mediation_lead", "neighbour_mediation", "Dit gaat over iets anders.")
