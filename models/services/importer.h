// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/importreport.h"
#include "models/ports/importsource.h"
#include "models/ports/messagesink.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace aside {

/// Carries messages from sources into the sink, on a thread of its own: reads the next step while the last
/// one is applied, and goes on where an interrupted import of the same source stopped. Imports run one after
/// another.
class Importer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Importer)

public:
    using Opening = std::function<Result<std::unique_ptr<ImportSource>>()>;
    using Opener = std::function<Result<std::unique_ptr<ImportSource>>(const QString &path)>;

    explicit Importer(MessageSink &sink, QObject *parent = nullptr);
    /// Stops what runs and waits for it.
    ~Importer() override;

    /// `open` is called on the worker. An error says why the import could not begin or go on; what was
    /// applied before it stays.
    [[nodiscard]] QFuture<Result<ImportReport>> start(Opening open);
    /// Several paths in one report. A path that cannot be read is a problem of the report, unless it is the
    /// only one or all fail.
    [[nodiscard]] QFuture<Result<ImportReport>> start(const QStringList &paths, Opener open);
    /// Every import that was started ends soon, with the report so far.
    void cancel();

Q_SIGNALS:
    /// At most every 100 ms.
    void progress(const aside::ImportProgress &state);

private:
    struct Part {
        QString name;
        Opening open;
    };
    class Run;

    [[nodiscard]] QFuture<Result<ImportReport>> startParts(QList<Part> parts);

    MessageSink &m_sink;
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace aside
