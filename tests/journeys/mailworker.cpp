// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program to be killed: aside_mailworker PROFILE IMAPS SMTP CA USER PASSWORD
// Brings over what the account has, answers each conversation once and sends the answers. When nothing is
// left to do it prints {"conversations": n, "items": [{"wireId": …, "state": …}, …]} and ends.

#include "app/channels/email/adapter/emailadapter.h"
#include "app/platform/systemnetwork.h"
#include "app/profile.h"
#include "models/ports/conversationstore.h"
#include "models/services/connectivity.h"
#include "models/services/dispatcher.h"
#include "tests/channels/email/mailaccount.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int beat = 20; // milliseconds

[[noreturn]] void complain(const QString &words)
{
    std::fprintf(stderr, "aside_mailworker: %s\n", qPrintable(words));
    std::exit(1);
}

template <typename T>
T wanted(const Result<T> &result, const char *what)
{
    if (!result) {
        complain(QString::fromLatin1(what) + u": "_s + errcName(result.error().code) + u' '
                 + result.error().detail);
    }
    return *result;
}

class Worker : public QObject
{
public:
    Worker(Profile &profile, const QStringList &arguments)
        : m_profile(profile)
        , m_connectivity(m_network, profile.clock())
    {
        mail::MailEdge edge = mail::systemMailEdge();
        edge.authorities = QSslCertificate::fromPath(arguments.value(4));
        m_parts.emplace(test::mailParts(
            arguments.value(5), arguments.value(6).toUtf8(),
            {.host = u"127.0.0.1"_s, .port = arguments.value(2).toUShort(), .security = mail::Security::Tls},
            {.host = u"127.0.0.1"_s,
             .port = arguments.value(3).toUShort(),
             .security = mail::Security::StartTls},
            edge, profile.clock()));
        keepAccount();
        m_channels.add(Channel::Email, [this](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
            return std::make_unique<mail::EmailAdapter>(*m_parts);
        });
        m_adapter = std::make_unique<mail::EmailAdapter>(*m_parts);
    }

    void start()
    {
        m_fetch = std::make_unique<test::OneFetch>(*m_adapter, m_profile.sink());
        connect(&m_timer, &QTimer::timeout, this, &Worker::look);
        m_timer.start(beat);
    }

private:
    void keepAccount()
    {
        const auto known = wanted(m_profile.accounts().accounts().result(), "accounts");
        if (known.isEmpty()) {
            m_parts->account = wanted(m_profile.accounts().addAccount(m_parts->account).result(), "account");
        } else {
            m_parts->account = known.constFirst();
        }
    }

    void look()
    {
        if (m_fetch != nullptr) {
            if (m_fetch->isOver()) {
                if (!m_fetch->result()) {
                    complain(u"the fetch failed: "_s + errcName(m_fetch->result().error().code));
                }
                m_fetch.reset();
                answerAll();
                m_dispatcher.emplace(Dispatcher::Parts{.outbox = m_profile.outbox(),
                                                       .dispatch = m_profile.dispatch(),
                                                       .accounts = m_profile.accounts(),
                                                       .sink = m_profile.sink(),
                                                       .changes = m_profile.changes(),
                                                       .channels = m_channels,
                                                       .connectivity = m_connectivity,
                                                       .clock = m_profile.clock()},
                                     QRandomGenerator(1));
                m_dispatcher->start();
            }
            return;
        }
        const auto items = wanted(m_profile.outbox().items().result(), "outbox");
        const bool isOver
            = !m_dispatcher->isBusy() && std::ranges::none_of(items, [](const OutboxItem &item) {
                  return item.state == OutboxState::Held || item.state == OutboxState::Queued
                      || item.state == OutboxState::Sending;
              });
        if (isOver) {
            tell(items);
            QCoreApplication::exit(0);
        }
    }

    void answerAll()
    {
        QSet<ConversationId> answered;
        for (const OutboxItem &item : wanted(m_profile.outbox().items().result(), "outbox")) {
            answered.insert(item.conversation);
        }
        for (const ConversationId id : wanted(m_profile.conversations().ids({}).result(), "conversations")) {
            if (!answered.contains(id)) {
                wanted(m_profile.outbox().hold(id, u"Привезём завтра."_s, {}).result(), "hold");
            }
        }
        wanted(m_profile.outbox().queueDue().result(), "queue");
    }

    void tell(const QList<OutboxItem> &items)
    {
        QJsonArray told;
        for (const OutboxItem &item : items) {
            told.append(
                QJsonObject{{u"wireId"_s, item.wireId}, {u"state"_s, std::to_underlying(item.state)}});
        }
        const auto ids = wanted(m_profile.conversations().ids({}).result(), "conversations");
        std::puts(QJsonDocument(QJsonObject{{u"conversations"_s, ids.size()}, {u"items"_s, told}})
                      .toJson(QJsonDocument::Compact)
                      .constData());
        std::fflush(stdout);
    }

    Profile &m_profile;
    SystemNetworkState m_network;
    Connectivity m_connectivity;
    ChannelRegistry m_channels;
    std::optional<mail::EmailAdapter::Parts> m_parts;
    std::unique_ptr<mail::EmailAdapter> m_adapter;
    std::unique_ptr<test::OneFetch> m_fetch;
    std::optional<Dispatcher> m_dispatcher;
    QTimer m_timer;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 7) {
        complain(u"PROFILE IMAPS SMTP CA USER PASSWORD"_s);
    }
    const auto profile = Profile::open({.directory = arguments.at(1)});
    if (!profile) {
        complain(u"no profile: "_s + errcName(profile.error().code) + u' ' + profile.error().detail);
    }
    Worker worker(**profile, arguments);
    worker.start();
    return QCoreApplication::exec();
}
