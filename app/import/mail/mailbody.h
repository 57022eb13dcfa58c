// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mimetree.h"
#include "models/domain/incoming.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace aside {

/// What a person sees of a message below its header.
struct MailBody {
    QString text;
    QString html;
    QList<IncomingAttachment> attachments;
};

/// Chooses between alternatives, turns HTML into words where there is no plain text, decodes the attachments.
[[nodiscard]] MailBody readMailBody(const QList<MimePart> &parts, QByteArrayView charset);

/// The charset the message's text declares: the best guess for raw bytes in its header.
[[nodiscard]] QByteArray textCharset(const QList<MimePart> &parts);

} // namespace aside
