// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/text/textwords.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QStringList>

#include <span>

namespace aside {

class Stemmer;

/// What team notes say, in runs of stems, but for what the customer wrote or read. Made once for a thread: a
/// key pressed in the draft must not read all of it again.
class NoteWords
{
public:
    NoteWords(const QList<Message> &messages, const QStringList &notes, Stemmer &stemmer);

    /// How many words from `at` on are those of a note; 0 for a few that only happen to be the same.
    [[nodiscard]] std::size_t runAt(std::span<const TextWord> words, std::size_t at) const;

private:
    QSet<QByteArray> m_shingles;
    QSet<QByteArray> m_short; ///< notes of a few words, whole
};

} // namespace aside
