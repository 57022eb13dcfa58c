// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/domain/importreport.h"
#include "models/ports/messagesink.h"

#include <QStringList>

#include <optional>

namespace aside::cli {

/// Counts what passes, so that an import that ends in an error can still say how far it came.
class CountingSink final : public MessageSink
{
public:
    explicit CountingSink(MessageSink &sink);

    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override;
    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override;

    [[nodiscard]] const ApplyReport &total() const { return m_total; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    MessageSink &m_sink;
    ApplyReport m_total;
    bool m_failed = false;
};

/// What an import came to, and why it counts as failed, where it does.
struct ImportOutcome {
    ImportReport report;
    std::optional<Errc> failure;
};

/// Imports paths into a profile and waits, showing how far it is and stopping when the person asks for it.
class ImportRun
{
public:
    ImportRun(CommandContext &context, Session &session);

    [[nodiscard]] ImportOutcome run(const QStringList &paths, const ImportOptions &options);

private:
    [[nodiscard]] Result<ImportReport> import(const QStringList &paths, const ImportOptions &options);
    [[nodiscard]] ImportOutcome broken(const QStringList &paths, const Error &error) const;
    void showProgress(const ImportProgress &state);

    CommandContext &m_context;
    CountingSink m_sink;
    QList<ImportProblem> m_unopened;
};

} // namespace aside::cli
