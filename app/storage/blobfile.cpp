// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A blob that is too large to be in memory at once.

#include "app/storage/blobs.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <openssl/evp.h>

#include <memory>
#include <optional>

namespace aside {

namespace {

constexpr qint64 pieceSize = 1'024 * 1'024;
constexpr qsizetype nonceSize = 12;
constexpr int tagSize = 16;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

/// Seals as BlobStore::seal() does, piece by piece; without a key it lets through.
class Sealer
{
public:
    explicit Sealer(const Secret &key)
        : m_cipher(key.isEmpty() ? nullptr : EVP_CIPHER_CTX_new())
        , m_isPlain(key.isEmpty())
        , m_key(key)
    {
    }

    /// What comes first; none where it does not work.
    std::optional<QByteArray> begin(const QByteArray &sha256)
    {
        if (m_isPlain) {
            return QByteArray();
        }
        QByteArray nonce(nonceSize, Qt::Uninitialized);
        for (char &byte : nonce) {
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        }
        int length = 0;
        const bool isReady = m_cipher
            && EVP_EncryptInit_ex(m_cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.bytes()),
                                  bytesOf(nonce))
                == 1
            && EVP_EncryptUpdate(m_cipher.get(), nullptr, &length, bytesOf(sha256),
                                 static_cast<int>(sha256.size()))
                == 1;
        return isReady ? std::optional(nonce) : std::nullopt;
    }

    std::optional<QByteArray> seal(const QByteArray &piece)
    {
        if (m_isPlain) {
            return piece;
        }
        QByteArray sealed(piece.size(), Qt::Uninitialized);
        int length = 0;
        const bool isSealed = EVP_EncryptUpdate(m_cipher.get(), bytesOf(sealed), &length, bytesOf(piece),
                                                static_cast<int>(piece.size()))
            == 1;
        return isSealed ? std::optional(sealed) : std::nullopt;
    }

    std::optional<QByteArray> end()
    {
        if (m_isPlain) {
            return QByteArray();
        }
        QByteArray tag(tagSize, Qt::Uninitialized);
        int length = 0;
        const bool isDone = EVP_EncryptFinal_ex(m_cipher.get(), bytesOf(tag), &length) == 1
            && EVP_CIPHER_CTX_ctrl(m_cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytesOf(tag)) == 1;
        return isDone ? std::optional(tag) : std::nullopt;
    }

private:
    std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> m_cipher;
    bool m_isPlain;
    const Secret &m_key;
};

bool put(QFile &file, const std::optional<QByteArray> &bytes)
{
    return bytes && file.write(*bytes) == bytes->size();
}

bool sealInto(QFile &target, QFile &content, const Secret &key, const QByteArray &sha256)
{
    Sealer sealer(key);
    bool isWritten = content.seek(0) && put(target, sealer.begin(sha256));
    while (isWritten && !content.atEnd()) {
        const QByteArray piece = content.read(pieceSize);
        isWritten = !piece.isEmpty() && put(target, sealer.seal(piece));
    }
    return isWritten && put(target, sealer.end());
}

} // namespace

Result<QByteArray> BlobStore::putFile(QFile &content) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!content.seek(0) || !hash.addData(&content)) {
        return fail(Errc::Io, QStringLiteral("the file cannot be read"));
    }
    const QByteArray sha256 = hash.result();
    const QString path = pathOf(sha256);
    if (QFile::exists(path)) {
        return sha256;
    }
    QDir().mkpath(path.left(path.lastIndexOf(u'/')));
    QFile file(path + QStringLiteral(".whole"));
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && sealInto(file, content, m_key, sha256) && file.flush();
    const bool isFull = file.error() == QFileDevice::ResourceError;
    file.close();
    if (!isWritten || !file.rename(path)) {
        file.remove();
        return fail(isFull ? Errc::DiskFull : Errc::Io, QStringLiteral("cannot write an attachment"));
    }
    return sha256;
}

} // namespace aside
