// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/flow/promises.h"
#include "app/channels/vk/vkflows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside::vk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostAtOnce = 500; ///< of updates in one step
constexpr qsizetype mostNames = 1000;
constexpr qsizetype mostWholeAtOnce = 100;
constexpr int talksAtOnce = 20;
constexpr int historyPage = 200;
constexpr int mostHistoryPages = 5;
constexpr std::chrono::seconds firstLook = std::chrono::days(30);
constexpr qint64 overlap = 3600; ///< seconds; clocks differ

constexpr std::array<QLatin1StringView, 12> wantedEvents{
    "message_new"_L1,    "message_reply"_L1,   "message_edit"_L1,      "message_allow"_L1,
    "wall_reply_new"_L1, "wall_reply_edit"_L1, "wall_reply_delete"_L1, "wall_reply_restore"_L1,
    "board_post_new"_L1, "board_post_edit"_L1, "board_post_delete"_L1, "board_post_restore"_L1};

Call settingsCall(const Me &me)
{
    Call call{.method = u"groups.setLongPollSettings"_s,
              .parameters = {{u"group_id"_s, me.id}, {u"enabled"_s, u"1"_s}, {u"api_version"_s, u"5.199"_s}}};
    for (const QLatin1StringView event : wantedEvents) {
        call.parameters.append({event, u"1"_s});
    }
    return call;
}

/// Empty where there is none any more: the name that we knew stays.
QString nameIn(const JsonValue &who)
{
    if (who[u"deactivated"].text() == "deleted"_L1) {
        return {}; // VK says DELETED
    }
    const QString person = QString(who[u"first_name"].text() + u' ' + who[u"last_name"].text()).simplified();
    return person.isEmpty() ? who[u"name"].text() : person;
}

/// Whether the server has gone back behind what it said before.
bool hasGoneBack(const QString &before, const QString &now)
{
    bool areNumbers = false;
    bool isNumber = false;
    const qint64 first = before.toLongLong(&areNumbers);
    const qint64 second = now.toLongLong(&isNumber);
    return before == now || (areNumbers && isNumber && second < first);
}

/// By VK's clock, in seconds: ours may be ahead, and then we would look for what was missed too late.
qint64 latestDate(const QList<JsonValue> &updates, Instant now)
{
    qint64 latest = 0;
    for (const JsonValue &update : updates) {
        const JsonValue &object = update[u"object"];
        const JsonValue &said = object[u"message"].isObject() ? object[u"message"] : object;
        latest = std::max(latest, said[u"date"].integer().value_or(0));
    }
    return std::min(latest, toMillis(now) / 1000);
}

/// Takes those of the first talk out of the list.
Call wholeCall(QList<Place> &cropped)
{
    const QString peer = cropped.constFirst().parent;
    QStringList items;
    cropped.removeIf([&](const Place &place) {
        const bool isTaken = place.parent == peer && items.size() < mostWholeAtOnce;
        if (isTaken) {
            items.append(place.item);
        }
        return isTaken;
    });
    return {.method = u"messages.getById"_s,
            .parameters = {{u"peer_id"_s, peer}, {u"cmids"_s, items.join(u',')}}};
}

/// Another time it may be there.
bool isPassing(Errc code)
{
    return code == Errc::Cancelled || code == Errc::Network || code == Errc::Timeout;
}

/// Not left to the coroutine: GCC 14 sees members there that nobody has set.
Result<FetchStep> noStep(const Error &error)
{
    return std::unexpected(error);
}

} // namespace

QCoro::Task<Result<void>> VkAdapter::Flows::ensurePollServer(Guard self)
{
    if (self->m_pollServer) {
        co_return Result<void>();
    }
    // Without the right to manage somebody has switched the events on by hand, and it works as well.
    const Result<Answer> set = co_await ask(self, settingsCall(self->m_me.value_or(Me())));
    if (!set) {
        co_return std::unexpected(set.error());
    }
    const Result<JsonValue> server
        = co_await call(self,
                        {.method = u"groups.getLongPollServer"_s,
                         .parameters = {{u"group_id"_s, self->m_me.value_or(Me()).id}}});
    if (!server) {
        co_return std::unexpected(server.error());
    }
    const QUrl url((*server)[u"server"].text(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (*server)[u"ts"].id().isEmpty()) {
        co_return fail(Errc::BadAnswer, u"no server of a long poll"_s);
    }
    self->m_pollServer = PollServer{.url = url, .key = (*server)[u"key"].text(), .ts = (*server)[u"ts"].id()};
    co_return Result<void>();
}

QCoro::Task<Result<FetchStep>> VkAdapter::Flows::fetch(Guard self, Cursor cursor)
{
    self->endPoll();
    Result<void> ready = co_await ensureMe(self);
    if (ready) {
        ready = co_await ensurePollServer(self);
    }
    if (!ready) {
        co_return noStep(ready.error());
    }
    if (cursor.ts.isEmpty()) {
        const qint64 now = toMillis(self->m_parts.clock.now()) / 1000;
        const qint64 since = now - firstLook.count();
        cursor = {.ts = self->m_pollServer.value_or(PollServer()).ts, .at = since, .fill = 0, .since = since};
    }
    if (cursor.fill) {
        co_return co_await fill(self, cursor);
    }
    co_return co_await update(self, cursor);
}

QCoro::Task<Result<FetchStep>> VkAdapter::Flows::update(Guard self, Cursor cursor)
{
    const Result<JsonValue> page = co_await pageBehind(self, cursor.ts);
    if (!page) {
        co_return noStep(page.error());
    }
    if (page->has(u"failed")) {
        co_return co_await recover(self, cursor, *page);
    }
    const QString next = (*page)[u"ts"].id();
    if (next.isEmpty()) {
        co_return Result<FetchStep>(fail(Errc::BadAnswer, u"a page without a place"_s));
    }
    const QList<JsonValue> all = (*page)[u"updates"].items();
    const qsizetype from = cursor.skip <= all.size() ? cursor.skip : 0;
    const QList<JsonValue> part = all.sliced(from, std::min(mostAtOnce, all.size() - from));
    const bool isLast = from + part.size() == all.size();
    const Instant now = self->m_parts.clock.now();
    Updates updates = readUpdates(part, self->m_me.value_or(Me()), now);
    const Result<QList<IncomingMessage>> whole = co_await wholeOf(self, updates.cropped);
    if (!whole) {
        co_return noStep(whole.error());
    }
    for (const IncomingMessage &message : *whole) {
        takeWhole(updates.messages, message);
    }
    Cursor after = cursor;
    if (isLast) {
        after = {.ts = next, .at = std::max(cursor.at, latestDate(all, now))};
    } else {
        after.skip = from + part.size();
        self->m_ahead = Ahead{.ts = cursor.ts, .page = *page};
    }
    const bool isComplete = isLast && (all.isEmpty() || hasGoneBack(cursor.ts, next));
    IncomingBatch batch;
    batch.messages = std::move(updates.messages);
    batch.deletions = std::move(updates.deletions);
    co_return co_await stepOf(self, std::move(batch), after, isComplete);
}

QCoro::Task<Result<JsonValue>> VkAdapter::Flows::pageBehind(Guard self, QString ts)
{
    const Ahead ahead = std::exchange(self->m_ahead, std::nullopt).value_or(Ahead());
    if (!ahead.ts.isEmpty() && ahead.ts == ts) {
        co_return ahead.page;
    }
    co_return co_await ask(self, self->pollUrl(ts, 0), 30s, self->m_stop.get_token());
}

QCoro::Task<Result<QList<IncomingMessage>>> VkAdapter::Flows::wholeOf(Guard self, QList<Place> cropped)
{
    QList<IncomingMessage> whole;
    while (!cropped.isEmpty()) {
        const Result<Answer> answer = co_await ask(self, wholeCall(cropped));
        if (self.isNull() || (!answer && isPassing(answer.error().code))) {
            co_return std::unexpected(answer ? cancelled() : answer.error());
        }
        if (!answer) {
            continue;
        }
        for (const JsonValue &item : answer->response[u"items"].items()) {
            if (auto message = readTalk(item, self->m_me.value_or(Me()), self->m_parts.clock.now())) {
                whole.append(std::move(*message));
            }
        }
    }
    co_return whole;
}

QCoro::Task<Result<FetchStep>> VkAdapter::Flows::recover(Guard self, Cursor cursor, JsonValue page)
{
    const qint64 kind = page[u"failed"].integer().value_or(0);
    if (kind < 1 || kind > 3) {
        co_return Result<FetchStep>(fail(Errc::BadAnswer, u"failed in a way of its own"_s));
    }
    QString ts = page[u"ts"].id();
    if (kind > 1) {
        self->m_pollServer.reset();
        const Result<void> renewed = co_await ensurePollServer(self);
        if (!renewed) {
            co_return noStep(renewed.error());
        }
        ts = self->m_pollServer.value_or(PollServer()).ts;
    }
    if (kind != 2) {
        if (ts.isEmpty()) {
            co_return Result<FetchStep>(fail(Errc::BadAnswer, u"no place to go on from"_s));
        }
        cursor = {.ts = ts, .at = cursor.at, .fill = 0, .since = cursor.at - overlap};
    }
    co_return co_await stepOf(self, {}, cursor, false);
}

QCoro::Task<Result<FetchStep>> VkAdapter::Flows::fill(Guard self, Cursor cursor)
{
    const auto behind = cursor.fill.value_or(0);
    const Result<JsonValue> talks = co_await call(self,
                                                  {.method = u"messages.getConversations"_s,
                                                   .parameters = {{u"offset"_s, QString::number(behind)},
                                                                  {u"count"_s, QString::number(talksAtOnce)},
                                                                  {u"filter"_s, u"all"_s}}});
    if (!talks) {
        co_return noStep(talks.error());
    }
    IncomingBatch batch;
    const QList<JsonValue> items = (*talks)[u"items"].items();
    bool isDone = items.size() < talksAtOnce;
    for (const JsonValue &talk : items) {
        if (talk[u"last_message"][u"date"].integer().value_or(0) < cursor.since) {
            isDone = true; // they come with the latest first
            break;
        }
        const Result<QList<IncomingMessage>> messages
            = co_await history(self, talk[u"conversation"][u"peer"][u"id"].id(), cursor.since);
        if (!messages) {
            co_return noStep(messages.error());
        }
        batch.messages += *messages;
    }
    Cursor after = cursor;
    after.fill = isDone ? std::nullopt : std::optional(behind + items.size());
    co_return co_await stepOf(self, std::move(batch), after, false);
}

QCoro::Task<Result<QList<IncomingMessage>>> VkAdapter::Flows::history(Guard self, QString peer, qint64 since)
{
    QList<IncomingMessage> messages;
    for (int page = 0; page < mostHistoryPages; ++page) {
        const Result<JsonValue> part
            = co_await call(self,
                            {.method = u"messages.getHistory"_s,
                             .parameters = {{u"peer_id"_s, peer},
                                            {u"offset"_s, QString::number(page * historyPage)},
                                            {u"count"_s, QString::number(historyPage)}}});
        if (!part) {
            co_return std::unexpected(part.error());
        }
        const QList<JsonValue> items = (*part)[u"items"].items();
        for (const JsonValue &item : items) {
            const Instant now = self->m_parts.clock.now();
            const Me me = self->m_me.value_or(Me());
            for (auto said : {readTalk(item, me, now), readArrival(item, me, now)}) {
                if (said) {
                    messages.prepend(std::move(*said));
                }
            }
        }
        if (items.size() < historyPage || items.constLast()[u"date"].integer().value_or(0) < since) {
            break;
        }
    }
    co_return messages;
}

QCoro::Task<Result<FetchStep>> VkAdapter::Flows::stepOf(Guard self, IncomingBatch batch, Cursor cursor,
                                                        bool isComplete)
{
    const Result<void> known = co_await learnNames(self, batch.messages);
    if (!known) {
        co_return noStep(known.error());
    }
    fillNames(batch.messages, self->m_names);
    batch.account = self->m_parts.account.id;
    batch.cursor = cursor.toBytes();
    self->m_ts = cursor.ts;
    if (isComplete && self->m_isListening) {
        self->poll();
    }
    co_return FetchStep{.batch = std::move(batch), .isComplete = isComplete};
}

QCoro::Task<Result<void>> VkAdapter::Flows::learnNames(Guard self, QList<IncomingMessage> messages)
{
    QStringList people;
    QStringList groups;
    for (const QString &number : namelessOf(messages)) {
        if (!self->m_names.contains(number) && people.size() + groups.size() < mostNames) {
            (number.startsWith(u'-') ? groups : people).append(QString(number).remove(u'-'));
        }
    }
    Result<void> learned;
    if (!people.isEmpty()) {
        learned = co_await learn(
            self, {.method = u"users.get"_s, .parameters = {{u"user_ids"_s, people.join(u',')}}}, {});
    }
    if (learned && !groups.isEmpty()) {
        learned = co_await learn(
            self, {.method = u"groups.getById"_s, .parameters = {{u"group_ids"_s, groups.join(u',')}}},
            u"-"_s);
    }
    co_return learned;
}

QCoro::Task<Result<void>> VkAdapter::Flows::learn(Guard self, Call call, QString sign)
{
    const Result<Answer> answer = co_await ask(self, std::move(call));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    const JsonValue &found = answer->response.isArray() ? answer->response : answer->response[u"groups"];
    for (const JsonValue &who : found.items()) {
        self->m_names.insert(sign + who[u"id"].id(), nameIn(who));
    }
    co_return Result<void>();
}

} // namespace aside::vk
