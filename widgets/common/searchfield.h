// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;

namespace aside {

/// Gives a field a magnifying glass and a button that empties it, both with names for a screen reader. To be
/// called again after a change of language.
void dressSearchField(QLineEdit &field);

} // namespace aside
