# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises about where no way may lead, and whom no way may let in."""

from ..book import Promise
from .verdict import Broken, Ground


def never_reaches(ground: Ground, promise: Promise) -> Broken | None:
    """Find a case of these interventions for a dwelling that is held so (§3.3, §3.4)."""
    for state in ground.walked.came:
        if (
            state.stage
            and state.intervention in promise.interventions
            and state.tenure in promise.tenures
        ):
            tenure = ground.agreement.labels["tenures"][state.tenure]
            label = ground.agreement.interventions[state.intervention].label
            return Broken(
                ground.walked.way_to(state),
                f"Zo komt een woning met “{tenure}” in “{label}”.",
                "Haal deze woningen weg bij “tenures” van de aanpak of van de overdracht.",
            )
    return None


def only_after_consent(ground: Ground, promise: Promise) -> Broken | None:
    """Find a role that takes part although nobody agreed (§3.4)."""
    for state in ground.walked.came:
        if state.intervention not in promise.interventions:
            continue
        for role in promise.roles:
            if role in state.seats - state.consents:
                label = ground.agreement.role(role).label
                return Broken(
                    ground.walked.way_to(state),
                    f"Zo doet “{label}” mee zonder dat de bewoner instemde.",
                    "Laat deze rol alleen binnen door een uitnodiging met “after_consent = true”.",
                )
    return None
