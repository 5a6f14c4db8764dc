# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What readers are told of an agreement is all of it, in Dutch, with what was assumed."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from woonvrede.agreement import book as words
from woonvrede.agreement.book import (
    Agreement,
    Entry,
    Indicator,
    Intervention,
    Keyed,
    Paragraph,
    Section,
    Text,
)
from woonvrede.agreement.places import TEXT, Place, in_order, places
from woonvrede.agreement.read import read
from woonvrede.agreement.told import conditions, counting
from woonvrede.agreement.told.assumptions import assumptions
from woonvrede.agreement.told.entries import anchor, sections
from woonvrede.agreement.told.markdown import (
    _safe,
    agreement_text,
    assumptions_text,
    intervention_text,
)
from woonvrede.agreement.told.matrix import matrix, rights
from woonvrede.agreement.told.pages import agreement_page, intervention_page
from woonvrede.agreement.told.sayings import SAID
from woonvrede.agreement.told.scope import Scope
from woonvrede.agreement.told.text import text_page
from woonvrede.agreement.told.titles import HEADINGS
from woonvrede.agreement.vocabulary import GUARDS

BOOK = read(Path(__file__).parents[2] / "agreements/utrecht-2019")
ELSEWHERE = {Entry, Keyed, Text, Section, Paragraph}  # the text has a page of its own
MODELS = [
    model
    for model in vars(words).values()
    if isinstance(model, type) and issubclass(model, Entry) and model not in ELSEWHERE
]


def own_words(model: type[Entry]) -> set[str]:
    """Return the words of an entry that are not those of every entry, or entries themselves."""
    above = Keyed if issubclass(model, Keyed) else Entry
    sections_of = set(HEADINGS) if model in (Agreement, Intervention) else set()
    return (
        set(model.model_fields)
        - set(above.model_fields)
        - sections_of
        - {"interventions", "text", "asks"}
    )


def anchors(of: Place) -> set[str]:
    """Return where entries stand on the page of the file that this place is in."""
    if of.file == TEXT:
        return {"kop", *(chapter.anchor for chapter in text_page(BOOK, {}).chapters)}
    if of.within:
        page = intervention_page(BOOK, of.within.key)
        told = [page.head, *page.steps.entries]
    else:
        shared = agreement_page(BOOK)
        told = [shared.head, *shared.parties]  # type: ignore[list-item]
        page = shared  # type: ignore[assignment]
    return {each.anchor for each in told} | {
        each.anchor for section in page.sections for each in section.entries
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_word_of_the_language_can_be_told(model: type[Entry]) -> None:
    assert own_words(model) - set(SAID.get(model, {})) == set()
    assert set(SAID.get(model, {})) - set(model.model_fields) == set()


def test_every_closed_list_is_told_in_dutch() -> None:
    fields = Indicator.model_fields
    assert set(conditions.CONDITIONS) == GUARDS
    assert set(conditions.EFFECTS) == set(get_args(words.Effect))
    assert set(conditions.KINDS) == set(get_args(words.Kind))
    assert {*counting.HAPPENED, "case_closed"} == set(get_args(words.Counted))
    assert set(counting.UNITS) == set(get_args(fields["unit"].annotation))
    assert set(counting.PARTS) == set(get_args(fields["parts"].annotation)) - {""}
    assert set(conditions.ONLY) == set(get_args(words.Grant.model_fields["only"].annotation)) - {""}


def test_every_list_has_a_heading() -> None:
    assert set(sections(BOOK, Scope(BOOK))) - set(HEADINGS) == set()
    for one in BOOK.interventions.values():
        assert set(sections(one, Scope(BOOK, one))) - set(HEADINGS) == set()


def test_every_entry_has_a_place_on_a_page() -> None:
    files = {place.file: place for place in places(BOOK)}
    pages = {file: anchors(place) for file, place in files.items()}
    lost = [place.entry for place in places(BOOK) if anchor(place.entry) not in pages[place.file]]
    assert lost == []


def test_no_two_entries_stand_at_the_same_place() -> None:
    for key in BOOK.interventions:
        page = intervention_page(BOOK, key)
        found = [each.anchor for section in page.sections for each in section.entries]
        found += [each.anchor for each in page.steps.entries]
        assert len(found) == len(set(found))


def test_every_assumption_is_listed_and_nothing_else() -> None:
    wanted = [
        (place.file, place.of.source, place.of.note) for place in places(BOOK) if place.of.assumed
    ]
    found = [
        (file.name, each.source, each.note)
        for file in assumptions(BOOK)
        for group in file.groups
        for each in group.assumed
        for _ in each.entries
    ]
    assert Counter(found) == Counter(wanted)
    assert sum(file.number for file in assumptions(BOOK)) == len(wanted)
    text = assumptions_text(BOOK)
    assert [note for _, _, note in wanted if _safe(note) not in text] == []


def test_an_assumption_says_what_it_is_and_stands_once_for_all_that_are_alike() -> None:
    """§3.4: who reads it decides on what a role sees in which stage, not on “Verhuurder”."""
    shared, text, *rest = assumptions(BOOK)
    assert [each.intervention for each in rest] == [each.key for each in in_order(BOOK)]
    assert not shared.intervention
    assert text.is_text
    groups = {group.heading: group for group in shared.groups}
    assert len(groups["Wijken"].assumed) == 1
    assert groups["Wijken"].number == len(BOOK.districts)
    for file in (shared, *rest):
        for group in file.groups:
            said = [
                (tuple(told.title for told in each.entries), each.lines, each.note, each.source)
                for each in group.assumed
            ]
            assert len(said) == len(set(said)), (file.label, group.heading)
    eviction = next(each for each in rest if each.intervention == "eviction_prevention")
    rights_of = next(each for each in eviction.groups if each.heading == "Rechten per rol")
    said_of = [dict(each.lines) for each in rights_of.assumed]
    assert all(("Ziet" in each or "Schrijft" in each) and "Fasen" in each for each in said_of)


def test_interventions_are_told_in_the_order_of_the_text() -> None:
    """§3.1 to §3.5, and then the measure, which only opens beside a case."""
    wanted = [
        "neighbour_mediation",
        "severe_nuisance",
        "last_chance",
        "eviction_prevention",
        "housing_hygiene",
        "mayoral_measure",
    ]
    assert [each.key for each in in_order(BOOK)] == wanted
    assert [each.key for each in agreement_page(BOOK).interventions] == wanted
    labels = [BOOK.interventions[key].label for key in wanted]
    assert list(dict.fromkeys(each.intervention for each in rights(BOOK))) == labels
    text = agreement_text(BOOK)
    assert sorted(labels, key=lambda label: text.index(f"[{label}]")) == labels


def test_the_matrix_says_what_the_grants_say() -> None:
    """Each grant's role, category, stage and verb, and no other."""
    for one in BOOK.interventions.values():
        scope = Scope(BOOK, one)
        given = {
            (grant.role, category)
            for grant in one.grants
            for category in (*grant.see, *grant.write)
        }
        table = matrix(one, scope)
        shown = {
            (cell.role, row.category) for row in table.rows for cell in row.cells if cell.lines
        }
        assert shown == {
            (scope.label("roles", role), scope.label("categories", category))
            for role, category in given
        }


def test_a_cell_tells_in_which_stages_and_whose() -> None:
    one = BOOK.interventions["severe_nuisance"]
    table = matrix(one, Scope(BOOK, one))
    row = next(each for each in table.rows if each.category == "Melders en omwonenden")
    landlord = next(each for each in row.cells if each.role == "Verhuurder")
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in landlord.lines] == [
        "ziet B t/m F (alleen eigen)"
    ]


def test_the_matrix_says_how_a_role_comes_into_a_case() -> None:
    """§3.4: Jeugd en Gezin only after consent, the others by invitation or by a step."""
    found, children = {}, "ja op “Wonen er kinderen onder de 18?”"
    for key in ("eviction_prevention", "severe_nuisance"):
        one = BOOK.interventions[key]
        found[key] = {each.role: each.condition for each in matrix(one, Scope(BOOK, one)).columns}
    assert found["eviction_prevention"] == {
        "Verhuurder": "",
        "Buurtteam Sociaal": "na stap 1 of 3, of op uitnodiging",
        "Buurtteam Jeugd en Gezin": f"pas na instemming, op uitnodiging bij {children}",
        "Schulddienstverlening": "op uitnodiging",
    }
    assert found["severe_nuisance"]["Regie extreme woonoverlast"] == ""
    assert found["severe_nuisance"]["Verhuurder"] == "na stap 1, of bij de vraag om een vervolg"
    text, family = intervention_text(BOOK, "eviction_prevention"), "Buurtteam Jeugd en Gezin"
    assert f"- {family} doet mee {found['eviction_prevention'][family]}." in text


def test_neighbouring_stages_are_told_as_one_run() -> None:
    one = BOOK.interventions["severe_nuisance"]
    scope, keys = Scope(BOOK, one), [each.key for each in one.stages]
    first, _, third, *_, last = (each.label for each in one.stages)
    said = scope.stages([*keys[:3], keys[-1]]).replace("\N{NO-BREAK SPACE}", " ")
    assert said == f"A {first} t/m C {third}, H {last}"
    assert scope.stages(keys) == "alle fasen"


def test_rights_are_told_by_role_by_intervention_or_all() -> None:
    everything = rights(BOOK)
    landlord = rights(BOOK, role="landlord", intervention="severe_nuisance")
    assert set(landlord) < set(rights(BOOK, role="landlord")) < set(everything)
    assert {each.role for each in landlord} == {"Verhuurder"}
    assert all(each.purpose and each.ground and each.source for each in everything)


def test_a_word_without_a_line_is_told_by_its_own_name() -> None:
    """So that a reader never misses what was added yesterday."""

    class Stage(words.Stage):
        colour: str = ""

    one = BOOK.interventions["severe_nuisance"]
    odd = Stage(**one.stages[0].model_dump(), colour="groen")
    more = one.model_copy(update={"stages": (odd, *one.stages[1:])})
    told = sections(more, Scope(BOOK, more))["stages"].entries[0]
    assert ("colour", "groen") in told.lines


def test_indicators_say_how_they_count() -> None:
    page = intervention_page(BOOK, "severe_nuisance")
    counted = next(section for section in page.sections if section.word == "indicators")
    by_key = {told.mark: told.said["Hoe er geteld wordt"] for told in counted.entries}
    assert by_key["EW-1"].startswith("Elke melding waarvoor deze aanpak is gekozen")
    assert "Uitgesplitst naar wat er daarna kwam." in by_key["EW-6"]


def test_text_in_files_is_never_markdown() -> None:
    sly = BOOK.model_copy(update={"label": "a|b *c* <d>"})
    assert "# a\\|b \\*c\\* \\<d\\>" in agreement_text(sly)


def test_every_label_stands_in_the_files() -> None:
    text = agreement_text(BOOK)
    for word in ("parties", "roles", "categories", "purposes", "grounds"):
        for entry in getattr(BOOK, word):
            assert entry.label in text
    for key, one in BOOK.interventions.items():
        said = intervention_text(BOOK, key)
        for told in (*one.stages, *one.moves, *one.deadlines, *one.retention, *one.letters):
            assert told.label in said
        assert f"({key}.svg)" in said
