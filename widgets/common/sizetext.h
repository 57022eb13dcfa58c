// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// How large a file is, for people: "334 bytes", "2.2 kB", "73.4 MB" (powers of 1,000), in the language in
/// use. Pure but for that; any thread.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace aside
