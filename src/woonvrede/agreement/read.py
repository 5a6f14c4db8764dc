# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a folder of TOML to an agreement, or to everything that stands in the way."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .book import Agreement, Intervention, Text
from .fault import Fault, Unreadable
from .paper import LETTERS, TEXTS, Written, templates
from .places import HEAD, SHARED, TEXT
from .schema import faults_of, readable_part
from .sources import missing_sources

M = TypeVar("M", bound=BaseModel)

# Words of an agreement that stand in files of their own, and which.
ELSEWHERE = {
    "interventions": "Elke aanpak is een eigen bestand in de map interventions.",
    "text": f"De alinea's staan in het bestand {TEXT}.",
    "paper": f"De brieven staan in de map {LETTERS}.",
}


@dataclass(frozen=True)
class Loaded:
    """
    What could be read of a folder: without the words that could not, or no ``agreement`` at all
    when its shared file is no TOML.
    """

    agreement: Agreement | None
    interventions: tuple[str, ...]
    faults: tuple[Fault, ...]


def read(folder: Path) -> Agreement:
    """
    Read an agreement.

    :raises Unreadable: with all faults, if a file breaks the language or an entry has no source
    """
    loaded = load(folder)
    if loaded.agreement is None or loaded.faults:
        raise Unreadable(loaded.faults)
    if missing := tuple(missing_sources(loaded.agreement)):
        raise Unreadable(missing)
    return loaded.agreement


def load(folder: Path) -> Loaded:
    """Read as much of a folder as can be read, so that everything wrong is told at once."""
    faults: list[Fault] = []
    found = sorted((folder / "interventions").glob("*.toml"))
    written = _written(folder, faults)
    readable = {}
    for path in found:
        intervention = _intervention(folder, path, written, faults)
        if intervention is not None:
            readable[intervention.key] = intervention
    agreement = _agreement(folder, readable, written, faults)
    if agreement is not None and len(readable) == len(found):
        faults.extend(written.left_over(agreement))
    return Loaded(agreement, tuple(path.stem for path in found), tuple(faults))


def _intervention(
    folder: Path, path: Path, written: Written, faults: list[Fault]
) -> Intervention | None:
    file = path.relative_to(folder).as_posix()
    raw = _toml(path, file, faults)
    if raw is None:
        return None
    if "key" in raw:
        faults.append(
            Fault(file, HEAD, "unreadable", "“key” hoort hier niet.", "De bestandsnaam is de naam.")
        )
    faults.extend(written.put_into(raw, file))
    return _model(Intervention, {**raw, "key": path.stem}, file, faults)


def _agreement(
    folder: Path, readable: dict[str, Intervention], written: Written, faults: list[Fault]
) -> Agreement | None:
    raw = _toml(folder / SHARED, SHARED, faults)
    if raw is None:
        return None
    for word, remedy in ELSEWHERE.items():
        if raw.pop(word, None) is not None:
            problem = f"“{word}” hoort hier niet."
            faults.append(Fault(SHARED, HEAD, "unreadable", problem, remedy))
    shared = raw.get("everywhere")
    if isinstance(shared, dict):
        faults.extend(written.put_into(shared, SHARED))
    apart = {"text": _text(folder, faults), "paper": written.paper}
    whole = {**raw, **apart, "interventions": readable}
    found = _model(Agreement, whole, SHARED, faults)
    if found is None or found.everywhere is None:
        return found
    spread = {key: found.everywhere.added_to(each) for key, each in readable.items()}
    return found.model_copy(update={"interventions": spread})


def _text(folder: Path, faults: list[Fault]) -> Text | None:
    """Read the paragraphs; an agreement may be without."""
    path = folder / TEXT
    raw = _toml(path, TEXT, faults) if path.exists() else None
    return None if raw is None else _model(Text, raw, TEXT, faults)


def _written(folder: Path, faults: list[Fault]) -> Written:
    """Read the letters; an agreement may be without."""
    sheet, layouts = templates(folder)
    path = folder / TEXTS
    texts = _toml(path, TEXTS, faults) if path.exists() else None
    return Written(sheet, layouts, texts or {})


def _toml(path: Path, file: str, faults: list[Fault]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        problem, remedy = "Dit bestand is niet te openen.", "Maak het aan, of wijs een andere map."
    except UnicodeDecodeError:
        problem, remedy = "Dit bestand is geen UTF-8.", "Sla het op als UTF-8."
    except tomllib.TOMLDecodeError as error:
        problem, remedy = f"{_line(error)} is geen TOML.", "Kijk naar haakjes en aanhalingstekens."
    except RecursionError:
        problem, remedy = "De haakjes staan te diep in elkaar.", "Kijk naar de haakjes."
    faults.append(Fault(file, HEAD, "unreadable", problem, remedy))
    return None


def _line(error: tomllib.TOMLDecodeError) -> str:
    found = re.search(r"line (\d+)", str(error))
    return f"Regel {found[1]}" if found else "Het einde van dit bestand"


def _model(kind: type[M], raw: dict[str, Any], file: str, faults: list[Fault]) -> M | None:
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        faults.extend(faults_of(error, raw, file))
        return readable_part(kind, raw)
