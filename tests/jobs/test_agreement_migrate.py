# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running cases come under a later version: ``woonvrede agreement migrate``, as it is called."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from tests.intake.reporting import report
from tests.story import HOUSE, Story, Words
from tests.support.world import DATABASE, command, environment
from tests.world import actor, signed_in, told

from woonvrede.access import books as shelf
from woonvrede.access import given
from woonvrede.access.publish import publish
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.agreement.book import Agreement
from woonvrede.agreement.check import check
from woonvrede.agreement.moving.live import Live
from woonvrede.casework.page.case import read_case
from woonvrede.casework.page.objects import CasePage
from woonvrede.casework.versions.plan import MOVES, Planned, groups, plan
from woonvrede.insight.count import versions as marked_under
from woonvrede.intake.decide import Decision, decide
from woonvrede.intake.page.show import read_report
from woonvrede.intake.page.triage import JOIN
from woonvrede.jobs import commands, moving
from woonvrede.jobs.moving import Tried, carry_out
from woonvrede.records.case import Case
from woonvrede.records.report import Report
from woonvrede.running import places
from woonvrede.running.within import connected_as

WHY_STAYS = "het gegeven “Doel” is er niet, of is iets anders"
FORMER, NEW = "utrecht-2019", "utrecht-2026"
CITY = "voorbeeldstad-2026"
ASK = ("agreement", "migrate", "--from", FORMER, "--to", NEW)
WHY_TAKEN_UP = "Het patroon duurt al maanden"
MIGRATION = f"""
[[migrations]]
former = "{FORMER}"
source = "§9"
[[migrations.interventions]]
intervention = "severe_nuisance"
stages = {{ plan = "planning" }}
"""
# What is otherwise in the new version, in the file of one intervention.  A stage has another name;
# in it the police no longer take part; the buurtteam sees why the case was taken up; and the plan
# has an aim in place of a goal, so that what was written as a goal has no place.
POLICE = 'see = ["process", "dwelling", "report", "incidents"]\nstages = ["taken_up"'
CHANGES = (
    ('key = "plan", label = "Plan"', 'key = "plan", label = "Plannen"'),
    ('"plan"', '"planning"'),
    ('"goal"', '"aim"'),
    (f'{POLICE}, "planning"', POLICE),
    (
        'see = ["process", "dwelling", "resident", "approach", "care", "incidents"]',
        'see = ["process", "dwelling", "resident", "approach", "care", "incidents", "criteria"]',
    ),
)
GUARDIAN = '{ key = "guardian", label = "Voogd", category = "resident", source = "§4" }'
TENURES = 'tenures = ["social_rent", "private_rent", "owner_occupied", "unknown"]'
CASE = (
    "select agreement, intervention, stage, version, party_ids, due from records_case"
    " where reference = %s"
)
EVENTS = (
    "select c.reference, e.system, e.party_id, e.account_id from records_event e"
    " join records_case c on c.id = e.case_id where e.kind = 'MovedToAgreement' order by e.id"
)
COPIES = (
    "select distinct i.agreement, i.intervention, i.stage, i.due from records_involvement i"
    " join records_case c on c.id = i.case_id where c.reference = %s"
)

Connection = psycopg.Connection


@pytest.fixture
def versions(
    tmp_path: Path, people: None, maintenance: Connection, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The agreement and a later version beside it, both published; the folder of both."""
    shutil.copytree(places.agreements() / FORMER, tmp_path / FORMER)
    later = _later(tmp_path)
    monkeypatch.setenv("WOONVREDE_AGREEMENTS", str(tmp_path))
    monkeypatch.setattr(settings, "AGREEMENTS", tmp_path)
    _forget()
    with connected_as("owner"):
        publish(later)
    yield tmp_path
    for table, column in (("right", "agreement"), ("published", "key")):
        maintenance.execute(f"delete from records_{table} where {column} = %s".encode(), [NEW])
    monkeypatch.undo()
    _forget()


def _later(folder: Path) -> Path:
    later = folder / NEW
    shutil.copytree(folder / FORMER, later)
    shared, intervention = later / "agreement.toml", later / "interventions/severe_nuisance.toml"
    text = shared.read_text()
    for old, new in (
        (f'key = "{FORMER}"', f'key = "{NEW}"'),
        ("since = 2019-05-06, until = 2022-12-31", "since = 2026-06-01"),
        ('casusoverleg", value = 6', 'casusoverleg", value = 4'),
        ('label = "Samenwerkingsovereenkomst', 'label = "Volgende overeenkomst'),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    shared.write_text(text + MIGRATION)
    described = intervention.read_text()
    for old, new in CHANGES:
        assert old in described, old
        described = described.replace(old, new)
    intervention.write_text(described)
    return later


def _forget() -> None:
    shelf.books.cache_clear()
    given.rights.cache_clear()


def case_at(stage: str, number: int) -> Story:
    """Return a case of a house of its own, brought to a stage by the real verbs."""
    return told(stage, Words(address=replace(HOUSE, number=str(number))))


def row(reference: str, maintenance: Connection) -> tuple[object, ...]:
    """Return what is remembered of where a case is."""
    found = maintenance.execute(CASE, [reference]).fetchone()
    assert found is not None
    return found


def seen_now(story: Story, who: str) -> CasePage:
    """Return the case as somebody sees it today."""
    actor = story.as_(who)
    with acting(actor):
        return read_case(story.reference, actor=actor, at=datetime.now(UTC))


def test_stages_are_told_in_the_order_of_the_agreement() -> None:
    utrecht = shelf.book(FORMER)
    stages = ("aftercare", "closed", "plan", "screening", "taken_up")  # as by name
    planned = [
        Planned(number, "", Live("severe_nuisance", stage), ("severe_nuisance", stage), ())
        for number, stage in enumerate(stages)
    ]
    told = [group.was[1] for group in groups(planned, utrecht, utrecht)]
    assert told == ["screening", "taken_up", "plan", "aftercare", "closed"]


def test_the_later_version_is_sound(versions: Path) -> None:
    assert check(versions / NEW) == []


def test_a_dry_run_tells_who_sees_more_or_less_and_changes_nothing(
    versions: Path, maintenance: Connection
) -> None:
    planned, hindered = case_at("plan", 1), case_at("execution", 2)
    before = [row(each.reference, maintenance) for each in (planned, hindered)]
    done = command(*ASK)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    former, new = shelf.book(FORMER), shelf.book(NEW)
    assert lines[:2] == [
        f"Lopende casussen van “{former.label}” ({FORMER}) naar “{new.label}” ({NEW})",
        "Kan over: 1 casus. Blijft: 1 casus.",
    ]
    called = former.interventions["severe_nuisance"].label
    assert f"{called}, fase Plan (1 casus) wordt: {called}, fase Plannen" in lines
    kinds, roles, functions = (former.labels[word] for word in ("categories", "roles", "functions"))
    team = f"{roles['social_team']} ({functions['team_worker']})"
    assert f"  {team}, in 1 casus, krijgt erbij: zien “{kinds['criteria']}”*" in lines
    police = f"  {roles['police']} ({functions['officer']}), in 1 casus, raakt kwijt: zien "
    (lost,) = [line for line in lines if line.startswith(police)]
    for kind in ("process", "dwelling", "report", "incidents"):
        assert f"“{kinds[kind]}”*" in lost
    assert f"{hindered.reference} blijft: {WHY_STAYS}" in lines
    assert f"Start serve en worker opnieuw als zij al draaiden voordat {NEW} er was." in lines
    assert planned.reference not in done.stdout
    assert [row(each.reference, maintenance) for each in (planned, hindered)] == before
    assert maintenance.execute(EVENTS).fetchall() == []


def test_a_dry_run_holds_no_word_about_people(versions: Path) -> None:
    story = case_at("execution", 3)
    told_to = command(*ASK).stdout
    words = story.words
    for personal in (words.resident.name, words.complainant.name, words.address.street, "stil"):
        assert personal not in told_to


def test_that_it_was_looked_is_written_down(versions: Path, maintenance: Connection) -> None:
    case_at("plan", 4)
    command(*ASK)
    assert maintenance.execute(
        "select r.system, r.action, r.account, r.categories, r.case_ids = array_agg(c.id)"
        " from records_reading r, records_case c where r.system = 'cases_move' group by r.id, r.at,"
        " r.system, r.action, r.account, r.categories, r.case_ids"
    ).fetchall() == [("cases_move", f"{FORMER}:{NEW}", None, ["process"], True)]


def test_a_case_moves_with_an_event_and_its_rights_are_new_at_once(
    versions: Path, maintenance: Connection
) -> None:
    story = case_at("plan", 5)
    assert story.seen_by("police").reference == story.reference
    assert WHY_TAKEN_UP not in str(seen_now(story, "social_team").facts)
    _, _, _, version, parties, _ = row(story.reference, maintenance)
    done = command(*ASK, "--carry-out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"  1/1 {story.reference} is over"
    moved = row(story.reference, maintenance)
    assert moved[:5] == (NEW, "severe_nuisance", "planning", int(str(version)) + 1, parties)
    assert maintenance.execute(COPIES, [story.reference]).fetchall() == [
        (NEW, "severe_nuisance", "planning", moved[5])
    ]
    assert maintenance.execute(EVENTS).fetchall() == [(story.reference, "cases_move", None, None)]
    happened = seen_now(story, "manager").timeline[0].events[0]
    assert happened.by == "automatisch"
    former, new = shelf.book(FORMER).label, shelf.book(NEW).label
    assert new.startswith("Volgende overeenkomst")
    assert happened.sentence == (
        f"Deze casus valt nu onder “{new}”. Eerst was dat “{former}”. "
        "De fase was: Plan, en is nu: Plannen."
    )
    with pytest.raises(ObjectDoesNotExist):
        seen_now(story, "police")
    assert signed_in("police").get(f"/casussen/{story.reference}/").status_code == 404
    page = signed_in("social_team").get(f"/casussen/{story.reference}/")
    assert page.status_code == 200
    assert WHY_TAKEN_UP in page.content.decode()


def test_a_term_of_another_length_goes_on_from_its_first_day(
    versions: Path, maintenance: Connection
) -> None:
    """Six weeks became four; what was met before does not begin again."""
    story = case_at("plan", 6)
    story.facts("manager", "approach", resident_informed_on=story.at.date().isoformat())
    ask = "select key, started_at, due - started_at::date, ended_at is null from records_deadline"
    before = {row[0]: row for row in maintenance.execute(ask).fetchall()}
    assert before["review"][2:] == (42, True)
    command(*ASK, "--carry-out")
    after = maintenance.execute(f"{ask} where ended_at is null".encode()).fetchall()
    assert after == [("review", before["review"][1], 28, True)]
    total = maintenance.execute("select count(*) from records_deadline").fetchone()
    assert total == (len(before) + 1,)
    assert row(story.reference, maintenance)[5] is not None


def test_what_cannot_move_stays_and_is_named(versions: Path, maintenance: Connection) -> None:
    hindered, planned = case_at("execution", 7), case_at("plan", 8)
    done = command(*ASK, "--carry-out")
    assert done.returncode == 1
    assert f"{hindered.reference} blijft: {WHY_STAYS}" in done.stdout
    assert done.stderr == f"woonvrede: 1 cases stay under {FORMER}.\n"
    assert row(hindered.reference, maintenance)[0] == FORMER
    assert row(planned.reference, maintenance)[0] == NEW
    hindered.step("manager", "start_aftercare")


def test_a_report_that_waited_joins_its_case_after_that_moved(
    versions: Path, maintenance: Connection
) -> None:
    """Under its new name too; the report itself keeps the version under which it was made."""
    _rename(versions / NEW)
    story = case_at("plan", 21)
    waiting = report("police", address=story.words.address)
    command(*ASK, "--carry-out")
    assert row(story.reference, maintenance)[:2] == (NEW, "persistent_nuisance")
    lead, now = actor("lead"), datetime.now(UTC)
    with acting(lead):
        shown = read_report(waiting.reference, actor=lead, at=now).triage
    assert shown is not None
    assert [each.value for each in shown.choices if each.value.startswith(JOIN)] == [
        f"{JOIN}severe_nuisance:{story.reference}"
    ]
    called_now = Decision("persistent_nuisance", "Zelfde huis.", story.reference)
    with acting(lead), pytest.raises(Invalid):
        decide(waiting.reference, called_now, actor=lead, at=now, version=1)
    joins = Decision("severe_nuisance", joins=story.reference)
    with acting(lead):
        joined = decide(waiting.reference, joins, actor=lead, at=now, version=1)
    assert joined is not None
    assert joined.reference == story.reference


def test_a_report_under_the_later_version_joins_a_case_that_stayed(
    versions: Path, maintenance: Connection
) -> None:
    """The case keeps its own version, and shows what was asked in the words of the report's."""
    _rename(versions / NEW)
    _change(
        versions / NEW / "agreement.toml",
        'label = "Is er een vast patroon van overlast?"',
        'label = "Keert de overlast terug?"',
    )
    story, now = case_at("execution", 25), datetime.now(UTC)
    made = report("police", now, address=story.words.address)
    assert made.agreement == NEW
    joined = _joins(made, story, "persistent_nuisance", now)
    assert joined is not None
    assert joined.reference == story.reference
    assert row(story.reference, maintenance)[:2] == (FORMER, "severe_nuisance")
    asked = [[line.label for line in each.answers] for each in seen_now(story, "manager").reports]
    assert len(asked) == 2
    assert "Is er een vast patroon van overlast?" in asked[0]
    assert "Keert de overlast terug?" in asked[1]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        # The police are no longer shown what is reported; under its version the reporter was told.
        ("interventions/severe_nuisance.toml", POLICE, POLICE.replace(' "report",', "")),
        # Somebody can be what nobody was; a case with such a person could not come along later.
        ("agreement.toml", "person_roles = [", f"person_roles = [\n    {GUARDIAN},"),
    ],
)
def test_a_report_joins_no_case_that_would_show_more_of_it_than_its_own_version(
    versions: Path, file: str, old: str, new: str
) -> None:
    _change(versions / NEW / file, old, new)
    story, now = case_at("execution", 26), datetime.now(UTC)
    made = report("police", now, address=story.words.address)
    with pytest.raises(Refused, match="past niet bij die casus"):
        _joins(made, story, "severe_nuisance", now, offered=False)


def _joins(
    made: Report, story: Story, route: str, at: datetime, *, offered: bool = True
) -> Case | None:
    """Let the lead join a report to a case, and see whether the page of the report offered it."""
    lead = actor("lead")
    with acting(lead):
        shown = read_report(made.reference, actor=lead, at=at).triage
        assert shown is not None
        choice = f"{JOIN}{route}:{story.reference}"
        assert (choice in [each.value for each in shown.choices]) == offered
    with acting(lead):
        decision = Decision(route, "Zelfde huis.", story.reference)
        return decide(made.reference, decision, actor=lead, at=at, version=1)


def _change(path: Path, old: str, new: str) -> None:
    """Change the later version once more, and publish it."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    _forget()
    with connected_as("owner"):
        publish(path.parents[0 if path.name == "agreement.toml" else 1])


def _rename(later: Path) -> None:
    """Give the intervention another name in the new version, and the cases a passage to it."""
    old, new = '"severe_nuisance', '"persistent_nuisance'
    described = later / "interventions/severe_nuisance.toml"
    described.rename(later / "interventions/persistent_nuisance.toml")
    for path in (*later.glob("*.toml"), *later.glob("interventions/*.toml")):
        path.write_text(path.read_text().replace(old, new))
    shared = later / "agreement.toml"
    passage = f"intervention = {new}"
    assert passage in shared.read_text()
    shared.write_text(shared.read_text().replace(passage, f'intervention = {old}"\nto = {new}'))
    assert check(later) == []
    _forget()
    with connected_as("owner"):
        publish(later)


def test_who_plays_the_role_that_leads_in_the_later_version_leads_from_then_on(
    versions: Path, maintenance: Connection
) -> None:
    described = versions / NEW / "interventions/severe_nuisance.toml"
    _change(described, 'lead = "case_lead"', 'lead = "social_team"')
    story = case_at("plan", 27)
    team = story.as_("social_team")
    leads_then = f"{story.reference}: de regie gaat naar {team.party_name}"
    assert leads_then in command(*ASK).stdout.splitlines()
    assert leads(story.reference, maintenance) == {"u_centraal_casemanagement"}
    command(*ASK, "--carry-out")
    assert leads(story.reference, maintenance) == {team.party_key}
    happened = [each.sentence for each in seen_now(story, "social_team").timeline[0].events]
    assert f"Vanaf nu heeft {team.party_name} de regie." in happened


def leads(reference: str, maintenance: Connection) -> set[str]:
    """Return who leads a case, by itself and by what lists filter on."""
    ask = (
        "select p.key from records_case c join records_involvement i on i.case_id = c.id"
        " join records_party p on p.id in (c.lead_id, i.lead_id) where c.reference = %s"
    )
    return {key for (key,) in maintenance.execute(ask, [reference]).fetchall()}


def test_a_case_stays_whose_dwelling_the_new_version_leaves_out(
    versions: Path, maintenance: Connection
) -> None:
    """It would not arrive there by any step either; nothing else of it has changed."""
    story = case_at("plan", 20)
    intervention = versions / NEW / "interventions/severe_nuisance.toml"
    described = intervention.read_text()
    assert TENURES in described
    intervention.write_text(described.replace(TENURES, 'tenures = ["owner_occupied"]', 1))
    with connected_as("owner"):
        publish(versions / NEW)
    done = command(*ASK, "--carry-out")
    held = shelf.book(FORMER).labels["tenures"]["social_rent"]
    why = f"daar is dit niet voor deze huur of koop: “{held}”"
    assert f"{story.reference} blijft: {why}" in done.stdout.splitlines()
    assert row(story.reference, maintenance)[0] == FORMER


def test_closed_cases_stay_under_their_own_agreement(
    versions: Path, maintenance: Connection
) -> None:
    story = case_at("closed", 9)
    done = command(*ASK, "--carry-out")
    assert done.stdout.splitlines()[1] == "Kan over: 0 casussen. Blijft: 0 casussen."
    assert row(story.reference, maintenance)[0] == FORMER
    assert seen_now(story, "landlord").reference == story.reference


def test_who_is_killed_half_way_goes_on_where_it_was(
    versions: Path, maintenance: Connection
) -> None:
    """Each case moves once, whole, whenever the command ends."""
    stories = [case_at("plan", number) for number in range(10, 14)]
    words = [sys.executable, "-m", "woonvrede.cli", *ASK, "--carry-out"]
    with subprocess.Popen(
        words, env=environment(DATABASE), stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith("  1/4 "):
                running.send_signal(signal.SIGKILL)
                break
    moved = [name for (name, *_) in maintenance.execute(EVENTS).fetchall()]
    assert moved
    for story in stories:
        agreement = NEW if story.reference in moved else FORMER
        assert row(story.reference, maintenance)[0] == agreement
    for _ in range(2):
        assert command(*ASK, "--carry-out").returncode == 0
    found = [name for (name, *_) in maintenance.execute(EVENTS).fetchall()]
    assert sorted(found) == sorted(story.reference for story in stories)
    assert {row(story.reference, maintenance)[0] for story in stories} == {NEW}


def test_who_stops_it_half_way_reads_how_many_went_over_and_what_to_do(
    versions: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(28, 31):
        case_at("plan", number)

    def stopped(planned: list[Planned], former: Agreement, new: Agreement) -> Iterator[Tried]:
        yield from carry_out(planned[:2], former, new)
        raise KeyboardInterrupt

    monkeypatch.setattr(moving, "carry_out", stopped)
    asked = commands.parser().parse_args([*ASK, "--carry-out"])
    with connected_as("worker"), pytest.raises(KeyboardInterrupt):
        asked.command.run(asked)
    assert capsys.readouterr().err.splitlines() == [
        "woonvrede: stopped. 2 cases moved and remain so; the same command goes on with the others."
    ]
    assert "Kan over: 1 casus." in command(*ASK).stdout


def test_a_server_that_does_not_know_the_version_yet_asks_for_patience(
    versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It read its books before the version was there, and is not to act by rights unseen."""
    story = case_at("plan", 31)
    command(*ASK, "--carry-out")
    shutil.copytree(versions / FORMER, versions / "before" / FORMER)
    monkeypatch.setattr(settings, "AGREEMENTS", versions / "before")
    _forget()
    manager = signed_in("manager")
    manager.raise_request_exception = False
    for address in ("/mijn-werk/", "/casussen/", f"/casussen/{story.reference}/"):
        page = manager.get(address)
        assert page.status_code == 503, address
        assert "even niet bereikbaar" in page.content.decode()


def test_somebody_who_is_busy_with_a_case_is_not_waited_for(
    versions: Path, maintenance: Connection
) -> None:
    busy, free = case_at("plan", 15), case_at("plan", 16)
    with maintenance.transaction():
        maintenance.execute(
            "select from records_case where reference = %s for update", [busy.reference]
        )
        done = command(*ASK, "--carry-out")
    assert done.returncode == 1
    assert f"{busy.reference} blijft: iemand is ermee bezig" in done.stdout
    assert row(busy.reference, maintenance)[0] == FORMER
    assert row(free.reference, maintenance)[0] == NEW


def test_what_closed_or_moved_since_the_plan_is_not_told_to_have_moved(
    versions: Path, maintenance: Connection
) -> None:
    closed, moved, moves = (case_at("plan", number) for number in range(22, 25))
    former, new = shelf.book(FORMER), shelf.book(NEW)
    with connected_as("worker"):
        with acting_as_system(MOVES):
            planned = plan(former, new)
        first = [each for each in planned if each.reference == moved.reference]
        assert [tried.words for tried in carry_out(first, former, new)] == ["is over"]
        close = "update records_case set closed_at = opened_at where reference = %s"
        maintenance.execute(close, [closed.reference])
        found = {each.reference: each for each in carry_out(planned, former, new)}
    nothing = "was intussen al gesloten of over: er is niets gedaan"
    assert {key: tried.words for key, tried in found.items()} == {
        closed.reference: nothing,
        moved.reference: nothing,
        moves.reference: "is over",
    }
    assert not any(tried.why for tried in found.values())
    assert len(maintenance.execute(EVENTS).fetchall()) == 2


def test_marks_stay_where_they_were_made_and_nothing_is_counted_twice(
    versions: Path, maintenance: Connection
) -> None:
    """What a case counts from now on counts under the new version; a half-year adds up both."""
    story = case_at("plan", 17)
    ask = "select agreement, indicator, sum(sign) from records_tally group by 1, 2 order by 1, 2"
    before = maintenance.execute(ask).fetchall()
    assert {agreement for agreement, *_ in before} == {FORMER}
    command(*ASK, "--carry-out")
    assert maintenance.execute(ask).fetchall() == before
    other = str(story.as_("other_manager").account)
    story.step("lead", "reassign", colleague=other)
    assert maintenance.execute(ask).fetchall() == before
    story.step("other_manager", "start_execution", aim="Stil na elven.", agreements="Wekelijks.")
    story.step(
        "other_manager",
        "close",
        close_reason="nuisance_continues",
        next_trajectory="last_chance",
        approaches_tried="Gesprekken.",
    )
    after = maintenance.execute(ask).fetchall()
    assert [each for each in after if each not in before] == [(NEW, "EW-6", 1)]
    report = ("report", "--party", "u_centraal", "--period", "2026-H1", "--format", "json")
    figures = json.loads(command(*report).stdout)
    assert figures["agreement"] == NEW
    values = {each["id"]: each["value"] for each in figures["indicators"]}
    assert {key: values[key] for key in ("EW-1", "EW-3", "EW-4", "EW-6")} == {
        "EW-1": 1,
        "EW-3": 1,
        "EW-4": 1,
        "EW-6": 1,
    }


def test_what_is_recorded_later_counts_in_the_half_year_of_the_former_version(
    versions: Path, maintenance: Connection
) -> None:
    """LKB-2 counts on the day it ended; that it did is written down under the new version."""
    story = case_at("considered", 19)
    story.step("landlord", "give_order", order_number="1", order_date="2025-11-30")
    command(*ASK, "--carry-out")
    assert row(story.reference, maintenance)[0] == NEW
    ended = {"close_reason": "completed", "next_trajectory": "none", "ended_on": "2025-12-30"}
    story.step("landlord", "close", **ended)
    marked = "select agreement from records_tally where indicator = 'LKB-2'"
    assert maintenance.execute(marked).fetchall() == [(NEW,)]
    report = ("report", "--party", "portaal", "--period", "2025-H2", "--format", "json")
    figures = json.loads(command(*report).stdout)
    assert figures["agreement"] == FORMER
    values = {each["id"]: each["value"] for each in figures["indicators"]}
    assert (values["LKB-1"], values["LKB-2"]) == (1, 1)


def test_figures_add_up_the_whole_chain_of_versions_of_one_partnership(versions: Path) -> None:
    """Both ways, more than one step away, and never what is another partnership's."""
    third = "utrecht-2030"
    shutil.copytree(versions / NEW, versions / third)
    shared = versions / third / "agreement.toml"
    text = shared.read_text().replace(f'former = "{FORMER}"', f'former = "{NEW}"')
    text = text.replace(f'key = "{NEW}"', f'key = "{third}"')
    shared.write_text(text.replace("since = 2026-06-01", "since = 2030-06-01"))
    shutil.copytree(Path(__file__).parents[2] / "agreements" / CITY, versions / CITY)
    _forget()
    chain = [FORMER, NEW, third]
    assert [marked_under(shelf.book(key)) for key in chain] == [chain, chain, chain]
    assert marked_under(shelf.book(CITY)) == [CITY]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--from", FORMER, "--to", "nowhere"), "no agreement nowhere"),
        (("--from", NEW, "--to", FORMER), f"In {FORMER} staat niet"),
    ],
)
def test_without_a_declared_way_nothing_is_told(
    versions: Path, words: tuple[str, ...], why: str
) -> None:
    done = command("agreement", "migrate", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr


def test_publishing_says_that_what_runs_must_be_restarted(versions: Path) -> None:
    done = command("agreement", "publish", str(versions / NEW))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"woonvrede: {NEW} is published; restart serve and worker, which do not know it.\n"
    )


def test_both_versions_must_be_published(versions: Path, maintenance: Connection) -> None:
    maintenance.execute("delete from records_published where key = %s", [NEW])
    done = command(*ASK, "--carry-out")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"are not those of {NEW}" in done.stderr


def test_a_version_that_does_not_hold_yet_takes_no_cases(
    versions: Path, maintenance: Connection
) -> None:
    story = case_at("plan", 18)
    shared = versions / NEW / "agreement.toml"
    shared.write_text(shared.read_text().replace("since = 2026-06-01", "since = 2999-06-01"))
    with connected_as("owner"):
        publish(versions / NEW)
    done = command(*ASK, "--carry-out")
    assert done.returncode == 1
    assert f"{NEW} does not hold yet" in done.stderr
    assert row(story.reference, maintenance)[0] == FORMER
