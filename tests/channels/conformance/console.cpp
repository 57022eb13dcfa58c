// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/console.h"

#include "models/services/accountfetch.h"
#include "tests/channels/email/waiting.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto shortPause = 5s; ///< limits of a service, pictures of an album
constexpr auto longWait = 10min; ///< nobody has so much patience
constexpr auto whileLater = 30min; ///< a feed is asked no sooner

/// A profile in which nothing is yet. Making its tables takes longer than most cases.
class BlankProfile
{
public:
    explicit BlankProfile(const Clock &clock)
    {
        const auto made = SqliteStores::open({.directory = m_folder.path(), .key = {}}, clock);
        Q_ASSERT(made);
    }
    void copyTo(const QString &folder) const
    {
        const QString name = u"aside.db"_s;
        const bool isCopied = QFile::copy(m_folder.filePath(name), folder + u'/' + name);
        Q_ASSERT(isCopied);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

HttpEdge PassingTime::edge()
{
    HttpEdge edge = systemEdge();
    edge.resolve = [](const QString &, QObject *context, const HttpEdge::Found &found) {
        QMetaObject::invokeMethod(context, [found] { found({}); }, Qt::QueuedConnection); // no world
    };
    edge.after = [this](std::chrono::milliseconds time, QObject *context, const std::function<void()> &then) {
        wait(time, context, then);
    };
    return edge;
}

void PassingTime::wait(std::chrono::milliseconds time, QObject *context, const std::function<void()> &then)
{
    if (time > shortPause) {
        m_alarms.append({.at = clock.now() + time, .context = context, .then = then});
        return;
    }
    QMetaObject::invokeMethod(
        context,
        [this, until = clock.now() + time, then] {
            clock.set(std::max(clock.now(), until));
            then();
        },
        Qt::QueuedConnection);
}

void PassingTime::pass(std::chrono::milliseconds time)
{
    clock.advance(time);
    for (const Alarm &alarm : std::exchange(m_alarms, {})) {
        if (alarm.context && alarm.at <= clock.now()) {
            alarm.then();
        } else if (alarm.context) {
            m_alarms.append(alarm);
        }
    }
}

void PassingTime::setSkew(std::chrono::milliseconds skew)
{
    clock.advance(skew - std::exchange(m_skew, skew));
}

Console::Console(ChannelUnderTest &channel, HttpDoor &door, PassingTime &time)
    : m_channel(channel)
    , m_door(door)
    , m_time(time)
{
    static const BlankProfile blank(time.clock);
    blank.copyTo(m_folder.path());
    auto stores = SqliteStores::open({.directory = m_folder.path(), .key = {}}, time.clock);
    Q_ASSERT(stores);
    m_stores = *std::move(stores);
    m_account = settled(m_stores->addAccount(channel.account(door.url()))).value_or(Account());
    Q_ASSERT(m_account.id.value > 0);
    restart();
}

void Console::restart()
{
    m_adapter.reset();
    m_adapter = m_channel.make(
        {.account = m_account, .server = m_door.url(), .edge = m_time.edge(), .clock = m_time.clock});
}

bool Console::waitUntil(const std::function<bool()> &isTrue)
{
    return waitFor([&] {
        if (m_door.isSilent() && !isTrue()) {
            m_door.giveUp();
            m_time.pass(longWait);
        }
        return isTrue();
    });
}

Result<void> Console::fetch()
{
    m_time.pass(whileLater);
    return fetchAtOnce();
}

Result<void> Console::fetchAtOnce()
{
    std::optional<Result<void>> result;
    AccountFetch fetch(*m_adapter, m_account.id, *this, nullptr);
    QObject::connect(&fetch, &AccountFetch::finished, &fetch, [&] { result = Result<void>(); });
    QObject::connect(&fetch, &AccountFetch::failed, &fetch,
                     [&](const Error &error) { result = std::unexpected(error); });
    fetch.start();
    const bool isOver = waitUntil([&] { return result.has_value(); });
    return isOver ? *result : Result<void>(fail(Errc::Internal, u"it never ends"_s));
}

QList<Message> Console::messages()
{
    QList<Message> messages;
    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    QList<QFuture<Result<Thread>>> asked; // all before any is waited for
    for (const ConversationId id : ids.value_or(QList<ConversationId>())) {
        asked.append(m_stores->thread(id));
    }
    for (const QFuture<Result<Thread>> &each : std::as_const(asked)) {
        const Result<Thread> thread = settled(each);
        messages += thread ? thread->messages : QList<Message>();
    }
    return messages;
}

QStringList Console::kept()
{
    QStringList texts;
    for (const Message &message : messages()) {
        const QString words = m_channel.wordsOf(message);
        texts.append(toMillis(message.deletedAt) > 0 ? u"†"_s + words : words);
    }
    texts.sort();
    return texts;
}

SendOutcome Console::send(const OutgoingMessage &message)
{
    const QFuture<SendOutcome> future = m_adapter->send(message);
    const bool isOver = waitUntil([&] { return future.isFinished(); }) && future.resultCount() == 1;
    return isOver ? future.result() : SendOutcome(Unknown{.cause = Errc::Internal});
}

Result<Reconciliation> Console::look(const OutgoingMessage &message)
{
    const auto future = m_adapter->reconcile(message);
    const bool isOver = waitUntil([&] { return future.isFinished(); }) && future.resultCount() == 1;
    return isOver ? future.result() : Result<Reconciliation>(fail(Errc::Internal));
}

QByteArray Console::cursor()
{
    return settled(m_stores->cursor(AccountFetch::sourceOf(m_account.id))).value_or(QByteArray());
}

void Console::forgetCursor(const QByteArray &cursor)
{
    const auto forgotten = settled(m_stores->apply({.source = AccountFetch::sourceOf(m_account.id),
                                                    .cursor = cursor,
                                                    .account = m_account.id,
                                                    .messages = {}}));
    Q_ASSERT(forgotten);
}

QFuture<Result<ApplyReport>> Console::apply(IncomingBatch batch)
{
    if (m_room && (*m_room)-- <= 0) {
        return QtFuture::makeReadyValueFuture(Result<ApplyReport>(fail(Errc::DiskFull)));
    }
    ++steps;
    return m_stores->apply(std::move(batch));
}

QFuture<Result<QByteArray>> Console::cursor(QString source)
{
    return m_stores->cursor(std::move(source));
}

} // namespace aside::test
