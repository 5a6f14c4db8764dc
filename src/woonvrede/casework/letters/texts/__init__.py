# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of letters: which hold on a day, and how somebody writes newer ones."""
