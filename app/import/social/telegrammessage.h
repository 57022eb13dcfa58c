// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QJsonObject>
#include <QString>

namespace aside {

/// The chat a message of Telegram's export lies in, as far as it was read.
struct TelegramChat {
    QString id;
    QString name;
    QString type;
    QString ownId; ///< "user123": who exported; empty where the export does not say

    [[nodiscard]] bool isOneToOne() const;
    [[nodiscard]] QString customerHandle() const { return QStringLiteral("user") + id; }
};

/// One element of "messages", without its files. Errors: BrokenItem.
[[nodiscard]] Result<IncomingMessage> telegramMessage(const QJsonObject &json, const TelegramChat &chat);

/// A file that a message names, as the export wrote it.
struct TelegramFile {
    QString path; ///< relative to the export
    QString name;
    QString mimeType;
};

/// What the message carries; files that were left out of the export are left out here.
[[nodiscard]] QList<TelegramFile> telegramFiles(const QJsonObject &json);

/// Reads a file of the export. Never leaves the folder, whatever the path says.
/// Errors: InvalidInput (outside), NotFound, NotAFile, NoPermission, TooLarge, Io.
[[nodiscard]] Result<IncomingAttachment> readTelegramFile(const QString &folder, const TelegramFile &file);

} // namespace aside
