// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// How a message is kept whose author pressed the button that gives their number: no words of any language.
[[nodiscard]] QString sharedNumberText(const QString &number);
/// The number in such a text; empty where it is another text.
[[nodiscard]] QString sharedNumberIn(const QString &text);

} // namespace aside
