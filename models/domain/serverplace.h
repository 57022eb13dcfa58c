// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace aside {

/// What a mail server remembers of a message.
struct ServerFlags {
    bool isRead = false;
    bool isAnswered = false;
    bool isRemoved = false; ///< marked to be removed; other programs do not show it any more

    bool operator==(const ServerFlags &) const = default;
};

/// Where a message lies on its server: RFC 9051 2.3.1.1.
struct ServerPlace {
    QString folder{}; ///< as the server calls it
    quint32 uidValidity = 0;
    quint32 uid = 0;
    ServerFlags flags{};

    bool operator==(const ServerPlace &) const = default;
};

/// How the bytes of a part are written for the way: RFC 2045 6. Stored: never renumber.
enum class PartEncoding : quint8 { None = 0, Base64 = 1, QuotedPrintable = 2 };

/// A part of a message that was left at its server.
struct ServerPart {
    QString section{}; ///< by which it is asked for: RFC 9051 6.4.5
    PartEncoding encoding = PartEncoding::None;
    qint64 size = 0; ///< as it is sent, in bytes

    bool operator==(const ServerPart &) const = default;
};

/// About how many bytes a part has once it is decoded.
[[nodiscard]] constexpr qint64 decodedSize(const ServerPart &part)
{
    // Lines of 76 letters and a line end: RFC 2045 6.8.
    return part.encoding == PartEncoding::Base64 ? (part.size / 78 * 57) + (part.size % 78 * 3 / 4) : part.size;
}

/// What became of messages of a folder that are here already.
struct FolderNews {
    struct Flagged {
        quint32 uid = 0;
        ServerFlags flags{};

        bool operator==(const Flagged &) const = default;
    };

    QString folder{};
    quint32 uidValidity = 0; ///< places with another one are gone
    QList<Flagged> flags{};
    QList<std::pair<quint32, quint32>> vanished{}; ///< the first and the last of each range

    bool operator==(const FolderNews &) const = default;
};

/// What is written back to a server. Stored: never renumber.
enum class ServerMark : quint8 { Read = 0, Answered = 1, Archived = 2 };

/// A change made here that the server does not know yet. Doing it twice is as good as once.
struct ServerChange {
    qint64 id = 0;
    ServerMark mark = ServerMark::Read;
    bool isSet = true;
    QList<ServerPlace> places{}; ///< where the message lies; none: nowhere that is known

    bool operator==(const ServerChange &) const = default;
};

} // namespace aside
