// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace aside::smtp {

/// What a server answers (RFC 5321 4.2), with its enhanced code (RFC 2034) where it gives one.
struct Reply {
    int code = 0;
    QByteArray enhanced{}; ///< "5.1.1"; empty where there is none
    QByteArrayList lines{}; ///< without codes

    [[nodiscard]] bool isGood() const { return code / 100 == 2; }
    [[nodiscard]] bool isForMore() const { return code / 100 == 3; }
    [[nodiscard]] bool isTemporary() const { return code / 100 == 4; }
    /// "550 5.1.1"
    [[nodiscard]] QString codes() const;
    /// The server's words on one line, foreign text, at most 1,000 letters.
    [[nodiscard]] QString words() const;

    bool operator==(const Reply &) const = default;
};

/// Makes replies of the bytes that come, however they are cut.
class ReplyReader
{
public:
    static constexpr qsizetype longestLine = 8LL * 1'024; ///< RFC 5321 says 512; not everybody reads it
    static constexpr qsizetype mostLines = 500;

    void feed(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// The next whole reply, nothing where it has not come yet. Errc::BadAnswer, after which nothing more can
    /// be read.
    [[nodiscard]] Result<std::optional<Reply>> next();
    /// Whether all that came was understood and taken.
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty() && m_begun.lines.isEmpty(); }

private:
    QByteArray m_bytes;
    Reply m_begun; ///< its last line is still to come
};

} // namespace aside::smtp
