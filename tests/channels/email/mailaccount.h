// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/adapter/emailadapter.h"
#include "app/channels/flow/promises.h"
#include "app/import/mail/mailparser.h"
#include "models/services/accountfetch.h"
#include "tests/servers/mailservers.h"

#include <memory>
#include <optional>

namespace aside::test {

/// Reads mail as the program does, for an account of this address.
inline mail::MailReader mailReaderFor(const QString &address)
{
    return [address](QByteArrayView raw, const mail::MailFacts &facts) {
        return parseMail(raw,
                         {.ownAddresses = {address},
                          .fallbackDate = facts.arrivedAt,
                          .isRead = facts.isRead,
                          .isInSent = facts.isInSent});
    };
}

/// What an adapter of this user at these servers is made of.
inline mail::EmailAdapter::Parts mailParts(const QString &user, const QByteArray &password,
                                           const mail::ServerAddress &imap, const mail::ServerAddress &smtp,
                                           const mail::MailEdge &edge, const Clock &clock)
{
    Account account;
    account.id = AccountId{1};
    account.identity = user;
    account.address = user + QStringLiteral("@localhost");
    return {.account = account,
            .settings = {.imap = imap, .smtp = smtp, .user = user, .since = {}, .copiesToSent = true},
            .credentials = [credentials = MailServers::user(
                                user, password)] { return aside::answered<mail::Credentials>(credentials); },
            .read = mailReaderFor(account.address),
            .edge = edge,
            .clock = clock};
}

/// One fetch of everything that is new.
class OneFetch
{
public:
    OneFetch(ChannelAdapter &adapter, MessageSink &sink)
        : m_fetch(adapter, AccountId{1}, sink, nullptr)
    {
        QObject::connect(&m_fetch, &AccountFetch::finished, &m_fetch, [this] { m_ended = Result<void>(); });
        QObject::connect(&m_fetch, &AccountFetch::failed, &m_fetch,
                         [this](const Error &error) { m_ended = std::unexpected(error); });
        m_fetch.start();
    }

    [[nodiscard]] bool isOver() const { return m_ended.has_value(); }
    /// Once it is over.
    [[nodiscard]] const Result<void> &result() const { return *m_ended; }

private:
    AccountFetch m_fetch;
    std::optional<Result<void>> m_ended;
};

} // namespace aside::test
