// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/literal.h"
#include "app/channels/email/imap/scanner.h"
#include "app/channels/email/imap/uidset.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

namespace aside::imap {

enum class Status : quint8 { Ok, No, Bad, Bye, PreAuth };

/// What stands in brackets: "[APPENDUID 38505 3955]".
struct Code {
    QByteArray name{}; ///< in capitals; empty: none
    QByteArray arguments{};

    bool operator==(const Code &) const = default;
};

/// How something went, in the words of the server. They may name people: not for the log.
struct Outcome {
    Status status = Status::Ok;
    Code code{};
    QByteArray words{};

    bool operator==(const Outcome &) const = default;
};

struct Tagged {
    QByteArray tag;
    Outcome outcome;
};

/// "+": the server wants more.
struct Continuation {
    QByteArray text;
};

struct Capabilities {
    QList<QByteArray> names; ///< in capitals
};

struct Enabled {
    QList<QByteArray> names; ///< in capitals
};

/// A folder. Its name is what the server calls it and nothing else: never a path on this machine.
struct Listed {
    QList<QByteArray> attributes; ///< in small letters, "\sent"
    char delimiter = '\0'; ///< none: folders hold no folders
    QByteArray name; ///< as the server wrote it
};

struct FolderStatus {
    QByteArray name;
    std::optional<quint64> messages{};
    std::optional<quint64> uidNext{};
    std::optional<quint64> uidValidity{};
    std::optional<quint64> unseen{};
    std::optional<quint64> highestModSeq{};
};

struct Exists {
    quint64 count = 0;
};

struct Expunged {
    quint64 sequence = 0;
};

/// Messages that are gone; `isEarlier`: before this session looked.
struct Vanished {
    UidSet uids;
    bool isEarlier = false;
};

struct Found {
    UidSet uids;
    QByteArray tag{}; ///< of the command, where the server says so
    std::optional<quint64> highestModSeq{};
};

/// A part of a message: "HEADER", "1.2", "" for the whole.
struct Section {
    QByteArray name; ///< in capitals
    std::optional<quint64> origin{}; ///< of a part of a part: the first byte
    Literal content{};
};

struct Fetched {
    quint64 sequence = 0;
    std::optional<Uid> uid{};
    std::optional<QList<QByteArray>> flags{};
    std::optional<quint64> modSeq{};
    std::optional<quint64> size{};
    std::optional<Instant> arrivedAt{};
    QList<Section> sections{};
    Value structure{}; ///< of BODYSTRUCTURE; else NIL

    /// Nothing where it was not sent, or where there is no such part any more.
    [[nodiscard]] const Section *section(QByteArrayView name) const;
};

/// Something that is understood by nobody here, or of no use.
struct Ignored {
    QByteArray name;
};

using Response = std::variant<Tagged, Continuation, Outcome, Capabilities, Enabled, Listed, FolderStatus,
                              Exists, Expunged, Vanished, Found, Fetched, Ignored>;

/// Pure. Errc::BadAnswer, TooDeep or TooLarge.
[[nodiscard]] Result<Response> parseResponse(const RawResponse &raw, const Limits &limits);

/// The items of "(FLAGS (\Seen) UID 3)"; the scanner stands before its "(".
[[nodiscard]] Result<Fetched> parseFetched(Scanner &scanner);

} // namespace aside::imap
