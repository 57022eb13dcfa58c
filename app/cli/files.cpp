// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/files.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

namespace aside::cli {

namespace {

constexpr qint64 inputLimit = qint64{16} * 1024 * 1024;
constexpr qint64 chunkSize = 65'536;

Errc openError(const QFileDevice &file, const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return Errc::NotAFile;
    }
    const QFileInfo folder(info.absolutePath());
    if (!folder.exists()) {
        return Errc::NotFound;
    }
    if (!folder.isDir()) {
        return Errc::NotADirectory;
    }
    if (!folder.isWritable()) {
        return Errc::NoPermission;
    }
    return fileError(file);
}

} // namespace

Errc fileError(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return Errc::NoPermission;
    case QFileDevice::ResourceError:
        return Errc::DiskFull;
    default:
        return Errc::Io;
    }
}

Result<QByteArray> readInput(QIODevice &device)
{
    QByteArray data;
    while (data.size() <= inputLimit) {
        const QByteArray chunk = device.read(chunkSize);
        if (chunk.isEmpty()) {
            return data;
        }
        data += chunk;
    }
    return fail(Errc::TooLarge);
}

Result<QByteArray> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound);
    }
    if (!info.isFile()) {
        return fail(Errc::NotAFile);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(fileError(file), file.errorString());
    }
    return readInput(file).and_then([&file](QByteArray data) -> Result<QByteArray> {
        if (file.error() != QFileDevice::NoError) {
            return fail(fileError(file), file.errorString());
        }
        return data;
    });
}

NewFile::NewFile(const QString &path, Overwrite overwrite)
    : m_file(path)
    , m_reserved(overwrite == Overwrite::No)
{
}

NewFile::~NewFile()
{
    if (m_reserved) {
        QFile::remove(m_file.fileName());
    }
}

Result<std::unique_ptr<NewFile>> NewFile::create(const QString &path, Overwrite overwrite)
{
    if (overwrite == Overwrite::No) {
        // The name is taken first, exclusively, so that the rename at the end replaces nothing but our own
        // file.
        QFile reservation(path);
        if (!reservation.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            const QFileInfo info(path);
            const bool taken = info.exists() || info.isSymLink();
            return fail(taken ? Errc::Conflict : openError(reservation, path), reservation.errorString());
        }
    }
    std::unique_ptr<NewFile> file(new NewFile(path, overwrite));
    if (!file->m_file.open(QIODevice::WriteOnly)) {
        return fail(openError(file->m_file, path), file->m_file.errorString());
    }
    return file;
}

Result<void> NewFile::commit()
{
    if (m_file.error() != QFileDevice::NoError || !m_file.commit()) {
        return fail(fileError(m_file), m_file.errorString());
    }
    m_reserved = false;
    return {};
}

} // namespace aside::cli
