// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailfiles.h"

#include "app/import/mail/mailparser.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace aside {

using namespace Qt::StringLiterals;

QString fileKey(const QString &kind, const QString &path)
{
    const QFileInfo info(path);
    return u"%1:%2|%3|%4"_s.arg(kind, info.canonicalFilePath())
        .arg(info.isDir() ? 0 : info.size())
        .arg(info.lastModified().toMSecsSinceEpoch());
}

Instant modifiedAt(const QString &path)
{
    return fromMillis(QFileInfo(path).lastModified().toMSecsSinceEpoch());
}

Result<QByteArray> readMailFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool forbidden = file.error() == QFileDevice::PermissionsError;
        return fail(!file.exists()  ? Errc::NotFound
                        : forbidden ? Errc::NoPermission
                                    : Errc::Io,
                    file.errorString());
    }
    if (file.size() > largestMail) {
        return fail(Errc::TooLarge, u"message over the limit"_s);
    }
    QByteArray bytes = file.read(largestMail + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(Errc::Io, file.errorString());
    }
    return bytes;
}

QStringList participantAddresses(QByteArrayView raw)
{
    QStringList addresses;
    for (const MailAddress &person : readParticipants(raw)) {
        addresses.append(person.address);
    }
    return addresses;
}

} // namespace aside
