// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/profilesecrets.h"

#include "app/platform/keychain.h"

#include <QFile>
#include <QPromise>
#include <QSaveFile>
#include <QUuid>

#include <utility>

namespace aside {

namespace {

constexpr int tries = 3;
constexpr qint64 longestPrefix = 100;

} // namespace

ProfileSecrets::ProfileSecrets(QString directory, PassphraseSource &passphrases, Limits limits)
    : m_directory(std::move(directory))
    , m_passphrases(passphrases)
    , m_patience(limits.patience)
    , m_file(m_directory + QStringLiteral("/secrets"), limits.cost)
{
    m_worker.setMaxThreadCount(1);
}

ProfileSecrets::ProfileSecrets(QString directory, PassphraseSource &passphrases)
    : ProfileSecrets(std::move(directory), passphrases, Limits())
{
}

ProfileSecrets::~ProfileSecrets()
{
    m_wait.end();
    m_worker.waitForDone();
}

template <typename T, typename Work>
QFuture<Result<T>> ProfileSecrets::run(Work work)
{
    QPromise<Result<T>> promise;
    promise.start();
    QFuture<Result<T>> future = promise.future();
    m_worker.start([this, work = std::move(work), promise = std::move(promise)]() mutable {
        promise.addResult(m_wait.isOver() ? fail(Errc::Cancelled, QStringLiteral("closing")) : work());
        promise.finish();
    });
    return future;
}

QFuture<Result<Secret>> ProfileSecrets::read(QString name)
{
    return run<Secret>([this, name = std::move(name)] { return readNow(name); });
}

QFuture<Result<void>> ProfileSecrets::keep(QString name, Secret secret)
{
    return run<void>(
        [this, name = std::move(name), secret = std::move(secret)] { return keepNow(name, secret); });
}

QFuture<Result<void>> ProfileSecrets::forget(QString name)
{
    return run<void>([this, name = std::move(name)] { return forgetNow(name); });
}

Result<Secret> ProfileSecrets::readNow(const QString &name)
{
    if (!m_file.exists()) {
        return readKeychain(name);
    }
    Result<Secret> filed = withFile<Secret>([&] { return m_file.read(name); });
    if (filed || filed.error().code != Errc::SecretMissing) {
        return filed;
    }
    Result<Secret> kept = readKeychain(name); // of a time when there was one
    return !kept && kept.error().code == Errc::KeychainMissing ? filed : kept;
}

Result<void> ProfileSecrets::keepNow(const QString &name, const Secret &secret)
{
    if (!m_file.exists()) {
        Result<void> kept = keepInKeychain(name, secret);
        if (kept || kept.error().code != Errc::KeychainMissing) {
            return kept;
        }
    }
    return withFile<void>([&] { return m_file.keep(name, secret); });
}

Result<void> ProfileSecrets::forgetNow(const QString &name)
{
    if (m_file.exists()) {
        if (Result<void> gone = withFile<void>([&] { return m_file.forget(name); }); !gone) {
            return gone;
        }
    }
    if (prefix().isEmpty()) {
        return {};
    }
    Result<void> gone
        = m_wait.result(Keychain(m_patience).forget(QString::fromLatin1(prefix()) + u'/' + name));
    const bool isSettled = gone || gone.error().code == Errc::KeychainMissing;
    return isSettled ? Result<void>() : gone;
}

/// Works with the file; asks for the passphrase where it is wanted, also where another program made the file
/// anew meanwhile.
template <typename T, typename Work>
Result<T> ProfileSecrets::withFile(Work work)
{
    for (int i = 0; i < 2; ++i) {
        if (m_file.isLocked()) {
            if (const Result<void> opened = unlock(); !opened) {
                return std::unexpected(opened.error());
            }
        }
        Result<T> done = work();
        if (done || !m_file.isLocked()) {
            return done;
        }
    }
    return fail(Errc::Conflict, QStringLiteral("the file of secrets changes all the time"));
}

Result<void> ProfileSecrets::unlock()
{
    PassphraseUse use = m_file.exists() ? PassphraseUse::Open : PassphraseUse::Make;
    for (int i = 0; i < tries; ++i) {
        const Result<Secret> passphrase = m_wait.result(m_passphrases.ask(use));
        if (!passphrase) {
            return std::unexpected(passphrase.error());
        }
        Result<void> opened = m_file.unlock(*passphrase);
        if (opened || opened.error().code != Errc::PassphraseWrong) {
            return opened;
        }
        use = PassphraseUse::OpenAgain;
    }
    return fail(Errc::PassphraseWrong, QStringLiteral("after some tries"));
}

Result<Secret> ProfileSecrets::readKeychain(const QString &name)
{
    const QByteArray id = prefix();
    if (id.isEmpty()) {
        return fail(Errc::SecretMissing, QStringLiteral("nothing was kept yet"));
    }
    Result<Secret> read = m_wait.result(Keychain(m_patience).read(QString::fromLatin1(id) + u'/' + name));
    return read;
}

Result<void> ProfileSecrets::keepInKeychain(const QString &name, const Secret &secret)
{
    const Result<QByteArray> id = makePrefix();
    if (!id) {
        return std::unexpected(id.error());
    }
    Keychain keychain(m_patience);
    const QString entry = QString::fromLatin1(*id) + u'/' + name;
    if (Result<void> kept = m_wait.result(keychain.keep(entry, secret)); !kept) {
        return kept;
    }
    // Believed only when it can be read back: some keychains take a secret and lose it.
    const Result<Secret> read = m_wait.result(keychain.read(entry));
    if (!read && read.error().code != Errc::SecretMissing) {
        return std::unexpected(read.error());
    }
    return read && read->bytes() == secret.bytes()
        ? Result<void>()
        : fail(Errc::KeychainMissing, QStringLiteral("the keychain loses what it is given"));
}

/// Keychains are shared by all profiles of a person; this tells them apart. Empty: nothing is kept there.
QByteArray ProfileSecrets::prefix() const
{
    QFile file(m_directory + QStringLiteral("/keychain"));
    return file.open(QIODevice::ReadOnly) ? file.read(longestPrefix).trimmed() : QByteArray();
}

Result<QByteArray> ProfileSecrets::makePrefix()
{
    if (QByteArray id = prefix(); !id.isEmpty()) {
        return id;
    }
    QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QSaveFile file(m_directory + QStringLiteral("/keychain"));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(id + '\n') > 0 && file.commit();
    return isWritten ? Result<QByteArray>(std::move(id))
                     : fail(Errc::ReadOnly, QStringLiteral("the id for the keychain"));
}

} // namespace aside
