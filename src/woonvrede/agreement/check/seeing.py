# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a role sees all of in a stage."""

from ..book import Intervention


def seen_by(intervention: Intervention, role: str, stage: str) -> set[str]:
    """Return the categories of which a role sees every row in a stage."""
    return {
        category
        for grant in intervention.grants
        if grant.role == role and stage in grant.stages and not grant.only
        for category in grant.see
    }
