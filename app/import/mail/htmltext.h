// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// The words of an HTML body as plain text: blocks become lines, quotes get "> ", what is not shown (scripts,
/// styles, hidden elements) goes. One or two passes, no tree, nothing is fetched.
[[nodiscard]] QString htmlToText(const QString &html);

} // namespace aside
