// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/promiseoffers.h"

#include "models/promises/promisefinder.h"

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype longestWords = 200;

/// Quoted lines are somebody else's words. As long as it was, so that places stay.
QString withoutQuotes(QString text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype next = text.indexOf(u'\n', start);
        const qsizetype end = next < 0 ? text.size() : next;
        if (QStringView(text).sliced(start, end - start).trimmed().startsWith(u'>')) {
            text.replace(start, end - start, QString(end - start, u' '));
        }
        start = end + 1;
    }
    return text;
}

/// Whether a sentence is over before this place.
bool isBoundary(QStringView text, qsizetype at)
{
    if (at <= 0 || at >= text.size()) {
        return true;
    }
    const QChar before = text.at(at - 1);
    const bool ends = before == u'.' || before == u'!' || before == u'?' || before == u'…';
    return before == u'\n' || (ends && text.at(at).isSpace());
}

/// The sentence around a date, on one line.
QString sentenceAt(const QString &text, const TextRange &date)
{
    qsizetype start = date.start;
    while (!isBoundary(text, start)) {
        --start;
    }
    qsizetype end = date.end();
    while (!isBoundary(text, end)) {
        ++end;
    }
    const QString words = text.sliced(start, end - start).simplified();
    return words.size() <= longestWords ? words : words.first(longestWords - 1) + u'…';
}

/// What the same moment is promised by already, whether by hand or by a reply.
bool isPromised(const QList<Promise> &known, OutboxId reply, Instant dueAt)
{
    return std::ranges::any_of(known, [&](const Promise &one) {
        return one.dueAt == dueAt && (one.isOpen() || one.reply == reply);
    });
}

/// The earliest open promise that was given before this reply.
std::optional<Promise> movedBy(const QList<Promise> &known, const SentReply &reply)
{
    std::optional<Promise> earliest;
    for (const Promise &one : known) {
        const bool isEarlier = one.isOpen() && one.reply != reply.id && one.madeAt <= reply.sentAt;
        if (isEarlier && (!earliest || one.dueAt < earliest->dueAt)) {
            earliest = one;
        }
    }
    return earliest;
}

} // namespace

QList<PromiseOffer> promiseOffers(const QList<SentReply> &replies, const QList<Promise> &known,
                                  const WorkCalendar &calendar)
{
    QList<PromiseOffer> offers;
    for (const SentReply &reply : replies) {
        const QString text = withoutQuotes(reply.text);
        const auto found = findPromises(text, {.saidAt = reply.sentAt, .calendar = calendar});
        for (const FoundPromise &date : found) {
            const bool isOffered
                = std::ranges::any_of(offers, [&](const auto &one) { return one.dueAt == date.dueAt; });
            if (isOffered || reply.decided.contains(date.range.start)
                || isPromised(known, reply.id, date.dueAt)) {
                continue;
            }
            offers.append({.conversation = reply.conversation,
                           .reply = reply.id,
                           .place = date.range.start,
                           .words = sentenceAt(text, date.range),
                           .dueAt = date.dueAt,
                           .instead = movedBy(known, reply)});
        }
    }
    return offers;
}

} // namespace aside
