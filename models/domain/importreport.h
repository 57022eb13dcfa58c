// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incoming.h"

#include <QList>
#include <QMetaType>

namespace aside {

/// How far a running import is.
struct ImportProgress {
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< 0 = not known
    qint64 messages = 0; ///< handed to the store so far, duplicates included
    qint64 problems = 0;

    bool operator==(const ImportProgress &) const = default;
};

/// What became of an import.
struct ImportReport {
    static constexpr qsizetype maxErrors = 1000;

    qint64 imported = 0;
    qint64 duplicates = 0;
    qint64 skipped = 0; ///< all items that could not be read
    qint64 conversations = 0; ///< new ones
    QList<ImportProblem> errors; ///< the first of the skipped, at most maxErrors
    bool cancelled = false;

    bool operator==(const ImportReport &) const = default;
};

} // namespace aside

Q_DECLARE_METATYPE(aside::ImportProgress)
