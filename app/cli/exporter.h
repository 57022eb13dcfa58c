// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace aside::cli {

class Session;

/// The bytes of the attachments of one message.
using AttachmentData = QHash<AttachmentId, QByteArray>;

/// One message as a mail in an mbox (mboxrd): From_ line, headers, MIME parts, an empty line.
[[nodiscard]] QByteArray mboxEntry(const Thread &thread, const Message &message, const AttachmentData &data);

/// The whole conversation as pages, all text of others as plain text. Needs a QGuiApplication.
[[nodiscard]] Result<void> writePdf(QIODevice &device, const Thread &thread);

} // namespace aside::cli
