// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/serverplace.h"

#include <QByteArray>

namespace aside::imap {

/// Takes a part as it is sent, in pieces of any size, and gives its bytes: RFC 2045 6.7 and 6.8. What does
/// not belong into the encoding is passed over, as mail programs do.
class PartDecoder
{
public:
    explicit PartDecoder(PartEncoding encoding);

    [[nodiscard]] QByteArray decode(QByteArrayView piece);
    /// What the last bytes stand for, once all have come.
    [[nodiscard]] QByteArray finish();

private:
    enum class Quoted : quint8 { Text, Equals, SpaceBehind, ReturnBehind, OneDigit };

    void takeBase64(char c, QByteArray &out);
    void takeQuoted(char c, QByteArray &out);
    void takeBehindEquals(char c, QByteArray &out);
    void flush(QByteArray &out);

    PartEncoding m_encoding;
    quint32 m_bits = 0; ///< of the letters of base64 that wait for the next
    int m_letters = 0;
    Quoted m_quoted = Quoted::Text;
    char m_digit = '\0';
};

/// As BODYSTRUCTURE names it, in small letters.
[[nodiscard]] PartEncoding partEncoding(QByteArrayView name);

} // namespace aside::imap
