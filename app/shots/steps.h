// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"

/// The steps that most screens are reached by, as a person would take them.
namespace aside {

/// The conversation with the person of this handle.
[[nodiscard]] Step open(const QString &handle);
[[nodiscard]] Step view(View view);
[[nodiscard]] Step search(const QString &query);
/// A command of the command table.
[[nodiscard]] Step trigger(const QString &command);
/// A button by its object name.
[[nodiscard]] Step click(const QString &button);
/// Into a field by its object name.
[[nodiscard]] Step type(const QString &field, const QString &text);

} // namespace aside
