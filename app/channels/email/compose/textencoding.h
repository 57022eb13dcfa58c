// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace aside::mail {

/// A text as the body of a part: CRLF line ends, seven bits, no line above 76 bytes.
struct EncodedText {
    QByteArray encoding; ///< the value of Content-Transfer-Encoding
    QByteArray bytes;

    bool operator==(const EncodedText &) const = default;
};

/// "7bit" where the text is so by itself, else what is shorter of "quoted-printable" and "base64" (RFC 2045
/// 6). Pure.
[[nodiscard]] EncodedText encodeText(const QString &text);

} // namespace aside::mail
