# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A report that is routed to any intervention can be opened, seen and closed, in every way in which
its agreement ends it, by the verbs alone.  Stages and moves are read from the agreement.
"""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import CAST, Story, reported
from tests.support.neighbours import duo, unanswered
from tests.world import START

from woonvrede.access.books import book
from woonvrede.access.refusals import Refused
from woonvrede.agreement.book import Fact, Move
from woonvrede.casework.steps.conditions import GUARDS
from woonvrede.intake.decide import Decision, decide

pytestmark = pytest.mark.usefixtures("people")

AGREEMENT = book("utrecht-2019")
TOLD_ELSEWHERE = {"severe_nuisance", "last_chance"}  # stage by stage, in stories of their own
OTHERS = sorted(AGREEMENT.interventions.keys() - TOLD_ELSEWHERE)
DAY = "2026-03-02"
TYPED = {"text": "Tekst.", "yes_no": "ja", "date": DAY, "number": "1", "money": "1"}
ENDINGS = [
    (key, move.key)
    for key in OTHERS
    for move in AGREEMENT.interventions[key].moves
    if move.to in {stage.key for stage in AGREEMENT.interventions[key].stages if stage.final}
]


def ways(intervention: str, stage: str, last: str, been: tuple[str, ...]) -> Iterator[list[Move]]:
    """Yield every way from a stage to a move, that comes in no stage twice."""
    for move in AGREEMENT.interventions[intervention].moves:
        if stage not in move.origin or not move.to:
            continue
        if move.key == last:
            yield [move]
        elif move.to not in been:
            onward = ways(intervention, move.to, last, (*been, move.to))
            yield from ([move, *rest] for rest in onward)


def who_plays(role: str, circle: str = "") -> str:
    """Return the first of the cast who may play a role, for this circle if it is named."""
    played = AGREEMENT.role(role)
    circles = [circle] if circle else played.parties
    return next(
        each.key for each in CAST if each.party in circles and each.function in played.functions
    )


def typed(fact: Fact) -> str:
    """Return an answer that can be given."""
    if fact.kind == "choice":
        return next(iter(AGREEMENT.code_list(fact.options).codes))
    return TYPED[fact.kind]


def opened(intervention: str) -> Story:
    """Let a report be routed there, by whoever judges it, and then by whoever judges that."""
    story = reported(Story(START))
    for judged, version in (("severe_nuisance", 1), (intervention, 2)):
        lead = AGREEMENT.interventions[judged].lead
        who = who_plays(lead, "portaal" if lead == "landlord" else "")
        choice = Decision(intervention, "Dit past beter.")
        case = story.do(who, decide, story.report, choice, version=version)
        if case is not None:
            story.reference = case.reference
            return story
    raise AssertionError(f"nobody opened {intervention}")


def taken(story: Story, intervention: str, move: Move) -> None:
    """Let whoever may take a move, with everything that it asks and by which it is judged."""
    described = AGREEMENT.interventions[intervention]
    judged = {key for name in move.needs if name in GUARDS for key in GUARDS[name].by}
    left_out = set(move.offers) - judged
    given = {fact.key: typed(fact) for fact in described.asked(move) if fact.key not in left_out}
    if "tried_enough" in move.needs:
        unanswered(story)
    if move.effect == "assign":
        assert move.role
        given["colleague"] = str(story.as_(who_plays(move.role)).account)
    if move.effect == "assign_pair":
        given["pair"] = duo(story)
    story.step(who_plays(move.by[0]), move.key, **given)


def is_offered(story: Story, move: Move) -> bool:
    """May a step be asked of whoever takes it: are they here, and did somebody ask for it?"""
    try:
        steps = story.seen_by(who_plays(move.by[0])).steps
    except ObjectDoesNotExist:
        return False
    return any(step.key == move.key for step in steps)


@pytest.mark.parametrize(("intervention", "last"), ENDINGS)
def test_it_is_opened_seen_in_every_stage_and_closed(intervention: str, last: str) -> None:
    story = opened(intervention)
    described = AGREEMENT.interventions[intervention]
    lead = who_plays(described.lead)
    (start,) = {stage.key for stage in described.stages if stage.label == story.seen_by(lead).stage}
    way = max(ways(intervention, start, last, (start,)), key=len)
    stage = start
    for move in way:
        for beside in described.moves:
            stays = stage in beside.origin and not beside.to and not beside.effect
            if stays and is_offered(story, beside):
                taken(story, intervention, beside)
        taken(story, intervention, move)
        stage = move.to or stage
        assert story.seen_by(lead).stage == described.stage(move.to or "").label
    with pytest.raises((Refused, ObjectDoesNotExist)):  # who ends it may not see it afterwards
        taken(story, intervention, way[-1])


def test_every_stage_of_every_intervention_is_come_through() -> None:
    assert {key for key, _ in ENDINGS} == set(OTHERS)
    for key in OTHERS:
        described = AGREEMENT.interventions[key]
        start = described.stages[0].key
        longest = [
            max(ways(key, start, last, (start,)), key=len) for of, last in ENDINGS if of == key
        ]
        reached = {start, *(move.to for way in longest for move in way)}
        assert reached == {stage.key for stage in described.stages}
