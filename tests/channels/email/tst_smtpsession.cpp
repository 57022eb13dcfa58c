// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/smtptalk.h"
#include "tests/channels/email/waiting.h"

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::envelope;
using test::letter;
using test::Script;
using Talk = test::SmtpTalk;

namespace {

enum class End : quint8 { Sent, Refused, Later, Unknown };

End endOf(const SendOutcome &outcome)
{
    return static_cast<End>(outcome.index());
}

const Script greeting{"S: 220 hi", "C? EHLO [", "S: 250-mail", "S: 250-SIZE 50000000", "S: 250 PIPELINING"};
const Script addressed{"C? MAIL FROM:<help@shop.example> SIZE=",
                       "C: RCPT TO:<anna@mail.example>",
                       "C: RCPT TO:<boris@mail.example>",
                       "S: 250 ok",
                       "S: 250 ok",
                       "S: 250 ok"};
const Script data{"C: DATA", "S: 354 go on"};

} // namespace

class TestSmtpSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void outcomes_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<End>("end");
        QTest::addColumn<QString>("code");
        const Script whole = addressed + data + Script{"U: ."};
        const Script reset{"C: RSET", "S: 250 ok"};
        const auto addressedWith = [](const Script &answers) {
            return addressed.first(3) + answers;
        };
        QTest::newRow("sent") << whole + Script{"S: 250 2.0.0 queued as 1a"} << End::Sent << QString();
        QTest::newRow("spam") << whole + Script{"S: 554 5.7.1 spam"} << End::Refused << u"554 5.7.1"_s;
        QTest::newRow("full") << whole + Script{"S: 452 4.2.2 full"} << End::Later << u"452 4.2.2"_s;
        QTest::newRow("cut after the dot") << whole + Script{"END"} << End::Unknown << QString();
        QTest::newRow("nonsense after the dot") << whole + Script{"S: ok?"} << End::Unknown << QString();
        QTest::newRow("no data") << addressed + Script{"C: DATA", "S: 554 no"} << End::Refused << u"554"_s;
        QTest::newRow("cut at DATA") << addressed + Script{"C: DATA", "END"} << End::Later << QString();
        QTest::newRow("one unknown") << addressedWith({"S: 250 ok", "S: 250 ok", "S: 550 5.1.1 who?"}) + reset
                                     << End::Refused << u"550 5.1.1"_s;
        QTest::newRow("one later, one unknown") << addressedWith({"S: 250 ok", "S: 450 later", "S: 550 who?"})
                + reset << End::Refused << u"550"_s;
        QTest::newRow("grey") << addressedWith({"S: 250 ok", "S: 450 later", "S: 250 ok"}) + reset
                              << End::Later << u"450"_s;
        QTest::newRow("sender not now")
            << addressedWith({"S: 451 later", "S: 503 no sender", "S: 503 no sender"}) + reset << End::Later
            << u"451"_s;
        QTest::newRow("not this sender")
            << addressedWith({"S: 553 not yours", "S: 503 no sender", "S: 503 no sender"}) + reset
            << End::Refused << u"553"_s;
        QTest::newRow("closing") << addressedWith({"S: 421 bye", "END"}) << End::Later << QString();
    }
    void outcomes()
    {
        QFETCH(const Script, script);
        QFETCH(const End, end);
        const Talk talk(greeting + script);
        QVERIFY(test::settled(talk.signedIn));

        const smtp::Delivery delivery = talk.send();

        QCOMPARE(endOf(delivery.outcome), end);
        QCOMPARE(talk.server.surprises(), QStringList());
        QTRY_VERIFY(talk.server.isDone());
        QString code;
        if (const auto *refused = std::get_if<Refused>(&delivery.outcome)) {
            code = refused->code;
        } else if (const auto *later = std::get_if<RetryLater>(&delivery.outcome)) {
            code = later->code;
        }
        QTEST(code, "code");
        QCOMPARE(talk.server.heard().count("."), script.contains("U: .") ? 1 : 0);
    }

    void theServersWordsAreKept()
    {
        const Talk talk(greeting + addressed.first(3)
                        + Script{"S: 250 ok", "S: 450 4.7.1 come back", "S: 550-5.1.1 nobody", "S: 550 here",
                                 "C: RSET", "S: 250 ok", "C: QUIT"});
        QVERIFY(test::settled(talk.signedIn));

        const smtp::Delivery delivery = talk.send();
        talk.session->quit();

        QCOMPARE(std::get<Refused>(delivery.outcome).words, u"boris@mail.example: nobody here"_s);
        QCOMPARE(delivery.refused.size(), 2);
        QCOMPARE(delivery.refused.constFirst().recipient, QByteArray("anna@mail.example"));
        QCOMPARE(delivery.refused.constFirst().reply.codes(), u"450 4.7.1"_s);
        QTRY_VERIFY(talk.server.isDone());
    }

    void withoutPipeliningEachIsWaitedFor()
    {
        const Talk talk({"S: 220 hi", "C? EHLO [", "S: 250 mail", "C: MAIL FROM:<help@shop.example>",
                         "S: 250 ok", "C: RCPT TO:<anna@mail.example>", "S: 250 ok",
                         "C: RCPT TO:<boris@mail.example>", "S: 250 ok", "C: DATA", "S: 354 go", "U: .",
                         "S: 250 thanks"});
        QVERIFY(test::settled(talk.signedIn));

        QCOMPARE(std::get<Sent>(talk.send().outcome).words, u"thanks"_s);
    }

    void aSecondLetterGoesThroughTheSameSession()
    {
        const Script one = addressed + data + Script{"U: .", "S: 250 ok"};
        const Talk talk(greeting + one + one);
        QVERIFY(test::settled(talk.signedIn));

        QCOMPARE(endOf(talk.send().outcome), End::Sent);
        QCOMPARE(endOf(talk.send().outcome), End::Sent);
    }

    void silenceAfterTheDotIsUncertain()
    {
        Talk talk(greeting + addressed + data + Script{"U: ."});
        QVERIFY(test::settled(talk.signedIn));
        const auto sending = talk.session->send(envelope, *mail::LetterDevice::make(letter()), {});
        QTRY_VERIFY(talk.server.isDone());

        talk.time.pass(9min);
        QVERIFY(!sending.isFinished());
        talk.time.pass(1min);

        const auto outcome = talk.delivery(sending).outcome;
        QCOMPARE(std::get<Unknown>(outcome),
                 (Unknown{.lastByte = LastByte::Left, .cause = Errc::Timeout, .words = {}}));
    }

    void silenceBeforeTheDotIsNot()
    {
        Talk talk(greeting + addressed + Script{"C: DATA"});
        QVERIFY(test::settled(talk.signedIn));
        const auto sending = talk.session->send(envelope, *mail::LetterDevice::make(letter()), {});
        QTRY_VERIFY(talk.server.isDone());

        talk.time.pass(2min);

        QCOMPARE(std::get<RetryLater>(talk.delivery(sending).outcome).cause, Errc::Timeout);
    }

    void aCutInTheLetterIsKnownNotToBeSent()
    {
        const Talk talk(greeting + addressed + data + Script{"C? Date:", "END"});
        QVERIFY(test::settled(talk.signedIn));

        const auto outcome = talk.send(letter(QByteArray(20'000'000, 'x'))).outcome;

        QCOMPARE(std::get<RetryLater>(outcome).scope, FaultScope::Account);
        QCOMPARE(std::get<RetryLater>(outcome).cause, Errc::Network);
    }

    void aFileThatChangedEndsTheSessionBeforeTheDot()
    {
        const Talk talk(greeting + addressed + data + Script{"U: ."});
        QVERIFY(test::settled(talk.signedIn));
        mail::Letter changed = letter("abc");
        changed.files[0].size = 2;

        const auto outcome = talk.send(changed).outcome;

        QCOMPARE(std::get<RetryLater>(outcome).scope, FaultScope::Item);
        QCOMPARE(std::get<RetryLater>(outcome).cause, Errc::Conflict);
        QTRY_VERIFY(talk.server.isLeft());
        QVERIFY(!talk.server.heard().contains("."));
        QVERIFY(!talk.session->isOpen());
    }

    void stoppedBeforeTheDotItIsNotSent()
    {
        Talk talk(greeting + addressed + Script{"C: DATA"});
        QVERIFY(test::settled(talk.signedIn));
        std::stop_source stop;
        const auto sending
            = talk.session->send(envelope, *mail::LetterDevice::make(letter()), stop.get_token());
        QTRY_VERIFY(talk.server.isDone());

        stop.request_stop();

        const auto outcome = talk.delivery(sending).outcome;
        QCOMPARE(std::get<RetryLater>(outcome).cause, Errc::Cancelled);
        QCOMPARE(std::get<RetryLater>(outcome).scope, FaultScope::Item);
    }

    void stoppedAfterTheDotItIsUncertain()
    {
        Talk talk(greeting + addressed + data + Script{"U: ."});
        QVERIFY(test::settled(talk.signedIn));
        std::stop_source stop;
        const auto sending
            = talk.session->send(envelope, *mail::LetterDevice::make(letter()), stop.get_token());
        QTRY_VERIFY(talk.server.isDone());

        stop.request_stop();

        QCOMPARE(std::get<Unknown>(talk.delivery(sending).outcome).cause, Errc::Cancelled);
    }

    void aSessionThatGoesAnswersFirst()
    {
        Talk talk(greeting + addressed + data + Script{"U: ."});
        QVERIFY(test::settled(talk.signedIn));
        const auto sending = talk.session->send(envelope, *mail::LetterDevice::make(letter()), {});
        QTRY_VERIFY(talk.server.isDone());

        talk.session.reset();

        QTRY_VERIFY(sending.isFinished());
    }

    void whatTheServerCannotTakeIsNotTried_data()
    {
        QTest::addColumn<QByteArray>("offers");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("code");
        QTest::newRow("too large") << QByteArray("SIZE 200") << u"anna@mail.example"_s << u"552 5.3.4"_s;
        QTest::newRow("too wide") << QByteArray("HELP") << u"анна@почта.рф"_s << u"553 5.6.7"_s;
    }
    void whatTheServerCannotTakeIsNotTried()
    {
        QFETCH(const QByteArray, offers);
        QFETCH(const QString, to);
        const Talk talk({"S: 220 hi", "C? EHLO [", "S: 250-mail", "S: 250 " + offers});
        QVERIFY(test::settled(talk.signedIn));
        mail::Letter wide = letter();
        wide.to = {{.name = {}, .address = to}};

        const auto outcome = talk.send(wide).outcome;

        QTEST(std::get<Refused>(outcome).code, "code");
        QCOMPARE(talk.server.heard().size(), 1);
        QVERIFY(talk.session->isOpen());
    }

    void utf8IsAskedForWhereItIsNeeded()
    {
        const Talk talk({"S: 220 hi", "C? EHLO [", "S: 250-mail", "S: 250 SMTPUTF8",
                         "C: MAIL FROM:<help@shop.example> SMTPUTF8", "S: 550 no", "C: RSET", "S: 250 ok"});
        QVERIFY(test::settled(talk.signedIn));
        mail::Letter wide = letter();
        wide.to = {{.name = {}, .address = u"анна@почта.рф"_s}};

        QCOMPARE(endOf(talk.send(wide).outcome), End::Refused);
        QCOMPARE(talk.server.surprises(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSmtpSession)
#include "tst_smtpsession.moc"
