// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "models/ports/importsource.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace aside {

/// What the person said about an import beyond the path.
struct ImportOptions {
    QStringList ownAddresses; ///< "me@shop.example", "@shop.example"; decide incoming or outgoing
    QMap<QString, QString> columns; ///< our field → their column, from --map
    std::optional<Channel> channel; ///< for tables; default x when the Twitter columns are there, else manual
    std::optional<Audience> audience; ///< for tables
};

/// Looks at the path (never at its name alone) and opens the reader that fits: Maildir, mbox, .eml,
/// Telegram's result.json, the customer-care dialogues, CSV, JSON Lines. A folder that is no Maildir is
/// walked for these. Errors: NotFound, NoPermission, NotAFile (device, socket), Empty, UnknownFormat,
/// InvalidInput (a bad mapping).
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openImport(const QString &path,
                                                               const ImportOptions &options);

} // namespace aside
