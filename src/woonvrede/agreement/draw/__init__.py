# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state diagram of an intervention: which way each step goes, where it stands, and its file."""
