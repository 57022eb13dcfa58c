// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasebook.h"
#include "models/domain/conversation.h"
#include "models/text/stemmer.h"

#include <QStringList>

#include <memory>

namespace aside {

/// What a customer's words tell, and the words that tell it.
struct MoodReading {
    Mood mood = Mood::Neutral;
    QStringList words{}; ///< at most three, as they were written

    bool operator==(const MoodReading &) const = default;
};

/// Reads complaints and praise by the phrase lists mood.complaint, mood.praise and mood.thanks: one complaint
/// outweighs any praise; bare thanks are praise where a message says little else and asks nothing. Belongs to
/// one thread at a time.
class MoodReader
{
public:
    explicit MoodReader(std::shared_ptr<const PhraseBook> book);

    /// The files mood.toml that come with Aside, and those below the folders.
    [[nodiscard]] static std::shared_ptr<const PhraseBook> loadBook(const QStringList &folders);

    [[nodiscard]] MoodReading read(const QStringList &texts);

private:
    struct Found {
        QStringList complaints;
        QStringList praise;
    };
    void readText(const QString &text, Found &found);

    std::shared_ptr<const PhraseBook> m_book; // shared with whoever loaded it
    Stemmer m_stemmer;
    int m_complaint;
    int m_praise;
    int m_thanks;
};

} // namespace aside
