# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What no statement can do, whoever wrote it: the database itself says no."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg import errors, sql

from tests.access import rows
from tests.access.furnished import House, Side
from tests.access.looking import APP, WORKER, Settings, refused, speaking_as
from tests.access.rows import Connection
from tests.support.tampering import seal
from woonvrede.running.database.roles import KEEPER, LOGINS

OWNER, MAINTENANCE = LOGINS["owner"], LOGINS["maintenance"]
# Tables of ours without walls: words of agreements, and people who sign in.
OPEN = {
    "records_account",
    "records_lettertext",
    "records_membership",
    "records_party",
    "records_published",
    "records_right",
}
# Written and never read, by whatever statement; the seals by one function alone.
UNREAD = {"records_head", "records_reading", "records_seal", "records_unsealed"}
# Tables to which rows are only ever added, each with a column to try.
APPEND_ONLY = {
    "records_event": "kind",
    "records_reading": "why",
    "records_seal": "line",
    "records_tally": "unit",
}
READ = (
    "insert into records_reading (account, party, system, action, case_ids, report_ids, categories,"
    " purposes, why, refused) values (%s, %s, %s, 'case', %s, '{}', '{}', '{}', '', false)"
)
# Functions that see more than their caller; each one more is a decision.
DEFINERS = {
    "records_await_seal",
    "records_cases_under",
    "records_copy_case",
    "records_copy_excluded",
    "records_copy_excluded_at_home",
    "records_dwelling_of",
    "records_figures",
    "records_fill_involvement",
    "records_keep_due",
    "records_keep_excluded",
    "records_keep_parties",
    "records_keep_report_parties",
    "records_runs_beside",
    "records_runs_opened",
    "records_seal",
    "records_stir_seats",
    "records_taken_out",
}


def ours(to: Connection) -> dict[str, tuple[bool, bool]]:
    """Return each table of ours (partitions with their parent), walled or not, also for owners."""
    found = to.execute(
        "select relname, relrowsecurity, relforcerowsecurity from pg_class"
        " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
        " and not relispartition and relname like 'records\\_%'"
    )
    return {name: (walled, forced) for name, walled, forced in found.fetchall()}


def test_every_table_has_walls_also_for_its_owner(administrator: Connection) -> None:
    """A new table is walled, or named above."""
    tables = ours(administrator)
    assert {name for name, walls in tables.items() if walls != (True, True)} == OPEN


def test_whatever_hangs_on_a_case_or_a_report_has_walls(administrator: Connection) -> None:
    found = administrator.execute(
        "select distinct table_name from information_schema.columns"
        " where table_schema = 'public' and column_name in ('case_id', 'report_id')"
    )
    names = {name for (name,) in found.fetchall()}
    assert names
    assert names & OPEN == set()
    assert {ours(administrator)[name] for name in names} == {(True, True)}


@pytest.mark.parametrize("role", [APP, WORKER, OWNER])
def test_who_does_not_say_for_whom_sees_nothing_and_meets_no_error(
    role: str, house: House, administrator: Connection
) -> None:
    """Also on a connection used before, which holds an empty word and not none."""
    for settings in ({}, {"app.party": "", "app.account": "", "app.case": ""}):
        for table in sorted(set(ours(administrator)) - OPEN - UNREAD):
            with speaking_as(role, dict(settings), administrator):
                if role == WORKER and not _may(role, "select", table, administrator):
                    continue
                rows = administrator.execute(
                    sql.SQL("select * from {}").format(sql.Identifier(table))
                ).fetchall()
                assert rows == [], f"{role} on {table}"


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("role", [APP, WORKER, OWNER, MAINTENANCE, "postgres"])
@pytest.mark.parametrize("statement", ["update {0} set {1} = {1}", "delete from {0}"])
def test_what_happened_stays(
    statement: str, role: str, table: str, house: House, administrator: Connection
) -> None:
    """Nobody changes or removes it: not the application, not its owner, not a superuser."""
    _look_once(house, administrator)
    seal(administrator, "reading")
    before = _everything(table, administrator)
    assert before
    ours_now = {"app.party": house.ours.party, "app.case": house.ours.case}
    with speaking_as(role, dict(ours_now), administrator):
        try:
            with administrator.transaction():
                ask = statement.format(table, APPEND_ONLY[table])
                touched = administrator.execute(ask.encode()).rowcount
        except errors.InsufficientPrivilege:
            touched = 0
        assert touched == 0, f"{role} touched {touched} rows"
    assert _everything(table, administrator) == before


@pytest.mark.parametrize("role", [APP, WORKER])
def test_no_table_of_the_application_can_be_emptied_at_once(
    role: str, administrator: Connection
) -> None:
    allowed = [each for each in ours(administrator) if _may(role, "truncate", each, administrator)]
    assert allowed == []


def test_seals_are_not_swept_away_with_their_table(maintenance: Connection) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        maintenance.execute("truncate records_seal")


def test_an_event_never_lies_in_the_future(house: House, administrator: Connection) -> None:
    """The database's clock decides."""
    copy = (
        "insert into records_event (case_id, kind, category, at, party_id, account_id, system,"
        " facts, personal, recipient_ids, salt, digest) values (%s, 'Opened', 'process', %s,"
        " records_party(), records_account(), '', '{}', '{}', '{}', '', '')"
    )
    now = datetime.now(UTC)
    us = {"app.party": house.ours.party, "app.account": house.ours.account}
    with speaking_as(APP, dict(us), administrator):
        administrator.execute(copy, [house.ours.case, now])
        with pytest.raises(errors.DatetimeFieldOverflow), administrator.transaction():
            administrator.execute(copy, [house.ours.case, now + timedelta(minutes=1)])


def test_nobody_writes_a_reading_in_anothers_name(house: House, administrator: Connection) -> None:
    """A look that is laid at another's door hides who looked."""
    ours, theirs = house.ours, house.theirs
    me = {"app.party": ours.party, "app.account": ours.account}
    others = (
        (theirs.account, ours.party, ""),
        (ours.account, theirs.party, ""),
        (None, None, "report"),
        (None, None, ""),
    )
    with speaking_as(APP, dict(me), administrator):
        administrator.execute(READ, [ours.account, ours.party, "", []])
        for who in others:
            with refused(administrator):
                administrator.execute(READ, [*who, []])


@pytest.mark.parametrize(
    "statement",
    [
        "select * from records_reading",
        "select at, account, case_ids from records_reading",
        "update records_reading set why = ''",
        "delete from records_reading",
    ],
)
@pytest.mark.parametrize("role", [APP, WORKER])
def test_readings_are_written_and_never_read(
    role: str, statement: str, house: House, administrator: Connection
) -> None:
    _look_once(house, administrator)
    with (
        speaking_as(role, {"app.party": house.ours.party}, administrator),
        pytest.raises(errors.InsufficientPrivilege),
        administrator.transaction(),
    ):
        administrator.execute(statement.encode())


def test_every_month_of_readings_is_as_closed_as_the_whole(administrator: Connection) -> None:
    """A partition is a table of its own, with grants of its own."""
    found = administrator.execute(
        "select relname from pg_class where relispartition and relname like 'records_reading%'"
        " and relkind = 'r'"
    )
    months = [name for (name,) in found.fetchall()]
    assert len(months) > 12
    verbs = ("select", "insert", "update", "delete")
    opened = [
        (month, role, verb)
        for month in months
        for role in (APP, WORKER)
        for verb in verbs
        if _may(role, verb, month, administrator)
    ]
    assert opened == []


def test_an_excluded_person_finds_no_trace(house: House, administrator: Connection) -> None:
    """Colleagues see all of it."""
    side = house.ours
    # One's own, hashes that lead to no report, and the circle's volunteers.
    own = {"records_once", "records_draft", "records_imported", "records_savedfilter"}
    own |= {"records_volunteer"}
    tables = sorted(set(ours(administrator)) - OPEN - UNREAD - own)
    seen = {
        account: {table: _count(table, side.party, account, administrator) for table in tables}
        for account in (side.account, side.excluded)
    }
    assert all(seen[side.account].values()), seen
    other_case = {"records_case": 1, "records_involvement": 1, "records_dwelling": 1}
    left = {table: n for table, n in seen[side.excluded].items() if n}
    assert left == other_case


def test_a_draft_is_not_there_for_another_circle_of_the_same_account(
    house: House, administrator: Connection
) -> None:
    ours, theirs = house.ours, house.theirs
    assert _count("records_draft", ours.party, ours.account, administrator) > 0
    assert _count("records_draft", theirs.party, ours.account, administrator) == 0


def test_a_filter_is_there_for_its_maker_or_when_shared_for_their_circle(
    house: House, administrator: Connection
) -> None:
    ours, theirs = house.ours, house.theirs
    for shared in (False, True):
        administrator.execute("update records_savedfilter set shared = %s", [shared])
        for party, account, seen in (
            (ours.party, ours.account, 1),
            (ours.party, ours.excluded, int(shared)),
            (theirs.party, ours.account, 0),
        ):
            found = _count("records_savedfilter", party, account, administrator)
            assert (shared, found) == (shared, seen + (shared and party == theirs.party))


def test_a_filter_is_thrown_away_within_its_circle_and_by_another_only_when_shared(
    house: House, administrator: Connection
) -> None:
    ours, theirs = house.ours, house.theirs
    gone = "delete from records_savedfilter where party_id = %s"
    for shared, party, account, thrown_away in (
        (True, theirs.party, ours.account, 0),
        (False, ours.party, ours.excluded, 0),
        (True, ours.party, ours.excluded, 1),
        (False, ours.party, ours.account, 1),
    ):
        administrator.execute("update records_savedfilter set shared = %s", [shared])
        with speaking_as(APP, {"app.party": party, "app.account": account}, administrator):
            done = administrator.execute(gone, [ours.party])
        assert (shared, party, done.rowcount) == (shared, party, thrown_away)


def test_the_application_owns_nothing_and_is_nobody_special(administrator: Connection) -> None:
    """What it owned it could open; who may bypass policies or become another needs no key."""
    owned = administrator.execute(
        "select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid"
        " where d.deptype = 'o' and r.rolname = any(%s)",
        [[APP, WORKER]],
    ).fetchone()
    assert owned == (0,)
    special = administrator.execute(
        "select rolname from pg_roles where rolname = any(%s) and (rolsuper or rolbypassrls or"
        " rolcreaterole or rolcreatedb or rolreplication)",
        [[APP, WORKER, KEEPER, OWNER]],
    ).fetchall()
    assert special == []
    others = administrator.execute(
        "select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member"
        " where r.rolname = any(%s)",
        [[APP, WORKER, KEEPER]],
    ).fetchone()
    assert others == (0,)


def test_nobody_signs_in_as_the_keeper(administrator: Connection) -> None:
    """Its policies let everything through: it only owns the functions below."""
    found = administrator.execute(
        "select rolname from pg_roles where rolname = %s and not rolcanlogin", [KEEPER]
    ).fetchone()
    assert found == (KEEPER,)


def test_functions_that_see_more_than_their_caller_are_listed(administrator: Connection) -> None:
    """Each belongs to the keeper, looks in one place only, and is not for everyone."""
    found = administrator.execute(
        "select proname, proowner::regrole::text, proconfig,"
        " has_function_privilege('public', oid, 'execute') from pg_proc"
        " where prosecdef and pronamespace = 'public'::regnamespace"
    ).fetchall()
    assert {row[0] for row in found} == DEFINERS
    assert {(owner, tuple(config or ()), anyone) for _, owner, config, anyone in found} == {
        (KEEPER, ("search_path=public",), False)
    }


def test_only_the_processes_call_them(administrator: Connection) -> None:
    """The others are run by triggers alone."""
    found = administrator.execute(
        "select proname, a.grantee::regrole::text from pg_proc p, aclexplode(p.proacl) a"
        " where prosecdef and pronamespace = 'public'::regnamespace and a.grantee <> p.proowner"
    ).fetchall()
    assert set(found) == {
        ("records_dwelling_of", APP),
        ("records_figures", APP),
        ("records_runs_beside", APP),
        ("records_runs_opened", APP),
        ("records_taken_out", APP),
        ("records_cases_under", WORKER),
        ("records_seal", WORKER),
    }


def test_running_cases_are_told_to_the_job_that_moves_them_alone(
    house: House, administrator: Connection
) -> None:
    """In codes; another job, or one that gives no name, is told nothing, and closed ones never."""
    running = rows.case(administrator, "severe_nuisance", "plan", lead=house.ours.party)
    rows.seat(administrator, running, house.ours.party, "landlord")
    rows.entry(administrator, running, "approach", house.ours.party)
    home = "select dwelling_id from records_case where id = %s"
    (dwelling,) = administrator.execute(home, [running]).fetchone() or (None,)
    held = {"dwelling_id": dwelling, "landlord_id": None, "since": rows.LONG_AGO}
    rows.insert(administrator, "tenure", **held, kind="social_rent", until=rows.LONG_AGO)
    rows.insert(administrator, "tenure", **held, kind="owner_occupied")
    ask = (
        "select id, stage, seats, array(select unnest(categories) order by 1), tenure"
        " from records_cases_under('utrecht-2019', null)"
    )
    for system in ("", "term_passes", "report"):
        with speaking_as(WORKER, {"app.system": system}, administrator):
            assert administrator.execute(ask.encode()).fetchall() == []
    with speaking_as(WORKER, {"app.system": "cases_move"}, administrator):
        found = administrator.execute(ask.encode()).fetchall()
    kinds = ["approach", "dwelling"]
    assert (running, "plan", ["landlord:portaal"], kinds, "owner_occupied") in found
    close = "update records_case set closed_at = opened_at where id = %s"
    administrator.execute(close, [running])
    with speaking_as(WORKER, {"app.system": "cases_move"}, administrator):
        assert running not in {row[0] for row in administrator.execute(ask.encode()).fetchall()}


def test_what_came_with_the_reports_of_a_case_is_told_as_its_own(
    house: House, administrator: Connection
) -> None:
    """People in a report of the case count as what they are and as what guards them; no others."""
    ours = house.ours.party
    cases = [rows.case(administrator, "severe_nuisance", "plan", lead=ours) for _ in range(3)]
    for case, category in zip(cases[:2], ("resident", "care"), strict=True):
        decided = {"decided": "severe_nuisance", "decided_at": rows.LONG_AGO}
        by = rows.account(administrator)
        made = rows.report(
            administrator,
            reporter=ours,
            judge=ours,
            by=by,
            proposed="severe_nuisance",
            case_id=case,
            decided_by_id=by,
            **decided,
        )
        rows.person(administrator, category, ours, report_id=made)
    ask = "select id, people, categories from records_cases_under('utrecht-2019', null)"
    with speaking_as(WORKER, {"app.system": "cases_move"}, administrator):
        found = {case: told for case, *told in administrator.execute(ask.encode()).fetchall()}
    assert [[set(codes) for codes in found[case]] for case in cases] == [
        [{"resident"}, {"dwelling", "report", "resident"}],
        [{"care"}, {"dwelling", "report", "care"}],
        [set(), {"dwelling"}],
    ]


def test_only_the_job_that_moves_cases_changes_one(house: House, administrator: Connection) -> None:
    """Another job can lock its case, and change no column of it, nor the job another's case."""
    lock = "select id from records_case where id = %s for update"
    for change in (
        "agreement = 'other'",
        "intervention = 'other'",
        "stage = 'other'",
        "stage_since = now()",
        "due = current_date",
        "version = version + 1",
    ):
        ask = f"update records_case set {change}".encode()
        for system in ("", "term_passes", "seat_ends", "drafts_end"):
            job: Settings = {"app.system": system, "app.case": house.ours.case}
            with speaking_as(WORKER, job, administrator):
                assert administrator.execute(lock, [house.ours.case]).fetchall()
                with refused(administrator):
                    administrator.execute(ask)
        moving: Settings = {"app.system": "cases_move", "app.case": house.ours.case}
        with speaking_as(WORKER, moving, administrator):
            assert administrator.execute(ask).rowcount == 1


def test_that_another_case_runs_is_told_of_a_case_within_reach_alone(
    house: House, administrator: Connection
) -> None:
    """Also to who does not take part in the other; to others, and who is kept out, nothing."""
    ours, theirs = house.ours, house.theirs
    other = rows.case(administrator, "severe_nuisance", "plan", lead=theirs.party)
    rows.insert(administrator, "link", case_id=other, other_id=ours.case, since=rows.LONG_AGO)

    ask = "select records_runs_beside(%s)"
    _told_within_reach_alone(ask, [ours.case], house, administrator, ends=other)


def test_that_a_case_runs_at_that_home_is_told_where_it_could_have_opened_this_one(
    house: House, administrator: Connection
) -> None:
    """
    §3.2: also when this one came by a report.  Nothing is told of another approach, of an agreement
    of others or of another home, and nothing at all to who takes no part in this one.
    """
    home = dataclasses.replace(house.ours, home=rows.dwelling(administrator))
    ours = _at_home(home, "mayoral_measure", administrator)
    other = _at_home(home, "last_chance", administrator).case
    us: Settings = {"app.party": ours.party, "app.account": ours.account}
    change = sql.SQL("update records_case set {} = %s where id = %s")
    with _published_elsewhere(administrator):
        for column, value, answer in (
            ("agreement", "utrecht-2019", False),
            ("intervention", "severe_nuisance", True),
            ("agreement", "elsewhere", False),
            ("agreement", "utrecht-2019", True),
            ("dwelling_id", rows.dwelling(administrator), False),
            ("dwelling_id", ours.home, True),
        ):
            administrator.execute(change.format(sql.Identifier(column)), [value, other])
            with speaking_as(APP, us, administrator):
                found = administrator.execute("select records_runs_beside(%s)", [ours.case])
                assert found.fetchone() == (answer,), (column, value)
    ask = "select records_runs_beside(%s)"
    within = dataclasses.replace(house, ours=ours)
    _told_within_reach_alone(ask, [ours.case], within, administrator, ends=other)


def _at_home(side: Side, intervention: str, to: Connection) -> Side:
    """Return a side with one case more about its home, from which the same person is kept out."""
    case = rows.case(to, intervention, "request", lead=side.party)
    to.execute("update records_case set dwelling_id = %s where id = %s", [side.home, case])
    rows.seat(to, case, side.party, "mayor_adviser")
    why = {"reason": "family", "since": rows.LONG_AGO}
    rows.insert(to, "exclusion", case_id=case, account_id=side.excluded, **why)
    return dataclasses.replace(side, case=case)


@contextmanager
def _published_elsewhere(to: Connection) -> Iterator[None]:
    """Let other parties have an agreement that gives the same under the same names."""
    copied = (
        ("published", "partnership", "digest", "since", "until"),
        ("right", "intervention", "stage", "role", "verb", "thing", "only", "functions", "because"),
    )
    try:
        for table, *columns in copied:
            names = ", ".join(f'"{column}"' for column in columns)
            key = {"published": "key", "right": "agreement"}[table]
            to.execute(
                f"insert into records_{table} ({key}, {names}) select 'elsewhere', {names}"
                f" from records_{table} where {key} = 'utrecht-2019'".encode()
            )
        to.execute("update records_published set partnership = 'elsewhere' where key = 'elsewhere'")
        yield
    finally:
        to.execute("delete from records_published where key = 'elsewhere'")
        to.execute("delete from records_right where agreement = 'elsewhere'")


def test_that_one_was_opened_beside_it_is_told_of_a_case_within_reach_alone(
    house: House, administrator: Connection
) -> None:
    """Of this intervention, and while it runs."""
    ours, theirs = house.ours, house.theirs
    other = rows.case(administrator, "mayoral_measure", "request", lead=theirs.party)
    rows.insert(administrator, "link", case_id=ours.case, other_id=other, since=rows.LONG_AGO)
    ask = "select records_runs_opened(%s, %s)"
    us: Settings = {"app.party": ours.party, "app.account": ours.account}
    with speaking_as(APP, us, administrator):
        assert administrator.execute(ask.encode(), [ours.case, "housing_hygiene"]).fetchone() == (
            False,
        )
    about = [ours.case, "mayoral_measure"]
    _told_within_reach_alone(ask, about, house, administrator, ends=other)


def _told_within_reach_alone(
    ask: str, about: list[object], house: House, to: Connection, *, ends: int
) -> None:
    """Who takes part in our case is told, also once the other ends; nobody else is told at all."""
    ours, theirs = house.ours, house.theirs

    def told(party: int, account: object) -> object:
        us: Settings = {"app.party": party, "app.account": account}
        with speaking_as(APP, us, to):
            return to.execute(ask.encode(), about).fetchone()

    assert told(ours.party, ours.account) == (True,)
    for party, account in (
        (ours.party, ours.excluded),
        (ours.party, ""),
        (theirs.party, theirs.account),
    ):
        assert told(party, account) == (None,)
    to.execute("update records_case set closed_at = opened_at where id = %s", [ends])
    assert told(ours.party, ours.account) == (False,)


def test_nothing_is_granted_to_everyone(administrator: Connection) -> None:
    found = administrator.execute(
        "select relname from pg_class c, aclexplode(c.relacl) a"
        " where c.relnamespace = 'public'::regnamespace and a.grantee = 0"
    ).fetchall()
    assert found == []


def _look_once(house: House, to: Connection) -> None:
    """Let the application write one reading."""
    with to.transaction():
        to.execute(sql.SQL("set local role {}").format(sql.Identifier(APP)))
        for name in ("party", "account"):
            value = str(getattr(house.ours, name))
            to.execute("select set_config(%s, %s, true)", [f"app.{name}", value])
        to.execute(READ, [house.ours.account, house.ours.party, "", [house.ours.case]])


def _everything(table: str, to: Connection) -> list[tuple[object, ...]]:
    ask = sql.SQL("select * from {} order by 1, 2").format(sql.Identifier(table))
    return to.execute(ask).fetchall()


def _count(table: str, party: int, account: int, to: Connection) -> int:
    with speaking_as(APP, {"app.party": party, "app.account": account}, to):
        ask = sql.SQL("select count(*) from {}").format(sql.Identifier(table))
        found = to.execute(ask).fetchone()
    assert found is not None
    return int(found[0])


def _may(role: str, verb: str, table: str, to: "psycopg.Connection") -> bool:
    found = to.execute("select has_table_privilege(%s, %s, %s)", [role, table, verb]).fetchone()
    return found == (True,)
