// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/autoconfigedge.h"

#include "app/channels/flow/promises.h"

#include <QCoreApplication>
#include <QDnsLookup>

#include <algorithm>
#include <memory>

namespace aside::mail {

namespace {

constexpr std::chrono::seconds dnsPatience{5};
constexpr qsizetype mostRecords = 20;

Errc meaning(QDnsLookup::Error error)
{
    switch (error) {
    case QDnsLookup::NoError:
    case QDnsLookup::NotFoundError:
        return Errc::NotFound;
    case QDnsLookup::InvalidRequestError:
        return Errc::InvalidInput;
    case QDnsLookup::OperationCancelledError:
        return Errc::Cancelled;
    case QDnsLookup::InvalidReplyError:
        return Errc::BadAnswer;
    default: // Qt's, and all of them say that nobody answered
        return Errc::Network;
    }
}

/// Asks, and reads the answer with `read` where there is one.
template <typename T>
QFuture<Result<T>> ask(QDnsLookup::Type type, const QString &name, T (*read)(const QDnsLookup &))
{
    auto *lookup = new QDnsLookup(type, name, QCoreApplication::instance());
    auto promise = std::make_shared<QPromise<Result<T>>>(); // shared by the two that may end it
    promise->start();
    QObject::connect(lookup, &QDnsLookup::finished, lookup, [lookup, promise, read] {
        T found = read(*lookup);
        settle(*promise,
               found.isEmpty() ? Result<T>(fail(meaning(lookup->error()), lookup->errorString()))
                               : Result<T>(std::move(found)));
        lookup->deleteLater();
    });
    lookup->lookup();
    // What nobody answers is dropped by the system late.
    systemMailEdge().after(dnsPatience, lookup, [lookup] { lookup->abort(); });
    return promise->future();
}

QString withoutDot(QString name)
{
    if (name.size() > 1 && name.endsWith(u'.')) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral(".") : name;
}

QList<ServiceRecord> readServices(const QDnsLookup &lookup)
{
    QList<ServiceRecord> records;
    for (const QDnsServiceRecord &record :
         lookup.serviceRecords().first(std::min(lookup.serviceRecords().size(), mostRecords))) {
        records.append({.target = withoutDot(record.target()),
                        .port = record.port(),
                        .priority = record.priority(),
                        .weight = record.weight()});
    }
    return records;
}

QStringList readExchangers(const QDnsLookup &lookup)
{
    QList<QDnsMailExchangeRecord> records = lookup.mailExchangeRecords();
    std::ranges::stable_sort(records, {}, &QDnsMailExchangeRecord::preference);
    QStringList names;
    for (const QDnsMailExchangeRecord &record : records.first(std::min(records.size(), mostRecords))) {
        names.append(withoutDot(record.exchange()));
    }
    return names;
}

/// A connection that goes as soon as it is there.
class Knock final : public QObject
{
public:
    explicit Knock(QObject *parent)
        : QObject(parent)
        , m_edge(systemMailEdge())
        , m_connection(m_edge)
    {
    }

    [[nodiscard]] QFuture<Result<void>> at(const ServerAddress &server)
    {
        return m_connection.open(server).then(this, [this](const Result<void> &opened) {
            m_connection.abort();
            deleteLater();
            return opened;
        });
    }

private:
    MailEdge m_edge;
    Connection m_connection;
};

} // namespace

AutoconfigEdge systemAutoconfigEdge()
{
    return {
        .services
        = [](const QString &name) { return ask<QList<ServiceRecord>>(QDnsLookup::SRV, name, &readServices); },
        .exchangers
        = [](const QString &domain) { return ask<QStringList>(QDnsLookup::MX, domain, &readExchangers); },
        .knock =
            [](const ServerAddress &server) {
                auto *knock = new Knock(QCoreApplication::instance()); // deletes itself
                return knock->at(server);
            },
        .mail = systemMailEdge()};
}

} // namespace aside::mail
