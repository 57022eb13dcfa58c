// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/autoconfig.h"

#include "app/channels/email/autoconfig/clientconfig.h"
#include "app/channels/email/autoconfig/within.h"
#include "app/channels/http/httpclient.h"
#include "models/core/logging.h"
#include "models/mail/mailboxcheck.h"

#include <QPointer>
#include <QUrlQuery>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;
using Guard = QPointer<Autoconfig>;

constexpr std::chrono::seconds patience{5}; ///< of each step
constexpr qint64 mostBytes = 256 * 1'024;
constexpr int mostRedirects = 3;

struct Way {
    QString service; ///< of RFC 6186 and 8314
    MailSecurity security;
};

const QList<Way> &waysToRead()
{
    static const QList<Way> ways{{u"_imaps"_s, MailSecurity::Tls}, {u"_imap"_s, MailSecurity::StartTls}};
    return ways;
}

const QList<Way> &waysToSend()
{
    static const QList<Way> ways{{u"_submissions"_s, MailSecurity::Tls},
                                 {u"_submission"_s, MailSecurity::StartTls}};
    return ways;
}

/// Names as many have them, the likeliest first; each by TLS, then by STARTTLS.
QList<MailServer> guesses(const QStringList &prefixes, const QString &domain,
                          quint16 (*usualPort)(MailSecurity))
{
    QList<MailServer> all;
    for (const MailSecurity security : {MailSecurity::Tls, MailSecurity::StartTls}) {
        for (const QString &prefix : prefixes) {
            all.append({.host = prefix + domain, .port = usualPort(security), .security = security});
        }
    }
    return all;
}

ServerAddress addressOf(const MailServer &server)
{
    return {.host = server.host,
            .port = server.port,
            .security = server.security == MailSecurity::Tls ? Security::Tls : Security::StartTls};
}

Result<MailSetup> orElse(const std::optional<MailSetup> &setup)
{
    return setup ? Result<MailSetup>(*setup) : Result<MailSetup>(fail(Errc::NotFound));
}

} // namespace

QList<QUrl> configurationPages(const QString &address, quint16 port)
{
    const QString domain = mailDomain(address);
    const auto page = [&](const QString &host, const QString &path) {
        QUrl url;
        url.setScheme(u"https"_s);
        url.setHost(host);
        url.setPath(path);
        url.setPort(port == 443 ? -1 : port);
        return url;
    };
    QUrl ofMail = page(u"autoconfig."_s + domain, u"/mail/config-v1.1.xml"_s);
    QUrlQuery query;
    query.addQueryItem(u"emailaddress"_s, QString::fromLatin1(QUrl::toPercentEncoding(address)));
    ofMail.setQuery(query);
    return {ofMail, page(domain, u"/.well-known/autoconfig/mail/config-v1.1.xml"_s)};
}

std::optional<ServiceRecord> bestRecord(QList<ServiceRecord> records)
{
    records.removeIf([](const ServiceRecord &record) {
        return record.target == "."_L1 || record.port == 0 || hostName(record.target).isEmpty();
    });
    const auto best = std::ranges::min_element(records, [](const ServiceRecord &a, const ServiceRecord &b) {
        return a.priority != b.priority ? a.priority < b.priority : a.weight > b.weight;
    });
    return best == records.end() ? std::nullopt : std::optional(*best);
}

/// The steps. The finder may go while one waits: each asks after each wait.
struct Autoconfig::Flows {
    template <typename T>
    static Awaited<T> bounded(const Guard &self, const std::stop_token &stop, QFuture<Result<T>> answer)
    {
        return arrival(within<T>(self->m_parts.edge.mail, patience, stop, std::move(answer)));
    }

    static bool isOver(const Guard &self, const std::stop_token &stop)
    {
        return self.isNull() || stop.stop_requested();
    }

    static QCoro::Task<Result<MailSetup>> askWeb(Guard self, QString address, std::stop_token stop)
    {
        Errc why = Errc::NotFound;
        for (const QUrl &page : configurationPages(address, self->m_parts.edge.webPort)) {
            const Result<HttpResponse> answer
                = co_await bounded(self, stop,
                                   self->m_parts.http.get({.url = page,
                                                           .accept = "text/xml, application/xml",
                                                           .mostBytes = mostBytes,
                                                           .patience = patience,
                                                           .mostRedirects = mostRedirects},
                                                          stop));
            if (isOver(self, stop)) {
                co_return fail(Errc::Cancelled);
            }
            const Result<MailSetup> setup
                = answer ? parseClientConfig(answer->body, address) : std::unexpected(answer.error());
            if (setup) {
                co_return setup;
            }
            why = answer && setup.error().code == Errc::Insecure ? Errc::Insecure : why;
        }
        co_return fail(why, u"web"_s);
    }

    static QCoro::Task<Result<MailServer>> askRecords(Guard self, QString domain, QList<Way> ways,
                                                      std::stop_token stop)
    {
        for (const Way &way : ways) {
            const Result<QList<ServiceRecord>> records = co_await bounded(
                self, stop, self->m_parts.edge.services(way.service + u"._tcp."_s + domain));
            if (isOver(self, stop)) {
                co_return fail(Errc::Cancelled);
            }
            if (const auto best = bestRecord(records.value_or(QList<ServiceRecord>()))) {
                co_return MailServer{
                    .host = hostName(best->target), .port = best->port, .security = way.security};
            }
        }
        co_return fail(Errc::NotFound, u"no records"_s);
    }

    static QCoro::Task<Result<MailSetup>> askNameServer(Guard self, QString address, std::stop_token stop)
    {
        const QString domain = mailDomain(address);
        const Result<MailServer> imap = co_await askRecords(self, domain, waysToRead(), stop);
        if (!imap) {
            co_return std::unexpected(imap.error());
        }
        const Result<MailServer> smtp = co_await askRecords(self, domain, waysToSend(), stop);
        if (!smtp) {
            co_return std::unexpected(smtp.error());
        }
        co_return MailSetup{
            .imap = *imap, .smtp = *smtp, .user = address, .origin = SetupOrigin::ServiceRecords};
    }

    static QCoro::Task<Result<MailSetup>> askExchangers(Guard self, QString address, std::stop_token stop)
    {
        const Result<QStringList> exchangers
            = co_await bounded(self, stop, self->m_parts.edge.exchangers(mailDomain(address)));
        if (isOver(self, stop)) {
            co_return fail(Errc::Cancelled);
        }
        co_return orElse(self->m_parts.table.ofExchangers(exchangers.value_or(QStringList()), address));
    }

    static QCoro::Task<Result<MailServer>> knock(Guard self, QList<MailServer> servers, std::stop_token stop)
    {
        for (const MailServer &server : servers) {
            const Result<void> open
                = co_await bounded(self, stop, self->m_parts.edge.knock(addressOf(server)));
            if (isOver(self, stop)) {
                co_return fail(Errc::Cancelled);
            }
            if (open) {
                co_return server;
            }
        }
        co_return fail(Errc::NotFound, u"nobody listens"_s);
    }

    static QCoro::Task<Result<MailSetup>> guess(Guard self, QString address, std::stop_token stop)
    {
        const QString domain = mailDomain(address);
        const Result<MailServer> imap
            = co_await knock(self, guesses({u"imap."_s, u"mail."_s}, domain, &usualImapPort), stop);
        if (!imap) {
            co_return std::unexpected(imap.error());
        }
        const Result<MailServer> smtp
            = co_await knock(self, guesses({u"smtp."_s, u"mail."_s}, domain, &usualSmtpPort), stop);
        if (!smtp) {
            co_return std::unexpected(smtp.error());
        }
        co_return MailSetup{.imap = *imap, .smtp = *smtp, .user = address, .origin = SetupOrigin::Guess};
    }

    static QCoro::Task<Result<MailSetup>> find(Guard self, QString address, std::stop_token stop)
    {
        if (const auto known = self->m_parts.table.ofAddress(address)) {
            co_return *known;
        }
        using Step = QCoro::Task<Result<MailSetup>> (*)(Guard, QString, std::stop_token);
        Errc why = Errc::NotFound;
        for (const Step step : {&askWeb, &askNameServer, &askExchangers, &guess}) {
            const Result<MailSetup> setup = co_await step(self, address, stop);
            if (isOver(self, stop)) {
                co_return fail(Errc::Cancelled);
            }
            if (setup) {
                qCInfo(logEmail) << "servers found by" << static_cast<int>(setup->origin);
                co_return setup;
            }
            why = setup.error().code == Errc::Insecure ? Errc::Insecure : why;
        }
        co_return fail(why);
    }
};

Autoconfig::Autoconfig(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

QFuture<Result<MailSetup>> Autoconfig::find(const QString &address, std::stop_token stop)
{
    const QString written = address.trimmed();
    if (mailDomain(written).isEmpty() || !wireAddress(written)) {
        return answered<MailSetup>(fail(Errc::InvalidInput, u"no mail address"_s));
    }
    return begin<MailSetup>(Flows::find(this, written, std::move(stop)));
}

} // namespace aside::mail
