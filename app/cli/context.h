// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "models/core/id.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QFuture>

#include <expected>
#include <memory>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace aside::cli {

/// Whether the person asked the program to stop.
class Interrupt
{
public:
    Interrupt() = default;
    virtual ~Interrupt() = default;
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    /// From now on a request to stop is noted and no longer ends the program at once.
    virtual void watch() = 0;
    [[nodiscard]] virtual bool asked() const = 0;
};

/// What a command works with.
struct CommandContext {
    Backend &backend;
    Output &output;
    QIODevice &input;
    Interrupt &interrupt;
    ProfileOptions profile; ///< the directory and the encryption the person named; set by parse()
};

/// One word after `asidectl`.
struct Command {
    QString name;
    QString synopsis; ///< arguments and options
    QString summary; ///< one translated sentence
    QList<QCommandLineOption> options;
    int atLeast = 0; ///< positional arguments
    int atMost = 0; ///< -1 for any number
    ExitCode (*run)(CommandContext &, const QStringList &) = nullptr;
};

/// A step of a command. What went wrong has been told already; only the exit code is left.
template <typename T>
using Step = std::expected<T, ExitCode>;

/// The options every command has.
[[nodiscard]] QList<QCommandLineOption> globalOptions();

/// Parses what follows the command's name and puts the global options into the context. Answers with
/// ExitCode::Ok as the failure where --help was asked for.
[[nodiscard]] Step<std::unique_ptr<QCommandLineParser>> parse(CommandContext &context, const Command &command,
                                                              const QStringList &arguments);

[[nodiscard]] Step<std::unique_ptr<Session>> openProfile(CommandContext &context, ProfileAccess access);

/// "12" as an id; anything else is wrong usage.
[[nodiscard]] Step<qint64> idArgument(CommandContext &context, const QString &text);
/// The number an option gives within bounds, or the fallback where it is absent.
[[nodiscard]] Step<int> numberOption(CommandContext &context, const QCommandLineParser &parser,
                                     const QString &name, int fallback, int most);

[[nodiscard]] QString conversationSubject(ConversationId id);

/// The conversation that a person named, or the one it was merged into.
[[nodiscard]] Step<ConversationId> existing(CommandContext &context, Session &session, ConversationId id);

/// Waits for a store's answer: here there is no window to keep alive.
template <typename T>
[[nodiscard]] Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (!future.isResultReadyAt(0)) {
        return fail(Errc::Cancelled, QStringLiteral("the store closed before it answered"));
    }
    return future.takeResult();
}

/// The same, and tells what went wrong with `subject`.
template <typename T>
[[nodiscard]] Step<T> awaitStep(CommandContext &context, const QString &subject, QFuture<Result<T>> future)
{
    Result<T> result = await(std::move(future));
    if (!result) {
        return std::unexpected(context.output.failure(subject, result.error().code));
    }
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return std::move(*result);
    }
}

} // namespace aside::cli
