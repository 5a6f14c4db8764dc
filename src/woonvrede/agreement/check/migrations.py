# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running cases come from stages that there were to stages that there are."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from ..book import Agreement, Intervention, Migration, Passage
from ..fault import Fault
from ..moving.jumping import jumps
from ..places import SHARED, Place, named, places
from ..read import load
from .naming.names import unknown


def migrations(agreement: Agreement, folder: Path) -> Iterator[Fault]:
    """
    Find migrations to stages that are not there or are the last, and to what a case reaches by a
    step alone: another intervention, or a stage further on.  Where the folder of the former version
    lies beside this one, find also what has no place to come to.
    """
    for place in places(agreement):
        if not isinstance(place.of, Migration):
            continue
        if [each.former for each in agreement.migrations].count(place.of.former) > 1:
            yield place.fault(
                "duplicate_key", "Deze versie staat er twee keer.", "Haal er één weg."
            )
        former = _beside(folder, place.of.former)
        yield from _of_one(place, place.of, agreement, former)


def _of_one(
    place: Place, migration: Migration, agreement: Agreement, former: Agreement | None
) -> Iterator[Fault]:
    if migration.former == agreement.key:
        yield unknown(place, "former", migration.former)
        return
    if former is not None and former.partnership != agreement.partnership:
        yield place.fault(
            "unknown_name",
            f"“{former.key}” is van een andere samenwerking.",
            "Noem een vorige versie van deze overeenkomst.",
        )
        return
    for number, passage in enumerate(migration.interventions, start=1):
        name = f"{place.entry}.{named('interventions', number, passage)}"
        here = Place(place.file, name, passage, None, place.depth + 1)
        arrived = agreement.interventions.get(passage.to or passage.intervention)
        if arrived is None:
            yield unknown(here, "to", passage.to or passage.intervention)
            continue
        left = former.interventions.get(passage.intervention) if former else None
        yield from _arriving(here, passage, left, arrived)
        yield from _elsewhere(here, passage, former or agreement, arrived)
        if former is not None:
            yield from _leaving(here, passage, former, arrived)
    if former is not None:
        yield from _unnamed(place, migration, agreement, former)


def _arriving(
    here: Place, passage: Passage, left: Intervention | None, arrived: Intervention
) -> Iterator[Fault]:
    final = {stage.key: stage.final for stage in arrived.stages}
    for stage, to in passage.stages.items():
        if to not in final:
            yield unknown(here, "stages", to)
        elif final[to]:
            yield here.fault(
                "moved_to_end",
                f"“{to}” is een laatste fase: een casus sluit alleen door een stap.",
                "Kies een fase waarin de casus verder kan.",
            )
        elif jumps(left, arrived, stage, to, passage.stages):
            yield here.fault(
                "moved_ahead",
                f"Van “{stage}” komt een casus alleen door een stap in “{to}”.",
                "Kies een fase waarin zo'n casus zeker al was, of de eerste.",
            )


def _elsewhere(
    here: Place, passage: Passage, former: Agreement, arrived: Intervention
) -> Iterator[Fault]:
    """
    Find a passage to what is no other name of the same, but another way of working: its file goes
    along whole, past everything that the steps and ``carries`` between the two keep.  Of a former
    version that is not beside this one, what has the same name here tells what it was.
    """
    left = former.interventions.get(passage.intervention)
    if left is None or not passage.to:
        return
    if left.purpose != arrived.purpose:
        yield here.fault(
            "moved_elsewhere",
            f"“{arrived.key}” heeft een ander doel dan “{left.key}”.",
            "Haal deze overgang weg, of noem een aanpak met hetzelfde doel.",
        )
    for tenure in left.tenures:
        if tenure not in arrived.tenures:
            yield here.fault(
                "moved_elsewhere",
                f"“{arrived.key}” geldt niet voor een woning met “{tenure}”, “{left.key}” wel.",
                "Haal deze overgang weg, of noem een aanpak voor dezelfde woningen.",
            )


def _leaving(
    here: Place, passage: Passage, former: Agreement, arrived: Intervention
) -> Iterator[Fault]:
    left = former.interventions.get(passage.intervention)
    if left is None:
        yield unknown(here, "intervention", passage.intervention)
        return
    for stage in passage.stages.keys() - {each.key for each in left.stages}:
        yield unknown(here, "stages", stage)
    yield from _homeless(here, left, arrived, passage)


def _unnamed(
    place: Place, migration: Migration, agreement: Agreement, former: Agreement
) -> Iterator[Fault]:
    """Find stages without a place in interventions that keep their name without being named."""
    passing = {passage.intervention for passage in migration.interventions}
    for key, left in former.interventions.items():
        if key not in passing and key in agreement.interventions:
            nothing = Passage(intervention=key)
            yield from _homeless(place, left, agreement.interventions[key], nothing)


def _homeless(
    here: Place, left: Intervention, arrived: Intervention, passage: Passage
) -> Iterator[Fault]:
    """Find stages in which a case can be running, and that neither keep their name nor get one."""
    there = {stage.key for stage in arrived.stages}
    for stage in left.stages:
        if not stage.final and stage.key not in passage.stages and stage.key not in there:
            yield here.fault(
                "unknown_name",
                f"De fase “{stage.key}” van “{left.key}” is er niet meer.",
                "Noem bij “stages” in welke fase zo'n casus komt.",
            )


def _beside(folder: Path, key: str) -> Agreement | None:
    """Return the agreement with this key from a folder beside this one, if it can be read."""
    for path in sorted(folder.resolve().parent.glob(f"*/{SHARED}")):
        if path.parent != folder.resolve() and _key_in(path) == key:
            return load(path.parent).agreement
    return None


def _key_in(path: Path) -> str:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("key")
    except (OSError, ValueError, RecursionError):
        return ""
    return str(found)
