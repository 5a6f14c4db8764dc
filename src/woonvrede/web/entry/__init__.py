# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in: signing in, choosing for whom you work, and the demo's other way."""
