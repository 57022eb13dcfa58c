// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/consent.h"

#include <QList>

namespace aside {

/// A private message that is about to leave, and for whom.
struct WritingFacts {
    Channel channel = Channel::Email;
    QString handle; ///< theirs, in this talk
    QList<Consent> consents{}; ///< all that was recorded of the person
    bool isBlocked = false; ///< one of their addresses is: no contact
    bool hasWritten = false; ///< they wrote in this talk
    Instant lastWroteAt{}; ///< when they did last
    Instant now{};
};

/// Whether it may leave. Whoever wrote here gets an answer, unless they said later that they want none.
/// Nobody who refused, took back or wants no contact is written to first; nobody is called who did not say
/// yes.
[[nodiscard]] bool mayWrite(const WritingFacts &facts);

} // namespace aside
