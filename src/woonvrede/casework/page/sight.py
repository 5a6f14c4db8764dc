# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who will see what somebody is about to write: in words, before it is written."""

from collections import defaultdict

from ...agreement.book import Carry, Move
from ...agreement.vocabulary import PROCESS, RUNNING
from .view import View

LIMITS = {"own": "alleen wat zij zelf inbrengen", "recipient": "alleen als ontvanger"}


def seen_by(view: View, category: str, stage: str = "") -> tuple[str, ...]:
    """
    Return who may see a category in a stage (this one, if none is given), as the agreement says:
    each role that plays a part here, and then each that would see it if it took part.
    """
    limits = _limits(view, category, stage or view.case.stage)
    later = set(limits) - _present(view)
    return seen_now(view, category, stage) + tuple(
        _in_words(view, role, ["als die meedoet", *limits[role]]) for role in _in_order(view, later)
    )


def seen_now(view: View, category: str, stage: str = "") -> tuple[str, ...]:
    """Return who of those that take part now may see a category."""
    limits = _limits(view, category, stage or view.case.stage)
    present = _in_order(view, set(limits) & _present(view))
    return tuple(_in_words(view, role, limits[role]) for role in present)


def changes(view: View, move: Move) -> tuple[str, ...]:
    """Return, per role, what it comes to see and what no longer when this step is taken."""
    found = []
    for role in _in_order(view, _present_after(view, move)):
        now = sight(view, role, view.case.stage) if role in _present(view) else {}
        then = sight(view, role, move.to or view.case.stage)
        gone = {category: label for category, label in now.items() if category not in then}
        more = [label for category, label in then.items() if now.get(category) != label]
        who = _in_words(view, role, [])
        if more:
            found.append(f"{who} ziet dan{' ook' if now else ''}: {', '.join(more)}.")
        if gone and then:
            found.append(f"{who} ziet dan niet meer: {', '.join(gone.values())}.")
        if gone and not then:
            found.append(f"{who} ziet de casus dan niet meer.")
    return tuple(found)


def carried(view: View, move: Move) -> tuple[str, ...]:
    """
    Return, of a step that opens another case, what that one gets and who sees it there: as the
    agreement says it, for this reader may not know what of that was filled in.
    """
    carry = _carry(view, move)
    if carry is None:
        return ()
    to = view.agreement.interventions[carry.to]
    facts = [f"“{fact.label}”" for fact in to.facts if fact.key in carry.facts]
    if move.effect == "open_beside":
        facts += [f"“{fact.label}”: ja" for fact in to.facts if fact.key == RUNNING]
    persons = [view.label("person_roles", key) for key in carry.persons]
    seeing = {g.role for g in to.grants if to.start in g.stages and PROCESS in g.see}
    roles = [view.label("roles", role) for role in _in_order(view, seeing)]
    return (
        f"De nieuwe casus krijgt hieruit, als het is ingevuld: {', '.join([*facts, *persons])}.",
        f"Wie die casus vanaf het begin ziet: {', '.join(roles)}.",
    )


def told(view: View, move: Move) -> tuple[str, ...]:
    """Return who sees in the timeline that this step was taken."""
    beside = _carry(view, move) if move.effect == "open_beside" else None
    category = beside.tells if beside else PROCESS
    limits = _limits(view, category, move.to or view.case.stage)
    seeing = set(limits) & _present_after(view, move)
    return tuple(_in_words(view, role, limits[role]) for role in _in_order(view, seeing))


def _carry(view: View, move: Move) -> Carry | None:
    """Return what a step that opens another case lets go along."""
    carries = view.intervention.carries
    if move.effect == "open_beside":
        return next(each for each in carries if each.tells and each.to == move.opens)
    if move.effect == "accept_hand_over" and view.around["handover"]:
        to = view.around["handover"][-1]["to"]
        return next(each for each in carries if each.asks and each.to == to)
    return None


def sight(view: View, role: str, stage: str) -> dict[str, str]:
    """Return the categories that a role sees in a stage, each in words with what limits that."""
    found = {}
    for category, label in view.agreement.labels["categories"].items():
        limits = _limits(view, category, stage).get(role)
        if limits is not None:
            found[category] = f"{label} ({', '.join(limits)})" if limits else label
    return found


def _present_after(view: View, move: Move) -> set[str]:
    """Return the roles that play a part once a step was taken: it may let one in."""
    return _present(view) | ({move.role} if move.role else set())


def _limits(view: View, category: str, stage: str) -> dict[str, list[str]]:
    """Return the roles that see a category, each with what limits that sight."""
    found: dict[str, set[str]] = defaultdict(set)
    for grant in view.intervention.grants:
        if category in grant.see and stage in grant.stages:
            found[grant.role].add(grant.only)
    return {
        role: [] if "" in only else [LIMITS[each] for each in sorted(only)]
        for role, only in found.items()
    }


def _present(view: View) -> set[str]:
    return {seat.role for seat in view.current}


def _in_order(view: View, roles: set[str]) -> list[str]:
    return [role.key for role in view.agreement.roles if role.key in roles]


def _in_words(view: View, role: str, notes: list[str]) -> str:
    """Name a role, and the party where the agreement leaves open which."""
    agreed = view.agreement.role(role)
    parties = {seat.party.label for seat in view.current if seat.role == role}
    told = sorted(parties) if len(agreed.parties) > 1 else []
    words = ", ".join([*told, *notes])
    return f"{agreed.label} ({words})" if words else agreed.label
