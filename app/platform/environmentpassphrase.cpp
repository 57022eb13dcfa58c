// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/environmentpassphrase.h"

#include <QFile>
#include <QtEnvironmentVariables>

#include <optional>
#include <utility>

namespace aside {

namespace {

constexpr qint64 longestPassphrase = 10'000;

Result<Secret> firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::PassphraseMissing, QStringLiteral("the file with the passphrase"));
    }
    QByteArray line = file.readLine(longestPassphrase);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return Secret(std::move(line));
}

std::optional<Result<Secret>> fromEnvironment()
{
    if (qEnvironmentVariableIsSet("ASIDE_SECRETS_PASSPHRASE")) {
        return Secret(qgetenv("ASIDE_SECRETS_PASSPHRASE"));
    }
    if (qEnvironmentVariableIsSet("ASIDE_SECRETS_PASSPHRASE_FILE")) {
        return firstLineOf(qEnvironmentVariable("ASIDE_SECRETS_PASSPHRASE_FILE"));
    }
    return std::nullopt;
}

} // namespace

EnvironmentPassphrase::EnvironmentPassphrase(PassphraseSource *next)
    : m_next(next)
{
}

QFuture<Result<Secret>> EnvironmentPassphrase::ask(PassphraseUse use)
{
    std::optional<Result<Secret>> known = fromEnvironment();
    if (!known && m_next != nullptr) {
        return m_next->ask(use);
    }
    if (!known) {
        known = fail(Errc::PassphraseMissing, QStringLiteral("nobody to ask"));
    } else if (use == PassphraseUse::OpenAgain) {
        known = fail(Errc::PassphraseWrong, QStringLiteral("the one from the environment"));
    }
    return QtFuture::makeReadyValueFuture(*std::move(known));
}

} // namespace aside
