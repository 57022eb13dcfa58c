// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/logbook.h"

#include <QDateTime>
#include <QTimeZone>

namespace aside {

namespace {

QLatin1StringView levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QLatin1StringView("debug");
    case LogLevel::Info:
        return QLatin1StringView("info");
    case LogLevel::Warning:
        return QLatin1StringView("warning");
    case LogLevel::Error:
        return QLatin1StringView("error");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("error"));
}

} // namespace

QString toText(const LogLine &line)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(line.at), QTimeZone::UTC);
    QString text = line.text;
    text.replace(u'\n', u' ');
    return QStringLiteral("%1 %2 %3 %4")
        .arg(at.toString(Qt::ISODateWithMs), levelName(line.level), line.category, text);
}

} // namespace aside
