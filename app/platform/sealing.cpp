// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/sealing.h"

#include <QRandomGenerator>

#include <openssl/evp.h>

#include <memory>

namespace aside {

namespace {

constexpr quint64 blockSize = 8; // scrypt's r
constexpr quint64 moreThanItTakes = 2;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

int sizeOf(const QByteArray &bytes)
{
    return static_cast<int>(bytes.size());
}

std::unexpected<Error> broken(const char *step)
{
    return fail(Errc::Internal, QString::fromLatin1(step));
}

} // namespace

Result<Secret> sealKey(const Secret &passphrase, const QByteArray &salt, int log2N)
{
    const quint64 rounds = quint64{1} << log2N;
    const quint64 memory = moreThanItTakes * 128 * blockSize * rounds;
    QByteArray key(sealKeySize, Qt::Uninitialized);
    const bool isMade
        = EVP_PBE_scrypt(passphrase.bytes().constData(), static_cast<std::size_t>(passphrase.bytes().size()),
                         in(salt), static_cast<std::size_t>(salt.size()), rounds, blockSize, 1, memory,
                         out(key), static_cast<std::size_t>(key.size()))
        == 1;
    return isMade ? Result<Secret>(Secret(std::move(key))) : broken("scrypt");
}

Result<QByteArray> seal(const Secret &plain, const Secret &key, const QByteArray &nonce,
                        const QByteArray &head)
{
    const Cipher cipher(EVP_CIPHER_CTX_new());
    QByteArray sealed(plain.bytes().size() + sealTagSize, Qt::Uninitialized);
    int written = 0;
    int rest = 0;
    const bool isSealed = cipher != nullptr
        && EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), in(key.bytes()), in(nonce), nullptr) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &rest, in(head), sizeOf(head)) == 1
        && EVP_EncryptUpdate(cipher.get(), out(sealed), &written, in(plain.bytes()), sizeOf(plain.bytes()))
            == 1
        && EVP_EncryptFinal_ex(cipher.get(), out(sealed) + written, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(sealTagSize),
                               out(sealed) + plain.bytes().size())
            == 1;
    return isSealed ? Result<QByteArray>(std::move(sealed)) : broken("sealing");
}

Result<Secret> unseal(const QByteArray &sealed, const Secret &key, const QByteArray &nonce,
                      const QByteArray &head)
{
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const qsizetype size = sealed.size() - sealTagSize;
    if (cipher == nullptr || size < 0) {
        return broken("unsealing");
    }
    QByteArray tag = sealed.last(sealTagSize);
    QByteArray plain(size, Qt::Uninitialized);
    int written = 0;
    int rest = 0;
    const bool isReady
        = EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), in(key.bytes()), in(nonce), nullptr) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &rest, in(head), sizeOf(head)) == 1
        && EVP_DecryptUpdate(cipher.get(), out(plain), &written, in(sealed), static_cast<int>(size)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(sealTagSize), out(tag))
            == 1;
    Secret secret(std::move(plain)); // wiped also where it is not to be believed
    if (!isReady) {
        return broken("unsealing");
    }
    unsigned char nothing = 0;
    if (EVP_DecryptFinal_ex(cipher.get(), &nothing, &rest) != 1) {
        return fail(Errc::PassphraseWrong, QStringLiteral("the seal does not fit"));
    }
    return secret;
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes;
}

} // namespace aside
