# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the database is what the agreement says, row by row, or nothing starts."""

from collections.abc import Iterator

import pytest

from tests.access.rows import Connection
from tests.support.world import command
from woonvrede.access.publish import publish, stale
from woonvrede.running import places
from woonvrede.running.within import connected_as

UTRECHT = "utrecht-2019"
OF_UTRECHT = f"where key = '{UTRECHT}'"
ONE = "(select min(id) from records_right where agreement = 'utrecht-2019')"

CHANGES = {
    "a right for more functions": (
        f"update records_right set functions = functions || '{{secretary}}' where id = {ONE}"
    ),
    "a right without its condition": (
        "update records_right set \"only\" = '' where id = (select min(r.id) from records_right r"
        " where \"only\" = 'recipient' and not exists (select from records_right o"
        " where o.\"only\" = '' and (o.stage, o.role, o.verb, o.thing, o.intervention)"
        " = (r.stage, r.role, r.verb, r.thing, r.intervention)))"
    ),
    "a right with another reason": (f"update records_right set because = '§9.9' where id = {ONE}"),
    "a right more": (
        'insert into records_right (agreement, intervention, stage, role, verb, thing, "only",'
        " functions, because) values ('utrecht-2019', 'severe_nuisance', 'closed', 'police', 'see',"
        " 'care', '', '{officer}', '§9.9')"
    ),
    "a right less": f"delete from records_right where id = {ONE}",
    "a circle of another party": (
        "update records_party set of_id = (select id from records_party where key = 'politie')"
        " where key = 'u_centraal_casemanagement'"
    ),
    "a term that goes on": f"update records_published set until = '2099-01-01' {OF_UTRECHT}",
    "a partnership of others": f"update records_published set partnership = 'x' {OF_UTRECHT}",
    "another digest": f"update records_published set digest = 'x' {OF_UTRECHT}",
}


@pytest.fixture
def restored(administrator: Connection) -> Iterator[None]:
    """Whatever this test changes is put back as it was."""
    for name in ("right", "published", "party"):
        administrator.execute(f"create temp table kept_{name} as table records_{name}".encode())
    yield
    with administrator.transaction():
        for name in ("right", "published"):
            administrator.execute(f"delete from records_{name}".encode())
            administrator.execute(f"insert into records_{name} table kept_{name}".encode())
        administrator.execute(
            "update records_party p set of_id = k.of_id from kept_party k where k.id = p.id"
        )
    assert stale() == []


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_differs_from_the_agreement_is_noticed(
    change: str, restored: None, administrator: Connection
) -> None:
    assert stale() == []
    assert administrator.execute(CHANGES[change].encode()).rowcount == 1
    assert stale() == [UTRECHT]


def test_publishing_again_puts_it_right(restored: None, administrator: Connection) -> None:
    for change in CHANGES.values():
        administrator.execute(change.encode())
    with connected_as("owner"):
        publish(places.agreements() / UTRECHT)
    assert stale() == []


def test_nothing_starts_beside_other_rights(restored: None, administrator: Connection) -> None:
    administrator.execute(CHANGES["a right for more functions"].encode())
    done = command("worker", "--once")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"The rights in the database are not those of {UTRECHT}" in done.stderr
