// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/foldercursor.h"

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView version = "imap1";
constexpr qsizetype shortForm = 3;
constexpr qsizetype earlierForm = 6; ///< without how many there were
constexpr qsizetype longForm = 7;
constexpr char unreadMark = '~'; ///< before a last word that most folders have not

Result<FolderCursor::Whole> parseWhole(const QList<QByteArray> &words)
{
    bool hasUid = false;
    bool hasModSeq = false;
    bool hasExists = true;
    FolderCursor::Whole whole{
        .since = {}, .uidNext = words.at(4).toUInt(&hasUid), .modSeq = words.at(5).toULongLong(&hasModSeq)};
    if (words.size() == longForm) {
        whole.exists = words.at(6).toULongLong(&hasExists);
    }
    if (words.at(3) != "-") {
        const QDate since = QDate::fromString(QString::fromLatin1(words.at(3)), Qt::ISODate);
        if (!since.isValid()) {
            return fail(Errc::InvalidInput, u"not a date in a cursor"_s);
        }
        whole.since = since;
    }
    if (!hasUid || !hasModSeq || !hasExists) {
        return fail(Errc::InvalidInput, u"not a number in a cursor"_s);
    }
    return whole;
}

} // namespace

QByteArray FolderCursor::toBytes() const
{
    QByteArray bytes = version.toByteArray() + ' ' + QByteArray::number(uidValidity) + ' '
        + (done.isEmpty() ? "-"_ba : done.toBytes());
    if (whole) {
        const QByteArray since
            = whole->since ? whole->since->toString(Qt::ISODate).toLatin1() : QByteArray("-");
        bytes += ' ' + since + ' ' + QByteArray::number(whole->uidNext) + ' '
            + QByteArray::number(whole->modSeq) + ' ' + QByteArray::number(whole->exists);
    }
    if (!unread.isEmpty()) {
        bytes += QByteArray(" ") + unreadMark + unread.toBytes();
    }
    return bytes;
}

Result<FolderCursor> FolderCursor::parse(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return FolderCursor();
    }
    QList<QByteArray> words = bytes.split(' ');
    imap::UidSet unread;
    if (words.constLast().startsWith(unreadMark)) {
        const Result<imap::UidSet> uids = imap::UidSet::parse(words.takeLast().sliced(1));
        if (!uids || words.isEmpty()) {
            return fail(Errc::InvalidInput, u"not a cursor of a folder"_s);
        }
        unread = *uids;
    }
    bool isNumber = false;
    FolderCursor cursor{.uidValidity = words.value(1).toUInt(&isNumber)};
    if (words.at(0) != version || !isNumber
        || (words.size() != shortForm && words.size() != earlierForm && words.size() != longForm)) {
        return fail(Errc::InvalidInput, u"not a cursor of a folder"_s);
    }
    if (words.at(2) != "-") {
        const Result<imap::UidSet> done = imap::UidSet::parse(words.at(2));
        if (!done) {
            return fail(Errc::InvalidInput, done.error().detail);
        }
        cursor.done = *done;
    }
    if (words.size() != shortForm) {
        const Result<Whole> whole = parseWhole(words);
        if (!whole) {
            return std::unexpected(whole.error());
        }
        cursor.whole = *whole;
    }
    cursor.unread = unread;
    return cursor;
}

} // namespace aside::mail
