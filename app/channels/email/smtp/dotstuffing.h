// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace aside::smtp {

/// A letter on its way through DATA (RFC 5321 4.5.2): a dot at the start of a line is doubled, bare CR and LF
/// become CRLF, so that nothing in it can end it and let commands follow. Fed in pieces, however they are
/// cut.
class DotStuffing
{
public:
    [[nodiscard]] QByteArray stuffed(QByteArrayView bytes);
    /// What ends the letter: a line end where the last line has none, and the dot.
    [[nodiscard]] QByteArray end() const;

private:
    bool m_isLineStart = true;
    bool m_hasReturn = false; ///< a CR came last; it is written with what follows
};

} // namespace aside::smtp
