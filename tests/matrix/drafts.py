# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Reports that somebody is writing: one that could be sent, and one that cannot, with a canary in
every answer that can hold one.  A draft is known to nobody but who writes it.
"""

from datetime import datetime

from psycopg.types.json import Jsonb

from tests import story
from tests.access import rows
from tests.matrix.canaries import PARTS, Cage, contact, day, word
from tests.matrix.marked_book import AGREEMENT, CHOSEN
from woonvrede.access.books import book
from woonvrede.agreement.book import Fact
from woonvrede.jobs.demo import cast

WRITER = "landlord"
OF = f"draft {WRITER}"  # what a canary in it, and a call about it, is of
WHOLE, HALF, NOBODYS = "kanarie-heel", "kanarie-half", "kanarie-van-niemand"
KEYS = (WHOLE, HALF)
PAGES = ("adres", "description", "since", "bewoner", "melder", "adres-melder", "steps-taken")


def plant(cage: Cage, to: rows.Connection, at: datetime) -> dict[str, list[int]]:
    """Plant both drafts, and return by their keys the canaries; needs the cast and marked book."""
    writer = cast.actor(WRITER, at)
    planted = {}
    for key in KEYS:
        before = cage.last
        answers = _answers(cage)
        if key == HALF:  # a day that did not come yet, and not whose dwelling it is
            answers |= {"since": day(cage.plant(OF, "since", "draft")), "tenure": ""}
        rows.insert(
            to,
            "draft",
            account_id=writer.account,
            party_id=writer.party,
            key=key,
            answers=Jsonb(answers),
            at=at,
        )
        planted[key] = list(range(before + 1, cage.last + 1))
    return planted


def _answers(cage: Cage) -> dict[str, str]:
    """Return what was typed on every page, as it is kept."""
    person = contact({part: cage.plant(OF, f"complainant {part}", "draft") for part in PARTS})
    return {
        "postcode": story.HOUSE.postcode,
        "number": story.HOUSE.number,
        "town": story.HOUSE.town,
        "district": story.HOUSE.district,
        "street": f"Weg {word(cage.plant(OF, 'street', 'draft'))}",
        "tenure": "social_rent:portaal",
        **{fact.key: _answer(cage, fact) for fact in book(AGREEMENT).questions},
        "resident_name": word(cage.plant(OF, "resident name", "draft")),
        **{f"complainant_{part}": value for part, value in person.items()},
        "complainant_knows": "ja",
        "complainant_postcode": story.HOUSE.postcode,
        "complainant_number": "9",
        "complainant_town": story.HOUSE.town,
        "complainant_street": f"Weg {word(cage.plant(OF, 'street of the complainant', 'draft'))}",
    }


def _answer(cage: Cage, fact: Fact) -> str:
    if fact.kind == "text":
        return word(cage.plant(OF, fact.key, "draft"))
    if fact.kind == "yes_no":  # so that everything about a nuisance is asked
        return story.PATTERN.get(fact.key, "nee")
    return {"choice": CHOSEN, "date": story.PATTERN["since"]}[fact.kind]
