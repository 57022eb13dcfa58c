// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// "On Monday Anna wrote:", "Анна пишет:": the line above what is quoted.
[[nodiscard]] bool isAttribution(const QString &line);

/// Where the quoted history and the signature at the end of a plain text begin; -1 where there is none, or
/// nothing else.
[[nodiscard]] qsizetype historyStart(const QString &text);

} // namespace aside
