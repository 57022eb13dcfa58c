// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/blobs.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <openssl/evp.h>

#include <memory>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace aside {

namespace {

constexpr int nonceSize = 12;
constexpr int tagSize = 16;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

unsigned char *bytesOf(QByteArray &data, qsizetype offset = 0)
{
    return reinterpret_cast<unsigned char *>(data.data()) + offset;
}

const unsigned char *bytesOf(const QByteArray &data, qsizetype offset = 0)
{
    return reinterpret_cast<const unsigned char *>(data.constData()) + offset;
}

Errc codeOf(QFileDevice::FileError error)
{
    switch (error) {
    case QFileDevice::ResourceError:
        return Errc::DiskFull;
    case QFileDevice::PermissionsError:
        return Errc::NoPermission;
    case QFileDevice::OpenError:
        return Errc::ReadOnly;
    default:
        return Errc::Io;
    }
}

QByteArray random(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes) {
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return bytes;
}

} // namespace

BlobStore::BlobStore(QString directory, const Secret &key)
    : m_directory(std::move(directory))
{
    if (!key.isEmpty()) {
        m_key = Secret(QMessageAuthenticationCode::hash(QByteArrayLiteral("aside blobs 1"), key.bytes(),
                                                        QCryptographicHash::Sha256));
    }
}

QString BlobStore::pathOf(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return m_directory + u'/' + name.left(2) + u'/' + name;
}

Result<QByteArray> BlobStore::put(const QByteArray &content) const
{
    QByteArray sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const QString path = pathOf(sha256);
    if (QFile::exists(path)) {
        return sha256;
    }
    const Result<QByteArray> sealed = seal(content, sha256);
    if (!sealed) {
        return sealed;
    }
    QDir().mkpath(path.left(path.lastIndexOf(u'/')));
    const QString temporary = path + QStringLiteral(".part");
    QFile file(temporary);
    const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered);
    const qint64 count = isOpen ? file.write(*sealed) : -1;
    const bool written = count == sealed->size();
    // Where a part still fits, the part is written and nothing is said to be wrong.
    const Errc why = count > 0 && !written ? Errc::DiskFull : codeOf(file.error());
    file.close();
    if (!written || !QFile::rename(temporary, path)) {
        QFile::remove(temporary);
        return fail(written ? Errc::Io : why, QStringLiteral("cannot write an attachment"));
    }
    return sha256;
}

Result<void> BlobStore::sync() const
{
#ifdef Q_OS_LINUX
    // One call for the many small files of a batch instead of one fsync each.
    const int folder = ::open(QFile::encodeName(m_directory).constData(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (folder < 0) {
        return fail(Errc::Io, QStringLiteral("the blob folder is gone"));
    }
    const int synced = ::syncfs(folder);
    ::close(folder);
    if (synced != 0) {
        return fail(Errc::Io, QStringLiteral("syncfs failed"));
    }
#endif
    return {};
}

Result<QByteArray> BlobStore::get(const QByteArray &sha256) const
{
    QFile file(pathOf(sha256));
    if (!file.exists()) {
        return fail(Errc::NotFound, QStringLiteral("the attachment's file is missing"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, QStringLiteral("the attachment's file cannot be read"));
    }
    const Result<QByteArray> content = open(file.readAll(), sha256);
    if (content && QCryptographicHash::hash(*content, QCryptographicHash::Sha256) != sha256) {
        return fail(Errc::DatabaseCorrupt, QStringLiteral("the attachment's bytes have changed"));
    }
    return content;
}

bool BlobStore::contains(const QByteArray &sha256) const
{
    return QFile::exists(pathOf(sha256));
}

QList<QByteArray> BlobStore::list() const
{
    QList<QByteArray> all;
    const QDir top(m_directory);
    for (const QString &folder : top.entryList({QStringLiteral("??")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &name : QDir(top.filePath(folder)).entryList(QDir::Files)) {
            const QByteArray sha256 = QByteArray::fromHex(name.toLatin1());
            if (name.size() == 64 && sha256.size() == 32) {
                all.append(sha256);
            }
        }
    }
    return all;
}

Result<void> BlobStore::setAside(const QByteArray &sha256) const
{
    const QString folder = m_directory + QStringLiteral("/lost+found");
    const QString target = folder + u'/' + QString::fromLatin1(sha256.toHex());
    QDir().mkpath(folder);
    QFile::remove(target);
    if (!QFile::rename(pathOf(sha256), target)) {
        return fail(Errc::Io, QStringLiteral("cannot move a file to lost+found"));
    }
    return {};
}

Result<void> BlobStore::remove(const QByteArray &sha256) const
{
    const QString lost = m_directory + QStringLiteral("/lost+found/") + QString::fromLatin1(sha256.toHex());
    for (const QString &path : {pathOf(sha256), lost}) {
        if (QFile::exists(path) && !QFile::remove(path)) {
            return fail(Errc::Io, QStringLiteral("cannot delete an attachment"));
        }
    }
    return {};
}

Result<QByteArray> BlobStore::seal(const QByteArray &content, const QByteArray &sha256) const
{
    if (m_key.isEmpty()) {
        return content;
    }
    // nonce, ciphertext, tag; the name is bound to the content as additional data.
    QByteArray sealed = random(nonceSize);
    sealed.resize(nonceSize + content.size() + tagSize);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    int last = 0;
    const bool done = cipher
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.bytes()),
                              bytesOf(sealed))
            == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(sha256), static_cast<int>(sha256.size()))
            == 1
        && EVP_EncryptUpdate(cipher.get(), bytesOf(sealed, nonceSize), &length, bytesOf(content),
                             static_cast<int>(content.size()))
            == 1
        && EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed, nonceSize + length), &last) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize,
                               bytesOf(sealed, nonceSize + content.size()))
            == 1;
    if (!done) {
        return fail(Errc::Internal, QStringLiteral("sealing failed"));
    }
    return sealed;
}

Result<QByteArray> BlobStore::open(const QByteArray &sealed, const QByteArray &sha256) const
{
    if (m_key.isEmpty()) {
        return sealed;
    }
    const qsizetype size = sealed.size() - nonceSize - tagSize;
    if (size < 0) {
        return fail(Errc::DatabaseCorrupt, QStringLiteral("the attachment's file is too short"));
    }
    QByteArray content(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(tagSize);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    int last = 0;
    const bool done = cipher
        && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.bytes()),
                              bytesOf(sealed))
            == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(sha256), static_cast<int>(sha256.size()))
            == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(content), &length, bytesOf(sealed, nonceSize),
                             static_cast<int>(size))
            == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, bytesOf(tag)) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(content, length), &last) == 1;
    if (!done) {
        return fail(Errc::DatabaseCorrupt, QStringLiteral("the attachment does not open with this key"));
    }
    return content;
}

} // namespace aside
