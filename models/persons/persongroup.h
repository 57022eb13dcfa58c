// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"

#include <QList>

namespace aside {

/// One of the persons that are shown as one.
struct PersonPart {
    PersonId id;
    PersonId into{}; ///< who it was merged into; none: it is the one that is shown
    qint64 ledgerThen = 0; ///< the last line of the ledger of consents when that was decided

    bool operator==(const PersonPart &) const = default;
};

/// For which of the parts a line of the ledger counts that was recorded of one of them: for those that it was
/// one with by then, for the line was said by all of these. Empty: for all.
[[nodiscard]] QList<PersonId> countsFor(const QList<PersonPart> &parts, PersonId of, qint64 line);

} // namespace aside
