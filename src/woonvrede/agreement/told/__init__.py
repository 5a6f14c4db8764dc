# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement in plain Dutch: every entry, who may see what, and what was assumed."""
