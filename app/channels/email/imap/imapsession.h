// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imaplink.h"
#include "app/channels/email/imap/mailbox.h"

#include <QDate>
#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace aside::imap {

enum class FetchItem : quint16 {
    Flags = 0x01, ///< and MODSEQ where the server has it
    Size = 0x02,
    ArrivedAt = 0x04,
    Header = 0x08, ///< section "HEADER"
    Structure = 0x10,
    Message = 0x20, ///< section "", the whole
};
Q_DECLARE_FLAGS(FetchItems, FetchItem)

enum class StoreMode : quint8 { Add, Remove };

/// The first byte, and how many of them.
struct PartRange {
    quint64 origin = 0;
    quint64 length = 0;
};

/// What can be asked of a server once somebody has signed in. Asking for several things at once is the way to
/// use it: they go out together. Nothing here marks a message as read. Errors are those of ImapLink::run().
class ImapSession final : public QObject
{
    Q_OBJECT
public:
    ImapSession(mail::MailEdge edge, Limits limits, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<void>> signIn(const mail::ServerAddress &server,
                                               const mail::Credentials &credentials, std::stop_token stop);
    [[nodiscard]] ImapLink &link() { return m_link; }

    [[nodiscard]] QFuture<Result<QList<Folder>>> folders();
    /// What changed in a folder that is not open, at the price of a line.
    [[nodiscard]] QFuture<Result<FolderStatus>> status(const QByteArray &wireName);
    /// With what was seen last, the server tells what changed since, where it can.
    [[nodiscard]] QFuture<Result<Mailbox>> select(const QByteArray &wireName,
                                                  std::optional<LastSeen> lastSeen = {});
    /// The folder that was asked for last, whether or not it could be opened. Its status is not to be asked
    /// for: RFC 9051 6.3.11.
    [[nodiscard]] const QByteArray &selected() const { return m_selected; }
    [[nodiscard]] QFuture<Result<QList<Fetched>>> fetch(const UidSet &uids, FetchItems items);
    /// Of those that changed after that number, their flags.
    [[nodiscard]] QFuture<Result<QList<Fetched>>> fetchChanged(const UidSet &uids, quint64 since);
    /// A part of a message, or a piece of a part. NotFound where it is gone. The section is one of
    /// BODYSTRUCTURE's: digits, dots and capitals.
    [[nodiscard]] QFuture<Result<Literal>> fetchPart(Uid uid, const QByteArray &section,
                                                     std::optional<PartRange> range = {});
    [[nodiscard]] QFuture<Result<UidSet>> searchHeader(const QByteArray &field, const QByteArray &text);
    /// All that arrived on that day or later.
    [[nodiscard]] QFuture<Result<UidSet>> searchSince(QDate day);
    [[nodiscard]] QFuture<Result<UidSet>> searchAll();
    /// Answers with the flags as they are then. InvalidInput where a flag is none.
    [[nodiscard]] QFuture<Result<QList<Fetched>>> store(const UidSet &uids, StoreMode mode,
                                                        const QList<QByteArray> &flags);
    /// The source is read as the server takes it; it must have CR LF at each line end.
    [[nodiscard]] QFuture<Result<std::optional<AppendedUid>>>
    append(const QByteArray &wireName, const QList<QByteArray> &flags, std::unique_ptr<QIODevice> message);
    /// MOVE, else a copy that takes away what it copied. Without UIDPLUS what was copied stays, marked as
    /// deleted: EXPUNGE would take away what others marked.
    [[nodiscard]] QFuture<Result<void>> move(const UidSet &uids, const QByteArray &wireName);
    [[nodiscard]] QFuture<Result<void>> expunge(const UidSet &uids);
    [[nodiscard]] QFuture<Result<void>> noop();
    [[nodiscard]] QFuture<Result<void>> logout();

private:
    [[nodiscard]] QFuture<Result<UidSet>> search(Command criteria);
    [[nodiscard]] QFuture<Result<void>> perform(Command command);

    ImapLink m_link;
    QByteArray m_selected;
};

} // namespace aside::imap

Q_DECLARE_OPERATORS_FOR_FLAGS(aside::imap::FetchItems)
