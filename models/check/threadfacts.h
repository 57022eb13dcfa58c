// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace aside {

class NoteWords;

/// What rules ask about the talk so far, made once for a thread and not at every key.
struct ThreadFacts {
    QList<Message> messages; ///< oldest first; implicitly shared with whoever loaded them
    QString customerLanguage; ///< "ru", "en"; empty: cannot be told
    QString lastQuestion; ///< the customer's messages since our last answer
    QSet<QByteArray> questionStems; ///< of the words of lastQuestion
    bool hasGreeted = false; ///< we did, in the talk that goes on
    bool hasApologised = false;
    int sentAway = 0; ///< how often we sent the customer elsewhere
    bool hasTrouble = false; ///< those messages ask for something or complain
    bool hasThanked = false; ///< they thank, or are no more than a word or two
    bool askedForContact = false; ///< the customer asked for a phone, an address, opening hours
    bool askedForCompany = false; ///< the customer asked who we are by law
    bool askedForCall = false; ///< the customer asked to be called
    bool askedForPrivate = false; ///< the customer asked to go on in private
    bool isSolved = false; ///< somebody said that it is
    QStringList given; ///< phones, mails, order numbers the customer gave, in their normal form
    QStringList notes; ///< texts of team notes
    /// What they say; shared by all copies of the facts. Null: there are no notes.
    std::shared_ptr<const NoteWords> noteWords{};

    bool operator==(const ThreadFacts &) const = default;
};

class TextReader;

/// Reads a thread, oldest first. Of a long one the last 300 messages count. `region` is that of phone numbers
/// without a country.
[[nodiscard]] ThreadFacts factsOf(const QList<Message> &messages, TextReader &reader,
                                  const QString &region = QStringLiteral("RU"));

} // namespace aside
