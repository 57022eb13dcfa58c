// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keystore.h"

#include "app/platform/keychain.h"
#include "models/core/logging.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QUuid>

#include <array>

namespace aside {

namespace {

constexpr qsizetype keySize = 32;
constexpr qint64 longestLine = 200;

Secret randomKey()
{
    std::array<quint32, keySize / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return Secret(QByteArray(reinterpret_cast<const char *>(words.data()), keySize));
}

/// Blocks: there is no window yet that could stand still.
Result<Secret> fromKeychain(const QString &name, std::chrono::milliseconds patience)
{
    return Keychain(patience).read(name).result();
}

std::unexpected<Error> keyMissing(const QString &why)
{
    return fail(Errc::KeyMissing, why);
}

} // namespace

KeyStore::KeyStore(QString directory, std::chrono::milliseconds patience)
    : m_directory(std::move(directory))
    , m_patience(patience)
{
}

Result<std::optional<ProfileKey>> KeyStore::find() const
{
    QFile file(m_directory + QStringLiteral("/key"));
    if (!file.exists()) {
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, QStringLiteral("the key file cannot be read"));
    }
    const QList<QByteArray> words = file.read(longestLine).simplified().split(' ');
    if (words.size() == 1 && words.at(0) == "none") {
        return ProfileKey{};
    }
    if (words.size() == 2 && words.at(0) == "raw") {
        Secret key(QByteArray::fromHex(words.at(1)));
        // fromHex() skips what is no digit: a key with a letter lost or changed would be another key.
        if (key.bytes().size() != keySize || key.bytes().toHex() != words.at(1).toLower()) {
            return keyMissing(QStringLiteral("the key file is damaged"));
        }
        return ProfileKey{.place = KeyPlace::File, .key = std::move(key)};
    }
    if (words.size() != 2 || words.at(0) != "keychain") {
        return keyMissing(QStringLiteral("the key file is damaged"));
    }
    const Result<Secret> key = fromKeychain(QString::fromLatin1(words.at(1)), m_patience);
    if (!key) {
        return keyMissing(key.error().detail);
    }
    if (key->bytes().size() != keySize) {
        return keyMissing(QStringLiteral("the keychain holds something else"));
    }
    return ProfileKey{.place = KeyPlace::Keychain, .key = *key};
}

Result<ProfileKey> KeyStore::create() const
{
    Secret key = randomKey();
    const QByteArray name = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    // Believed only when it can be read back: some keychains take a secret and lose it.
    const QString entry = QString::fromLatin1(name);
    const bool kept = Keychain(m_patience)
                          .keep(entry, key)
                          .result()
                          .and_then([&] { return fromKeychain(entry, m_patience); })
                          .transform([&](const Secret &read) { return read.bytes() == key.bytes(); })
                          .value_or(false);
    const QByteArray line = kept ? "keychain " + name + '\n' : "raw " + key.bytes().toHex() + '\n';
    return writePlace(line).transform(
        [&] {
            if (!kept) {
                qCWarning(logPlatform)
                    << "no keychain answered: the key of this profile lies in a file beside it";
            }
            return ProfileKey{.place = kept ? KeyPlace::Keychain : KeyPlace::File, .key = std::move(key)};
        });
}

Result<ProfileKey> KeyStore::createPlain() const
{
    return writePlace(QByteArrayLiteral("none\n")).transform([] { return ProfileKey{}; });
}

Result<void> KeyStore::writePlace(const QByteArray &line) const
{
    QSaveFile file(m_directory + QStringLiteral("/key"));
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(line) == line.size() && file.commit();
    if (!written) {
        return fail(file.error() == QFileDevice::ResourceError ? Errc::DiskFull : Errc::ReadOnly,
                    QStringLiteral("the key file cannot be written"));
    }
    return {};
}

} // namespace aside
