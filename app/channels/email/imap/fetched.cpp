// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/response.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <limits>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

/// "17-Jul-1996 02:44:25 -0700"; nothing where it makes no sense, for it is only a hint.
std::optional<Instant> readDate(QByteArrayView text)
{
    const QString date = QString::fromLatin1(text).trimmed();
    const qsizetype zone = date.lastIndexOf(u' ');
    if (zone < 0) {
        return std::nullopt;
    }
    const QList<QString> local = date.first(zone).trimmed().split(u' ');
    const QDate day = QLocale::c().toDate(local.constFirst(), u"d-MMM-yyyy"_s);
    const QTime time = QTime::fromString(local.constLast(), u"HH:mm:ss"_s);
    bool isNumber = false;
    const int offset = QStringView(date).sliced(zone + 1).toInt(&isNumber);
    if (!day.isValid() || !time.isValid() || !isNumber || offset < -1'500 || offset > 1'500) {
        return std::nullopt;
    }
    const QDateTime at(day, time, QTimeZone::UTC);
    const int seconds = ((offset / 100) * 60 + offset % 100) * 60;
    return fromMillis(at.toMSecsSinceEpoch() - seconds * 1'000LL);
}

Result<quint64> readNumber(Scanner &scanner, quint64 most)
{
    const Result<quint64> number = scanner.number();
    if (!number || *number > most) {
        return fail(Errc::BadAnswer, u"a number that cannot be"_s);
    }
    return number;
}

Result<void> readFlags(Scanner &scanner, Fetched &fetched)
{
    const Result<Value> list = scanner.value();
    if (!list) {
        return std::unexpected(list.error());
    }
    QList<QByteArray> flags;
    for (const Value &flag : list->items) {
        flags.append(flag.bytes);
    }
    fetched.flags = std::move(flags);
    return {};
}

Result<void> readModSeq(Scanner &scanner, Fetched &fetched)
{
    const bool isInList = scanner.take('(');
    const Result<quint64> number = readNumber(scanner, std::numeric_limits<quint64>::max());
    if (!number || (isInList && !scanner.take(')'))) {
        return fail(Errc::BadAnswer, u"MODSEQ without a number"_s);
    }
    fetched.modSeq = *number;
    return {};
}

/// Behind "BODY[".
Result<void> readSection(Scanner &scanner, Fetched &fetched)
{
    Section section{.name = scanner.upTo(']').toByteArray().toUpper()};
    if (!scanner.take(']')) {
        return fail(Errc::BadAnswer, u"a section without end"_s);
    }
    if (scanner.take('<')) {
        const Result<quint64> origin = scanner.number();
        if (!origin || !scanner.take('>')) {
            return fail(Errc::BadAnswer, u"an origin without end"_s);
        }
        section.origin = *origin;
    }
    if (!scanner.take(' ')) {
        return fail(Errc::BadAnswer, u"a section without content"_s);
    }
    const bool isNil = scanner.peek() == 'N' || scanner.peek() == 'n';
    Result<Literal> content = scanner.content();
    if (!content) {
        return std::unexpected(content.error());
    }
    if (!isNil) {
        section.content = *std::move(content);
        fetched.sections.append(std::move(section));
    }
    return {};
}

Result<void> readItem(QByteArrayView name, Scanner &scanner, Fetched &fetched)
{
    if (isWord(name, "UID")) {
        return readNumber(scanner, std::numeric_limits<Uid>::max())
            .and_then([&](quint64 uid) -> Result<void> {
                if (uid == 0) {
                    return fail(Errc::BadAnswer, u"UID 0"_s);
                }
                fetched.uid = static_cast<Uid>(uid);
                return {};
            });
    }
    if (isWord(name, "RFC822.SIZE")) {
        return readNumber(scanner, std::numeric_limits<qint64>::max()).transform([&](quint64 size) {
            fetched.size = size;
        });
    }
    if (isWord(name, "FLAGS")) {
        return readFlags(scanner, fetched);
    }
    if (isWord(name, "MODSEQ")) {
        return readModSeq(scanner, fetched);
    }
    Result<Value> value = scanner.value();
    if (!value) {
        return std::unexpected(value.error());
    }
    if (isWord(name, "INTERNALDATE")) {
        fetched.arrivedAt = readDate(value->bytes);
    } else if (isWord(name, "BODYSTRUCTURE")) {
        fetched.structure = *std::move(value);
    }
    return {};
}

} // namespace

Result<Fetched> parseFetched(Scanner &scanner)
{
    Fetched fetched;
    if (Result<void> open = scanner.expect('('); !open) {
        return std::unexpected(open.error());
    }
    while (true) {
        while (scanner.take(' ')) { }
        if (scanner.take(')')) {
            return fetched;
        }
        const QByteArrayView name = scanner.itemName();
        Result<void> read;
        if (scanner.take('[')) {
            read = readSection(scanner, fetched);
        } else if (name.isEmpty() || !scanner.take(' ')) {
            return fail(Errc::BadAnswer, u"an item without a value"_s);
        } else {
            read = readItem(name, scanner, fetched);
        }
        if (!read) {
            return std::unexpected(read.error());
        }
    }
}

} // namespace aside::imap
