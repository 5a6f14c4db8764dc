# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tells after the tests how many calls the walk made, and how long that took."""

from collections.abc import Iterable

import pytest

CELLS = "cells"  # the property in which a test of the walk says how many calls it made


def walked(reports: Iterable[pytest.TestReport]) -> str:
    """Return in one line what the walk came to; nothing if it was not walked."""
    counted = [
        (int(str(value)), report.duration)
        for report in reports
        if report.when == "call"
        for name, value in report.user_properties
        if name == CELLS
    ]
    if not counted:
        return ""
    cells, seconds = (sum(column) for column in zip(*counted, strict=True))
    return f"The walk: {cells} cells in {len(counted)} stages, {seconds:.0f} seconds of one core."
