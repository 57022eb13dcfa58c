// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/core/secret.h"
#include "models/domain/account.h"
#include "models/domain/foldertrouble.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonObject>

namespace aside::cli {

/// The options that say where a password comes from.
[[nodiscard]] QList<QCommandLineOption> passwordOptions();
/// From --password-file, --password-env, or the person at the terminal. Never from an argument: other
/// programs can read those.
[[nodiscard]] Step<Secret> passwordOf(CommandContext &context, const QCommandLineParser &parser,
                                      const QString &address);

/// The account that a person named, by its number or its address.
[[nodiscard]] Step<Account> accountArgument(CommandContext &context, Session &session, const QString &name);

/// Adds an account that has no secret, and tells its number.
[[nodiscard]] ExitCode keepAccount(CommandContext &context, const Account &wanted);

[[nodiscard]] QJsonObject accountJson(const Account &account);
[[nodiscard]] QJsonArray troublesJson(const QList<FolderTrouble> &troubles);
/// Letters of an account that could not be read until now; none where the store does not say.
[[nodiscard]] QList<FolderTrouble> unreadLetters(Session &session, AccountId account);
/// Says which setting is missing or makes no sense.
[[nodiscard]] ExitCode wrongSetting(CommandContext &context, const QString &setting);

} // namespace aside::cli
