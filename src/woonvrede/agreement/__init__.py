# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed: the agreement as data.  Pure Python: no Django, no database, no clock."""
