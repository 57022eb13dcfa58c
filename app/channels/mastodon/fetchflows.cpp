// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/flows.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype pageSize = 80; ///< a server gives no more at once
constexpr qsizetype mostAtOnce = 500; ///< where one gives more than it was asked for
constexpr auto firstLook = 30 * 24h; ///< how far back an account begins
constexpr int mostThreads = 10; ///< asked for in one step
constexpr int mostSingles = 3; ///< statuses that are asked for one by one in one step

QList<NamedValue> pageQuery(const QString &bound, const QString &id, bool hasFilters)
{
    QList<NamedValue> query;
    for (const QString &type : {u"mention"_s, u"status"_s, u"update"_s, u"quote"_s}) {
        if (hasFilters) {
            query.append({u"types[]"_s, type});
        }
    }
    query.append({u"limit"_s, QString::number(pageSize)});
    if (!id.isEmpty()) {
        query.append({bound, id});
    }
    return query;
}

bool isWanted(const JsonValue &notification)
{
    const QString type = notification[u"type"].text();
    return type == "mention"_L1 || type == "status"_L1 || type == "update"_L1 || type == "quote"_L1;
}

struct Page {
    QList<JsonValue> items{}; ///< the oldest first
    qsizetype count = 0; ///< as it came
    QString next{}; ///< where the header Link says that older ones begin
};

/// The server may not know the filter that it was asked with.
bool isAboutTheFilter(const ApiReply &reply)
{
    const int status = reply.response ? reply.response->status : 0;
    return status == 400 || status == 422 || status == 501;
}

QString idOf(const JsonValue &item)
{
    return item[u"id"].id();
}

Result<Page> pageOf(const ApiReply &reply, Instant now)
{
    const Result<JsonValue> json = readAnswer(reply, now);
    if (!json) {
        return std::unexpected(json.error());
    }
    if (!json->isArray()) {
        return fail(Errc::BadAnswer, u"no list"_s);
    }
    Page page{.items = json->items(), .count = json->items().size()};
    page.items.removeIf([](const JsonValue &item) { return idOf(item).isEmpty(); });
    std::ranges::stable_sort(page.items, [](const JsonValue &one, const JsonValue &other) {
        return isLater(idOf(other), idOf(one));
    });
    page.next = linkParameter(*reply.response, u"next"_s, u"max_id"_s);
    return page;
}

/// What a step found so far.
struct Found {
    Cursor cursor;
    QList<IncomingMessage> messages{};
    QList<IncomingDeletion> deletions{};
    QList<JsonValue> answers{}; ///< statuses that answer something
    QSet<QString> ids{}; ///< of the statuses
    bool isComplete = true;
};

void addStatus(Found &found, const JsonValue &status, const Reading &reading)
{
    const std::optional<IncomingMessage> message = messageOf(status, reading);
    const QString id = idOf(status);
    if (!message || found.ids.contains(id)) {
        return;
    }
    found.ids.insert(id);
    found.messages.append(*message);
    if (!status[u"in_reply_to_id"].id().isEmpty()) {
        found.answers.append(status);
    }
    if (message->direction == Direction::Incoming) {
        found.cursor.watch({.id = id, .changed = message->editedAt.value_or(Instant{})});
    }
}

void addPage(Found &found, const QList<JsonValue> &items, const Reading &reading)
{
    for (const JsonValue &item : items) {
        if (isWanted(item)) {
            addStatus(found, item[u"status"], reading);
        }
    }
}

void addDeletion(Found &found, const QString &id, const Reading &reading)
{
    found.deletions.append(
        {.channel = Channel::Mastodon, .remoteId = remoteId(reading.server, id), .at = reading.now});
    found.cursor.watched.removeIf([&](const Cursor::Watched &status) { return status.id == id; });
}

/// A status that was looked at again: only what was changed is news.
void addChange(Found &found, const JsonValue &status, Instant known, const Reading &reading)
{
    const std::optional<IncomingMessage> message = messageOf(status, reading);
    if (message && message->editedAt && *message->editedAt > known) {
        found.messages.append(*message);
        found.cursor.watch({.id = idOf(status), .changed = *message->editedAt});
    }
}

bool isGone(const Error &error)
{
    return error.code == Errc::NotFound;
}

/// The server does not know what it was asked for; it is not only busy, or far away.
bool isUnknown(const Error &error)
{
    return isGone(error) || error.code == Errc::BadAnswer || isRefused(error);
}

/// The newest first, back to where an account begins.
void takeBack(Found &found, const Page &page, const Reading &reading)
{
    Cursor &cursor = found.cursor;
    if (cursor.latest.isEmpty()) {
        cursor.latest = page.items.isEmpty() ? u"0"_s : idOf(page.items.constLast());
    }
    addPage(found, page.items, reading);
    const QString oldest = page.items.isEmpty() ? QString() : idOf(page.items.constFirst());
    const QString next = page.next.isEmpty() && page.count >= pageSize ? oldest : page.next;
    const bool isFar = !found.messages.isEmpty()
        && std::ranges::min(found.messages, {}, &IncomingMessage::sentAt).sentAt < reading.now - firstLook;
    // A server that sends us where we were would do so for ever.
    const bool isNew = !next.isEmpty() && (cursor.back.isEmpty() || isLater(cursor.back, next));
    cursor.back = isNew && !isFar && !page.items.isEmpty() ? next : QString();
    found.isComplete = cursor.back.isEmpty();
}

void takeForward(Found &found, const Page &page, const Reading &reading)
{
    QList<JsonValue> items = page.items;
    items.removeIf([&](const JsonValue &item) { return !isLater(idOf(item), found.cursor.latest); });
    const bool isMore = items.size() > mostAtOnce || page.count >= pageSize;
    items = items.first(std::min(items.size(), mostAtOnce));
    if (items.isEmpty()) {
        return;
    }
    found.cursor.latest = idOf(items.constLast());
    addPage(found, items, reading);
    found.isComplete = !isMore;
}

} // namespace

/// What only the flows need of each other.
struct MastodonAdapter::FetchFlows::Steps {
    static QCoro::Task<Result<Page>> page(Guard self, QString bound, QString id)
    {
        const QString path = u"/api/v1/notifications"_s;
        Result<ApiReply> reply = co_await Flows::get(self, path, pageQuery(bound, id, self->m_hasFilters));
        if (reply && self->m_hasFilters && isAboutTheFilter(*reply)) {
            self->m_hasFilters = false; // what is not wanted is left out here
            reply = co_await Flows::get(self, path, pageQuery(bound, id, false));
        }
        if (!reply) {
            co_return std::unexpected(reply.error());
        }
        co_return pageOf(*reply, self->m_parts.clock.now());
    }

    /// A server that was restored from a copy counts from further back: we begin anew.
    static QCoro::Task<Result<bool>> hasJumpedBack(Guard self, QString latest)
    {
        if (std::exchange(self->m_hasLookedBack, true) || latest == "0"_L1) {
            co_return false;
        }
        const Result<Page> newest = co_await page(self, {}, {});
        if (!newest) {
            co_return std::unexpected(newest.error());
        }
        co_return !newest->items.isEmpty() && isLater(latest, idOf(newest->items.constLast()));
    }

    /// What an answer answers, and what was said to it from here elsewhere: nobody notifies of these.
    static QCoro::Task<Result<Found>> addThreads(Guard self, Found found)
    {
        int asked = 0;
        const QList<JsonValue> answers = std::exchange(found.answers, {});
        for (const JsonValue &status : answers) {
            if (found.ids.contains(status[u"in_reply_to_id"].id()) || ++asked > mostThreads) {
                continue;
            }
            const QString path = u"/api/v1/statuses/%1/context"_s.arg(idOf(status));
            const Result<JsonValue> context = co_await Flows::read(self, path, {});
            if (self.isNull()) {
                co_return std::unexpected(cancelled());
            }
            if (!context && isGone(context.error())) {
                addDeletion(found, idOf(status), self->reading());
            } else if (context) {
                addContext(found, *context, self->reading());
            }
        }
        co_return found;
    }

    static void addContext(Found &found, const JsonValue &context, const Reading &reading)
    {
        const auto add = [&](const JsonValue &status, bool isOwnOnly) {
            std::optional<IncomingMessage> message = messageOf(status, reading);
            const bool isOurs = message && message->direction == Direction::Outgoing;
            if (!message || found.ids.contains(idOf(status)) || (isOwnOnly && !isOurs)) {
                return;
            }
            found.ids.insert(idOf(status));
            message->isRead = true; // it was not said to us
            found.messages.append(*std::move(message));
        };
        for (const JsonValue &status : context[u"ancestors"].items()) {
            add(status, false);
        }
        for (const JsonValue &status : context[u"descendants"].items()) {
            add(status, true);
        }
    }

    /// Asks after what is watched, at once where the server can do so.
    static QCoro::Task<Result<Found>> addChanges(Guard self, Found found)
    {
        QList<Cursor::Watched> open = found.cursor.watched;
        open.removeIf([&](const Cursor::Watched &status) { return found.ids.contains(status.id); });
        QStringList doubtful = std::exchange(self->m_changed, {});
        if (self->m_hasMany && !open.isEmpty()) {
            const Result<JsonValue> many = co_await Flows::read(self, u"/api/v1/statuses"_s, manyQuery(open));
            if (self.isNull()) {
                co_return std::unexpected(cancelled());
            }
            if (!many && !isUnknown(many.error())) {
                self->m_changed = doubtful; // another time
                co_return found;
            }
            self->m_hasMany = many && many->isArray();
            for (const Cursor::Watched &status : std::as_const(open)) {
                const JsonValue *there = many ? statusIn(*many, status.id) : nullptr;
                if (there != nullptr) {
                    addChange(found, *there, status.changed, self->reading());
                } else {
                    doubtful.append(status.id);
                }
            }
        } else {
            for (const Cursor::Watched &status : std::as_const(open)) {
                doubtful.append(status.id);
            }
        }
        co_return co_await addSingles(self, std::move(found), std::move(doubtful));
    }

    /// Whether one is gone only its own address says: others leave out what they do not like.
    static QCoro::Task<Result<Found>> addSingles(Guard self, Found found, QStringList ids)
    {
        ids.removeDuplicates();
        for (qsizetype at = 0; at < ids.size(); ++at) {
            const QString id = ids.at(at);
            if (at >= mostSingles) {
                break;
            }
            const Result<JsonValue> status = co_await Flows::read(self, u"/api/v1/statuses/"_s + id, {});
            if (self.isNull()) {
                co_return std::unexpected(cancelled());
            }
            if (!status && isGone(status.error())) {
                addDeletion(found, id, self->reading());
            } else if (status) {
                addChange(found, *status, knownChange(found.cursor, id), self->reading());
                turn(found.cursor, id);
            }
        }
        // What a stream said and what was too much for now.
        self->m_changed += streamedRest(*self, ids);
        co_return found;
    }

    static QStringList streamedRest(const MastodonAdapter &self, const QStringList &ids)
    {
        return self.m_streams ? ids.sliced(std::min<qsizetype>(ids.size(), mostSingles)) : QStringList();
    }

    static Instant knownChange(const Cursor &cursor, const QString &id)
    {
        const auto known = std::ranges::find(cursor.watched, id, &Cursor::Watched::id);
        return known == cursor.watched.cend() ? Instant{} : known->changed;
    }

    /// Behind the others, so that the next time they are asked for.
    static void turn(Cursor &cursor, const QString &id)
    {
        const auto known = std::ranges::find(cursor.watched, id, &Cursor::Watched::id);
        if (known != cursor.watched.end()) {
            const Cursor::Watched status = *known;
            cursor.watch(status);
        }
    }

    static QList<NamedValue> manyQuery(const QList<Cursor::Watched> &statuses)
    {
        QList<NamedValue> query;
        for (const Cursor::Watched &status : statuses) {
            query.append({u"id[]"_s, status.id});
        }
        return query;
    }

    static const JsonValue *statusIn(const JsonValue &many, const QString &id)
    {
        const auto found = std::ranges::find(many.items(), id, &idOf);
        return found == many.items().cend() ? nullptr : &*found;
    }

    static FetchStep stepOf(const MastodonAdapter &self, Found found)
    {
        FetchStep step;
        step.batch.account = self.m_parts.account.id;
        step.batch.cursor = found.cursor.toBytes();
        step.batch.messages = std::move(found.messages);
        step.batch.deletions = std::move(found.deletions);
        step.isComplete = found.isComplete;
        return step;
    }
};

QCoro::Task<Result<FetchStep>> MastodonAdapter::FetchFlows::fetch(Guard self, Cursor cursor)
{
    const Result<void> ready = co_await Flows::ensureMe(self);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    if (cursor.me != self->m_me->id || cursor.server != self->serverName()) {
        cursor = Cursor{.server = self->serverName(), .me = self->m_me->id}; // ids mean something else here
    }
    const bool isBack = cursor.latest.isEmpty() || !cursor.back.isEmpty();
    const QString bound = isBack ? u"max_id"_s : u"min_id"_s;
    const Result<Page> page = co_await Steps::page(self, bound, isBack ? cursor.back : cursor.latest);
    if (self.isNull() || !page) {
        co_return std::unexpected(page ? cancelled() : page.error());
    }
    Found found{.cursor = std::move(cursor)};
    if (isBack) {
        takeBack(found, *page, self->reading());
    } else {
        takeForward(found, *page, self->reading());
    }
    if (!isBack && page->items.isEmpty()) {
        const Result<bool> jumped = co_await Steps::hasJumpedBack(self, found.cursor.latest);
        if (!jumped) {
            co_return std::unexpected(jumped.error());
        }
        if (*jumped) {
            found.cursor.latest.clear();
            found.isComplete = false;
        }
    }
    Result<Found> whole = std::move(found);
    if (page->count < pageSize) { // behind a full page there are more: they go first
        whole = co_await Steps::addThreads(self, *std::move(whole));
    }
    if (whole && whole->isComplete) {
        whole = co_await Steps::addChanges(self, *std::move(whole));
    }
    if (!whole) {
        co_return std::unexpected(whole.error());
    }
    co_return Steps::stepOf(*self, *std::move(whole));
}

} // namespace aside::mastodon
