# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What was agreed stands in ``agreements/``: no code says who, in which stage or by which section.

All agreements of the installation count, of every city.  Docstrings and comments may name a
section, since they are read by people.  A stage may bear an everyday word (``request``); such a
word is a fault only where it is held against a stage.  So may a role bear the name of a column of
ours (``landlord``); that is a fault where it is more than the name of a column: compared, given by
a word, or kept under a name.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps

from woonvrede.access.books import books

SOURCE = Path(__file__).parents[2] / "src/woonvrede"
NATIONAL = "Politie zonder spoed"  # the number is everybody's
UNSEEN = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->|--[^\n]*", re.DOTALL)


def agreed_names() -> set[str]:
    """Return every key by which an agreement calls a party, role, intervention or indicator."""
    found: set[str] = set()
    for book in books().values():
        found |= set(book.circles) | {role.key for role in book.roles} | set(book.interventions)
        for intervention in book.interventions.values():
            found |= {each.key for each in intervention.indicators}
            found |= {each.key for each in intervention.stages if "_" in each.key}
    return found


def agreed_stages() -> set[str]:
    """Return the key of every stage, also the everyday words."""
    return {
        stage.key
        for book in books().values()
        for intervention in book.interventions.values()
        for stage in intervention.stages
    }


def agreed_labels() -> set[str]:
    """Return what parties, roles and interventions are called on screen, and the city."""
    found: set[str] = set()
    for book in books().values():
        found |= set(book.labels["circles"].values()) | {book.city}
        found |= {each.label for each in book.interventions.values()}
        found |= {role.label for role in book.roles if " " in role.label}
    return found


def sayings() -> set[str]:
    """Return in small letters the roles that have a word of their own: another city has others."""
    labels = {role.label.lower() for book in books().values() for role in book.roles}
    return {label for label in labels if " " not in label}


def said(texts: Iterable[str], words: set[str]) -> list[str]:
    """Return the sentences that speak of a role by the word of one city; a key is no sentence."""
    spoken = re.compile("|".join(rf"\b{re.escape(word)}s?\b" for word in words), re.IGNORECASE)
    sentences = (text.replace(NATIONAL, "") for text in texts if " " in text.strip())
    return [text for text in sentences if spoken.search(text)]


def columns() -> set[str]:
    """Return the names of our own columns: the words of the house, whoever else uses them."""
    models = apps.get_app_config("records").get_models()
    return {field.name for model in models for field in model._meta.get_fields()}


def values(text: str) -> Iterator[tuple[int, str]]:
    """Return every string in Python that the program can meet, with its line."""
    tree = ast.parse(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def held_against_stage(text: str) -> Iterator[tuple[int, str]]:
    """Return the strings that are compared with, or given as, a stage."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.keyword) and (node.arg or "").startswith("stage"):
            sides = [ast.Name("stage"), node.value]
        else:
            continue
        if any(getattr(side, "attr", getattr(side, "id", "")) == "stage" for side in sides):
            for part in (each for side in sides for each in ast.walk(side)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.value


def more_than_a_column(text: str) -> Iterator[str]:
    """Return the strings that are compared, given by a word, or kept under a name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            held = [node.left, *node.comparators]
        elif isinstance(node, ast.keyword | ast.Assign | ast.AnnAssign | ast.NamedExpr):
            held = [node.value] if node.value else []
        else:
            continue
        for each in held:
            for part in getattr(each, "elts", [each]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def faults(text: str, names: set[str], stages: set[str], doubled: set[str]) -> list[str]:
    """Return what a module should have asked the agreement; ``doubled`` are columns of ours too."""
    told = [value for _, value in values(text) if value in names - doubled or "§" in value]
    told += [value for value in more_than_a_column(text) if value in names & doubled]
    return told + [value for _, value in held_against_stage(text) if value in stages - names]


def python() -> Iterator[Path]:
    found = [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]
    assert found
    yield from found


def test_python_names_nothing_that_was_agreed() -> None:
    names, stages = agreed_names() | agreed_labels(), agreed_stages()
    found = {
        f"{path.relative_to(SOURCE)}: {value}"
        for path in python()
        for value in faults(path.read_text(), names, stages, columns())
    }
    assert sorted(found) == []


def named_in_text(text: str, names: set[str], labels: set[str]) -> list[str]:
    """Return what a template or SQL says of what was agreed: labels anywhere, names in quotes."""
    words = "|".join(rf"\b{re.escape(label)}\b" for label in labels)
    quoted = "|".join(re.escape(name) for name in names)
    seen = UNSEEN.sub("", text)
    found = re.findall(rf"""(?<=["'])(?:{quoted})(?=["'])""", seen)
    return found + re.findall(f"{words}|§", seen)


def test_templates_and_sql_name_nobody() -> None:
    paths = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.sql")]
    assert paths
    names, labels = agreed_names() - columns(), agreed_labels()
    told = {path.name: named_in_text(path.read_text(), names, labels) for path in paths}
    assert {name: found for name, found in told.items() if found} == {}


def test_no_sentence_speaks_of_a_role_by_the_word_of_one_city() -> None:
    words = sayings()
    told = {
        path.name: said((text for _, text in values(path.read_text())), words) for path in python()
    }
    told |= {
        path.name: said(UNSEEN.sub("", path.read_text()).splitlines(), words)
        for path in SOURCE.rglob("*.html")
    }
    assert {name: found for name, found in told.items() if found} == {}


def test_a_word_for_a_role_is_noticed_in_a_sentence_alone() -> None:
    assert said(["De verhuurder krijgt de vraag."], {"verhuurder"}) != []
    assert said(["verhuurder", "De melding gaat verder."], {"verhuurder"}) == []
    assert said(["<span>Politie zonder spoed: 0900-8844.</span> "], {"politie"}) == []


def test_a_role_is_noticed_in_a_template_and_in_sql() -> None:
    of = {"case_manager"}, {"Casemanager"}
    assert named_in_text("where role = 'case_manager'", *of) == ["case_manager"]
    assert named_in_text('{% if role == "case_manager" %}', *of) == ["case_manager"]
    assert named_in_text("<p>Casemanager (§5)</p>", *of) == ["Casemanager", "§"]
    assert named_in_text('{# "case_manager" #}case_manager -- "case_manager"', *of) == []


def test_the_names_of_every_city_are_looked_for() -> None:
    assert agreed_names() >= {"portaal", "severe_nuisance", "EW-1", "woonbelang", "fresh_start"}
    assert agreed_labels() >= {"Utrecht", "Voorbeeldstad", "Lokalis (buurtteams Jeugd en Gezin)"}
    assert agreed_stages() >= {"taken_up", "research", "weighing"}


def test_a_name_is_noticed_and_an_explanation_is_not() -> None:
    of = {"portaal", "taken_up"}, {"taken_up", "request"}, {"version"}
    assert faults('"""Of ``taken_up``, §5."""\nx = f("portaal")\n', *of) == ["portaal"]
    assert faults('x = "Dit mag niet (§5)."\n', *of) == ["Dit mag niet (§5)."]
    assert faults('def f():\n    """§5"""\n    return "other"\n', *of) == []


def test_an_everyday_word_is_noticed_where_it_means_a_stage() -> None:
    for text in ('case.stage == "request"', 'case.stage in ("request",)', 'f(stage="request")'):
        assert faults(text, set(), {"request"}, set()) == ["request"]
    assert faults('kind == "request"', set(), {"request"}, set()) == []


def test_a_role_that_is_a_column_too_is_noticed_where_it_means_the_role() -> None:
    for text in (
        'LANDLORD = "landlord"',
        'ROLES: set[str] = {"portal", "landlord"}',
        'role.key == "landlord"',
        'role in ("landlord", "other")',
        'involve(role="landlord")',
    ):
        assert faults(text, {"landlord"}, set(), columns()) == ["landlord"]
    for text in (
        'found.select_related("landlord")',
        'x = {"landlord": None}',
        'kept["landlord"] in possible',
        'answers.get("landlord", "")',
    ):
        assert faults(text, {"landlord"}, set(), columns()) == []
