// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/literal.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace aside::imap {

/// How much of everything a server may send. Whatever is beyond is Errc::TooLarge or Errc::TooDeep, and ends
/// the session: a server that does this is broken or means ill.
struct Limits {
    qsizetype longestText = 4LL * 1'024 * 1'024; ///< of one response, without its literals
    qsizetype mostLiterals = 2'000; ///< in one response
    qsizetype plainLiteral = 64LL * 1'024; ///< a name, an address, a word of a header
    qint64 bodyLiteral = 256LL * 1'024 * 1'024; ///< a message or a part of one
    qint64 mostLiteralBytes = 512LL * 1'024 * 1'024; ///< all literals of one response
    qsizetype inMemory = 256LL * 1'024; ///< a longer literal goes into a file
    int deepest = 100; ///< lists in lists
    qsizetype mostValues = 250'000; ///< in the lists of one response
    qint64 mostCollected = 96LL * 1'024 * 1'024; ///< kept in memory for one command
    qsizetype mostFolders = 200'000;
    QString spoolFolder{}; ///< for those files; empty: the system's
};

/// One response as it came, without line ends. Where the text says "{5}", the bytes are a literal.
struct RawResponse {
    struct Placed {
        qsizetype at = 0; ///< in the text, just behind its "}"
        Literal literal;
    };

    QByteArray text;
    QList<Placed> literals;
};

/// Cuts what comes from the server into responses, wherever the network cut it. Literals pass through into
/// memory or a file; nothing else is looked into.
class ResponseReader
{
public:
    explicit ResponseReader(Limits limits);

    void feed(QByteArrayView bytes);
    /// The next whole response; none: more must be fed first. After an error it has no more to say.
    [[nodiscard]] Result<std::optional<RawResponse>> next();
    /// What was fed and belongs to no response yet, taken away: bytes that speak another protocol.
    [[nodiscard]] QByteArray takeRest();

private:
    [[nodiscard]] Result<bool> readLine();
    [[nodiscard]] Result<bool> readLiteral();
    [[nodiscard]] Result<void> announce(QByteArrayView digits);
    [[nodiscard]] bool mayHaveLiterals() const;
    [[nodiscard]] bool isFetch() const;

    Limits m_limits;
    QByteArray m_input;
    qsizetype m_at = 0; ///< in the input: read up to here
    qsizetype m_searched = 0; ///< in the input: no line end up to here
    RawResponse m_response;
    std::optional<Literal::Writer> m_literal;
    qint64 m_literalBytes = 0; ///< of this response
};

} // namespace aside::imap
