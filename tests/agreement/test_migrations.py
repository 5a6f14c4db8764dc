# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A later version says where running cases come; the check knows the former one beside it."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from woonvrede.agreement.book import Agreement, Intervention, Passage
from woonvrede.agreement.check import check
from woonvrede.agreement.moving.hindrances import Hindrance, Why, hindrances
from woonvrede.agreement.moving.jumping import jumps
from woonvrede.agreement.moving.live import Live, destination, migration_from, names_later
from woonvrede.agreement.moving.reach import Reach, difference
from woonvrede.agreement.moving.told import Seen, because
from woonvrede.agreement.read import read

from .breaking import SOUND
from .planting import UTRECHT

NEXT = """

[[migrations]]
former = "dorp-1"
source = "§9"
{passage}
"""
LIVE = Live("repair", "asked", frozenset({("landlord", "verhuurder")}), tenure="rent")
PASSAGE = """
[[migrations.interventions]]
intervention = "visit"
stages = { busy = "under_way" }
"""


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The sound agreement, and beside it a next version in which a stage has another name."""
    shutil.copytree(SOUND, tmp_path / "dorp-1")
    return version(tmp_path / "dorp-2", PASSAGE, busy="under_way")


def version(folder: Path, passage: str, **renamed: str) -> Path:
    """Return a next version, in which these words are others in the first intervention."""
    shutil.copytree(SOUND, folder)
    shared, visit = folder / "agreement.toml", folder / "interventions/visit.toml"
    text = shared.read_text().replace('"dorp-1"', f'"{folder.name}"')
    shared.write_text(text + NEXT.format(passage=passage))
    for old, new in renamed.items():
        assert f'"{old}"' in visit.read_text()
        visit.write_text(visit.read_text().replace(f'"{old}"', f'"{new}"'))
    return folder


def test_a_declared_passage_is_sound(later: Path) -> None:
    assert check(later) == []


@pytest.mark.parametrize(
    ("passage", "entry", "words"),
    [
        ("", "migrations 1", "De fase “busy” van “visit” is er niet meer."),
        (
            PASSAGE.replace("busy", "bussy"),
            "migrations 1.interventions 1",
            "De fase “busy” van “visit” is er niet meer.",
        ),
        (
            PASSAGE.replace("visit", "visits"),
            "migrations 1.interventions 1",
            "“visits” bij “to” bestaat niet.",
        ),
    ],
)
def test_what_has_no_place_is_told_where_the_former_version_lies_beside(
    later: Path, passage: str, entry: str, words: str
) -> None:
    """Alone, the new version cannot know what there was."""
    folder = version(later.parent / "dorp-3", passage, busy="under_way")
    assert (entry, words) in [(each.entry, each.problem) for each in check(folder)]
    shutil.rmtree(later.parent / "dorp-1")
    assert not any("is er niet meer" in each.problem for each in check(folder))


ASIDE = """
[[migrations.interventions]]
intervention = "visit"
to = "repair"
stages = { open = "asked", busy = "asked" }
"""


def test_no_passage_leads_to_another_way_of_working(later: Path) -> None:
    """Neither where the former version tells what it was, nor where only this one does."""
    folder = version(later.parent / "dorp-3", ASIDE)
    told = [
        ("moved_elsewhere", "“repair” geldt niet voor een woning met “owned”, “visit” wel."),
        ("moved_elsewhere", "“repair” heeft een ander doel dan “visit”."),
    ]
    assert [(each.rule, each.problem) for each in check(folder)] == told
    shutil.rmtree(later.parent / "dorp-1")
    assert [(each.rule, each.problem) for each in check(folder)] == told


@pytest.mark.parametrize(
    ("intervention", "stages", "ahead"),
    [
        (
            "mayoral_measure",
            {"request": "weighing", "weighing": "decided"},
            ["weighing", "decided"],
        ),
        ("severe_nuisance", {"screening": "taken_up"}, ["taken_up"]),
        ("severe_nuisance", {"awaiting_permission": "execution"}, ["execution"]),
        ("eviction_prevention", {"registered": "agreed"}, ["agreed"]),
        ("severe_nuisance", {"execution": "taken_up", "aftercare": "screening"}, []),
    ],
)
def test_no_passage_leads_past_a_step(
    intervention: str, stages: dict[str, str], ahead: list[str]
) -> None:
    """The weighing (§3.2), the corporation's yes (§5) and the joint intake (§3.4) are steps."""
    left = read(UTRECHT).interventions[intervention]
    assert [to for stage, to in stages.items() if jumps(left, left, stage, to, {})] == ahead


def test_a_stage_that_is_gone_comes_in_the_next_under_a_new_name_or_at_the_start() -> None:
    left = read(SOUND).interventions["visit"]
    _, busy, closed = left.stages
    later = busy.model_copy(update={"key": "later"})
    gone = left.model_copy(update={"stages": (busy, later, closed), "start": "later"})
    assert jumps(left, gone, "open", "busy", {})
    assert not jumps(left, gone, "open", "later", {})
    assert not jumps(left, gone.model_copy(update={"start": "busy"}), "open", "busy", {})


@pytest.mark.parametrize(
    ("stage", "to", "ahead"),
    [
        ("awaiting_permission", "asked", False),
        ("execution", "doing", False),
        ("aftercare", "doing", False),
        ("awaiting_permission", "doing", True),
        ("screening", "asked", True),
    ],
)
def test_nor_where_neither_version_knows_both_names(stage: str, to: str, ahead: bool) -> None:
    """Other words for two stages make no way past the permission (§5) and the plan (§3.2)."""
    names = {"awaiting_permission": "asked", "execution": "doing"}
    left = read(UTRECHT).interventions["severe_nuisance"]
    assert jumps(left, _renamed(left, names), stage, to, names) is ahead


def _renamed(left: Intervention, names: Mapping[str, str]) -> Intervention:
    """Return an intervention in which stages are called otherwise, and nothing else is other."""
    text = left.model_dump_json()
    for key, name in names.items():
        text = text.replace(f'"{key}"', f'"{name}"')
    return Intervention.model_validate_json(text)


def test_a_passage_to_another_name_of_the_same_is_sound(later: Path) -> None:
    """The former version beside this one says what the intervention was."""
    renamed = ASIDE.replace('"repair"', '"call"').replace('"asked", busy = "asked"', '"open"')
    folder = version(later.parent / "dorp-3", renamed)
    (folder / "interventions/visit.toml").rename(folder / "interventions/call.toml")
    for path in (folder / "agreement.toml", folder / "text.toml"):
        text = path.read_text().replace('"visit', '"call')
        path.write_text(text.replace('intervention = "call"', 'intervention = "visit"'))
    assert check(folder) == []


def test_cases_never_come_from_another_partnership(later: Path) -> None:
    former = later.parent / "dorp-1/agreement.toml"
    former.write_text(former.read_text().replace('partnership = "dorp"', 'partnership = "elders"'))
    assert [each.problem for each in check(later)] == [
        "“dorp-1” is van een andere samenwerking.",
    ]


def test_two_ways_from_one_version_are_a_fault(later: Path) -> None:
    shared = later / "agreement.toml"
    shared.write_text(shared.read_text() + NEXT.format(passage=""))
    assert {each.rule for each in check(later)} == {"duplicate_key", "unknown_name"}


def test_a_named_stage_changes_and_another_keeps_its_name(later: Path) -> None:
    migration = migration_from("dorp-1", read(later))
    assert migration is not None
    assert destination(migration, "visit", "busy") == ("visit", "under_way")
    assert destination(migration, "repair", "asked") == ("repair", "asked")
    assert migration_from("dorp-0", read(later)) is None


def test_what_was_renamed_twice_is_found_again_and_no_way_back_or_elsewhere(later: Path) -> None:
    """Also where two versions name each other, and where another partnership names this one."""
    first, second = read(SOUND), read(later)
    way = second.migrations[0]

    def after(former: str, key: str, to: str, partnership: str = "dorp") -> Agreement:
        passage = Passage(intervention="visit" if former == "dorp-1" else "call", to=to)
        declared = way.model_copy(update={"former": former, "interventions": (passage,)})
        update = {"key": key, "migrations": (declared,), "partnership": partnership}
        return second.model_copy(update=update)

    calls, tours = after("dorp-1", "dorp-2", "call"), after("dorp-2", "dorp-3", "tour")
    others = [tours, after("dorp-1", "elders-1", "call", "elders"), calls, first]
    back = first.model_copy(update={"migrations": (way.model_copy(update={"former": "dorp-3"}),)})
    for shelf in (others, [*others, back]):
        names = names_later(first, "visit", shelf)
        assert names == {"dorp-1": "visit", "dorp-2": "call", "dorp-3": "tour"}
    assert names_later(tours, "tour", others) == {"dorp-3": "tour"}


def test_who_sees_the_same_in_a_stage_of_another_name_gains_and_loses_nothing(
    later: Path,
) -> None:
    former, new = read(SOUND), read(later)
    roles = [role.key for role in former.roles]
    found = difference(former, ("visit", "busy"), new, ("visit", "under_way"), roles=roles)
    assert (found.gained, found.lost) == ((), ())


def test_who_no_longer_knows_of_the_case_loses_all_of_it() -> None:
    """Rights to what a case holds are worth nothing to who may not know that there is one."""
    former = read(SOUND)
    repair = former.interventions["repair"]
    (grant,) = repair.grants
    blind = grant.model_copy(update={"see": ("story",)})
    narrowed = repair.model_copy(update={"grants": (blind,)})
    new = former.model_copy(update={"interventions": {**former.interventions, "repair": narrowed}})
    place = ("repair", "asked")
    lost = difference(former, place, new, place, roles=["landlord"]).lost
    assert Reach("landlord", "worker", "see", "process") in lost
    assert Reach("landlord", "worker", "move", "mend") in lost
    gained = difference(new, place, former, place, roles=["landlord"]).gained
    assert gained == lost


def test_who_saw_all_and_sees_its_own_only_loses() -> None:
    former = read(SOUND)
    repair = former.interventions["repair"]
    (grant,) = repair.grants
    process = grant.model_copy(update={"see": ("process",), "write": ()})
    own = grant.model_copy(update={"only": "own", "see": ("story",), "write": ("story",)})
    narrowed = repair.model_copy(update={"grants": (process, own)})
    new = former.model_copy(update={"interventions": {**former.interventions, "repair": narrowed}})
    place = ("repair", "asked")
    found = difference(former, place, new, place, roles=["landlord"])
    assert found.gained == ()
    assert [(each.verb, each.thing) for each in found.lost] == [
        ("see", "story"),
        ("write", "story"),
    ]


@pytest.mark.parametrize(
    ("live", "why"),
    [
        (LIVE, []),
        (replace(LIVE, stage="gone"), ["no_stage"]),
        (replace(LIVE, stage="done"), ["at_the_end"]),
        (replace(LIVE, tenure="owned"), ["other_tenure"]),
        (replace(LIVE, seats=frozenset()), ["no_lead", "unseen"]),
        (replace(LIVE, seats=frozenset({("butler", "bouwer")})), ["no_lead", "no_role", "unseen"]),
        (replace(LIVE, seats=frozenset({("landlord", "bouwer")})), ["not_a_party"]),
        (
            replace(
                LIVE,
                seats=frozenset({("landlord", "opvolger")}),
                facts=frozenset({"wish", "hope"}),
                registers=frozenset({"visits"}),
                people=frozenset({"resident", "owner"}),
                categories=frozenset({"story", "rumour"}),
            ),
            ["no_category", "other_fact", "other_person_role", "other_register"],
        ),
    ],
)
def test_a_case_stays_for_whatever_has_no_place(live: Live, why: list[str]) -> None:
    book = read(SOUND)
    found = hindrances(live, book, book, (live.intervention, live.stage))
    assert [each.why for each in found] == why


@pytest.mark.parametrize(
    "change", [{"kind": "number"}, {"category": "outcome"}, {"kind": "choice", "options": "reason"}]
)
def test_a_fact_that_would_mean_something_else_keeps_its_case(change: dict[str, str]) -> None:
    former = read(SOUND)
    repair = former.interventions["repair"]
    (wish,) = repair.facts
    other = repair.model_copy(update={"facts": (wish.model_copy(update=change),)})
    new = former.model_copy(update={"interventions": {**former.interventions, "repair": other}})
    live = replace(LIVE, facts=frozenset({"wish"}))
    (found,) = hindrances(live, former, new, ("repair", "asked"))
    assert (found.why, found.name) == ("other_fact", "wish")


@pytest.mark.parametrize(
    ("change", "why", "name"),
    [
        ({"lead": "builder"}, "no_lead", "builder"),
        ({"purpose": "help"}, "other_purpose", "help"),
        ({"tenures": ("owned",)}, "other_tenure", "rent"),
    ],
)
def test_a_case_stays_where_its_intervention_became_another(
    change: dict[str, object], why: str, name: str
) -> None:
    """Also where it kept its name, so that no passage is declared."""
    former = read(SOUND)
    other = former.interventions["repair"].model_copy(update=change)
    new = former.model_copy(update={"interventions": {**former.interventions, "repair": other}})
    (found,) = hindrances(LIVE, former, new, ("repair", "asked"))
    assert (found.why, found.name) == (why, name)


def test_a_case_stays_where_only_a_step_leads() -> None:
    """Also where the check knew one version alone."""
    book = read(SOUND)
    live = Live("visit", "open", frozenset({("desk", "balie")}), tenure="rent")
    (found,) = hindrances(live, book, book, ("visit", "busy"))
    assert (found.why, found.name) == ("ahead", "busy")


@pytest.mark.parametrize("asked_before", [False, True])
def test_a_case_stays_where_somebody_takes_part_without_the_consent_that_is_asked(
    asked_before: bool,
) -> None:
    """Where the former version asked it too, nobody came without one."""
    book = read(SOUND)
    visit = book.interventions["visit"]
    (invitation,) = visit.invitations
    asking = invitation.model_copy(update={"after_consent": True})
    strict = visit.model_copy(update={"invitations": (asking,)})
    new = book.model_copy(update={"interventions": {**book.interventions, "visit": strict}})
    seats = frozenset({("desk", "balie"), ("helper", "helpers")})
    live = Live("visit", "busy", seats, tenure="rent")
    found = hindrances(live, new if asked_before else book, new, ("visit", "busy"))
    assert [(each.why, each.name) for each in found] == [("no_consent", "helper")][asked_before:]


def test_a_case_stays_where_more_than_one_party_would_lead_it() -> None:
    """Who of them leads is theirs to say; under the role that led before, somebody does already."""
    former = read(SOUND)
    other = former.interventions["repair"].model_copy(update={"lead": "builder"})
    new = former.model_copy(update={"interventions": {**former.interventions, "repair": other}})
    builders = frozenset({("builder", "bouwer"), ("builder", "opvolger")})
    live = replace(LIVE, seats=LIVE.seats | builders)
    place = ("repair", "asked")
    assert "several_leads" in [each.why for each in hindrances(live, former, new, place)]
    again = hindrances(live, new, new, place)
    assert "several_leads" not in [each.why for each in again]


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_to_stay_is_told_also_of_a_name_that_nobody_knows(why: Why) -> None:
    seen = Seen(read(SOUND), (LIVE.intervention, LIVE.stage))
    assert "“nowhere”" in because([Hindrance(why, "nowhere")], seen, seen)


def test_a_reason_to_stay_is_told_in_labels() -> None:
    agreement = read(SOUND)
    seen = Seen(agreement, (LIVE.intervention, LIVE.stage))
    role, party = agreement.labels["roles"]["landlord"], agreement.labels["parties"]["verhuurder"]
    assert because(
        [Hindrance("not_a_party", "landlord: verhuurder"), Hindrance("no_role", "landlord")],
        seen,
        seen,
    ) == (
        f"deze partij kan deze rol niet meer hebben: “{role}: {party}”; de rol “{role}” is er niet"
    )
