// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace aside {

/// Attachments as files named by the SHA-256 of their content, PROFILE/blobs/ab/abcd…, sealed with
/// AES-256-GCM under a key derived from the profile's. Content is stored once however often it comes. Any
/// thread may call.
class BlobStore
{
public:
    /// An empty key stores the bytes as they are.
    BlobStore(QString directory, const Secret &key);

    /// Writes the content unless it is there; answers with its SHA-256. Not synced: see sync().
    [[nodiscard]] Result<QByteArray> put(const QByteArray &content) const;
    /// The same of a file of any size, piece by piece. It is read from its beginning.
    [[nodiscard]] Result<QByteArray> putFile(QFile &content) const;
    /// Makes everything put so far survive a power cut; called once before a commit that refers to it.
    [[nodiscard]] Result<void> sync() const;
    /// Errc::NotFound where it is missing, Errc::DatabaseCorrupt where the bytes are not what they should be.
    [[nodiscard]] Result<QByteArray> get(const QByteArray &sha256) const;
    [[nodiscard]] bool contains(const QByteArray &sha256) const;

    /// The SHA-256 of every file in the store.
    [[nodiscard]] QList<QByteArray> list() const;
    /// Moves a file nobody refers to, or a broken one, to blobs/lost+found: nothing is deleted.
    [[nodiscard]] Result<void> setAside(const QByteArray &sha256) const;

    /// Deletes the file, and the one that was set aside; nothing happens where there is none.
    [[nodiscard]] Result<void> remove(const QByteArray &sha256) const;

private:
    [[nodiscard]] QString pathOf(const QByteArray &sha256) const;
    [[nodiscard]] Result<QByteArray> seal(const QByteArray &content, const QByteArray &sha256) const;
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &sha256) const;

    QString m_directory;
    Secret m_key;
};

} // namespace aside
