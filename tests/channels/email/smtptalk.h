// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/smtp/smtpsession.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"
#include "tests/support/waiting.h"

#include <QTest>

#include <memory>

namespace aside::test {

using Script = QList<QByteArray>;

inline mail::Letter letter(const QByteArray &file = {})
{
    mail::Letter made;
    made.from = {.name = {}, .address = QStringLiteral("help@shop.example")};
    made.to = {{.name = {}, .address = QStringLiteral("anna@mail.example")}};
    made.subject = QStringLiteral("Order");
    made.messageId = QStringLiteral("1@shop.example");
    made.text = QStringLiteral(".\nQUIT\n");
    if (!file.isEmpty()) {
        made.files = {mail::fileOfBytes(QStringLiteral("a.bin"), {}, file)};
    }
    return made;
}

inline const smtp::Envelope envelope{.sender = "help@shop.example",
                                     .recipients = {"anna@mail.example", "boris@mail.example"}};

/// A session with a server that plays a script, up to where a letter can be sent.
struct SmtpTalk {
    explicit SmtpTalk(const Script &script, mail::Security security = mail::Security::PlainLoopback,
                      const mail::Credentials &credentials = {}, const QSslConfiguration &tls = {},
                      const QList<QSslCertificate> &authorities = {})
        : time(authorities)
        , server(script, tls)
    {
        session = std::make_unique<smtp::SmtpSession>(time.edge());
        signedIn = session->signIn(
            {.host = QStringLiteral("127.0.0.1"), .port = server.serverPort(), .security = security},
            credentials, {});
    }
    [[nodiscard]] smtp::Delivery delivery(const QFuture<smtp::Delivery> &future) const
    {
        return test::waitFor([&] { return future.isFinished(); }, 30'000) && future.resultCount() > 0
            ? future.result()
            : smtp::Delivery{.outcome = Refused{.code = QStringLiteral("no answer"), .words = {}},
                             .refused = {}};
    }
    [[nodiscard]] smtp::Delivery send(const mail::Letter &what = letter(), std::stop_token stop = {}) const
    {
        return delivery(session->send(envelope, *mail::LetterDevice::make(what), std::move(stop)));
    }

    MailEdgeFake time;
    MailScript server;
    std::unique_ptr<smtp::SmtpSession> session;
    QFuture<Result<void>> signedIn;
};

} // namespace aside::test
