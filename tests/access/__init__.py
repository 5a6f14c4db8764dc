# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rights below the pages: policy, its two readings, and the walls of the database."""
