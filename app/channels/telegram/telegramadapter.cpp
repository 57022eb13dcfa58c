// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/telegramadapter.h"

#include "app/channels/telegram/telegramflows.h"

#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;

TelegramAdapter::TelegramAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
{
}

TelegramAdapter::~TelegramAdapter()
{
    m_stop.request_stop();
    endPoll();
}

Result<QUrl> TelegramAdapter::serverOf(const Account &account)
{
    const QString named = account.settings.value(u"server"_s).trimmed();
    if (named.isEmpty()) {
        return BotApi::usualServer();
    }
    const QUrl url(named, QUrl::StrictMode);
    const bool isAddress = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isAddress ? Result<QUrl>(url) : fail(Errc::BadSettings, u"server"_s);
}

QFuture<Result<void>> TelegramAdapter::open()
{
    return aside::begin<void>(Flows::open(this));
}

QFuture<Result<FetchStep>> TelegramAdapter::fetch(QByteArray cursor)
{
    bool isNumber = cursor.isEmpty();
    const qint64 offset = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || offset < 0) {
        return aside::answered<FetchStep>(fail(Errc::InvalidInput, u"no cursor of a bot's"_s));
    }
    return aside::begin<FetchStep>(Flows::fetch(this, offset));
}

void TelegramAdapter::listen()
{
    m_isListening = true;
    poll();
}

void TelegramAdapter::poll()
{
    if (m_api != nullptr && !m_poll) {
        m_poll.emplace();
        Flows::poll(this, *m_poll);
    }
}

/// Two that ask at once are refused.
void TelegramAdapter::endPoll()
{
    if (m_poll) {
        std::exchange(m_poll, std::nullopt)->request_stop();
    }
}

QFuture<SendOutcome> TelegramAdapter::send(OutgoingMessage message)
{
    QPromise<SendOutcome> promise;
    promise.start();
    QFuture<SendOutcome> future = promise.future();
    Flows::send(this, std::move(message), std::move(promise));
    return future;
}

/// Bots have no history to look into, and do not see what they sent.
// NOLINTNEXTLINE(performance-unnecessary-value-param): as the port has it
QFuture<Result<Reconciliation>> TelegramAdapter::reconcile(OutgoingMessage message)
{
    Q_UNUSED(message)
    return aside::answered<Reconciliation>(Reconciliation{.evidence = Evidence::CannotTell});
}

QFuture<Result<void>> TelegramAdapter::bring(LeftPart part, PartWay way)
{
    return aside::begin<void>(Flows::bring(this, std::move(part), std::move(way)));
}

QList<RateLeft> TelegramAdapter::ratesLeft() const
{
    return m_api != nullptr ? m_api->client().rates().left(m_parts.clock.now()) : QList<RateLeft>();
}

QByteArray TelegramAdapter::exchanges() const
{
    return m_api != nullptr ? m_api->client().recorder().toJsonLines() : QByteArray();
}

} // namespace aside::telegram
