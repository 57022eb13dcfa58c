// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace aside::feed {

/// Longer than any name, with its signs.
inline constexpr qsizetype longestEntity = 12;

/// The character that an entity of HTML stands for, by its name without & and ;. Empty where it is none.
[[nodiscard]] QString entityText(QStringView name);

/// The text with its entities read, once.
[[nodiscard]] QString withoutEntities(const QString &text);

} // namespace aside::feed
