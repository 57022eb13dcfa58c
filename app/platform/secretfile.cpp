// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/secretfile.h"

#include "app/platform/sealing.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QIODevice>
#include <QLockFile>
#include <QSaveFile>

#include <chrono>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

const QByteArray magic = QByteArrayLiteral("aside secrets\n");
constexpr char version = 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype checksumSize = 32;
constexpr qint64 largestFile = 1'000'000;
constexpr int leastCost = 10;
constexpr int mostCost = 20; // 1 GiB: what a file may ask of this machine
constexpr auto patienceWithOthers = 10s;

QByteArray checksum(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

std::unexpected<Error> damaged(const char *what)
{
    return fail(Errc::SecretsDamaged, QString::fromLatin1(what));
}

Secret toBytes(const QMap<QString, Secret> &secrets)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    for (const auto &[name, secret] : secrets.asKeyValueRange()) {
        stream << name << secret.bytes();
    }
    return Secret(std::move(bytes));
}

Result<QMap<QString, Secret>> fromBytes(const Secret &plain)
{
    QDataStream stream(plain.bytes());
    stream.setVersion(QDataStream::Qt_6_0);
    QMap<QString, Secret> secrets;
    while (!stream.atEnd()) {
        QString name;
        QByteArray bytes;
        stream >> name >> bytes;
        if (stream.status() != QDataStream::Ok) {
            return damaged("what is inside");
        }
        secrets.insert(name, Secret(std::move(bytes)));
    }
    return secrets;
}

} // namespace

/// The file, taken apart.
struct SecretFile::Head {
    int log2N = 0;
    QByteArray salt;
    QByteArray nonce;
    QByteArray bytes; ///< all of this
    QByteArray sealed; ///< what follows it

    static QByteArray make(const Key &key, const QByteArray &nonce)
    {
        return magic + version + static_cast<char>(key.log2N) + key.salt + nonce;
    }

    static Result<Head> parse(const QByteArray &file)
    {
        const qsizetype size = magic.size() + 2 + saltSize + sealNonceSize;
        if (!file.startsWith(magic) || file.size() < size + sealTagSize + checksumSize) {
            return damaged("no file of secrets");
        }
        const QByteArray body = file.chopped(checksumSize);
        if (checksum(body) != file.last(checksumSize)) {
            return damaged("the checksum");
        }
        const int log2N = file.at(magic.size() + 1);
        if (file.at(magic.size()) != version || log2N < leastCost || log2N > mostCost) {
            return damaged("its version");
        }
        return Head{.log2N = log2N,
                    .salt = file.sliced(magic.size() + 2, saltSize),
                    .nonce = file.sliced(magic.size() + 2 + saltSize, sealNonceSize),
                    .bytes = file.first(size),
                    .sealed = body.sliced(size)};
    }

    static Result<Head> read(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Errc::NoPermission, QStringLiteral("the file of secrets cannot be read"));
        }
        if (file.size() > largestFile) {
            return damaged("its size");
        }
        return parse(file.readAll());
    }
};

SecretFile::SecretFile(QString path, KeyCost costOfNew)
    : m_path(std::move(path))
    , m_costOfNew(costOfNew)
{
}

bool SecretFile::exists() const
{
    return QFile::exists(m_path);
}

Result<void> SecretFile::unlock(const Secret &passphrase)
{
    if (passphrase.isEmpty()) {
        return fail(Errc::PassphraseMissing, QStringLiteral("an empty passphrase"));
    }
    Key key{.bytes = {}, .salt = randomBytes(saltSize), .log2N = m_costOfNew.log2N};
    const bool isThere = exists();
    if (isThere) {
        const Result<Head> head = Head::read(m_path);
        if (!head) {
            return std::unexpected(head.error());
        }
        key.salt = head->salt;
        key.log2N = head->log2N;
    }
    Result<Secret> bytes = sealKey(passphrase, key.salt, key.log2N);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    key.bytes = *std::move(bytes);
    m_key = std::move(key);
    if (const Result<Secrets> opened = load(); !opened) {
        m_key.reset();
        return std::unexpected(opened.error());
    }
    return {};
}

Result<Secret> SecretFile::read(const QString &name)
{
    const Result<Secrets> secrets = load();
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    const auto found = secrets->constFind(name);
    return found != secrets->cend() ? Result<Secret>(*found)
                                    : fail(Errc::SecretMissing, QStringLiteral("not in the file"));
}

Result<void> SecretFile::keep(const QString &name, const Secret &secret)
{
    return change([&](Secrets &secrets) { secrets.insert(name, secret); });
}

Result<void> SecretFile::forget(const QString &name)
{
    return change([&](Secrets &secrets) { secrets.remove(name); });
}

Result<SecretFile::Secrets> SecretFile::load()
{
    if (!m_key) {
        return fail(Errc::PassphraseMissing, QStringLiteral("locked"));
    }
    if (!exists()) {
        return Secrets();
    }
    const Result<Head> head = Head::read(m_path);
    if (!head) {
        return std::unexpected(head.error());
    }
    if (head->salt != m_key->salt || head->log2N != m_key->log2N) {
        m_key.reset();
        return fail(Errc::PassphraseMissing, QStringLiteral("the file was made anew"));
    }
    return unseal(head->sealed, m_key->bytes, head->nonce, head->bytes).and_then(fromBytes);
}

Result<void> SecretFile::change(const std::function<void(Secrets &)> &how)
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.setStaleLockTime(0ms); // a program that ended is told by its number
    if (!lock.tryLock(patienceWithOthers)) {
        return lock.error() == QLockFile::LockFailedError
            ? fail(Errc::Conflict, QStringLiteral("another program writes secrets"))
            : fail(Errc::ReadOnly, QStringLiteral("the folder of the secrets"));
    }
    Result<Secrets> secrets = load();
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    how(*secrets);
    return save(*secrets);
}

Result<void> SecretFile::save(const Secrets &secrets) const
{
    const QByteArray nonce = randomBytes(sealNonceSize); // never the same with one key
    const QByteArray head = Head::make(*m_key, nonce);
    const Result<QByteArray> sealed = seal(toBytes(secrets), m_key->bytes, nonce, head);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const QByteArray body = head + *sealed;
    const QByteArray bytes = body + checksum(body);
    if (bytes.size() > largestFile) {
        return fail(Errc::TooLarge, QStringLiteral("the file of secrets"));
    }
    QSaveFile file(m_path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten) {
        return fail(file.error() == QFileDevice::ResourceError ? Errc::DiskFull : Errc::ReadOnly,
                    QStringLiteral("the file of secrets cannot be written"));
    }
    return {};
}

} // namespace aside
