# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede report``: the same numbers, for machines and for whoever sends them in."""

import json

import psycopg
import pytest
from django.utils.timezone import localdate
from tests.support.world import command
from tests.world import told

from woonvrede.insight.period import begun

pytestmark = pytest.mark.usefixtures("people")

ASK = ("report", "--party", "u_centraal", "--period", "2026-H1")


def test_json_tells_party_period_agreement_and_every_indicator(
    maintenance: "psycopg.Connection",
) -> None:
    told("closed")
    done = command(*ASK, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    told_to = json.loads(done.stdout)
    assert list(told_to) == ["party", "period", "agreement", "indicators"]
    assert [told_to[name] for name in ("party", "period", "agreement")] == [
        "u_centraal",
        "2026-H1",
        "utrecht-2019",
    ]
    found = {each["id"]: each for each in told_to["indicators"]}
    assert [name for name in found if name.startswith("EW")] == [f"EW-{n}" for n in range(1, 7)]
    assert found["EW-1"] == {
        "id": "EW-1",
        "intervention": "severe_nuisance",
        "label": "Totaal aantal meldingen",
        "value": 1,
        "parts": [],
    }
    assert found["EW-6"]["parts"] == [
        {"key": "last_chance", "label": "Laatste Kans Beleid", "value": 1}
    ]
    assert maintenance.execute(
        "select system, action, account, case_ids from records_reading where system = 'report'"
    ).fetchall() == [("report", "figures:u_centraal:2026-H1", None, [])]


def test_a_table_tells_the_same_and_faults_go_elsewhere() -> None:
    """A report that nobody decided on is said beside the figures, not among them."""
    told("reported")
    done = command(*ASK)
    assert done.returncode == 0
    assert "EW-1  Totaal aantal meldingen" in done.stdout
    _, *rows = done.stdout.splitlines()
    assert len({len(row) for row in rows}) == 1
    assert "1 reports received since 2026-01-01 wait" in done.stderr


def test_long_names_of_figures_stay_in_their_column() -> None:
    done = command("report", "--party", "voorbeeldstad", "--period", "2026-K1")
    _, *rows = done.stdout.splitlines()
    assert any(row.startswith("AO-niet-gelukt  Niet gelukte") for row in rows)
    assert len({len(row) for row in rows}) == 1


def test_who_asks_for_a_wrong_period_is_told_which_there_are() -> None:
    done = command("report", "--party", "woonbelang", "--period", "2026-H2")
    assert (done.returncode, done.stdout) == (1, "")
    quarters = [each.name for each in begun(localdate(), months=3)]
    said = f"voorbeeldstad reports every 3 months, this year {', '.join(quarters)}."
    assert said in done.stderr


def test_the_party_says_which_agreement_and_so_which_periods() -> None:
    done = command("report", "--party", "woonbelang", "--period", "2026-K1", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    told_to = json.loads(done.stdout)
    assert (told_to["agreement"], told_to["period"]) == ("voorbeeldstad-2026", "2026-K1")
    assert {each["id"]: each["value"] for each in told_to["indicators"]} == {
        "NS-gevraagd": 0,
        "NS-gelukt": 0,
    }


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--party", "politie", "--period", "2026-H1"), 1, "politie reports nothing"),
        (("--party", "nonsense", "--period", "2026-H1"), 1, "nonsense takes part in no agreement"),
        (("--party", "u_centraal", "--period", "2026-H3"), 1, "no period 2026-H3"),
        (("--party", "u_centraal", "--period", "2999-H1"), 1, "no period 2999-H1"),
        (("--party", "u_centraal", "--period", "2026-K1"), 1, "no period 2026-K1"),
        (("--party", "woonbelang", "--period", "2026-H1"), 1, "no period 2026-H1"),
        (
            ("--party", "woonbelang", "--period", "2026-K1", "--partnership", "utrecht"),
            1,
            "woonbelang takes no part in utrecht",
        ),
        (("--party", "u_centraal"), 2, "--period"),
        (("--party", "u_centraal", "--period", "2026-H1", "--format", "xml"), 2, "xml"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(
    words: tuple[str, ...], code: int, why: str
) -> None:
    done = command("report", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert why in done.stderr
