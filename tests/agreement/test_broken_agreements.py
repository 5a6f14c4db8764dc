# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement that is not sound is told everything that is wrong, and nothing else."""

import re
from pathlib import Path
from typing import get_args

import pytest

from woonvrede.agreement.check import check, examine
from woonvrede.agreement.check.naming.lines import line_of
from woonvrede.agreement.fault import Rule
from woonvrede.agreement.vocabulary import PAGES
from woonvrede.web.agreement.urls import ONE, urlpatterns

from .breaking import BREAKS, DEAD_END, DONE, REPAIR, SOUND, VISIT, Expected, broken

# Three faults of three different rules each.
FOLDERS = (
    ("a file is no TOML", "a seat for nobody", "a term without a source"),
    ("a word of no language", "a district twice", "a figure of nobody"),
    ("a word is missing", "a blind writer", "a question for a forbidden number"),
    ("a value that does not exist", "a right on two grounds", "a stage to fall into"),
    ("an intervention names itself", "a stranger who judges", "a letter twice"),
    ("a reporter without a function", "a seal that is gone", "an end that nobody sees"),
    ("a question without a category", "a move of who did not sign", "people whom nobody may know"),
    ("a choice without options", "a right of a stranger", "a stage to which nothing leads"),
    ("a condition that nobody judges", "an owned house handed over", "a figure of two"),
    ("an assignment without a role", "a wish that nobody may write", "a column about income"),
    ("a carry of unlike facts", "an order of who did not sign", "a story that nobody may write"),
    ("a term of no length", "a start that its mover does not see", "a fact that nobody may see"),
    ("a letter to nobody", "a reason that comes too late", "an end that nobody sees"),
    ("a target without a source", "an invited stranger", "a register that nobody has a right to"),
    ("a term without a source", "a stranger from the start", "a blind writer"),
    ("a question for a forbidden number", "a figure of two", "a stage to fall into"),
    ("a column about income", "a move of who did not sign", "a right on two grounds"),
    ("a stage to which nothing leads", "an owned house handed over", "a district twice"),
    ("an end that nobody sees", "a figure of nobody", "a right of a stranger"),
    ("a start that its mover does not see", "a reason that comes too late", "a letter twice"),
    ("an order of who did not sign", "a target without a source", "a choice without options"),
    (
        "a seal that is gone",
        "a register that nobody has a right to",
        "a wish that nobody may write",
    ),
    ("a word of no language", "a story that nobody may write", "a stranger who judges"),
    (
        "a right for no purpose",
        "a stage without a way out",
        "a question to which nobody has a right",
    ),
    (
        "a stage that only who is not there sees",
        "a condition that nobody may write",
        "a letter twice",
    ),
    ("a stage to fall into", "a right on no ground", "an owned house handed over"),
    ("an end that is told elsewhere", "a blind writer", "a district twice"),
    ("a promise about nothing", "a figure of nobody", "a stage to which nothing leads"),
    (
        "a paragraph of which nothing is said",
        "a contact point without a function",
        "a letter twice",
    ),
    (
        "a section without one of its paragraphs",
        "a paragraph about a step that is not there",
        "a figure of nobody",
    ),
)


def found(folder: Path) -> list[Expected]:
    """Return what the check says, without its words."""
    return [Expected(fault.rule, fault.file, fault.entry) for fault in check(folder)]


def test_the_sound_agreement_is_sound() -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize("name", BREAKS)
def test_one_break_gives_one_fault(name: str, tmp_path: Path) -> None:
    assert found(broken(tmp_path, BREAKS[name])) == [BREAKS[name].fault]


@pytest.mark.parametrize("names", FOLDERS, ids=" + ".join)
def test_three_breaks_give_three_faults(names: tuple[str, ...], tmp_path: Path) -> None:
    breaks = [BREAKS[name] for name in names]
    assert len({each.fault.rule for each in breaks}) == 3
    assert sorted(found(broken(tmp_path, *breaks))) == sorted(each.fault for each in breaks)


@pytest.mark.parametrize(
    ("old", "new"), [("value = 2", 'value = "2 weken"'), ("since = 2020-01-01", 'since = "mei"')]
)
def test_what_cannot_be_read_hides_no_other_name(old: str, new: str, tmp_path: Path) -> None:
    """Not in its own file, and where it stands in the shared one, not in the others."""
    names = (
        "a word of no language",
        "a word is missing",
        "a value that does not exist",
        "a right for no purpose",
        "a start that is no stage",
    )
    breaks = [BREAKS[name] for name in names]
    folder = broken(tmp_path, *breaks)
    told = sorted(each.fault for each in breaks)
    assert sorted(found(folder)) == told
    shared = folder / "agreement.toml"
    assert old in shared.read_text()
    shared.write_text(shared.read_text().replace(old, new))
    assert [each for each in sorted(found(folder)) if each.file != shared.name] == told
    assert [each.rule for each in found(folder) if each.file == shared.name] == ["unreadable"]


@pytest.mark.parametrize("name", ["last chance", "tekst", "aannames"])
def test_the_name_of_a_file_can_stand_in_an_address_that_is_its_own(
    name: str, tmp_path: Path
) -> None:
    folder = broken(tmp_path)
    copy = f"interventions/{name}.toml"
    (folder / copy).write_text((folder / REPAIR).read_text().replace('"R-1"', '"T-1"'))
    assert Expected("unfit_key", copy, "kop") in found(folder)


def test_every_page_beside_the_interventions_is_reserved() -> None:
    found = [re.fullmatch(f"{ONE}(\\w+)/", str(each.pattern)) for each in urlpatterns]
    assert {each[1] for each in found if each} == PAGES


def test_every_rule_is_broken_at_least_once() -> None:
    assert {each.fault.rule for each in BREAKS.values()} == set(get_args(Rule))


def test_a_fault_is_one_line_that_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["an owned house handed over"])
    (fault,) = check(folder)
    assert str(fault) == (
        "interventions/visit.toml, regel 138, carries 1 (repair): “repair” geldt niet voor een "
        "woning met “owned”. Haal deze woningen weg bij “tenures” van de overdracht."
    )


# Breaks of which others would follow that no right, and no step, should mend.
ROOTS = (
    (VISIT, 'lead = "desk"', 'lead = "desks"'),
    (VISIT, 'to = "busy"', 'to = "bussy"'),
    (VISIT, 'origin = ["open"]', 'origin = ["opened"]'),
    (VISIT, 'write = ["story"]', 'write = ["storey"]'),
    (REPAIR, 'stages = ["asked", "done"]', 'stages = ["asked", "dune"]'),
    (REPAIR, 'lead = "landlord"', 'lead = "landlords"'),
)


@pytest.mark.parametrize(("file", "old", "new"), ROOTS)
def test_what_follows_from_an_unknown_name_waits(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    folder = broken(tmp_path)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    checked = examine(folder)
    assert [(fault.rule, fault.file) for fault in checked.faults] == [("unknown_name", file)]
    assert checked.waits


def test_of_a_stage_to_which_nothing_leads_no_right_is_asked(tmp_path: Path) -> None:
    """Nor of the stages that only it leads to, nor of steps from there."""
    folder = broken(tmp_path)
    text = (folder / VISIT).read_text(encoding="utf-8")
    lonely = (
        '  { key = "lost", label = "Kwijt", source = "§3.1" },\n'
        '  { key = "further", label = "Verder kwijt", source = "§3.1" },\n'
    )
    step = DEAD_END.replace('["open"]', '["lost"]').replace('"trap"', '"further"')
    text = text.replace(DONE, lonely + DONE).replace("[[routes]]\n", step)
    (folder / VISIT).write_text(text, encoding="utf-8")
    checked = examine(folder)
    assert [(fault.rule, fault.entry) for fault in checked.faults] == [
        ("unreachable_stage", "stages.lost")
    ]
    assert checked.waits


def test_what_lies_behind_a_lost_stage_waits(tmp_path: Path) -> None:
    assert examine(broken(tmp_path, BREAKS["a stage to which nothing leads"])).waits


def test_nothing_waits_where_faults_do_not_follow(tmp_path: Path) -> None:
    assert not examine(SOUND).waits
    assert not examine(broken(tmp_path, BREAKS["an end that nobody sees"])).waits


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('start = "open"', 'start = "opened"', "Het lijkt op: “open”."),
        ('start = "open"', 'start = "x"', "Er is: “busy”, “closed”, “open”."),
        ('needs = ["urgent"]', 'needs = ["urgnt"]', "Het lijkt op: “urgent”."),
    ],
)
def test_an_unknown_name_is_told_with_what_there_is(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    folder = broken(tmp_path)
    text = (folder / VISIT).read_text(encoding="utf-8")
    (folder / VISIT).write_text(text.replace(old, new, 1), encoding="utf-8")
    (fault,) = check(folder)
    assert fault.remedy == f"Verbeter de naam, of voeg toe wat ontbreekt. {told}"


def test_the_line_of_an_entry_is_where_it_begins() -> None:
    """Also of one that stands within a list; and of one in another entry none is told."""
    text = (SOUND / VISIT).read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[line_of(text, "stages.busy") - 1].strip().startswith('{ key = "busy"')
    begin = line_of(text, "moves.finish")
    assert lines[begin - 1 : begin + 1] == ["[[moves]]", 'key = "finish"']
    third = line_of(text, "grants 3 (landlord)")
    assert lines[:third].count("[[grants]]") == 3
    assert lines[third - 1] == "[[grants]]"
    assert line_of(text, "registers.visits.columns.visited_on") == 0
    assert line_of(text, "grants 99 (landlord)") == 0
    assert line_of(text, "kop") == 0


def test_a_broken_promise_tells_the_way_to_it_a_step_a_line(tmp_path: Path) -> None:
    (fault,) = check(broken(tmp_path, BREAKS["an end that is told elsewhere"]))
    told, *steps = str(fault).splitlines()
    assert told == (
        "agreement.toml, regel 100, promises.the_end_stays_here: “Hoe een bezoek afliep, blijft "
        "bij het bezoek.” klopt niet. Zo ziet “Verhuurder” de gegevens “Afloop” in “Herstel”. Haal "
        "deze categorie daar weg bij de rechten."
    )
    assert steps == [
        "  1. Er komt een melding over een woning met “Huur”; voorgesteld wordt “Herstel”.",
        "  2. “Verhuurder” besluit: “Herstel” begint in de fase “Gevraagd”.",
    ]


def test_a_folder_without_an_agreement_is_told_so(tmp_path: Path) -> None:
    assert found(tmp_path) == [Expected("unreadable", "agreement.toml", "kop")]


def test_a_condition_counts_only_when_python_knows_it() -> None:
    faults = check(SOUND, guards=frozenset())
    assert [(fault.rule, fault.entry) for fault in faults] == [("unknown_name", "moves.accept")]
