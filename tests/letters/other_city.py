# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case of the other city, at the only stage with a letter, and a canary in everything of it."""

from collections.abc import Iterable

from psycopg.types.json import Jsonb

from tests.access import rows
from tests.matrix.canaries import Cage, cents, count, day, word
from tests.world import START
from woonvrede.agreement.book import Fact
from woonvrede.agreement.read import read
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.story import Story
from woonvrede.jobs.demo.world import tell
from woonvrede.running import places

CITY = "voorbeeldstad-2026"
SCENES = ("reported", "weighing", "owner_asked")
# A choice that its list has not is shown as it is.
KINDS = {"text": word, "choice": word, "date": day, "money": cents, "number": count}


def asked_of_the_owner() -> Story:
    """Bring a case to where its owner is asked."""
    demo = demos()[CITY]
    cast.make_cast(demo.people, START)
    scenes = {scene.key: scene for scene in demo.scenes}
    story = Story(START)
    for key in SCENES:
        story = tell(scenes[key], story)
    return story


def filled(reference: str, to: rows.Connection) -> Cage:
    """Plant a canary in every fact, register, note, answer and name of a case."""
    cage, agreement = Cage(), read(places.agreements() / CITY)
    within = agreement.interventions["persistent_nuisance"]
    found = to.execute(
        "select id, lead_id from records_case where reference = %s", [reference]
    ).fetchone()
    assert found is not None

    def caught(what: str) -> str:
        return word(cage.plant(reference, what, ""))

    def value(fact: Fact) -> object:
        of_kind = KINDS.get(fact.kind)
        return of_kind(cage.plant(reference, fact.key, "")) if of_kind else True

    def values(facts: Iterable[Fact]) -> dict[str, object]:
        return {fact.key: value(fact) for fact in facts}

    entries = [("fact", each.key, each.category, {"value": value(each)}) for each in within.facts]
    entries += [("row", r.key, r.category, values(r.columns)) for r in within.registers]
    entries += [("note", "note", c.key, {"text": caught("note")}) for c in agreement.categories]
    for kind, key, category, told in entries:
        to.execute(
            "update records_entry set kind = %s, key = %s, values = %s where id = %s",
            [kind, key, Jsonb(told), rows.entry(to, found[0], category, found[1])],
        )
    answers = values(agreement.questions)
    to.execute(
        "update records_report set answers = %s, reason = %s where case_id = %s",
        [Jsonb(answers), caught("reason"), found[0]],
    )
    to.execute(
        "update records_person p set name = %s, phone = %s from records_report r"
        " where p.case_id = %s or (p.report_id = r.id and r.case_id = %s)",
        [caught("name"), caught("phone"), found[0], found[0]],
    )
    return cage
