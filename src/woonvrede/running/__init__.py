# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the house is set up, started and stopped; it knows nothing of cases."""
