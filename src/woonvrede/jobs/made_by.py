# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
By which migrations a database was made, kept in it as the comment on its schema.

Until the first release migrations are edited in place: a database that has carried them all out may
still have other tables.  After that a migration is never edited, and a new one is carried out.
"""

import hashlib
from pathlib import Path

from django.db import connection
from psycopg import sql

from woonvrede import records

FOLDER = Path(records.__file__).with_name("migrations")


def digest() -> str:
    """Return a hash of every migration, with the SQL beside it."""
    found = hashlib.sha256()
    for path in sorted((*FOLDER.glob("*.py"), *FOLDER.glob("*.sql"))):
        text = path.read_bytes()
        found.update(f"{path.name} {len(text)}\n".encode() + text)
    return found.hexdigest()


def sign() -> None:
    """Write down that this database was made by these migrations; needs its owner."""
    words = sql.SQL("comment on schema public is {}").format(f"woonvrede {digest()}")
    with connection.cursor() as cursor:
        cursor.execute(words)


def another() -> bool:
    """Was this database made by other migrations, or before anybody wrote down by which?"""
    with connection.cursor() as cursor:
        cursor.execute("select obj_description('public'::regnamespace, 'pg_namespace')")
        return bool(cursor.fetchone() != (f"woonvrede {digest()}",))
