# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes an agreement sound: one small module per kind of rule."""
