# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small fictional world, made by the real verbs: for the demo, and for the tests."""
