// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QList>
#include <QString>

#include <optional>

namespace aside {

/// What an operator decided about two persons. Stored: never renumber.
enum class PersonDecision : quint8 {
    Merged = 0, ///< the first is the second, and is shown as that
    Separated = 1, ///< they were merged and are two again
    Different = 2, ///< two people, whatever they have in common
    Reconsidered = 3, ///< that they are two is taken back
};

/// One line of what was decided; lines are added and never changed.
struct PersonDecided {
    PersonDecision what = PersonDecision::Merged;
    PersonId person;
    PersonId other;
    Instant at{};
    QString by; ///< the operator

    bool operator==(const PersonDecided &) const = default;
};

/// A person that was merged into another. It keeps its id, its note, its handles and what it allowed.
struct MergedPerson {
    PersonId id;
    PersonId into; ///< the one it was merged into, which may be merged itself
    QString name;
    QString note; ///< the team's about this one
    Instant at{};
    QString by; ///< the operator

    bool operator==(const MergedPerson &) const = default;
};

/// Who was merged into whom, or separated from whom.
struct MergeReceipt {
    PersonId person; ///< the one whose handles moved
    PersonId other; ///< the one that is shown for both, or was

    bool operator==(const MergeReceipt &) const = default;
};

/// How long a person likes answers to be. Stored: never renumber.
enum class AnswerLength : quint8 { Any = 0, Short = 1, Detailed = 2 };

/// How a person likes to be spoken to, where the language knows two ways. Stored: never renumber.
enum class AddressForm : quint8 { Any = 0, Formal = 1, Familiar = 2 };

/// How a person likes to be answered, as the team learnt.
struct PersonPreference {
    std::optional<Channel> channel{}; ///< none: any
    AnswerLength length = AnswerLength::Any;
    AddressForm form = AddressForm::Any;

    bool operator==(const PersonPreference &) const = default;
};

/// What erasing a person did.
struct ErasedPerson {
    QList<OutboxId> onTheirWay; ///< replies that have not left: as long as there are some, nothing is erased
    QList<ConversationId> conversations;
    qint64 messages = 0;
    qint64 refusals = 0; ///< lines of the ledger that stay, without an address or words

    [[nodiscard]] bool isDone() const { return onTheirWay.isEmpty(); }
    bool operator==(const ErasedPerson &) const = default;
};

/// What tells people of a list apart.
struct PersonName {
    PersonId id;
    QString name; ///< may be empty
    QString handle; ///< one address
    Channel channel = Channel::Email; ///< of that address

    bool operator==(const PersonName &) const = default;
};

} // namespace aside
