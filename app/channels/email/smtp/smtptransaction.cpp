// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/smtptransaction.h"

#include "app/channels/email/smtp/dotstuffing.h"
#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace aside::smtp {

using namespace Qt::StringLiterals;

namespace {

using Guard = QPointer<SmtpLink>;

// RFC 5321 4.5.3.2; a server that thinks longer about a command than two minutes is taken for gone.
constexpr std::chrono::minutes commandPatience{2};
constexpr std::chrono::minutes blockPatience{3};
constexpr std::chrono::minutes endPatience{10};

constexpr qint64 pieceBytes = 64 * 1'024;
constexpr qint64 mostUnsent = 256 * 1'024;

/// What goes on, with what is known of it.
struct Transaction {
    Guard link;
    Features features;
    Envelope envelope;
    std::unique_ptr<mail::LetterDevice> letter;
    std::stop_token stop;
    QList<RecipientReply> refused{};
    LastByte lastByte = LastByte::NotLeft;
};

/// Nothing answers any more.
SendOutcome broken(const Transaction &transaction, const Error &error)
{
    if (transaction.lastByte == LastByte::Left) {
        return Unknown{.lastByte = LastByte::Left, .cause = error.code, .words = {}};
    }
    const bool isOurs = error.code == Errc::Cancelled || error.code == Errc::Conflict;
    return RetryLater{.scope = isOurs ? FaultScope::Item : FaultScope::Account,
                      .cause = error.code,
                      .after = {},
                      .code = {},
                      .words = {}};
}

/// The server said no, for now or for good.
SendOutcome refusedBy(const Reply &reply, FaultScope scope, const QString &words)
{
    if (!reply.isTemporary()) {
        return Refused{.code = reply.codes(), .words = words};
    }
    const bool isFull = reply.code == 452 || reply.enhanced == "4.2.2";
    return RetryLater{.scope = reply.code == 421 ? FaultScope::Account : scope,
                      .cause = isFull ? Errc::QuotaFull : Errc::ServerRefused,
                      .after = {},
                      .code = reply.codes(),
                      .words = words};
}

QByteArray mailCommand(const Transaction &transaction)
{
    QByteArray line = "MAIL FROM:<" + transaction.envelope.sender + '>';
    if (transaction.features.knowsSize) {
        line += " SIZE=" + QByteArray::number(transaction.letter->total());
    }
    if (transaction.features.utf8 && transaction.letter->needsUtf8()) {
        line += " SMTPUTF8";
    }
    return line;
}

/// Why it is not even tried: in the codes that the server would have answered with, and what it announced.
std::optional<SendOutcome> hindrance(const Transaction &transaction)
{
    const auto isWide = [](const QByteArray &address) {
        return std::ranges::any_of(address, [](char c) { return static_cast<uchar>(c) > 127; });
    };
    const bool needsUtf8 = transaction.letter->needsUtf8() || isWide(transaction.envelope.sender)
        || std::ranges::any_of(transaction.envelope.recipients, isWide);
    if (needsUtf8 && !transaction.features.utf8) {
        return Refused{.code = u"553 5.6.7"_s, .words = u"SMTPUTF8"_s}; // RFC 6531 3.5
    }
    const qint64 most = transaction.features.mostBytes;
    if (most > 0 && transaction.letter->total() > most) {
        return Refused{.code = u"552 5.3.4"_s, .words = u"SIZE %1"_s.arg(most)}; // RFC 1870 6.1
    }
    return {};
}

QCoro::Task<Result<Reply>> hear(const Transaction &transaction, std::chrono::milliseconds patience)
{
    if (transaction.link.isNull()) {
        co_return fail(Errc::Cancelled);
    }
    co_return co_await aside::arrival(transaction.link->reply(patience));
}

/// Sender and recipients; where one of them is refused, why.
QCoro::Task<std::optional<SendOutcome>> address(Transaction &transaction)
{
    QByteArrayList commands{mailCommand(transaction)};
    for (const QByteArray &recipient : transaction.envelope.recipients) {
        commands.append("RCPT TO:<" + recipient + '>');
    }
    if (transaction.features.pipelining) {
        transaction.link->write(commands.join("\r\n") + "\r\n");
    }
    std::optional<SendOutcome> refusal;
    bool hasSender = true;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        if (!transaction.features.pipelining) {
            transaction.link->say(commands.at(i));
        }
        const Result<Reply> reply = co_await hear(transaction, commandPatience);
        if (!reply) {
            co_return broken(transaction, reply.error());
        }
        if (reply->isGood() || !hasSender) {
            continue; // without a sender the rest is refused for that alone
        }
        if (i == 0) {
            hasSender = false;
            refusal = refusedBy(*reply, FaultScope::Account, reply->words());
            if (!transaction.features.pipelining) {
                break;
            }
            continue;
        }
        const QByteArray &recipient = transaction.envelope.recipients.at(i - 1);
        transaction.refused.append({.recipient = recipient, .reply = *reply});
        // The first for good, else the first for now.
        const bool isWorse = refusal && std::holds_alternative<RetryLater>(*refusal) && !reply->isTemporary();
        if (!refusal || isWorse) {
            refusal = refusedBy(*reply, FaultScope::Item,
                                QString::fromUtf8(recipient) + u": "_s + reply->words());
        }
    }
    co_return refusal;
}

/// All of the letter but its end.
QCoro::Task<Result<void>> writeLetter(Transaction &transaction, DotStuffing &stuffing)
{
    while (transaction.letter->bytesAvailable() > 0) {
        const QByteArray piece = transaction.letter->read(pieceBytes);
        if (piece.isEmpty()) {
            co_return fail(Errc::Conflict, u"the letter ended before its end"_s);
        }
        if (transaction.link.isNull()) {
            co_return fail(Errc::Cancelled);
        }
        transaction.link->write(stuffing.stuffed(piece));
        const Result<void> drained
            = co_await aside::arrival(transaction.link->drained(mostUnsent, blockPatience));
        if (!drained) {
            co_return drained;
        }
    }
    // So that a break before the end is known to be one.
    if (transaction.link.isNull()) {
        co_return fail(Errc::Cancelled);
    }
    co_return co_await aside::arrival(transaction.link->drained(0, blockPatience));
}

QCoro::Task<SendOutcome> hand(Transaction &transaction)
{
    transaction.link->say("DATA");
    const Result<Reply> begun = co_await hear(transaction, commandPatience);
    if (!begun) {
        co_return broken(transaction, begun.error());
    }
    if (!begun->isForMore()) {
        co_return refusedBy(*begun, FaultScope::Item, begun->words());
    }
    DotStuffing stuffing;
    const Result<void> written = co_await writeLetter(transaction, stuffing);
    if (!written || transaction.stop.stop_requested()) {
        const Error error
            = written ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}} : written.error();
        if (transaction.link) {
            transaction.link->abort(); // what has no end is no letter
        }
        co_return broken(transaction, error);
    }
    transaction.lastByte = LastByte::Left;
    transaction.link->write(stuffing.end());
    const Result<Reply> ended = co_await hear(transaction, endPatience);
    if (!ended) {
        co_return broken(transaction, ended.error());
    }
    if (ended->isGood()) {
        co_return Sent{.remoteId = {}, .words = ended->words()};
    }
    co_return refusedBy(*ended, FaultScope::Item, ended->words());
}

QCoro::Task<Delivery> flow(Transaction transaction)
{
    std::optional<SendOutcome> outcome = hindrance(transaction);
    if (!outcome) {
        outcome = co_await address(transaction);
        if (outcome && transaction.link && transaction.link->isOpen()) {
            transaction.link->say("RSET");
            const Result<Reply> reset = co_await hear(transaction, commandPatience);
            if (!reset && transaction.link) {
                transaction.link->abort();
            }
        }
    }
    if (!outcome && (transaction.link.isNull() || transaction.stop.stop_requested())) {
        outcome = broken(transaction, {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}});
    }
    if (!outcome) {
        outcome = co_await hand(transaction);
    }
    co_return Delivery{.outcome = *outcome, .refused = transaction.refused};
}

QCoro::Task<void> fulfil(QCoro::Task<Delivery> task, QPromise<Delivery> promise)
{
    promise.addResult(co_await std::move(task));
    promise.finish();
}

} // namespace

QFuture<Delivery> transact(SmtpLink &link, const Features &features, Envelope envelope,
                           std::unique_ptr<mail::LetterDevice> letter, std::stop_token stop)
{
    QPromise<Delivery> promise;
    promise.start();
    QFuture<Delivery> future = promise.future();
    fulfil(flow({.link = &link,
                 .features = features,
                 .envelope = std::move(envelope),
                 .letter = std::move(letter),
                 .stop = std::move(stop)}),
           std::move(promise));
    return future;
}

} // namespace aside::smtp
