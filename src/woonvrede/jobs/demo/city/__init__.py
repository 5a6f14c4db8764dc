# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole city over some years: what ``volumes.toml`` counts, told case by case."""
