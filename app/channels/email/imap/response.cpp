// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/response.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> bad(QLatin1StringView what)
{
    return fail(Errc::BadAnswer, QString(what));
}

std::optional<Status> statusOf(QByteArrayView word)
{
    constexpr std::array<std::pair<QByteArrayView, Status>, 5> statuses{
        std::pair{QByteArrayView("OK"), Status::Ok},
        {QByteArrayView("NO"), Status::No},
        {QByteArrayView("BAD"), Status::Bad},
        {QByteArrayView("BYE"), Status::Bye},
        {QByteArrayView("PREAUTH"), Status::PreAuth}};
    for (const auto &[name, status] : statuses) {
        if (isWord(word, name)) {
            return status;
        }
    }
    return std::nullopt;
}

Outcome readOutcome(Status status, Scanner &scanner)
{
    Outcome outcome{.status = status};
    static_cast<void>(scanner.take(' '));
    if (scanner.take('[')) {
        const QByteArrayView inside = scanner.upTo(']');
        const qsizetype space = inside.indexOf(' ');
        outcome.code.name = (space < 0 ? inside : inside.first(space)).toByteArray().toUpper();
        outcome.code.arguments = space < 0 ? QByteArray() : inside.sliced(space + 1).toByteArray();
        static_cast<void>(scanner.take(']'));
        static_cast<void>(scanner.take(' '));
    }
    outcome.words = scanner.rest().toByteArray();
    return outcome;
}

QList<QByteArray> words(QByteArrayView text)
{
    QList<QByteArray> found = text.toByteArray().toUpper().split(' ');
    found.removeAll(QByteArray());
    return found;
}

Result<Response> readListed(Scanner &scanner)
{
    Listed listed;
    const Result<Value> attributes = scanner.value();
    if (!attributes || !scanner.take(' ')) {
        return bad("LIST without attributes"_L1);
    }
    for (const Value &attribute : attributes->items) {
        listed.attributes.append(attribute.bytes.toLower());
    }
    const Result<Value> delimiter = scanner.value();
    if (!delimiter || delimiter->isList() || !scanner.take(' ')) {
        return bad("LIST without a delimiter"_L1);
    }
    listed.delimiter = delimiter->bytes.isEmpty() ? '\0' : delimiter->bytes.front();
    const Result<QByteArray> name = scanner.astring();
    if (!name) {
        return std::unexpected(name.error());
    }
    listed.name = *name;
    return listed;
}

Result<Response> readFolderStatus(Scanner &scanner)
{
    const Result<QByteArray> name = scanner.astring();
    if (!name || !scanner.take(' ')) {
        return bad("STATUS without a name"_L1);
    }
    const Result<Value> items = scanner.value();
    if (!items || !items->isList()) {
        return bad("STATUS without items"_L1);
    }
    FolderStatus status{.name = *name};
    const std::array<std::pair<QByteArrayView, std::optional<quint64> *>, 5> known{
        std::pair{QByteArrayView("MESSAGES"), &status.messages},
        {QByteArrayView("UIDNEXT"), &status.uidNext},
        {QByteArrayView("UIDVALIDITY"), &status.uidValidity},
        {QByteArrayView("UNSEEN"), &status.unseen},
        {QByteArrayView("HIGHESTMODSEQ"), &status.highestModSeq}};
    for (qsizetype i = 0; i + 1 < items->items.size(); i += 2) {
        for (const auto &[word, number] : known) {
            bool isNumber = false;
            const quint64 read = items->items.at(i + 1).bytes.toULongLong(&isNumber);
            if (isWord(items->items.at(i).bytes, word) && isNumber) {
                *number = read;
            }
        }
    }
    return status;
}

Result<Response> readVanished(Scanner &scanner)
{
    Vanished vanished;
    if (scanner.take('(')) {
        vanished.isEarlier = isWord(scanner.upTo(')'), "EARLIER");
        if (!scanner.take(')') || !scanner.take(' ')) {
            return bad("VANISHED without numbers"_L1);
        }
    }
    const Result<UidSet> uids = UidSet::parse(scanner.atom());
    if (!uids) {
        return std::unexpected(uids.error());
    }
    vanished.uids = *uids;
    return vanished;
}

Result<Response> readSearch(Scanner &scanner)
{
    Found found;
    QByteArray numbers;
    while (scanner.take(' ')) {
        if (scanner.take('(')) {
            if (isWord(scanner.atom(), "MODSEQ") && scanner.take(' ')) {
                const Result<quint64> modSeq = scanner.number();
                found.highestModSeq = modSeq ? std::optional(*modSeq) : std::nullopt;
            }
            static_cast<void>(scanner.rest());
        } else if (const QByteArrayView number = scanner.atom(); !number.isEmpty()) {
            numbers += (numbers.isEmpty() ? "" : ",") + number.toByteArray();
        }
    }
    if (!numbers.isEmpty()) {
        const Result<UidSet> uids = UidSet::parse(numbers);
        if (!uids) {
            return std::unexpected(uids.error());
        }
        found.uids = *uids;
    }
    return found;
}

Result<Response> readExtendedSearch(Scanner &scanner)
{
    Found found;
    while (scanner.take(' ')) {
        if (scanner.peek() == '(') {
            const Result<Value> correlator = scanner.value();
            if (!correlator) {
                return std::unexpected(correlator.error());
            }
            found.tag = correlator->items.value(1).bytes;
            continue;
        }
        const QByteArrayView word = scanner.atom();
        if (isWord(word, "UID") || word.isEmpty()) {
            continue;
        }
        if (!scanner.take(' ')) {
            return bad("ESEARCH without a value"_L1);
        }
        const QByteArray text = scanner.atom().toByteArray();
        if (isWord(word, "ALL")) {
            const Result<UidSet> uids = UidSet::parse(text);
            if (!uids) {
                return std::unexpected(uids.error());
            }
            found.uids = *uids;
        } else if (isWord(word, "MODSEQ")) {
            found.highestModSeq = text.toULongLong();
        }
    }
    return found;
}

Result<Response> readNumbered(Scanner &scanner)
{
    const Result<quint64> number = scanner.number();
    if (!number || *number > std::numeric_limits<quint32>::max() || !scanner.take(' ')) {
        return bad("a number alone"_L1);
    }
    const QByteArrayView word = scanner.atom();
    if (isWord(word, "EXISTS")) {
        return Exists{.count = *number};
    }
    if (isWord(word, "EXPUNGE")) {
        return Expunged{.sequence = *number};
    }
    if (!isWord(word, "FETCH")) {
        return Ignored{.name = word.toByteArray()};
    }
    if (!scanner.take(' ')) {
        return bad("FETCH without items"_L1);
    }
    return parseFetched(scanner).transform([&](Fetched fetched) -> Response {
        fetched.sequence = *number;
        return fetched;
    });
}

Result<Response> readUntagged(Scanner &scanner)
{
    if (scanner.peek() >= '0' && scanner.peek() <= '9') {
        return readNumbered(scanner);
    }
    const QByteArrayView word = scanner.atom();
    if (const std::optional<Status> status = statusOf(word)) {
        return readOutcome(*status, scanner);
    }
    if (isWord(word, "CAPABILITY")) {
        return Capabilities{.names = words(scanner.rest())};
    }
    if (isWord(word, "ENABLED")) {
        return Enabled{.names = words(scanner.rest())};
    }
    if (isWord(word, "SEARCH")) {
        return readSearch(scanner);
    }
    if (isWord(word, "ESEARCH")) {
        return readExtendedSearch(scanner);
    }
    using Reader = Result<Response> (*)(Scanner &);
    constexpr std::array<std::pair<QByteArrayView, Reader>, 5> readers{
        std::pair{QByteArrayView("LIST"), &readListed},
        {QByteArrayView("LSUB"), &readListed},
        {QByteArrayView("XLIST"), &readListed},
        {QByteArrayView("STATUS"), &readFolderStatus},
        {QByteArrayView("VANISHED"), &readVanished}};
    for (const auto &[name, read] : readers) {
        if (isWord(word, name)) {
            return scanner.take(' ') ? read(scanner) : bad("a response without a value"_L1);
        }
    }
    return Ignored{.name = word.toByteArray()};
}

} // namespace

const Section *Fetched::section(QByteArrayView name) const
{
    const auto at = std::ranges::find_if(sections, [&](const Section &s) { return s.name == name; });
    return at != sections.end() ? &*at : nullptr;
}

Result<Response> parseResponse(const RawResponse &raw, const Limits &limits)
{
    Scanner scanner(raw, limits);
    if (scanner.take('+')) {
        static_cast<void>(scanner.take(' '));
        return Continuation{.text = scanner.rest().toByteArray()};
    }
    const QByteArrayView tag = scanner.atom();
    if (tag.isEmpty() || !scanner.take(' ')) {
        return bad("no response at all"_L1);
    }
    if (tag == "*") {
        return readUntagged(scanner);
    }
    const std::optional<Status> status = statusOf(scanner.atom());
    if (!status || *status == Status::Bye || *status == Status::PreAuth) {
        return bad("an answer without a status"_L1);
    }
    return Tagged{.tag = tag.toByteArray(), .outcome = readOutcome(*status, scanner)};
}

} // namespace aside::imap
