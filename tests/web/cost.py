# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page costs: how many questions it asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12
NOT_COUNTED = ("BEGIN", "COMMIT")


def cost(client: Client, path: str) -> int:
    """Return how many questions a page takes, once everything is warm."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200
    return sum(query["sql"] not in NOT_COUNTED for query in asked.captured_queries)
