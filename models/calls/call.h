// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/incoming.h"
#include "models/domain/person.h"
#include "models/domain/personmerge.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace aside {

/// How a call ended. The names are stable.
enum class CallOutcome : quint8 { Answered, NoAnswer, Busy, Voicemail, CallBack };

/// A telephone call as an operator writes it down.
struct LoggedCall {
    Direction direction = Direction::Incoming; ///< or Outgoing
    QString number; ///< as it is dialled; foreign text
    std::chrono::seconds length{0}; ///< at most a day
    CallOutcome outcome = CallOutcome::Answered;
    QString note{};
    Instant at{}; ///< when it began

    bool operator==(const LoggedCall &) const = default;
};

[[nodiscard]] QLatin1StringView callOutcomeName(CallOutcome outcome);
[[nodiscard]] std::optional<CallOutcome> callOutcomeFromName(QStringView name);
/// "12:05" or "1:02:05"; nothing where it is no such length.
[[nodiscard]] std::optional<std::chrono::seconds> callLengthFrom(QStringView text);
[[nodiscard]] QString callLengthText(std::chrono::seconds length);

/// Whether the call may be kept: Errc::ConsentMissing where we called without being allowed to, and
/// Errc::InvalidInput where it has no number, no length that can be, or begins in the future. Who calls us
/// may always be written down.
[[nodiscard]] Result<void> checkCall(const LoggedCall &call, const PersonCard &person, Instant now);
/// The number of this person that calls go to; empty where none is known.
[[nodiscard]] QString phoneOf(const PersonCard &person);

/// The call as a message of the telephone: one conversation for each number. `words` is how it is told, `id`
/// is unique, `by` is the operator.
[[nodiscard]] IncomingMessage callMessage(const LoggedCall &call, const PersonCard &person,
                                          const QString &words, const QString &id, const QString &by);
/// Who else the number belongs to, of those that were found by it; none: nobody but this person.
[[nodiscard]] PersonId ownerOf(const QString &number, const QList<PersonName> &found, PersonId person);

} // namespace aside
