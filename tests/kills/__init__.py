# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web, worker and database killed while people work: nothing lost, half-done, doubled or stuck."""
