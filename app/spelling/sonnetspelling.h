// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/spellchecker.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Sonnet {
class Speller;
}

namespace aside {

/// Spelling by the system's dictionaries, through Sonnet. Remembers what it was asked, because a suggestion
/// costs milliseconds. Make and use it on the thread of the check; the first question opens a dictionary.
class SonnetSpelling final : public SpellChecker
{
public:
    SonnetSpelling();
    /// With these dictionaries alone, as Sonnet names them ("ru_RU").
    explicit SonnetSpelling(QStringList dictionaries);
    ~SonnetSpelling() override;

    [[nodiscard]] bool knows(QStringView language) const override;
    [[nodiscard]] bool isRight(QStringView language, const QString &word) const override;
    [[nodiscard]] QStringList suggestions(QStringView language, const QString &word) const override;

    /// "ru", "en"; empty where no backend is installed.
    [[nodiscard]] QStringList languages() const override;

private:
    /// One language: all its dictionaries, since "colour" is right in one of them.
    struct Shelf {
        std::vector<std::unique_ptr<Sonnet::Speller>> dictionaries;
        QHash<QString, bool> right;
        QHash<QString, QStringList> suggested;
    };

    [[nodiscard]] Shelf &shelf(QStringView language) const;

    QStringList m_codes; ///< of dictionaries
    mutable QHash<QString, std::shared_ptr<Shelf>> m_shelves; // shared, because QHash copies its values
};

} // namespace aside
