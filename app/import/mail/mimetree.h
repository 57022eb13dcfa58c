// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/headervalue.h"
#include "app/import/mail/mailheader.h"
#include "models/core/error.h"

#include <QByteArrayView>
#include <QList>

namespace aside {

/// A part that holds no other parts; views into the raw message.
struct MimePart {
    MailHeader header;
    HeaderValue type = {};
    QByteArrayView body = {}; ///< still in its transfer encoding
    int alternative = 0; ///< which multipart/alternative it belongs to; 0 = none
};

/// The leaves of a message in their order. One pass over the bytes whatever the nesting; an attached message
/// is a leaf. Errors: TooDeep, TooLarge.
[[nodiscard]] Result<QList<MimePart>> readMimeTree(const MailHeader &header, QByteArrayView body);

/// The body without its transfer encoding.
[[nodiscard]] QByteArray decodeTransfer(const MimePart &part);

} // namespace aside
