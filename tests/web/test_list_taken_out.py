# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases as a file: exactly what was filtered, for a purpose, written down."""

import io
import re
import zipfile
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.insight.workbook import Rows, quoted, read
from tests.story import HOUSE, Words
from tests.support.many import multiply
from tests.web.cost import MOST_QUERIES, cost
from tests.world import actor, signed_in, told
from woonvrede.access.given import Given
from woonvrede.access.session import acting
from woonvrede.casework.lists.filters import Wanted
from woonvrede.casework.lists.lines import CaseLine
from woonvrede.insight.cases_out import MOST, MOST_A_DAY, take_out_cases
from woonvrede.insight.workbook import Sheet, workbook

pytestmark = pytest.mark.usefixtures("people")

ASKED: dict[str, str] = {"purpose": "counter_nuisance", "reason": "divide_work"}
LINE = CaseLine(
    *("2026-AAAA-AA", "x", "x", "X", "Plan"), (), None, False, "", "", 1, frozenset(), ()
)
CASES, RULES = "Casussen", "Doel en regels"
PATH = "/casussen/excel/"


def taken(client: Client, codes: str = "", **more: str) -> Any:
    answer: Any = client.post(f"{PATH}{codes}", {**ASKED, **more})
    return answer


def sheets(client: Client, codes: str = "") -> dict[str, Rows]:
    answer = taken(client, codes)
    assert answer.status_code == 200
    return read(answer.content)


def test_the_file_holds_what_the_lines_show_and_who_took_it_out() -> None:
    story = told("execution")
    client = signed_in("manager")
    answer = taken(client, "?termijn=te-laat")
    assert re.fullmatch(
        r'attachment; filename="casussen-\d{4}-\d\d-\d\d-[0-9a-f]{10}.xlsx"',
        answer.headers["Content-Disposition"],
    )
    assert answer.headers["Cache-Control"] == "no-store"
    found = read(answer.content)
    assert list(found) == [CASES, RULES]
    last, day = (
        float((each - date(1899, 12, 30)).days) for each in (story.at.date(), date(2026, 4, 7))
    )
    assert found[CASES] == [
        [
            *("Casus", "Aanpak", "Fase", "Adres", "Wijk", "Onze rol"),
            *("Laatst iets gedaan", "Eerste termijn"),
        ],
        [
            story.reference,
            "Aanpak extreme woonoverlast",
            "Uitvoering",
            "Lindeplein 112",
            "Overvecht",
            "Casemanager",
            last,
            day,
        ],
    ]
    rules = {str(row[0]): row[1] for row in found[RULES]}
    assert rules["Doel"] == "ernstige woonoverlast stoppen en mensen in hun huis houden"
    assert rules["Waarvoor"] == "Het werk verdelen"
    assert rules["Aantal casussen"] == 1.0
    assert ["", "Eerste termijn: Te laat"] in found[RULES]
    assert str(rules["Watermerk"]).startswith("Casper Voorbeeld, U Centraal")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        assert str(rules["Watermerk"]) in parts.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("sign", ["x", "&", "\U0001f3e0"])
def test_the_longest_names_do_not_push_the_watermark_off_the_page(sign: str) -> None:
    told("execution")
    named = replace(actor("landlord"), name=sign * 120, party_name=sign * 200)
    with acting(named):
        file = take_out_cases(Wanted(), **ASKED, actor=named, at=datetime.now(UTC))
    mark = {str(row[0]): str(row[1]) for row in read(file.content)[RULES]}["Watermerk"]
    assert mark.startswith(f"{sign * 49}…, {sign * 49}…, ")
    assert mark.endswith(f"nummer {file.name[-15:-5]}")
    with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
        for number in (1, 2):
            sheet = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
            (printed,) = re.findall("<oddFooter>(.*)</oddFooter>", sheet)
            assert unescape(printed).removeprefix("&L").replace("&&", "&") == mark


def test_a_footer_that_would_not_be_printed_is_a_fault() -> None:
    for footer, fits in (("x" * 253, True), ("x" * 254, False), ("&" * 127, False)):
        sheet = Sheet("x", (10,), [], footer=footer)
        with nullcontext() if fits else pytest.raises(ValueError, match=footer):
            workbook([sheet], made=date(2026, 3, 2))


def test_it_is_written_down_with_purpose_filter_number_and_cases(
    maintenance: "psycopg.Connection",
) -> None:
    told("execution")
    taken(signed_in("manager"), "?fase=execution&aanpak=severe_nuisance")
    row = maintenance.execute(
        "select purposes, why, categories, case_ids = array(select id from records_case)"
        " from records_reading where action ~ '^export:[0-9a-f]{10}$'"
    ).fetchall()
    ((purposes, why, categories, all_cases),) = row
    assert (purposes, all_cases) == (["counter_nuisance"], True)
    assert categories == ["dwelling", "process"]
    told_in = "divide_work; Lopende casussen; Aanpak: Aanpak extreme woonoverlast"
    assert why.startswith(f"{told_in}; Fase: Uitvoering; 1 casussen; ")


def test_what_is_counted_before_it_goes_out_is_written_down(
    maintenance: "psycopg.Connection",
) -> None:
    """A number by a filter tells of a case what its line would; nothing was taken out by it."""
    told("execution")
    client = signed_in("manager")
    assert client.get(f"{PATH}?fase=execution&aanpak=severe_nuisance").status_code == 200
    assert client.get(f"{PATH}?fase=aftercare&aanpak=severe_nuisance").status_code == 200
    noted = maintenance.execute(
        "select case_ids = array(select id from records_case), categories"
        " from records_reading where action = 'list-asked' order by id"
    ).fetchall()
    assert noted[0] == (True, ["process"])
    assert not any(ids for ids, _ in noted[1:])


def test_exactly_the_filtered_list_goes_out_in_its_order(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    multiply(maintenance, story.reference, 60)
    client = signed_in("landlord")
    for codes in ("", "?termijn=geen", "?volgorde=nieuwste&termijn=te-laat"):
        on_pages, following = [], codes
        while True:
            shown = client.get(f"/casussen/{following}").content.decode()
            on_pages += re.findall(r'<th scope="row"><a [^>]*href="/casussen/([^/"]+)/"', shown)
            more = re.search(r'rel="next" href="([^"]+)"', shown)
            if more is None:
                break
            following = more[1].replace("&amp;", "&")
        assert [row[0] for row in sheets(client, codes)[CASES][1:]] == on_pages
    assert len(sheets(client)[CASES]) == 62


def test_nothing_goes_out_of_a_case_that_is_not_there_for_them() -> None:
    story = told("execution")
    answer = taken(signed_in("other_landlord"))
    assert answer.status_code == 409
    assert "In deze lijst staan geen casussen." in answer.content.decode()
    assert story.reference not in answer.content.decode()


def test_a_purpose_of_ones_own_role_and_a_reason_are_chosen_and_nothing_is_typed(
    maintenance: "psycopg.Connection",
) -> None:
    told("execution")
    client = signed_in("landlord")
    for more, words in (
        ({"purpose": ""}, "Kies waarvoor u de lijst gebruikt."),
        ({"purpose": "hygiene"}, "Kies waarvoor u de lijst gebruikt."),
        ({"purpose": "nonsense"}, "Kies waarvoor u de lijst gebruikt."),
        ({"reason": ""}, "Kies wat u met de lijst gaat doen."),
        ({"reason": "Over Ans Fictief\x00"}, "Kies wat u met de lijst gaat doen."),
    ):
        answer = taken(client, **more)
        assert (more, answer.status_code) == (more, 400)
        assert words in answer.content.decode()
    ask = "select count(*) from records_reading where action like 'export:%' or why like '%Ans%'"
    assert maintenance.execute(ask).fetchone() == (0,)


def test_a_case_goes_out_for_its_own_purpose_alone() -> None:
    """A list of severe nuisance is not taken out to evict somebody for debts."""
    told("execution")
    client = signed_in("landlord")
    answer = taken(client, purpose="prevent_eviction")
    assert answer.status_code == 409
    assert "Niet alle casussen in deze lijst mag u voor dit doel gebruiken" in (
        answer.content.decode()
    )
    assert taken(client).status_code == 200
    asked = client.get(PATH).content.decode()
    assert 'value="counter_nuisance"' in asked
    assert 'value="prevent_eviction"' not in asked


def test_a_list_for_which_no_one_purpose_fits_says_how_to_part_it() -> None:
    told("execution")
    told("considered", Words(replace(HOUSE, number="114")))
    asked = signed_in("landlord").get(PATH).content.decode()
    assert "Er is geen doel waarvoor u al deze casussen mag gebruiken." in asked
    assert 'name="purpose"' not in asked


def test_everything_in_a_line_must_be_for_the_purpose() -> None:
    """That a case is there may be known for one purpose, and where for another alone."""
    process, dwelling = (
        Given("x", "plan", "team", "see", thing, "", "§4", purpose)
        for thing, purpose in (("process", "help"), ("dwelling", "watch"))
    )
    also = replace(process, purpose="watch")
    line = replace(LINE, given=(process, dwelling))
    assert [line.told_for(each) for each in ("help", "watch", "other")] == [[], [], []]
    line = replace(LINE, given=(process, dwelling, also, replace(also, thing="outcome")))
    assert line.told_for("watch") == [dwelling, also]
    assert line.told_for("help") == []
    assert line.told_for("watch", "outcome") == [dwelling, also, replace(also, thing="outcome")]
    known = replace(LINE, given=(process,))
    assert known.told_for("help") == [process]


def test_more_than_five_hundred_do_not_go_out(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    multiply(maintenance, story.reference, MOST)
    client = signed_in("landlord")
    words = f"Deze lijst heeft meer dan {MOST} casussen. Maak de lijst kleiner met een filter."
    shown = client.get(PATH).content.decode()
    assert words in shown
    assert "<button" not in shown.split("<main")[1]
    answer = taken(client)
    assert (answer.status_code, words in answer.content.decode()) == (409, True)
    assert taken(client, "?termijn=te-laat").status_code == 200


def test_who_does_not_account_for_figures_takes_nothing_out(
    maintenance: "psycopg.Connection",
) -> None:
    """The police takes part in the case; the volunteer could be in one.  Both are told nothing."""
    told("execution")
    for who, shown in (("police", True), ("mediator", False), ("debt_adviser", False)):
        client = signed_in(who)
        page = client.get("/casussen/").content.decode()
        assert (who, "/casussen/2" in page, PATH in page) == (who, shown, False)
        assert (who, client.get(PATH).status_code, taken(client).status_code) == (who, 404, 404)
    assert PATH in signed_in("manager").get("/casussen/").content.decode()
    ask = "select action, count(*) from records_reading where action ~ 'export' group by 1"
    assert maintenance.execute(ask).fetchall() == []
    ask = "select count(*) from records_reading where action = 'refused:case-list-excel'"
    assert maintenance.execute(ask).fetchone() == (6,)


def test_a_day_has_an_end_for_each_account(
    maintenance: "psycopg.Connection", administrator: "psycopg.Connection"
) -> None:
    story = told("execution")
    multiply(maintenance, story.reference, MOST - 2)
    client = signed_in("landlord")
    for _ in range(MOST_A_DAY // MOST):
        assert taken(client).status_code == 200
    words = "ten hoogste 1000 casussen. Vandaag kunnen er nog 2 bij."
    for answer in (client.get(PATH), taken(client)):
        assert words in answer.content.decode()
    maintenance.execute("update records_case set stage = 'plan' where reference ~ '-ZZ$'")
    one = "?fase=execution&aanpak=severe_nuisance"
    assert [taken(client, one).status_code for _ in range(3)] == [200, 200, 409]
    words = "ten hoogste 1000 casussen. Vandaag is dat aantal bereikt."
    for answer in (client.get(PATH), taken(client), taken(client, one)):
        assert words in answer.content.decode()
    assert answer.status_code == 409
    assert taken(signed_in("manager")).status_code == 200
    with administrator.transaction():
        administrator.execute("set local session_replication_role = replica")
        administrator.execute("update records_reading set at = at - interval '1 day'")
    assert taken(client).status_code == 200


def test_two_at_once_do_not_go_past_the_end_of_a_day(maintenance: "psycopg.Connection") -> None:
    """Whoever asks while another file of theirs is being made, waits, and is told to ask again."""
    told("execution")
    client = signed_in("landlord")
    with maintenance.transaction():
        account = "(select id from records_account where name = %s)"
        lock = f"select pg_advisory_xact_lock(hashtextextended('export ' || {account}, 0))"
        maintenance.execute(lock.encode(), [actor("landlord").name])
        answer = taken(client)
    assert (answer.status_code, "Probeer het opnieuw" in answer.content.decode()) == (409, True)
    assert taken(client).status_code == 200


def test_it_costs_the_same_with_one_and_with_many(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    client = signed_in("landlord")
    few = cost(client, PATH)
    multiply(maintenance, story.reference, 400)
    assert cost(client, PATH) == few <= MOST_QUERIES


def test_the_file_is_made_by_the_same_few_questions(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    client = signed_in("landlord")
    counted = []
    for more in (0, 0, 400):  # the first fills what is asked once
        multiply(maintenance, story.reference, more)
        with CaptureQueriesContext(connection) as asked:
            assert taken(client).status_code == 200
        counted.append(len(asked.captured_queries))
    assert counted[1] == counted[2] <= MOST_QUERIES


# Not the product's own list, which could lack one.
SIGNS = ("=", "+", "-", "@", "\t", "\r")


def test_what_a_program_could_take_for_a_formula_is_text() -> None:
    texts = [f"{sign}cmd|' /C calc'!A0" for sign in SIGNS]
    cells: list[str | int] = [*texts, "Lindeplein 112", 7, "1 = 1"]
    made = workbook([Sheet("x", (10,), [cells], footer="A & B")], made=date(2026, 3, 2))
    written = [str(each).replace("_x000D_", "\r") for each in read(made)["x"][0]]
    assert written == [*texts, "Lindeplein 112", "7.0", "1 = 1"]
    assert quoted(made) == ["A1", "B1", "C1", "D1", "E1", "F1"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_street_that_looks_like_a_formula_goes_out_as_text(
    sign: str, maintenance: "psycopg.Connection"
) -> None:
    told("execution")
    street = f"{sign}HYPERLINK(1)"
    maintenance.execute("update records_case set address = %s", [street])
    content = taken(signed_in("landlord")).content
    assert str(read(content)[CASES][1][3]).replace("_x000D_", "\r") == street
    assert quoted(content) == ["D2"]
