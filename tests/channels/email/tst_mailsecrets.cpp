// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"

#include <QLoggingCategory>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using Script = QList<QByteArray>;

namespace {

constexpr auto password = "hunter2-of-the-team";
constexpr auto token = "ya29.token-of-the-team";

QString logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &words)
{
    logged += words + u'\n';
}

void hearAll(QLoggingCategory *category)
{
    for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
        category->setEnabled(type, true);
    }
}

/// Each way in which the password goes over the wire.
QList<QByteArray> passwordForms()
{
    const QByteArray plain = QByteArray("\0anna\0", 6) + password;
    return {password, QByteArray(password).toBase64(), plain.toBase64()};
}

QList<QByteArray> tokenForms()
{
    const QByteArray bearer = QByteArray("user=anna\1auth=Bearer ") + token + "\1\1";
    return {token, QByteArray(token).toBase64(), bearer.toBase64()};
}

mail::ServerAddress at(const test::MailScript &server)
{
    return {.host = u"127.0.0.1"_s, .port = server.serverPort(), .security = mail::Security::PlainLoopback};
}

} // namespace

/// What a person signs in with is nowhere but on the wire, also where the server repeats it.
class MailSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        logged.clear();
        QLoggingCategory::installFilter(&hearAll); // whatever the environment leaves out
    }
    void cleanup() { QLoggingCategory::installFilter(nullptr); }

    void nothingIsLoggedOrTold_data()
    {
        QTest::addColumn<bool>("isImap");
        QTest::addColumn<bool>("byToken");
        QTest::addColumn<Script>("script");
        const QByteArray echo = " you said " + (passwordForms() + tokenForms()).join(' ');
        QTest::newRow("IMAP, PLAIN") << true << false
                                     << Script{"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi",
                                               "C? A1 ", "S: A1 NO [AUTHENTICATIONFAILED]" + echo};
        QTest::newRow("IMAP, LOGIN") << true << false
                                     << Script{"S: * OK [CAPABILITY IMAP4rev1] hi", "C? A1 LOGIN",
                                               "S: A1 NO" + echo};
        QTest::newRow("IMAP, a token")
            << true << true
            << Script{"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hi", "C? A1 ", "S: A1 NO" + echo};
        QTest::newRow("IMAP, nonsense")
            << true << false
            << Script{"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi", "C? A1 ", "S: A1 (" + echo};
        const Script hello{"S: 220 hi", "C? EHLO ["};
        QTest::newRow("SMTP, PLAIN") << false << false
                                     << hello
                + Script{"S: 250-hi", "S: 250 AUTH PLAIN", "C? AUTH", "S: 535 5.7.8" + echo};
        QTest::newRow("SMTP, LOGIN") << false << false << hello + Script{"S: 250-hi", "S: 250 AUTH LOGIN",
                                                                         "C? AUTH",   "S: 334 VXNlcm5hbWU6",
                                                                         "C? ",       "S: 334 UGFzc3dvcmQ6",
                                                                         "C? ",       "S: 535 5.7.8" + echo};
        QTest::newRow("SMTP, a token")
            << false << true
            << hello + Script{"S: 250-hi", "S: 250 AUTH XOAUTH2", "C? AUTH", "S: 535 5.7.8" + echo};
    }

    void nothingIsLoggedOrTold()
    {
        QFETCH(const bool, isImap);
        QFETCH(const bool, byToken);
        QFETCH(const Script, script);
        const mail::Credentials anna{.user = u"anna"_s,
                                     .password = byToken ? Secret() : Secret(QByteArray(password)),
                                     .token = byToken ? Secret(QByteArray(token)) : Secret(),
                                     .host = {},
                                     .port = 0};
        test::MailEdgeFake time;
        test::MailScript server(script);
        const QtMessageHandler before = qInstallMessageHandler(&keepLog);
        imap::ImapSession reading(time.edge(), {});
        smtp::SmtpSession sending(time.edge());
        const QFuture<Result<void>> future
            = isImap ? reading.signIn(at(server), anna, {}) : sending.signIn(at(server), anna, {});

        const Result<void> done = test::settled(future);

        qInstallMessageHandler(before);
        QVERIFY(!done);
        QVERIFY2(server.isDone(), qPrintable(server.surprises().join(u'\n')));
        QVERIFY(logged.contains(u"sign-in"_s)); // something is logged at all
        for (const QByteArray &form : byToken ? tokenForms() : passwordForms()) {
            QVERIFY2(!logged.contains(QString::fromLatin1(form)), form.constData());
            QVERIFY2(!done.error().detail.contains(QString::fromLatin1(form)), form.constData());
        }
    }
};

QTEST_GUILESS_MAIN(MailSecretsTest)
#include "tst_mailsecrets.moc"
