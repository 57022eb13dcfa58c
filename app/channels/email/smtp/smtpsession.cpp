// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/smtpsession.h"

#include "app/channels/email/smtp/smtpsignin.h"
#include "app/channels/email/smtp/smtptransaction.h"

#include <algorithm>
#include <utility>

namespace aside::smtp {

Features featuresOf(const Reply &ehlo)
{
    Features features;
    for (const QByteArray &line : ehlo.lines.sliced(std::min<qsizetype>(1, ehlo.lines.size()))) {
        const QByteArrayList words = line.simplified().toUpper().split(' ');
        const QByteArray &name = words.constFirst();
        features.startTls |= name == "STARTTLS";
        features.pipelining |= name == "PIPELINING";
        features.utf8 |= name == "SMTPUTF8";
        if (name == "SIZE") {
            features.knowsSize = true;
            features.mostBytes = words.size() > 1 ? std::max<qint64>(0, words.at(1).toLongLong()) : 0;
        } else if (name == "AUTH") {
            features.mechanisms += words.sliced(1);
        } else if (name.startsWith("AUTH=")) { // as servers wrote it before RFC 2554
            features.mechanisms += words.constFirst().sliced(5);
            features.mechanisms += words.sliced(1);
        }
    }
    return features;
}

SmtpSession::SmtpSession(mail::MailEdge edge, QObject *parent)
    : QObject(parent)
    , m_link(std::move(edge))
{
}

SmtpSession::~SmtpSession() = default;

void SmtpSession::stopOn(const std::stop_token &stop)
{
    m_stop.emplace(stop,
                   [this] { QMetaObject::invokeMethod(&m_link, &SmtpLink::abort, Qt::QueuedConnection); });
}

QFuture<Result<void>> SmtpSession::signIn(const mail::ServerAddress &server,
                                          const mail::Credentials &credentials, std::stop_token stop)
{
    stopOn(stop);
    return smtp::signIn(m_link, server, credentials, std::move(stop))
        .then(this, [this](const Result<Features> &features) {
            m_stop.reset();
            m_features = features.value_or(Features{});
            return features ? Result<void>() : Result<void>(std::unexpected(features.error()));
        });
}

QFuture<Delivery> SmtpSession::send(Envelope envelope, std::unique_ptr<mail::LetterDevice> letter,
                                    std::stop_token stop)
{
    stopOn(stop);
    return transact(m_link, m_features, std::move(envelope), std::move(letter), std::move(stop))
        .then(this, [this](const Delivery &delivery) {
            m_stop.reset();
            return delivery;
        });
}

void SmtpSession::quit()
{
    if (m_link.isOpen()) {
        m_link.say("QUIT");
    }
}

} // namespace aside::smtp
