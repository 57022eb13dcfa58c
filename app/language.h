// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QCoreApplication;

namespace aside {

/// Loads our words and Qt's for a language ("ru", "en"; empty: the system's) and drops those loaded before.
void applyLanguage(QCoreApplication &app, const QString &language);

} // namespace aside
