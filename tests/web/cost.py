# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page costs: how many questions it asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12
# Besides the transaction: once a minute, at whichever page, a session learns that it is in use.
NOT_COUNTED = ("BEGIN", "COMMIT", 'UPDATE "django_session"')


def cost(client: Client, path: str) -> int:
    """Return how many questions a page takes, once everything is warm."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200
    return sum(not query["sql"].startswith(NOT_COUNTED) for query in asked.captured_queries)
