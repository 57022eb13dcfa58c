// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/domain/person.h"
#include "models/ports/checkstore.h"

namespace aside {

class TemplateCatalog;

/// How much of a talk is read for the check of a reply: the latest messages.
inline constexpr qsizetype mostMessagesRead = 300;

/// What the stores know of one reply that is written.
struct DraftFacts {
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    QString text;
    QList<DraftAttachment> files{};
    QString language{}; ///< empty: told from the talk
    PersonFacts person{};
    DraftChecks checks{};
};

/// The customer, as far as rules ask.
[[nodiscard]] PersonFacts factsOf(const PersonCard &card);

/// What the reply is checked with, whoever sends it; standing reasons come from the catalog, where there is
/// one. Settings and clock are the caller's.
[[nodiscard]] CheckContext contextOf(const DraftFacts &facts, const CheckProfile &profile,
                                     const TemplateCatalog *catalog);

} // namespace aside
