# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of each page, and what must be in every answer."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import psycopg
from tests.stories.cities import UTRECHT, VOORBEELDSTAD

from .client import EACH, Ask, Visitor
from .people import CIRCLES, CSRF, LARGEST, Given, Person, Toggle

CITIES = {city.agreement: city for city in (UTRECHT, VOORBEELDSTAD)}
PAGES = 200  # cases whose page is asked
STOCK = 80  # cases to move
MOVE, REPORT = "move", "new report"
SIGN_IN = [Visitor("", [Ask("/inloggen/", 200, ("Wachtwoord",))])] * EACH

Connection = psycopg.Connection
SEATS = """
    from records_involvement i join records_case c on c.id = i.case_id
    join records_party p on p.id = i.party_id and p.key = %(party)s and i.until is null
"""
DEEP = f"""
    select coalesce(c.due::text, '0') || '_' || c.reference {SEATS} where c.closed_at is null
    order by c.due, c.id offset (select 0.9 * count(*) {SEATS} where c.closed_at is null)::bigint
    limit 1
"""
SOME = f"""
    select reference from (select distinct c.reference {SEATS}) as mine
    order by md5(reference) limit {PAGES}
"""
# Of each case the first seat, where none of these people has another.
DEAL = f"""
    with stock as (
        select i.id, row_number() over (order by i.id) as number {SEATS}
        where i.role = %(role)s and c.stage = %(there)s and not exists (
            select from records_entry e where e.case_id = c.id and e.key = %(without)s
        ) and not exists (
            select from records_involvement o left join records_account a on a.id = o.account_id
            where o.case_id = c.id and o.role = i.role and o.until is null
              and (o.id < i.id or o.id > i.id and a.name = any (%(names)s))
        ) limit {STOCK}
    ), who as (
        select id, row_number() over (order by id) - 1 as number
        from records_account where name = any (%(names)s)
    )
    update records_involvement i set account_id = who.id from stock, who
    where i.id = stock.id and who.number = mod(stock.number, cardinality(%(names)s::text[]))
"""
DEALT = f"""
    select a.name, c.reference, c.version, c.stage {SEATS}
    join records_account a on a.id = i.account_id
    where i.role = %(role)s and a.name = any (%(names)s) order by c.id
"""
DRAFTS = """
    insert into records_draft (account_id, party_id, key, answers, at)
    select d.account_id, d.party_id, k.key,
           jsonb_set(d.answers, '{number}', to_jsonb((1000 + k.number + %(from)s)::text)), now()
    from records_draft d, unnest(%(keys)s::text[]) with ordinality as k (key, number)
    where d.key = %(filled_in)s and d.account_id = (
        select id from records_account where name = %(name)s)
"""


@dataclass(frozen=True)
class Work:
    """One circle's people in one world, and what they ask."""

    size: str
    people: Sequence[Person]
    maintenance: Connection

    def pages(self) -> dict[str, list[Visitor]]:
        """Return the pages that only show, by name; those that this circle has."""
        found = {
            "Mijn werk": self._all("/mijn-werk/", "Mijn werk"),
            "case list, first page": self._all("/casussen/", self._listed()),
            "half-year report": self._all("/monitoring/", "Cijfers"),
        }
        if deep := self._deep():
            found["case list, deep page"] = self._all(f"/casussen/?na={deep}", "Naar het begin")
        if references := self._references():
            found["case page"] = [
                Visitor(
                    each.cookie,
                    [
                        Ask(f"/casussen/{reference}/", 200, (each.name, reference))
                        for reference in references[number::EACH] or references
                    ],
                )
                for number, each in enumerate(self.people)
            ]
        return found

    def changes(self) -> dict[str, Callable[[int, int], list[Visitor]]]:
        """Return what changes something, by name: for so many visitors, so many times each."""
        found: dict[str, Callable[[int, int], list[Visitor]]] = {REPORT: self.reports}
        if CIRCLES[self.size].toggle:
            found[MOVE] = self.moves
        return found

    def reports(self, visitors: int, times: int) -> list[Visitor]:
        """Return the sending of reports that are filled in: each of another home."""
        found = []
        for number, person in enumerate(self.people[:visitors]):
            keys = [secrets.token_urlsafe(16) for _ in range(times)]
            about = {"filled_in": self._filled_in(person), "name": person.name}
            more = {"keys": keys, "from": number * times}
            self.maintenance.execute(DRAFTS, {**about, **more})
            asks = [
                _post(f"/meldingen/nieuw/{key}/controleren/", "/meldingen/20", {}, once=key)
                for key in keys
            ]
            found.append(Visitor(person.cookie, asks, once=True))
        return found

    def moves(self, visitors: int, times: int) -> list[Visitor]:
        """Return steps to and fro, in cases that are somebody's own."""
        toggle = CIRCLES[self.size].toggle
        assert toggle is not None
        people = self.people[:visitors]
        about: dict[str, object] = {"party": self._party, "role": toggle.role}
        about |= {"there": toggle.stages[0], "names": [each.name for each in people]}
        about["without"] = toggle.without
        if self.size == LARGEST:
            self.maintenance.execute(DEAL, about)
        rows = self.maintenance.execute(DEALT, about).fetchall()
        found = []
        for person in people:
            mine = [row[1:] for row in rows if row[0] == person.name and row[3] in toggle.stages]
            asks = [
                self._step(toggle, reference, version + turn, toggle.stages.index(stage) + turn)
                for turn in range(times // len(mine) + 1 if mine else 0)
                for reference, version, stage in mine
            ]
            if asks:
                found.append(Visitor(person.cookie, asks[:times], once=True))
        return found

    @property
    def _party(self) -> str:
        return CIRCLES[self.size].party

    def _all(self, path: str, *words: str) -> list[Visitor]:
        return [Visitor(each.cookie, [Ask(path, 200, (each.name, *words))]) for each in self.people]

    def _listed(self) -> str:
        return 'href="/casussen/20' if self._references() else "geen enkele casus"

    def _deep(self) -> str:
        if len(self._references()) < PAGES:
            return ""
        row = self.maintenance.execute(DEEP, {"party": self._party}).fetchone()
        return str(row[0]) if row else ""

    def _references(self) -> list[str]:
        rows = self.maintenance.execute(SOME, {"party": self._party}).fetchall()
        return [reference for (reference,) in rows]

    def _step(self, toggle: Toggle, reference: str, version: int, turn: int) -> Ask:
        name, given = (toggle.there, toggle.back)[turn % 2]
        given = {**given, "version": str(version)}
        return _post(f"/casussen/{reference}/stap/{name}/", f"/casussen/{reference}/", given)

    def _filled_in(self, person: Person) -> str:
        """Fill in a report page by page, up to the last button; return its key."""
        pages = CITIES[CIRCLES[self.size].agreement].pages
        given = {key: value for page in pages for key, value in page.items()}
        given["tenure"], _, given["landlord"] = given["tenure"].partition(":")
        here = f"/meldingen/nieuw/{secrets.token_urlsafe(16)}/adres/"
        while not here.endswith("/controleren/"):
            here = person.client.post(here, given).headers["Location"]
        return here.split("/")[3]


def _post(path: str, to: str, given: Given, once: str = "") -> Ask:
    key = once or secrets.token_urlsafe(16)
    body = urlencode({**given, "once": key, "csrfmiddlewaretoken": CSRF})
    return Ask(path, 302, (f"Location: {to}",), body)
