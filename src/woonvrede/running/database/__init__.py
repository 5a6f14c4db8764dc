# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The embedded PostgreSQL, and every database: roles, addresses."""
