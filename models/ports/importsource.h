// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incoming.h"

namespace aside {

/// What a source read in one step: bounded in count and bytes, so that memory stays flat.
struct ImportStep {
    QList<IncomingMessage> messages;
    QList<ImportProblem> problems; ///< broken items, skipped
    QByteArray cursor; ///< where to go on after this step
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< 0 = not known
    bool atEnd = false;
};

/// A file or folder being imported, step by step. Used on one worker thread at a time; blocking is fine.
class ImportSource
{
public:
    ImportSource() = default;
    virtual ~ImportSource() = default;
    ImportSource(const ImportSource &) = delete;
    ImportSource &operator=(const ImportSource &) = delete;

    /// Names this source and the state it is in (canonical path, size, modification time): a cursor is only
    /// good for the same key.
    [[nodiscard]] virtual QString key() const = 0;
    /// Goes to a cursor that an earlier step of the same key answered with.
    [[nodiscard]] virtual Result<void> resume(const QByteArray &cursor) = 0;
    /// The next items; an error means that nothing more can be read.
    [[nodiscard]] virtual Result<ImportStep> next() = 0;
};

} // namespace aside
