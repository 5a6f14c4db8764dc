# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A demo with as many cases as somebody asks for: copies of whole homes, made in bulk."""
