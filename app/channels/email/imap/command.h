// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/uidset.h"
#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <vector>

namespace aside::imap {

/// What is said to the server: words, and literals between them. What comes from outside goes through
/// string() or folder() and cannot become a word, a line or another command.
class Command
{
public:
    /// Up to `size` bytes of the source follow the text, announced by their count.
    struct Piece {
        Secret text; ///< of ours, to be sent as it is
        Secret literal{};
        std::unique_ptr<QIODevice> source{}; ///< instead of the literal
        qint64 size = -1; ///< of the literal; -1: there is none
    };

    explicit Command(QByteArrayView words);

    /// Of ours: nothing from outside.
    Command &&words(QByteArrayView words) &&;
    /// In quotes where it can be, else as a literal. A zero cannot be sent at all.
    Command &&string(QByteArrayView text) &&;
    /// The same, and not to be seen in any dump of ours.
    Command &&secret(const Secret &text) &&;
    Command &&uids(const UidSet &uids) &&;
    /// What the source holds, from where it stands; it must have as many bytes as it says.
    Command &&content(std::unique_ptr<QIODevice> source, qint64 size) &&;

    /// Errc::InvalidInput where something in it cannot be sent.
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] std::vector<Piece> &pieces() { return m_pieces; }

private:
    void put(QByteArrayView text);

    std::vector<Piece> m_pieces;
    bool m_isSendable = true;
};

/// A flag a server may be told: "\Seen" or a word of letters, digits and a few signs.
[[nodiscard]] bool isFlag(QByteArrayView text);

} // namespace aside::imap
