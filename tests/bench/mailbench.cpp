// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures an account of mail against a real server, into a real profile, and prints JSON:
//   aside_mailbench sync PROFILE PORT CA USER PASSWORD   brings over what the profile does not have
//   aside_mailbench idle PROFILE PORT CA USER PASSWORD COUNT
//                        from the server's notice to the painted list, for so many messages; says
//                        {"listening": n} on a line when the next may come
// PORT is IMAP over TLS on 127.0.0.1, CA the authority that signed its certificate.

#include "app/channels/email/adapter/emailadapter.h"
#include "app/channels/flow/promises.h"
#include "app/import/mail/mailparser.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/searchindex.h"
#include "models/services/accountfetch.h"
#include "tests/bench/benchwindow.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <optional>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstServerArgument = 3;

[[noreturn]] void complain(const QString &words)
{
    std::fprintf(stderr, "aside_mailbench: %s\n", qPrintable(words));
    std::exit(1);
}

/// What the system says of this process: "VmHWM" is the most memory it ever had, "VmRSS" what it has.
double megabytesOf(const QByteArray &field)
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(field + ':')) {
                return line.mid(field.size() + 1).simplified().split(' ').constFirst().toDouble() / 1000;
            }
        }
    }
    return -1;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

mail::Credentials credentialsOf(const QStringList &arguments)
{
    return {.user = arguments.value(firstServerArgument + 2),
            .password = Secret(arguments.value(firstServerArgument + 3).toUtf8()),
            .token = {},
            .host = u"localhost"_s,
            .port = 1};
}

/// The account of the profile, added where there is none.
Account accountOf(Profile &profile, const QString &user)
{
    const auto known = profile.accounts().accounts().result();
    if (known && !known->isEmpty()) {
        return known->constFirst();
    }
    Account account;
    account.name = account.identity = user;
    account.address = user + u"@localhost"_s;
    const auto added = profile.accounts().addAccount(account).result();
    if (!added) {
        complain(u"no account: "_s + added.error().detail);
    }
    return *added;
}

std::unique_ptr<mail::EmailAdapter> adapterOf(Profile &profile, const QStringList &arguments)
{
    const mail::ServerAddress server{.host = u"127.0.0.1"_s,
                                     .port = arguments.value(firstServerArgument).toUShort(),
                                     .security = mail::Security::Tls};
    mail::MailEdge edge = mail::systemMailEdge();
    edge.authorities = QSslCertificate::fromPath(arguments.value(firstServerArgument + 1));
    const mail::Credentials credentials = credentialsOf(arguments);
    const Account account = accountOf(profile, credentials.user);
    const mail::MailReader read = [own = account.address](QByteArrayView raw, const mail::MailFacts &facts) {
        return parseMail(raw,
                         {.ownAddresses = {own, u"@support.test"_s},
                          .fallbackDate = facts.arrivedAt,
                          .isRead = facts.isRead,
                          .isInSent = facts.isInSent});
    };
    return std::make_unique<mail::EmailAdapter>(mail::EmailAdapter::Parts{
        .account = account,
        .settings
        = {.imap = server, .smtp = server, .user = credentials.user, .since = {}, .copiesToSent = false},
        .credentials = [credentials] { return aside::answered<mail::Credentials>(credentials); },
        .read = read,
        .edge = edge,
        .clock = profile.clock()});
}

/// Until all is in the store; ends the program where that fails.
void fetchAll(mail::EmailAdapter &adapter, Profile &profile, AccountId account)
{
    QEventLoop loop;
    AccountFetch fetch(adapter, account, profile.sink(), nullptr);
    QObject::connect(&fetch, &AccountFetch::finished, &loop, &QEventLoop::quit);
    QObject::connect(&fetch, &AccountFetch::failed, &loop, [](const Error &error) {
        complain(u"the fetch failed: "_s + errcName(error.code) + u' ' + error.detail);
    });
    fetch.start();
    loop.exec();
}

int measureSync(const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const auto profile
        = Profile::open({.directory = arguments.value(2), .encryption = Encryption::Encrypted});
    if (!profile) {
        complain(u"no profile: "_s + profile.error().detail);
    }
    const auto adapter = adapterOf(**profile, arguments);
    const AccountId account = accountOf(**profile, arguments.value(firstServerArgument + 2)).id;
    const double opened = double(timer.nsecsElapsed()) / 1e9;
    const double idle = megabytesOf("VmRSS");
    const double workedBefore = processorSeconds();
    timer.restart();
    fetchAll(*adapter, **profile, account);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double worked = processorSeconds() - workedBefore;
    // It must be there for whoever asks now: listed, threaded, searchable.
    const auto found = (*profile)->search().search(u"the"_s, 1).result();
    const auto listed = (*profile)->conversations().ids({}).result();
    return print({{u"opened_s"_s, opened},
                  {u"seconds"_s, seconds},
                  {u"cpu_s"_s, worked},
                  {u"idle_mb"_s, idle},
                  {u"peak_mb"_s, megabytesOf("VmHWM")},
                  {u"conversations"_s, listed ? listed->size() : 0},
                  {u"found"_s, found ? found->size() : 0}});
}

/// Brings over what a server told of, until it is painted.
class Arrivals : public QObject
{
public:
    Arrivals(OpenWindow &open, mail::EmailAdapter &adapter, AccountId account, int count)
        : m_open(open)
        , m_adapter(adapter)
        , m_account(account)
        , m_left(count)
        , m_watch(open.list->viewport(), [this] { painted(); })
    {
        connect(&adapter, &ChannelAdapter::arrived, this, &Arrivals::fetch);
        connect(open.list->model(), &QAbstractItemModel::rowsInserted, this, [this] { m_isIn = true; });
    }

    void invite()
    {
        m_isIn = false;
        m_noticed.reset();
        m_adapter.listen();
        QTimer::singleShot(500, this, [this] { print({{u"listening"_s, m_left}}); });
    }

private:
    void fetch()
    {
        if (m_noticed) {
            return;
        }
        m_noticed.emplace();
        m_noticed->start();
        auto *fetch = new AccountFetch(m_adapter, m_account, m_open.profile->sink(), this);
        connect(fetch, &AccountFetch::finished, fetch, &QObject::deleteLater);
        connect(fetch, &AccountFetch::failed, this,
                [](const Error &error) { complain(u"the fetch failed: "_s + errcName(error.code)); });
        fetch->start();
    }
    void painted()
    {
        if (!m_isIn || !m_noticed || !m_open.isFilled()) {
            return;
        }
        m_ms.append(double(m_noticed->nsecsElapsed()) / 1e6);
        m_isIn = false;
        if (--m_left == 0) {
            print(frames(m_ms));
            QCoreApplication::exit(0);
        } else {
            QTimer::singleShot(200, this, &Arrivals::invite);
        }
    }

    OpenWindow &m_open;
    mail::EmailAdapter &m_adapter;
    AccountId m_account;
    int m_left;
    bool m_isIn = false;
    std::optional<QElapsedTimer> m_noticed;
    QList<double> m_ms;
    PaintWatch m_watch;
};

int measureIdle(const QStringList &arguments)
{
    OpenWindow open(arguments.value(2));
    const auto adapter = adapterOf(*open.profile, arguments);
    const AccountId account = accountOf(*open.profile, arguments.value(firstServerArgument + 2)).id;
    fetchAll(*adapter, *open.profile, account);
    open.waitUntilFilled();
    settle();
    Arrivals arrivals(open, *adapter, account, arguments.value(firstServerArgument + 4).toInt());
    arrivals.invite();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArrayView mode = argc > 1 ? argv[1] : "";
    if (mode == "sync") {
        const QCoreApplication app(argc, argv);
        return measureSync(QCoreApplication::arguments());
    }
    if (mode == "idle") {
        QApplication app(argc, argv);
        applyTheme(app, ColorMode::Light);
        return measureIdle(QCoreApplication::arguments());
    }
    std::fprintf(stderr, "aside_mailbench sync|idle PROFILE PORT CA USER PASSWORD …\n");
    return 2;
}
