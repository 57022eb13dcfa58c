// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/maildate.h"

#include <KMime/Headers>

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace aside {
namespace {

QDateTime parse(const QByteArray &raw)
{
    KMime::Headers::Date header;
    header.from7BitString(raw);
    if (const QDateTime at = header.dateTime(); at.isValid()) {
        return at;
    }
    const QString text = QString::fromLatin1(raw).simplified();
    QDateTime at = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!at.isValid()) {
        at = QDateTime::fromString(text, Qt::ISODate);
        if (at.isValid() && at.timeSpec() == Qt::LocalTime) {
            at.setTimeZone(QTimeZone::UTC);
        }
    }
    return at;
}

} // namespace

std::optional<Instant> readMailDate(QByteArrayView raw)
{
    constexpr qsizetype longest = 200;
    const QByteArray text = raw.trimmed().first(std::min(raw.trimmed().size(), longest)).toByteArray();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDateTime at = parse(text);
    if (!at.isValid() || at.toUTC().date().year() < 1970 || at.toUTC().date().year() > 2100) {
        return std::nullopt;
    }
    return fromMillis(at.toMSecsSinceEpoch());
}

} // namespace aside
