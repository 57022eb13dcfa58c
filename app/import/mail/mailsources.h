// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/importsources.h"
#include "models/ports/importsource.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace aside {

/// A directory with cur/ or new/ in it, or with a folder below (".Sent", "Archive/2024") that has them.
[[nodiscard]] bool looksLikeMaildir(const QString &path);
/// The beginning of a file (some kilobytes are enough) is a "From " line of an mbox and a header after it.
[[nodiscard]] bool looksLikeMbox(QByteArrayView head);
/// The beginning of a file is the header of a message.
[[nodiscard]] bool looksLikeMail(QByteArrayView head);

// Where the options name no own addresses, these guess them from the first messages.
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openMaildir(const QString &path,
                                                                const ImportOptions &options);
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openMbox(const QString &path,
                                                             const ImportOptions &options);
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openEml(const QString &path,
                                                            const ImportOptions &options);

} // namespace aside
