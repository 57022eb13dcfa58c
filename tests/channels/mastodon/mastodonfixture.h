// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/mastodon/mastodonadapter.h"
#include "app/import/mail/htmltext.h"
#include "models/core/uuid.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QHostAddress>
#include <QMetaObject>

#include <memory>

namespace aside::test {

template <typename T>
T answerOf(const QFuture<T> &future)
{
    return waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0 ? future.result() : T();
}

/// An account at a server, and a store that keeps only the cursor.
struct Shop {
    QUrl server;
    Secret token;
    TestClock clock;
    std::unique_ptr<mastodon::MastodonAdapter> adapter;
    QByteArray cursor;

    Shop(const QUrl &url, const QByteArray &secret)
        : server(url)
        , token(secret)
    {
        renew();
    }
    void renew()
    {
        HttpEdge edge = systemEdge();
        edge.resolve = [](const QString &, QObject *context, const HttpEdge::Found &found) {
            QMetaObject::invokeMethod(
                context, [found] { found({QHostAddress(QHostAddress::LocalHost)}); }, Qt::QueuedConnection);
        };
        // What is waited for between two looks is over at once; what ends a wait never comes.
        edge.after = [](std::chrono::milliseconds time, QObject *context, const std::function<void()> &then) {
            if (time <= std::chrono::seconds(1)) {
                QMetaObject::invokeMethod(context, then, Qt::QueuedConnection);
            }
        };
        Account account;
        account.id = AccountId{1};
        account.channel = Channel::Mastodon;
        account.settings.insert(QStringLiteral("server"), server.toString());
        adapter = std::make_unique<mastodon::MastodonAdapter>(mastodon::MastodonAdapter::Parts{
            .account = account,
            .server = *mastodon::MastodonAdapter::serverOf(account),
            .token = [this] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .toText = htmlToText,
            .edge = edge,
            .clock = clock});
    }
    [[nodiscard]] Result<FetchStep> step() const { return answerOf(adapter->fetch(cursor)); }
    /// All there is; what was fetched is stored before the next step.
    [[nodiscard]] FetchStep all()
    {
        FetchStep whole;
        while (true) {
            const Result<FetchStep> step = this->step();
            if (!step) {
                whole.isComplete = false;
                return whole;
            }
            cursor = step->batch.cursor;
            whole.batch.messages += step->batch.messages;
            whole.batch.deletions += step->batch.deletions;
            if (step->isComplete) {
                return whole;
            }
        }
    }
    [[nodiscard]] SendOutcome send(const OutgoingMessage &message) const
    {
        return answerOf(adapter->send(message));
    }
    [[nodiscard]] OutgoingMessage openly(const QString &to, const QString &text,
                                         const QString &inReplyTo = {}) const
    {
        OutgoingMessage message;
        message.wireId = uuidV7(clock.now());
        message.attemptAt = fromMillis(0);
        message.channel = Channel::Mastodon;
        message.audience = Audience::Public;
        message.to = to;
        message.text = text;
        message.inReplyTo = inReplyTo;
        return message;
    }
    [[nodiscard]] OutgoingMessage privately(const QString &to, const QString &text,
                                            const QString &inReplyTo = {}) const
    {
        OutgoingMessage message = openly(to, text, inReplyTo);
        message.audience = Audience::Private;
        return message;
    }
};

} // namespace aside::test
