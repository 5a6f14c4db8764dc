# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers: the register that their circle keeps, and matching two of them to a case."""
