// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// The address of a page that may be kept and opened in a browser: http or https with a host, no name or
/// password in it, at most 2,000 characters as it is sent. Empty where the text is none.
[[nodiscard]] QString webPage(const QString &text);

} // namespace aside
