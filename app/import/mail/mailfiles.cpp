// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailfiles.h"

#include "app/import/mail/mailparser.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

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

namespace {

Result<QByteArray> readUpTo(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound, u"no such file"_s);
    }
    if (!info.isFile()) {
        return fail(Errc::NotAFile, u"not a regular file"_s); // opening a pipe would wait for ever
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool forbidden = file.error() == QFileDevice::PermissionsError || !info.isReadable();
        return fail(forbidden ? Errc::NoPermission : Errc::Io, file.errorString());
    }
    QByteArray bytes = file.read(std::min(most, file.size() + 1));
    if (file.error() != QFileDevice::NoError) {
        return fail(Errc::Io, file.errorString());
    }
    return bytes;
}

} // namespace

Result<QByteArray> readMailFile(const QString &path)
{
    auto bytes = readUpTo(path, largestMail + 1);
    if (bytes && bytes->size() > largestMail) {
        return fail(Errc::TooLarge, u"message over the limit"_s);
    }
    return bytes;
}

QByteArray readMailHead(const QString &path)
{
    constexpr qint64 enough = 64LL * 1024;
    return readUpTo(path, enough).value_or(QByteArray());
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
