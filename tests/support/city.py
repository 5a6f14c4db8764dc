# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Utrecht as its volumes count it, or a share of that."""

from woonvrede.jobs.demo.city.read import cities
from woonvrede.jobs.demo.city.words import Volumes

UTRECHT = "utrecht-2019"


def utrecht() -> Volumes:
    """Return what happens in Utrecht."""
    return dict(cities())[UTRECHT]


def fewer(share: float) -> Volumes:
    """Return Utrecht with a share of what happens there."""
    volumes = utrecht()
    less = [each.model_copy(update={"yearly": each.yearly * share}) for each in volumes.volumes]
    return volumes.model_copy(update={"volumes": tuple(less)})
