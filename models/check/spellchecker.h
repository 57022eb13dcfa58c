// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace aside {

/// Knows how words are spelt. Belongs to the thread of the check.
class SpellChecker
{
public:
    SpellChecker() = default;
    virtual ~SpellChecker() = default;
    SpellChecker(const SpellChecker &) = delete;
    SpellChecker &operator=(const SpellChecker &) = delete;

    /// "ru", "en": a dictionary for it is there.
    [[nodiscard]] virtual bool knows(QStringView language) const = 0;
    [[nodiscard]] virtual bool isRight(QStringView language, const QString &word) const = 0;
    /// Those it has dictionaries for.
    [[nodiscard]] virtual QStringList languages() const = 0;
    /// The likeliest first, no more than five.
    [[nodiscard]] virtual QStringList suggestions(QStringView language, const QString &word) const = 0;
};

} // namespace aside
