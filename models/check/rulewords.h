// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace aside {

/// What people read about a rule, in one language.
struct RuleText {
    QString title;
    QString why;
    QString bad;
    QString good;
    QHash<QString, QString> questions; ///< by variant; "" is the usual one

    bool operator==(const RuleText &) const = default;
};

/// The words of the rules in all languages, from resources/check/*/rules.toml. Does not change.
class RuleWords
{
public:
    /// Those that come with Aside.
    [[nodiscard]] static const RuleWords &delivered();

    /// Adds a language; false where the file cannot be read.
    [[nodiscard]] bool add(const QString &language, const QByteArray &toml);

    [[nodiscard]] QStringList languages() const;
    /// English where the language, or the rule in it, is missing.
    [[nodiscard]] RuleText text(QStringView rule, const QString &language) const;
    /// The question with the finding's words in its places.
    [[nodiscard]] QString question(const Finding &finding, const QString &language) const;
    [[nodiscard]] QString title(const Fix &fix, const QString &language) const;

private:
    struct Language {
        QHash<QString, RuleText> rules;
        QHash<QString, QString> fixes;
    };

    QHash<QString, Language> m_languages;
};

} // namespace aside
