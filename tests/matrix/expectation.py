# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each persona may get to know in a world, by the oracle alone."""

from collections.abc import Iterator

from tests.matrix.canaries import NEVER, REASON, Canary
from tests.matrix.telling import PARTIES
from tests.matrix.worlds import WAITS_FOR, Known, World
from tests.oracle.read_oracle import (
    Decision,
    InvitationCell,
    LetterCell,
    MoveCell,
    ReportCell,
    ReportDecision,
    cells,
    decide,
    invitations,
    letters,
    moves,
    reports,
)
from tests.oracle.vocabulary import STAGES

# While its party is a guest, nobody of it is a former participant (the oracle's README).
FORMER = "former_participant"


class Sources:
    """The oracle, asked for one persona in one world."""

    def __init__(self, persona: str, world: World) -> None:
        self.persona, self.world = persona, world
        self.party = PARTIES.get(persona, "")

    def case(
        self, known: Known, category: str, *, own: bool = False, recipient: bool = False
    ) -> Decision:
        """Return what the sources say of one category of a case."""
        holding = {
            name
            for name, holds in (
                ("invited", self.party in known.parties),
                ("own", own),
                ("recipient", recipient),
            )
            if holds
        }
        former = self.persona == FORMER and self.party in known.parties
        who = "care" if former else self.persona
        question = (who, known.intervention, known.stage, category)
        return decide(cells(known.intervention), question, holding=holding)

    def knows(self, known: Known) -> bool:
        """May this persona know of the case at all?"""
        return self.case(known, "process").sees

    def in_case(self, canary: Canary, known: Known) -> bool:
        """May this persona see a canary of a case, or of its report, on the case's own pages?"""
        if canary.what in ("task", "finished task") and self.knows(known):
            return self.party == canary.party or self.case(known, canary.category).sees
        if canary.category in (NEVER, REASON):
            return False
        own, recipient = canary.party == self.party, self.party in canary.recipients
        return self.case(known, canary.category, own=own, recipient=recipient).sees

    def in_report(self, category: str, reference: str) -> bool:
        """May this persona see a part of a report, apart from any case?"""
        own = self.party == self.world.reports[reference]
        if category == NEVER:
            return False
        if category == REASON:
            # Who reported hears of a mediation whether it is handled and how it ended (§1.1, 8).
            kept = own and self.world.route(reference) == "neighbour_mediation"
            said = self._said("report", reference)
            return said.sees and (said.triages or not kept)
        if category != "resident":
            return self._said(category, reference).sees
        if own or not self.triages(reference):
            return own and self._said("report", reference).sees
        # Who judges sees of people what the lead of the case would see of it at its start.
        route = self.world.route(reference)
        question = (self.persona, route, STAGES[route][0], "resident")
        return decide(cells(route), question).sees

    def reports_itself(self) -> bool:
        """May this persona make reports?  Whoever may know of one of its own party may."""
        return reports()[ReportCell(self.persona, WAITS_FOR, "report", "own", "waiting")].sees

    def triages(self, reference: str) -> bool:
        """May this persona decide on a report?"""
        return self._said("report", reference).triages

    def anywhere(self, canary: Canary) -> bool:
        """May this persona know this canary at all, on whatever page?"""
        if canary.of.startswith("book "):
            return self._word_of_the_book(canary)
        about = self.world.about(canary.of)
        return any(self.in_case(canary, known) for known in about) or self._by_report(canary)

    def _by_report(self, canary: Canary) -> bool:
        """A report tells of itself, and of its dwelling."""
        told = self.world.reports_at(canary.of)
        return any(self.in_report(canary.category, reference) for reference in told)

    def book_word(self, canary: Canary, known: Known) -> bool:
        """May this persona meet a word of the agreement, that names data, with this case?"""
        of = canary.of.removeprefix("book ")
        if of not in (known.intervention, "report", "case"):
            return False
        return any(
            self.case(known, canary.category, own=own, recipient=recipient).sees
            for own in (False, True)
            for recipient in (False, True)
        )

    def may_move(self, known: Known, move: str) -> bool:
        """May this persona take this move here?"""
        cell = MoveCell(self.persona, known.intervention, move, known.stage)
        return moves().get(cell, False) and self.knows(known)

    def may_make(self, known: Known, letter: str) -> bool:
        """May this persona make this letter here?"""
        cell = LetterCell(self.persona, known.intervention, letter, known.stage)
        return cell in letters() and self.knows(known)

    def may_invite(self, known: Known, role: str) -> bool:
        """May this persona invite into this role here?"""
        cell = InvitationCell(self.persona, known.intervention, role, known.stage)
        return cell in invitations()

    def _said(self, category: str, reference: str) -> ReportDecision:
        """Return what the sources say of a report apart from any case."""
        condition = "own" if self.party == self.world.reports[reference] else "others"
        state = "waiting" if reference == self.world.undecided else "decided"
        route = self.world.route(reference)
        return reports()[ReportCell(self.persona, route, category, condition, state)]

    def _word_of_the_book(self, canary: Canary) -> bool:
        of = canary.of.removeprefix("book ")
        if of == "report" and any(self._reports_known()):
            return True
        return any(self.book_word(canary, known) for known in self.world.cases)

    def _reports_known(self) -> Iterator[bool]:
        for reference in self.world.reports:
            yield self.in_report("report", reference)
