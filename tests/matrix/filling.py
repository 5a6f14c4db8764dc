# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Fills a case with a canary in every field that its intervention knows, past stages and verbs: what
was never asked in a stage must be as invisible there as what was.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import product

from psycopg.types.json import Jsonb

from tests.access import rows
from tests.matrix import drafts
from tests.matrix.canaries import NEVER, PARTS, REASON, Cage, cents, contact, count, day, word
from tests.matrix.marked_book import AGREEMENT, CHOSEN, HAND_OVER, PERMISSION
from tests.matrix.telling import LEADS
from tests.matrix.worlds import Known, Line, World, make
from tests.oracle.read_oracle import Field, fields
from tests.oracle.vocabulary import CATEGORIES
from woonvrede.access.books import book
from woonvrede.agreement.book import Fact

CARE, POLICE = "buurtteam_sociaal", "politie"
CODE = "reporting_code"


class Filler:
    """Plants canaries in one case."""

    def __init__(self, world: World, known: Known, to: rows.Connection) -> None:
        self.cage: Cage = world.cage
        self.known, self.to = known, to
        self.described = book(AGREEMENT).interventions[known.intervention]
        self.waiting = world.undecided
        self.lead = LEADS[known.intervention]
        self.ids = rows.party_ids(to)
        self.guarded = fields()

    def fill(self) -> None:
        """Plant everything."""
        self.cage.reference(self.known.reference, "reference of the case", "process")
        self._clear()
        somebody = self._people()
        self._facts(somebody)
        self._registers(somebody)
        self._notes()
        self._around()
        for reference, party in self.known.reports.items():
            self.report(reference, party)

    def _clear(self) -> None:
        """Take away what the story wrote; what came along from another case stays as it came."""
        case, came = self.known.pk, list(self.known.came_along)
        self.to.execute(
            "delete from records_entry where case_id = %s and id <> all(%s)", [case, came]
        )
        if not came:
            self.to.execute("delete from records_person where case_id = %s", [case])
        facts = "select key from records_entry where case_id = %s and kind = 'fact'"
        self.here = {key for (key,) in self.to.execute(facts, [case]).fetchall()}

    def _people(self) -> int:
        somebody = 0
        parties = [self.lead, *(["portaal"] if self.lead != "portaal" else [])]
        for field, category in self.guarded.items():
            if field.kind != "person":
                continue
            for party in parties:
                numbers = {
                    part: self._plant(f"{field.key} {part}", category, party=party)
                    for part in PARTS
                }
                told = contact(numbers)
                somebody = rows.person(
                    self.to,
                    category,
                    self.ids[party],
                    case_id=self.known.pk,
                )
                self._update("person", somebody, role=field.key, **told)
        return somebody

    def _facts(self, somebody: int) -> None:
        for fact in self.described.facts:
            if fact.key in self.here:
                continue
            category = self.guarded[Field(self.known.intervention, "fact", fact.key)]
            party = self._writer(category)
            value = self._value(fact, fact.key, somebody, category, party, ())
            self._entry("fact", fact.key, category, party, {"value": value})

    def _registers(self, somebody: int) -> None:
        for register in self.described.registers:
            category = self.guarded[Field(self.known.intervention, "register", register.key)]
            for party, recipients in product(self._writers(category), self._recipients(category)):
                values = {
                    column.key: self._value(
                        column,
                        f"{register.key}.{column.key}",
                        somebody,
                        category,
                        party,
                        recipients,
                    )
                    for column in register.columns
                }
                pk = self._entry("row", register.key, category, party, values, recipients)
                self.known.lines.append(Line(pk, register.key, category, party, recipients))

    def _notes(self) -> None:
        for category in CATEGORIES:
            if category == CODE:  # nothing that somebody types stands in it
                continue
            party = self._writer(category)
            for recipients in self._recipients(category):
                number = self._plant(
                    f"note {category}", category, party=party, recipients=recipients
                )
                self._entry("note", "note", category, party, {"text": word(number)}, recipients)

    def _around(self) -> None:
        case = self.known.pk
        self._text("exclusion", "reason", NEVER)
        self.to.execute(
            "update records_permission set reason = %s, answer = 'refused',"
            " answered_at = coalesce(answered_at, now()) where case_id = %s and answer <> ''",
            [PERMISSION, case],
        )
        self.to.execute(
            "update records_handover set reason = %s where case_id = %s", [HAND_OVER, case]
        )

    def report(self, reference: str, party: str) -> None:
        """Plant everything in a report."""
        self.cage.reference(reference, "reference of the report", "report")
        answers = {
            each.key: self._value(
                each, f"question {each.key}", 0, "report", party, (), of=reference
            )
            for each in book(AGREEMENT).questions
        }
        # Who decides gives the reason: before that there is none that anybody could see.
        kind = NEVER if reference == self.waiting else REASON
        reason = self._plant("reason of the decision", kind, of=reference, party=party, shown=False)
        elsewhere = self._plant(
            "street of the complainant", "complainant", of=reference, party=party, shown=False
        )
        # As somebody else typed it: shown to nobody, for it would tell that the house was known.
        home = rows.dwelling(self.to)
        street = self._plant("dwelling of the complainant", NEVER, of=reference)
        self._update("dwelling", home, street=f"Laan {word(street)}")
        self.to.execute(
            "update records_report set answers = %s, reason = %s, complainant_dwelling_id = %s,"
            " complainant_address = %s where reference = %s",
            [Jsonb(answers), word(reason), home, f"Laan {word(elsewhere)} 1", reference],
        )

    def _value(
        self,
        fact: Fact,
        what: str,
        somebody: int,
        category: str,
        party: str,
        recipients: tuple[str, ...],
        of: str = "",
    ) -> object:
        """Return a value for a fact, a canary where its kind can hold one."""
        if fact.kind in ("choice", "yes_no", "party", "person"):
            certain = {"choice": CHOSEN, "yes_no": True, "party": "altrecht", "person": somebody}
            return certain[fact.kind]
        number = self._plant(what, category, of=of, party=party, recipients=recipients)
        kinds = {"text": word, "date": day, "money": cents, "number": count}
        return kinds[fact.kind](number)

    def _writers(self, category: str) -> tuple[str, ...]:
        """Return who writes rows: a step of the reporting code each circle for itself."""
        return (self.lead, CARE) if category == CODE else (self._writer(category),)

    def _writer(self, category: str) -> str:
        return {"police": POLICE, "care": CARE}.get(category, self.lead)

    def _recipients(self, category: str) -> Iterator[tuple[str, ...]]:
        """Yield for whom the rows of a category are: police data for the lead, or for others."""
        if category != "police":
            yield ()
            return
        yield ("u_centraal_casemanagement",)
        yield ("portaal", "buurtteam_sociaal", "lokalis", "lister", "gemeente_oov")

    def _plant(self, what: str, category: str, of: str = "", **more: object) -> int:
        return self.cage.plant(of or self.known.reference, what, category, **more)

    def _entry(
        self,
        kind: str,
        key: str,
        category: str,
        party: str,
        values: dict[str, object],
        recipients: Sequence[str] = (),
    ) -> int:
        named = [self.ids[each] for each in recipients]
        pk = rows.entry(self.to, self.known.pk, category, self.ids[party], named)
        self._update("entry", pk, kind=kind, key=key, values=Jsonb(values))
        return pk

    def _text(self, table: str, column: str, category: str) -> None:
        number = self._plant(f"{table} {column}", category)
        self.to.execute(
            f"update records_{table} set {column} = %s where case_id = %s",
            [word(number), self.known.pk],
        )

    def _update(self, table: str, pk: int, **values: object) -> None:
        names = ", ".join(f'"{name}" = %({name})s' for name in values)
        self.to.execute(
            f"update records_{table} set {names} where id = %(pk)s", {**values, "pk": pk}
        )


def made(intervention: str, stage: str, to: rows.Connection) -> World:
    """Make the world of one stage and fill it."""
    world = make(
        intervention, stage, to, fill=lambda so_far, known: Filler(so_far, known, to).fill()
    )
    fill(world, to)
    return world


def fill(world: World, to: rows.Connection) -> None:
    """Plant canaries in every case of a world, and in drafts; needs the marked book."""
    for known in world.cases:
        if known.reference not in world.cage.references:
            Filler(world, known, to).fill()
    world.drafts = drafts.plant(world.cage, to, datetime.now(UTC))
    Filler(world, world.cases[0], to).report(world.undecided, world.reports[world.undecided])
