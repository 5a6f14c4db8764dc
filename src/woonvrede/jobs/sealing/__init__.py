# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The seals of the logs: making them, keeping their heads outside the database, verifying them."""
