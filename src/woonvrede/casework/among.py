# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A condition for who asks under policies, of which nobody can guess how many rows they let by."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet


def among(column: str, chosen: "QuerySet[Any, Any]") -> Func:
    """
    Select the rows whose column is one of the few values that were chosen.

    The values are looked up first and then the rows by their index, also in an *or*; as a plain
    sub-select it would go through all rows that the asker can reach.
    """
    return Func(
        F(column),
        ArraySubquery(chosen),
        template="%(expressions)s)",
        arg_joiner=" = any (",
        output_field=BooleanField(),
    )
