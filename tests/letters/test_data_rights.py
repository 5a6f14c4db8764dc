# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What the AVG asks in every case: an answer to who asks about their own data, and what went wrong
with data.  Who leads sees it and nobody else, also once the case is closed.
"""

import pytest

from tests.story import Story
from tests.support.letters import newest, words
from tests.support.ways import due
from tests.world import signed_in, told
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.letters.send import send_letter
from woonvrede.casework.lists.worklist import read_work

pytestmark = pytest.mark.usefixtures("people")

PRIVACY = "data_rights"
REASON = {"request_reason": "Er zijn veel stukken."}
ASKED = {"request_kind": "erasure", "request_received_on": "2026-03-03"}
WHOM = {"contact_person": "M. Jansen", "contact_phone": "030-0000003", "officer_contact": "fg@stad"}
SOMEBODY = WHOM | {"to_name": "Ans Fictief"}
AT_HOME = {"to_safe": "ja", "to_street": "Elders 1", "to_town": "3500 AA Utrecht"}


def refused(story: Story, **given: str) -> str:
    """Tell why who leads cannot record this."""
    with pytest.raises(Invalid) as refusal:
        story.facts("lead", PRIVACY, **given)
    return str(refusal.value.errors)


def to_make(story: Story, who: str = "lead") -> set[str]:
    return {each.key for each in story.seen_by(who).letters_to_make}


def test_a_request_is_answered_within_the_month_also_in_a_closed_case() -> None:
    """AVG art. 12 lid 3: a month, or three when that is told; it is work of who leads."""
    story = told("closed")
    assert not to_make(story)
    form = signed_in("lead").get(f"/casussen/{story.reference}/gegevens/{PRIVACY}/")
    assert "Verzoek ontvangen op" in form.content.decode()
    story.facts("lead", PRIVACY, **ASKED)
    assert due(story)["data_request"] == "2026-04-07"  # 3 April is Good Friday
    assert to_make(story) == {"avg_access", "avg_decision"}
    actor = story.as_("lead")
    with acting(actor):
        work = read_work(actor=actor, at=story.at)
    mine = [each.what for each in (*work.late, *work.week, *work.later)]
    assert "Antwoord op het verzoek over eigen gegevens" in mine
    for wrong, why in (
        ({"request_until": "2026-05-20"}, "recht op de reden"),
        ({"request_until": "2026-06-04", **REASON}, "uiterlijk op 3 juni 2026"),
        ({"request_lengthened_on": "2026-03-03"}, "tot en met welke dag"),
        ({"request_decision": "refused", "request_decided_on": "2026-03-03"}, "recht op de reden"),
        ({"request_decided_on": "2026-03-03"}, "Vul het besluit"),
    ):
        assert why in refused(story, **wrong)
    story.facts("lead", PRIVACY, request_until="2026-05-24", **REASON)  # a Sunday, as promised
    assert due(story) == {"data_request": "2026-04-07", "data_request_longer": "2026-05-24"}
    story.facts("lead", PRIVACY, request_lengthened_on="2026-03-03")
    assert due(story) == {"data_request_longer": "2026-05-24"}
    story.facts("lead", PRIVACY, request_decision="refused", request_decided_on="2026-03-03")
    assert due(story) == {}


def test_what_ended_a_former_request_or_breach_ends_no_new_one() -> None:
    story = told("taken_up")
    story.facts("lead", PRIVACY, **ASKED | {"request_received_on": "2026-02-20"})
    answer = {"request_decision": "granted", "request_decided_on": "2026-02-23"}
    harmless = {"breach_discovered_on": "2026-02-23", "breach_harmless_on": "2026-02-24"}
    story.facts("lead", PRIVACY, **answer, **harmless)
    assert not {"data_request", "breach_report"} & due(story).keys()
    assert "Besloten op" in refused(story, request_received_on="2026-02-27")
    assert "niemand last" in refused(story, breach_discovered_on="2026-02-27")
    emptied = dict.fromkeys([*answer, "breach_harmless_on"], "")
    again = {"request_received_on": "2026-02-27", "breach_discovered_on": "2026-02-27"}
    story.facts("lead", PRIVACY, **emptied | again)
    assert due(story)["data_request"] == "2026-03-27"
    assert due(story)["breach_report"] == "2026-03-01"


def test_nobody_else_sees_that_somebody_asked() -> None:
    story = told("taken_up")
    story.facts("lead", PRIVACY, **ASKED)
    story.letter("lead", "avg_decision", **SOMEBODY)
    assert [each.category for each in story.seen_by("lead").facts if each.lines][-1] == PRIVACY
    for who in ("manager", "landlord"):
        page = story.seen_by(who)
        assert PRIVACY not in {section.category for section in page.sections}
        assert not page.letters
        assert "verzoek" not in str((page.tasks, page.timeline)).lower()


def test_the_answer_says_how_far_the_request_is() -> None:
    """It came, it takes longer, or it was decided: never an answer without one."""
    story = told("screening")
    story.facts("lead", PRIVACY, **ASKED)
    story.letter("lead", "avg_decision", **SOMEBODY)
    assert "verzoek ontvangen op 3 maart 2026. U krijgt antwoord binnen" in words(story, "lead")
    story.facts("lead", PRIVACY, request_until="2026-06-03", **REASON)
    story.letter("lead", "avg_decision", **SOMEBODY)
    assert "U krijgt ons antwoord uiterlijk op 3 juni 2026" in words(story, "lead")
    assert "De reden is: Er zijn veel stukken." in words(story, "lead")
    assert "maakt u eerst bezwaar" in words(story, "lead")
    story.facts("lead", PRIVACY, request_decision="partly", request_decided_on="2026-03-03")
    story.letter("lead", "avg_decision", **SOMEBODY)
    assert "Wij doen een deel van wat u vraagt" in words(story, "lead")


def test_a_sheet_with_data_waits_until_it_was_checked_for_others() -> None:
    """AVG art. 15 lid 4."""
    story = told("screening")
    story.facts("lead", PRIVACY, **ASKED)
    (access,) = (each for each in story.seen_by("lead").letters_to_make if each.key == "avg_access")
    assert access.waits == "Vul eerst in: Nagekeken of er niets over anderen in staat, op."


def test_a_letter_to_somebody_goes_by_post_only_where_its_form_was_given_an_address() -> None:
    story = told("screening")
    story.facts("lead", PRIVACY, **ASKED)
    with pytest.raises(Invalid) as refusal:
        story.letter("lead", "avg_decision", **WHOM)
    assert set(refusal.value.errors) == {"to_name"}
    story.letter("lead", "avg_decision", **SOMEBODY)
    with pytest.raises(Refused, match="veilig"):
        story.do("lead", send_letter, story.reference, newest(story, "lead").number, "post")
    for wrong, where in (
        (AT_HOME | {"to_safe": "nee"}, "to_safe"),
        (AT_HOME | {"to_safe": ""}, "to_safe"),
        (AT_HOME | {"to_street": ""}, "to_street"),
        (AT_HOME | {"to_town": ""}, "to_town"),
    ):
        with pytest.raises(Invalid) as refusal:
            story.letter("lead", "avg_decision", **SOMEBODY, **wrong)
        assert set(refusal.value.errors) == {where}
    story.letter("lead", "avg_decision", "post", **SOMEBODY, **AT_HOME)
    assert newest(story, "lead").state.startswith("Wacht op de post")
    assert "Ans Fictief Elders 1 3500 AA Utrecht" in words(story, "lead")
    assert "Ans" not in str(newest(story, "lead"))


def test_a_breach_is_reported_before_72_hours_are_over_also_in_a_weekend() -> None:
    """
    AVG art. 33: found on a Friday, at whatever hour; Sunday is the last whole day within 72 hours.
    """
    story = told("taken_up")
    found = {"breach_discovered_on": "2026-02-27", "breach_kind": "lost"}
    story.facts("lead", PRIVACY, **found)
    assert due(story)["breach_report"] == "2026-03-01"
    assert to_make(story) == {"breach_ap", "breach_person"}
    about = {"what_happened": "Een map is weg.", "people_groups": "Bewoners", "data_kinds": "Namen"}
    story.letter("lead", "breach_ap", "posted", **WHOM, **about, people_told="Nee, nog niet.")
    assert "Postbus 93374" in words(story, "lead")
    assert words(story, "lead").count("Dit volgt.") == 3
    said = {"breach_consequences": "Iemand kan bellen.", "breach_measures": "Sloten vervangen."}
    story.facts("lead", PRIVACY, breach_people="40", **said)
    story.letter("lead", "breach_ap", **WHOM, **about, people_told="Nee, nog niet.")
    assert "Iemand kan bellen." in words(story, "lead")
    assert "Dit volgt." not in words(story, "lead")
    story.facts("lead", PRIVACY, breach_reported_on="2026-02-28")
    assert "breach_report" not in due(story)
