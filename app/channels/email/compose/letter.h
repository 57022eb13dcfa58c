// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/mail/mailbox.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

class QIODevice;

namespace aside::mail {

/// A file that goes along. Its bytes are read when the letter is, and never lie in memory as a whole.
struct LetterFile {
    QString name;
    QString mimeType; ///< empty or nonsense: application/octet-stream
    QString alt; ///< what a picture shows
    qint64 size = 0; ///< bytes
    /// A device open for reading, null where there is none any more. Called once for each reading of the
    /// letter, on the thread that reads.
    std::function<std::unique_ptr<QIODevice>()> open;
};

[[nodiscard]] LetterFile fileOfBytes(const QString &name, const QString &mimeType, const QByteArray &bytes);

/// What goes out by mail, as values.
struct Letter {
    Mailbox from;
    QList<Mailbox> replyTo;
    QList<Mailbox> to;
    QList<Mailbox> cc;
    QList<Mailbox> bcc; ///< in the envelope alone
    QString subject;
    QString messageId; ///< without brackets
    QString inReplyTo; ///< without brackets
    QStringList references; ///< the oldest first, without brackets
    Instant date{};
    std::chrono::seconds utcOffset{}; ///< of the sender's clock
    QString text;
    QString html; ///< empty: plain text alone
    QList<LetterFile> files;
};

} // namespace aside::mail
