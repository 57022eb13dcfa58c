// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/persongroup.h"

namespace aside {

QList<PersonId> countsFor(const QList<PersonPart> &parts, PersonId of, qint64 line)
{
    QList<PersonId> reached{of};
    for (qsizetype next = 0; next < reached.size(); ++next) {
        const auto here = reached.at(next);
        for (const auto &part : parts) {
            const bool isOlder = part.into.isValid() && part.ledgerThen < line;
            const bool touches = part.id == here || part.into == here;
            const auto there = part.id == here ? part.into : part.id;
            if (isOlder && touches && !reached.contains(there)) {
                reached.append(there);
            }
        }
    }
    return reached.size() < parts.size() ? reached : QList<PersonId>();
}

} // namespace aside
