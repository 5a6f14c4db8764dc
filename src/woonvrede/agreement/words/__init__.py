# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of an agreement, by what they are about; ``book.py`` names them all."""
