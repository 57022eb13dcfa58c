// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace aside {

[[nodiscard]] bool isRule(QStringView id);
/// The rule whose id a person most likely meant: the one with the fewest letters to change.
[[nodiscard]] QString nearestRule(QStringView id);

} // namespace aside
