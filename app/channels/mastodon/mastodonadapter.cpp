// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/mastodonadapter.h"

#include "app/channels/mastodon/eventstream.h"
#include "app/channels/mastodon/flows.h"

#include <algorithm>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

QCoro::Task<Result<ApiReply>> MastodonAdapter::Flows::get(Guard self, QString path, QList<NamedValue> query)
{
    const Result<ApiReply> reply
        = co_await arrival(asResult(self->m_api->get(path, query, self->m_stop.get_token())));
    if (self.isNull()) {
        co_return std::unexpected(cancelled());
    }
    co_return reply;
}

QCoro::Task<Result<JsonValue>> MastodonAdapter::Flows::read(Guard self, QString path, QList<NamedValue> query)
{
    const Result<ApiReply> reply = co_await get(self, std::move(path), std::move(query));
    if (!reply) {
        co_return std::unexpected(reply.error());
    }
    co_return readAnswer(*reply, self->m_parts.clock.now());
}

QCoro::Task<Result<void>> MastodonAdapter::Flows::ensureMe(Guard self)
{
    const Result<Secret> token = co_await arrival(self->m_parts.token());
    if (self.isNull() || !token) {
        co_return std::unexpected(token ? cancelled() : token.error());
    }
    if (self->m_api == nullptr || self->m_api->token().bytes() != token->bytes()) {
        self->m_api = std::make_unique<MastodonApi>(self->m_parts.server, *token, self->m_parts.edge,
                                                    self->m_parts.clock);
        self->m_me.reset();
        self->m_instance.reset();
        self->m_hasLookedBack = false;
    }
    if (!self->m_instance) {
        const Result<void> known = co_await askInstance(self);
        if (!known) {
            co_return known;
        }
    }
    if (!self->m_me) {
        co_return co_await askMe(self);
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> MastodonAdapter::Flows::askInstance(Guard self)
{
    Result<JsonValue> json = co_await read(self, u"/api/v2/instance"_s, {});
    std::optional<Instance> instance = json ? instanceV2(*json) : std::nullopt;
    if (!json && (json.error().code == Errc::NotFound || isRefused(json.error()))) {
        json = co_await read(self, u"/api/v1/instance"_s, {});
        instance = json ? instanceV1(*json) : std::nullopt;
    }
    if (!json || self.isNull()) {
        co_return std::unexpected(json ? cancelled() : json.error());
    }
    if (!instance) {
        co_return fail(Errc::BadAnswer, u"a server without a name"_s);
    }
    // One that cannot push does not know this address, or says no.
    const Result<ApiReply> health = co_await get(self, u"/api/v1/streaming/health"_s, {});
    if (!health) {
        co_return std::unexpected(health.error());
    }
    self->m_streams = health->response && health->response->isOk();
    self->m_instance = std::move(instance);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MastodonAdapter::Flows::askMe(Guard self)
{
    const Result<ApiReply> reply = co_await get(self, u"/api/v1/accounts/verify_credentials"_s, {});
    if (!reply) {
        co_return std::unexpected(reply.error());
    }
    const int status = reply->response ? reply->response->status : 0;
    if (status == 403 || status == 404 || status == 422) { // servers say it in several ways
        co_return fail(Errc::SignInRefused, u"status %1"_s.arg(status));
    }
    const Result<JsonValue> account = readAnswer(*reply, self->m_parts.clock.now());
    if (!account) {
        co_return std::unexpected(account.error());
    }
    Me me{.id = (*account)[u"id"].id(),
          .address = addressOf(*account, self->m_instance.value_or(Instance()).domain),
          .name = (*account)[u"display_name"].text().simplified(),
          .url = (*account)[u"url"].text()};
    if (me.id.isEmpty() || me.address.isEmpty()) {
        co_return fail(Errc::BadAnswer, u"an account without a name"_s);
    }
    self->m_me = std::move(me);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MastodonAdapter::Flows::bring(Guard self, LeftPart part, PartWay way)
{
    const Result<void> ready = co_await ensureMe(self);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    const QUrl place(part.part.section, QUrl::StrictMode);
    const Result<ApiReply> brought = co_await arrival(asResult(self->m_api->download(place, way.stop)));
    if (self.isNull() || !brought) {
        co_return std::unexpected(cancelled());
    }
    const Result<ApiResponse> content = readOutcome(*brought, self->m_parts.clock.now());
    if (!content) {
        co_return std::unexpected(content.error());
    }
    if (way.progress) {
        way.progress(content->body.size(), content->body.size());
    }
    if (way.into->write(content->body) != content->body.size()) {
        co_return fail(Errc::DiskFull);
    }
    co_return Result<void>();
}

MastodonAdapter::MastodonAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
{
}

MastodonAdapter::~MastodonAdapter()
{
    m_stop.request_stop();
}

Result<QUrl> MastodonAdapter::serverOf(const Account &account)
{
    const QUrl url(account.settings.value(u"server"_s).trimmed(), QUrl::StrictMode);
    const bool isAddress = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isAddress ? Result<QUrl>(url) : fail(Errc::BadSettings, u"server"_s);
}

QString MastodonAdapter::serverName() const
{
    return m_parts.server.host(QUrl::FullyEncoded).toLower();
}

Reading MastodonAdapter::reading() const
{
    return {.server = serverName(),
            .domain = m_instance.value_or(Instance()).domain,
            .me = m_me.value_or(Me()),
            .toText = m_parts.toText,
            .now = m_parts.clock.now()};
}

QFuture<Result<void>> MastodonAdapter::open()
{
    return aside::begin<void>(Flows::ensureMe(this));
}

QFuture<Result<FetchStep>> MastodonAdapter::fetch(QByteArray cursor)
{
    Result<Cursor> known = Cursor::parse(cursor);
    if (!known) {
        return aside::answered<FetchStep>(std::unexpected(known.error()));
    }
    return aside::begin<FetchStep>(FetchFlows::fetch(this, *std::move(known)));
}

void MastodonAdapter::listen()
{
    if (!m_streams || m_stream != nullptr || m_api == nullptr) {
        return;
    }
    const QUrl streaming = m_instance.value_or(Instance()).streaming;
    const QUrl base = streaming.isEmpty() ? m_parts.server : streaming;
    m_stream = new EventStream(
        {.base = base, .token = m_api->token(), .ownServer = m_parts.server, .edge = m_parts.edge}, this);
    connect(m_stream, &EventStream::came, this, &MastodonAdapter::takeEvent);
    connect(m_stream, &EventStream::ended, this, [this](const Error &error) {
        std::exchange(m_stream, nullptr)->deleteLater();
        Q_EMIT listeningEnded(error);
    });
    m_stream->start();
}

void MastodonAdapter::takeEvent(const QByteArray &name, const QByteArray &data)
{
    constexpr qsizetype mostChanged = 200;
    const bool isChange = name == "delete" || name == "status.update";
    if (isChange) {
        const QString id = name == "delete" ? QString::fromUtf8(data).trimmed()
                                            : readJson(data).value_or(JsonValue())[u"id"].id();
        if (!id.isEmpty() && !m_changed.contains(id) && m_changed.size() < mostChanged) {
            m_changed.append(id);
        }
    }
    if (isChange || name == "notification" || name == "conversation") {
        Q_EMIT arrived();
    }
}

QFuture<SendOutcome> MastodonAdapter::send(OutgoingMessage message)
{
    QPromise<SendOutcome> promise;
    promise.start();
    QFuture<SendOutcome> future = promise.future();
    SendFlows::send(this, std::move(message), std::move(promise));
    return future;
}

QFuture<Result<Reconciliation>> MastodonAdapter::reconcile(OutgoingMessage message)
{
    return aside::begin<Reconciliation>(SendFlows::reconcile(this, std::move(message)));
}

QFuture<Result<void>> MastodonAdapter::bring(LeftPart part, PartWay way)
{
    return aside::begin<void>(Flows::bring(this, std::move(part), std::move(way)));
}

QList<RateLeft> MastodonAdapter::ratesLeft() const
{
    return m_api == nullptr ? QList<RateLeft>{} : m_api->ratesLeft();
}

QByteArray MastodonAdapter::exchanges() const
{
    return m_api == nullptr ? QByteArray() : m_api->recorder().toJsonLines();
}

} // namespace aside::mastodon
