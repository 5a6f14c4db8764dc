# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may, and why: the actor, the rights, and the only door to case data."""
