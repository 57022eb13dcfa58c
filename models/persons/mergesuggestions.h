// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/person.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace aside {

/// What speaks for two persons being one, the surest first.
enum class MergeSign : quint8 {
    CameByOurLink, ///< one of them came to the private talk that the other was invited to
    SameAddress, ///< the same mail address is theirs on two channels
    SameNumber, ///< the same phone is theirs on two channels
    WroteAddress, ///< one of them wrote the mail address of the other
    WroteNumber, ///< one of them wrote the phone number of the other
    SameNameAndNick, ///< the same full name, and the same nickname on another channel
};

/// A sign with what shows it.
struct MergeEvidence {
    MergeSign sign = MergeSign::WroteAddress;
    QString value; ///< the address, the number, the nickname; foreign text
    MessageId message{}; ///< where it was written; none: it is in no message

    bool operator==(const MergeEvidence &) const = default;
};

/// A person that may be the same. Only an operator can say that it is.
struct MergeSuggestion {
    PersonName other;
    QList<MergeEvidence> evidence; ///< the surest first, never empty

    bool operator==(const MergeSuggestion &) const = default;
};

/// An address or a number that somebody wrote, in the form of DatumInText::normal.
struct WrittenContact {
    QString normal;
    MessageId message;

    bool operator==(const WrittenContact &) const = default;
};

/// What a person left behind.
struct PersonTraces {
    PersonName shown;
    QStringList names; ///< theirs and of those merged into it
    QList<PersonHandle> handles;
    QList<WrittenContact> mails; ///< that they wrote themselves, quotes of others aside
    QList<WrittenContact> numbers;
    QList<PersonId> cameByLink; ///< who came to a talk that they were invited to, or the other way round
};

/// What a message of a customer says of addresses and numbers; what it quotes does not count.
void readContacts(const QString &text, MessageId message, PersonTraces &traces);

/// Who of `others` may be the same as `one`, the surest first, no more than three. Pure. Silent when unsure:
/// a name alone says nothing, nor do mailboxes of offices, short nicknames, or an address that several people
/// write.
[[nodiscard]] QList<MergeSuggestion> suggestMerges(const PersonTraces &one,
                                                   const QList<PersonTraces> &others);

} // namespace aside
