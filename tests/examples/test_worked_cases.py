# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every worked case comes out as it says, and no longer once the rule that it names is gone."""

from pathlib import Path

import pytest

from tests.examples.change import changed_copy
from tests.examples.perform import Otherwise, perform
from tests.examples.read import all_examples, read_examples
from tests.examples.standing import standing_on
from tests.examples.words import Example, Rule
from woonvrede.access.publish import stale
from woonvrede.running import places

UTRECHT = places.agreements() / "utrecht-2019"
EXAMPLES = list(all_examples())
NAMED = [pytest.param(*each, id=each[1].key) for each in EXAMPLES]
RULED = [pytest.param(*each, id=each[1].key) for each in EXAMPLES if each[1].rule]

pytestmark = pytest.mark.usefixtures("fresh_world")


@pytest.mark.parametrize(("agreement", "example"), NAMED)
def test_it_comes_out_as_it_says(agreement: str, example: Example) -> None:
    perform(example, places.agreements() / agreement)


@pytest.mark.parametrize(("agreement", "example"), RULED)
def test_without_its_rule_it_does_not(agreement: str, example: Example, tmp_path: Path) -> None:
    folder = places.agreements() / agreement
    assert example.rule
    changed = changed_copy(folder, example.rule, tmp_path)
    with standing_on(changed, folder), pytest.raises(Otherwise) as found:
        perform(example, changed)
    assert is_about(example.rule, found.value), found.value
    assert stale() == []


def is_about(rule: Rule, found: Otherwise) -> bool:
    """Is it otherwise where the case expects something, or refused as the rule says it would be?"""
    if found.moment.expects is not None or found.moment.refused is not None:
        return rule.refused is None
    return rule.refused is not None and rule.refused in found.told


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ('{ as = "lead", does = "look", lead = "portaal" }', "leads"),
        ('{ as = "lead", does = "look", absent = true }', "knows of the case"),
        ('{ as = "police", does = "look", sees = ["process"] }', "knows of no case"),
        ('{ as = "lead", does = "look", outcome = "successful" }', "finds outcome"),
        ('{ as = "lead", does = "step", step = "ask_permission", refused = "x" }', "not refused"),
        ('{ as = "lead", does = "step", step = "reject" }', "was refused: Niet alles"),
        ('{ as = "lead", does = "step", step = "reject", refused = "x" }', "was refused: Niet"),
    ],
)
def test_whatever_is_otherwise_is_told(steps: str, told: str, tmp_path: Path) -> None:
    text = (UTRECHT / "examples/severe_nuisance.toml").read_text(encoding="utf-8")
    file = tmp_path / "some.toml"
    file.write_text(f'{text}\n[[examples]]\nkey = "k"\nafter = "screening"\nsteps = [{steps}]\n')
    with pytest.raises(Otherwise, match=f"k, step 3: .*{told}"):
        perform(read_examples(file, UTRECHT)[-1], UTRECHT)
