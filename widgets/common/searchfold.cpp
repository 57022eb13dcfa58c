// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/searchfold.h"

namespace aside {

QString searchFold(const QString &text)
{
    QString folded = text;
    for (QChar &c : folded) {
        const QChar lower = c.toCaseFolded(); // one by one: places stay where they were
        c = lower == QChar(0x0451) ? QChar(0x0435) : lower == QChar::Nbsp ? QChar(u' ') : lower;
    }
    return folded;
}

QList<qsizetype> foldedMatches(const QString &text, const QString &words)
{
    QList<qsizetype> matches;
    const QString folded = searchFold(text);
    const QString wanted = searchFold(words);
    if (wanted.isEmpty()) {
        return matches;
    }
    for (qsizetype at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.size())) {
        matches.append(at);
    }
    return matches;
}

} // namespace aside
