// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace aside {

/// "ru" or "en"; empty where it cannot be told, or where it is neither.
[[nodiscard]] QString languageOf(QStringView text);

} // namespace aside
