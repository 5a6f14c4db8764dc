# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proof proves itself: a defect in a copy of the agreement is named by it."""

from tests.access.planting import mislabelled as put
from tests.access.planting import planted, with_more, without
from tests.access.standings import AGREEMENT
from tests.access.test_policy_is_the_oracle import disagreements, mislabelled
from woonvrede.access.given import SEE

EW = "severe_nuisance"


def test_one_grant_removed_is_named() -> None:
    with planted(EW, without("social_team", "care")):
        found = disagreements(EW, SEE)
    assert len(found) == 4
    assert all("product refuses social_team (invited) see care in" in words for words in found)


def test_one_grant_added_is_named() -> None:
    with planted(EW, with_more("police", "care")):
        found = disagreements(EW, SEE)
    assert len(found) == 4
    assert all("product gives police see care in" in words for words in found)


def test_a_right_to_own_rows_made_a_right_to_all_is_named() -> None:
    with planted(EW, with_more("landlord", "complainant")):
        found = disagreements(EW, SEE)
    assert any("product gives landlord (others) see complainant" in words for words in found)


def test_one_category_mislabelled_is_named() -> None:
    with planted(EW, put("care_availability", "approach")):
        found = mislabelled(AGREEMENT)
    assert found == [
        "fact care_availability of severe_nuisance: product says approach, sources say care"
    ]


def test_nothing_of_the_defects_remains() -> None:
    assert disagreements(EW, SEE) == []
    assert mislabelled(AGREEMENT) == []
