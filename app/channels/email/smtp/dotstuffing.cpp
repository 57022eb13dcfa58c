// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/dotstuffing.h"

namespace aside::smtp {

QByteArray DotStuffing::stuffed(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 64);
    for (const char c : bytes) {
        if (c == '\n' || m_hasReturn) {
            out += "\r\n";
            m_isLineStart = true;
            const bool isWhole = c == '\n';
            m_hasReturn = false;
            if (isWhole) {
                continue;
            }
        }
        if (c == '\r') {
            m_hasReturn = true;
            continue;
        }
        if (c == '.' && m_isLineStart) {
            out += '.';
        }
        out += c;
        m_isLineStart = false;
    }
    return out;
}

QByteArray DotStuffing::end() const
{
    return m_isLineStart && !m_hasReturn ? ".\r\n" : "\r\n.\r\n";
}

} // namespace aside::smtp
