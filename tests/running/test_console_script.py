# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The console script: help everywhere, faults on standard error, exit codes 0, 1 and 2."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agreement.breaking import BREAKS, REPAIR, VISIT, broken
from tests.support import checkout, world
from tests.support.leaves import leaves
from woonvrede.agreement.check import check
from woonvrede.jobs import commands
from woonvrede.jobs.commands.demo import told as told_of
from woonvrede.running.places import CHECKOUT


def test_the_commands_are_those_that_were_promised() -> None:
    assert {" ".join(words) for words in leaves(commands.parser())} == {
        "account invite",
        "account reset-factors",
        "agreement check",
        "agreement draw",
        "agreement migrate",
        "agreement publish",
        "agreement rights",
        "demo",
        "demo-data",
        "import-reports",
        "migrate",
        "report",
        "roles",
        "serve",
        "verify-log",
        "worker",
    }


@pytest.mark.parametrize("words", leaves(commands.parser()), ids=" ".join)
def test_every_command_explains_itself(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.parser().parse_args([*words, "--help"])
    assert ended.value.code == 0
    assert f"usage: woonvrede {' '.join(words)}" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["sing"], ["agreement"], ["agreement", "check"]])
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    done = checkout.woonvrede(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: woonvrede" in done.stderr


def test_a_sound_agreement_passes_the_check() -> None:
    done = checkout.woonvrede("agreement", "check", str(CHECKOUT / "agreements" / "utrecht-2019"))
    assert (done.returncode, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    assert first.endswith("utrecht-2019: geen fouten")
    assert rest
    assert all(line.endswith(" toestanden)") for line in rest)
    assert all(line.startswith("bewezen: ") for line in rest)


def test_an_agreement_without_promises_is_told_to_prove_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "utrecht-2019"
    shutil.copytree(CHECKOUT / "agreements" / "utrecht-2019", folder)
    shared = folder / "agreement.toml"
    head, rest = shared.read_text(encoding="utf-8").split("promises = [\n")
    shared.write_text(head + rest.partition("\n]\n")[2], encoding="utf-8")
    done = checkout.woonvrede("agreement", "check", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1:] == ["geen beloften: er is niets bewezen"]


def test_a_broken_agreement_has_all_its_faults_told_at_once(tmp_path: Path) -> None:
    """Each on a line of its own on standard error, with file, entry and what to do."""
    breaks = list(BREAKS.values())
    chosen = [next(each for each in breaks if each.file == file) for file in (VISIT, REPAIR)]
    folder = broken(tmp_path, *chosen)
    done = checkout.woonvrede("agreement", "check", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.splitlines()
    assert [line for line in told if line.startswith("interventions/")] == [
        str(fault) for fault in check(folder)
    ]
    for each in chosen:
        assert any(
            line.startswith(f"{each.file}, ") and f", {each.fault.entry}: " in line for line in told
        )


def test_what_waits_for_a_fault_is_said_in_a_line(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["a start that is no stage"])
    done = checkout.woonvrede("agreement", "check", str(folder))
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == [
        f"{VISIT}, kop",
        "De controle kijkt verder als dit is verbeterd",
    ]


def test_a_port_that_is_none_is_refused_in_one_line() -> None:
    done = world.command("serve", "--port", "99999")
    assert (done.returncode, done.stdout) == (1, "")
    assert "--port 99999 is not a port" in checkout.only_line(done)


def test_whoever_has_read_enough_gets_no_fault() -> None:
    """As ``head`` does: it closes what the command still writes to."""
    read, write = os.pipe()
    os.close(read)
    folder = CHECKOUT / "agreements" / "utrecht-2019"
    done = subprocess.run(
        [sys.executable, "-m", "woonvrede.cli", "agreement", "check", str(folder)],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("command", ["check", "publish"])
def test_an_agreement_that_is_not_there_is_named_by_its_path(command: str, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        done = world.command("agreement", command, str(folder))
        assert (done.returncode, done.stdout) == (1, "")
        assert checkout.only_line(done) == (
            f"woonvrede: There is no agreement in {folder}: name a folder that has agreement.toml."
        )


def test_a_sound_agreement_beside_a_broken_one_is_refused_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = shutil.copytree(CHECKOUT / "agreements" / "voorbeeldstad-2026", tmp_path / "sound")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "agreement.toml").write_text("key = ")
    monkeypatch.setenv("WOONVREDE_AGREEMENTS", str(tmp_path))
    done = world.command("agreement", "publish", str(sound))
    assert checkout.only_line(done) == (
        "woonvrede: An agreement is not sound: run woonvrede agreement check."
    )


@pytest.mark.parametrize("file", ["text.toml", "agreement.toml"])
def test_brackets_within_brackets_are_no_agreement(file: str, tmp_path: Path) -> None:
    folder = shutil.copytree(CHECKOUT / "agreements" / "voorbeeldstad-2026", tmp_path / "deep")
    (folder / file).write_text("a = " + "[" * 9000 + "]" * 9000)
    done = world.command("agreement", "check", str(folder))
    assert done.returncode == 1
    assert file in done.stderr.splitlines()[0]
    assert "te diep in elkaar" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("ended", "sentence"),
    [(0, "No demo was running."), (1, "1 demo has ended."), (2, "2 demos have ended.")],
)
def test_how_many_demos_ended_is_a_sentence(ended: int, sentence: str) -> None:
    assert told_of(ended) == sentence


def test_an_invitation_for_a_party_that_is_not_there_is_refused() -> None:
    words = ["--name", "Bo Niemand", "--party", "niemand", "--function", "coordinator"]
    done = world.command("account", "invite", "bo@voorbeeld.invalid", *words)
    assert done.returncode == 1
    assert done.stderr.strip() == "woonvrede: Er is geen partij met de naam niemand."
