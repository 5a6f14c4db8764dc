# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the walk of every address by everybody needs (tests/web/test_who_gets_what.py)."""
