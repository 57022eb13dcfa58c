// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/sourcefile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

namespace aside {

Result<void> checkRegularFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound, QStringLiteral("no such file"));
    }
    if (!info.isFile()) {
        return fail(Errc::NotAFile, QStringLiteral("not a regular file"));
    }
    if (!info.isReadable()) {
        return fail(Errc::NoPermission, QStringLiteral("the file may not be read"));
    }
    if (info.size() == 0) {
        return fail(Errc::Empty, QStringLiteral("the file has no bytes"));
    }
    return {};
}

QString sourceKey(const QString &path)
{
    const QFileInfo info(path);
    return QStringLiteral("%1|%2|%3")
        .arg(info.canonicalFilePath(), QString::number(info.size()),
             QString::number(info.lastModified(QTimeZone::UTC).toMSecsSinceEpoch()));
}

} // namespace aside
