// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/triage.h"

namespace aside {

QString cleanTag(const QString &tag)
{
    QString clean;
    clean.reserve(tag.size());
    for (const QChar letter : tag) {
        const QChar::Category category = letter.category();
        if (letter.isSpace()) {
            clean.append(u' ');
        } else if (category != QChar::Other_Control && category != QChar::Other_Format) {
            clean.append(letter);
        }
    }
    return clean.simplified();
}

} // namespace aside
