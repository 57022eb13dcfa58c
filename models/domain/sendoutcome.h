// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace aside {

/// Whether all of a message had left when the answer to it was lost. Stored: never renumber.
enum class LastByte : quint8 {
    NotLeft = 0, ///< the server cannot have taken it
    Left = 1, ///< the server may have it
};

/// What a fault concerns.
enum class FaultScope : quint8 {
    Item, ///< this reply alone: others of the account may go on
    Account, ///< the connection, the sign-in, the rate: nothing of the account goes now
};

/// The server has it.
struct Sent {
    QString remoteId{}; ///< the channel's own id of it, where the channel gives one
    QString words{}; ///< what the server said, foreign text
    bool wantsCopy = false; ///< a copy is still to be filed: ChannelAdapter::fileCopy()
    QString conversationKey{}; ///< as IncomingMessage has it, where the channel names its conversations

    bool operator==(const Sent &) const = default;
};

/// What became of the copy of a sent message once its server could be reached.
struct CopyFiling {
    std::optional<Errc> fault{}; ///< none: it is filed, or there is no place for it
    QString words{}; ///< what the server said, foreign text

    bool operator==(const CopyFiling &) const = default;
};

/// The server will not take it, and said so.
struct Refused {
    QString code{}; ///< as the server gives it: "550 5.1.1", "901"
    QString words{}; ///< foreign text

    bool operator==(const Refused &) const = default;
};

/// Surely not sent: it can be tried again.
struct RetryLater {
    FaultScope scope = FaultScope::Account;
    Errc cause = Errc::Network;
    std::optional<std::chrono::seconds> after{}; ///< how long the server wants us to wait
    QString code{};
    QString words{}; ///< foreign text

    bool operator==(const RetryLater &) const = default;
};

/// It left, wholly or in part, and no answer came.
struct Unknown {
    LastByte lastByte = LastByte::Left;
    Errc cause = Errc::Network;
    QString words{}; ///< the last that the server said, foreign text

    bool operator==(const Unknown &) const = default;
};

/// How one attempt to send ended. Source: architecture.md, "The channel port".
using SendOutcome = std::variant<Sent, Refused, RetryLater, Unknown>;

/// What a look at the server says of a message whose outcome is unknown. Stored: never renumber.
enum class Evidence : quint8 {
    None = 0, ///< nobody has looked yet
    Found = 1, ///< it is there
    NotFound = 2, ///< it is not in the places where it ought to be
    CannotTell = 3, ///< the channel has no place to look
};

[[nodiscard]] QLatin1StringView evidenceName(Evidence evidence);

/// What the evidence rests on. Stored by its name: never rename.
enum class LookKind : quint8 {
    Other, ///< the words alone say it, as those that earlier versions kept
    SentFolders, ///< it was looked for by its id in folders of what was sent; the words name them
    NoSentFolder, ///< the account has no such folder
    LateAnswer, ///< nobody looked: the server answered after it had been given up, with the words
};

/// Empty for Other.
[[nodiscard]] QLatin1StringView lookName(LookKind look);

/// What the evidence rests on, with foreign text beside it.
struct LookTrace {
    LookKind look = LookKind::Other;
    QString words{};

    /// One text of both, for the store.
    [[nodiscard]] QString toText() const;
    /// Of any text: one that toText() did not make are words.
    [[nodiscard]] static LookTrace parse(const QString &text);

    bool operator==(const LookTrace &) const = default;
};

/// The answer to such a look.
struct Reconciliation {
    Evidence evidence = Evidence::CannotTell;
    QString remoteId{}; ///< where it was found
    LookKind look = LookKind::Other;
    QString words{}; ///< beside it, foreign text
    QString conversationKey{}; ///< of what was found, as IncomingMessage has it

    bool operator==(const Reconciliation &) const = default;
};

} // namespace aside
