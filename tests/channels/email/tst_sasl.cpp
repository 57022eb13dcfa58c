// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/sasl.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

mail::Credentials withPassword(const QString &user, const QByteArray &password)
{
    return {.user = user, .password = Secret(password), .token = {}, .host = u"mail.example"_s, .port = 993};
}

mail::Credentials withToken()
{
    return {.user = u"anna@mail.example"_s,
            .password = {},
            .token = Secret("ya29.token"_ba),
            .host = u"mail.example"_s,
            .port = 993};
}

const QByteArray rfcNonce = "rOprNGfwEbeRWgbNEkqO";
const QByteArray rfcServerFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                  "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

} // namespace

class SaslTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void scramSpeaksAsInRfc7677()
    {
        const auto scram = mail::scramSha256(withPassword(u"user"_s, "pencil"), rfcNonce);

        const auto first = scram->answer({});
        const auto proof = scram->answer(rfcServerFirst);
        const bool wasProvedTooEarly = scram->finish().has_value();
        const auto last = scram->answer("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");

        QVERIFY(first && proof && last);
        QCOMPARE(first->bytes(), "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"_ba);
        QCOMPARE(proof->bytes(),
                 "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                 "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="_ba);
        QVERIFY(!wasProvedTooEarly);
        QVERIFY(scram->finish().has_value());
    }

    void aServerThatDoesNotKnowThePasswordIsRefused()
    {
        const auto scram = mail::scramSha256(withPassword(u"user"_s, "pencil"), rfcNonce);
        QVERIFY(scram->answer({}));
        QVERIFY(scram->answer(rfcServerFirst));

        const auto last = scram->answer("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");

        QVERIFY(!last);
        QCOMPARE(last.error().code, Errc::Tls);
        QVERIFY(!scram->finish());
    }

    void scramRefusesAChallenge_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<Errc>("code");
        QTest::newRow("another nonce") << "r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"_ba << Errc::BadAnswer;
        QTest::newRow("our nonce alone")
            << "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"_ba << Errc::BadAnswer;
        QTest::newRow("no salt") << "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096"_ba << Errc::BadAnswer;
        QTest::newRow("salt of garbage") << "r=rOprNGfwEbeRWgbNEkqOx,s=***,i=4096"_ba << Errc::BadAnswer;
        QTest::newRow("no rounds") << "r=rOprNGfwEbeRWgbNEkqOx,s=W22Z"_ba << Errc::BadAnswer;
        QTest::newRow("few rounds") << "r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=1"_ba << Errc::Insecure;
        QTest::newRow("rounds for years")
            << "r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=2000000000"_ba << Errc::Insecure;
        QTest::newRow("extension that must be known")
            << "m=x,r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=4096"_ba << Errc::BadAnswer;
        QTest::newRow("nothing") << QByteArray() << Errc::BadAnswer;
    }

    void scramRefusesAChallenge()
    {
        QFETCH(const QByteArray, challenge);
        QFETCH(const Errc, code);
        const auto scram = mail::scramSha256(withPassword(u"user"_s, "pencil"), rfcNonce);
        QVERIFY(scram->answer({}));

        const auto answer = scram->answer(challenge);

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
    }

    void aNameCannotAddToScram()
    {
        const auto scram = mail::scramSha256(withPassword(u"a,r=evil=x"_s, "p"), "nonce"_ba);

        QCOMPARE(scram->answer({})->bytes(), "n,,n=a=2Cr=3Devil=3Dx,r=nonce"_ba);
    }

    void eachMechanismSaysWhatItsStandardSays_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<bool>("byToken");
        QTest::addColumn<bool>("speaksFirst");
        QTest::addColumn<QList<QByteArray>>("challenges");
        QTest::addColumn<QList<QByteArray>>("answers");
        using List = QList<QByteArray>;
        QTest::newRow("PLAIN") << "PLAIN"_ba << false << true << List{{}}
                               << List{QByteArray("\0anna\0s3cret", 12)};
        QTest::newRow("LOGIN") << "LOGIN"_ba << false << false << List{"Username:", "Password:"}
                               << List{"anna", "s3cret"};
        QTest::newRow("XOAUTH2") << "XOAUTH2"_ba << true << true << List{{}, "{\"status\":\"401\"}"}
                                 << List{"user=anna@mail.example\x01"
                                         "auth=Bearer ya29.token\x01\x01",
                                         ""};
        QTest::newRow("OAUTHBEARER") << "OAUTHBEARER"_ba << true << true
                                     << List{{}, "{\"status\":\"invalid_token\"}"}
                                     << List{"n,a=anna@mail.example,\x01host=mail.example\x01port=993\x01"
                                             "auth=Bearer ya29.token\x01\x01",
                                             "\x01"};
    }

    void eachMechanismSaysWhatItsStandardSays()
    {
        QFETCH(const QByteArray, offered);
        QFETCH(const bool, byToken);
        QFETCH(const bool, speaksFirst);
        QFETCH(const QList<QByteArray>, challenges);
        QFETCH(const QList<QByteArray>, answers);
        const auto mechanism
            = mail::chooseMechanism({offered}, byToken ? withToken() : withPassword(u"anna"_s, "s3cret"));

        QVERIFY(mechanism);
        QCOMPARE(mechanism->name(), offered);
        QCOMPARE(mechanism->speaksFirst(), speaksFirst);
        for (qsizetype i = 0; i < challenges.size(); ++i) {
            const auto answer = mechanism->answer(challenges.at(i));
            QVERIFY(answer);
            QCOMPARE(answer->bytes(), answers.at(i));
        }
    }

    void theBestOfferIsTaken_data()
    {
        QTest::addColumn<QList<QByteArray>>("offered");
        QTest::addColumn<bool>("byToken");
        QTest::addColumn<QByteArray>("name");
        using List = QList<QByteArray>;
        QTest::newRow("no password in the clear")
            << List{"PLAIN", "LOGIN", "SCRAM-SHA-256"} << false << "SCRAM-SHA-256"_ba;
        QTest::newRow("small letters") << List{"plain"} << false << "PLAIN"_ba;
        QTest::newRow("only the old one") << List{"LOGIN", "CRAM-MD5"} << false << "LOGIN"_ba;
        QTest::newRow("unknown ones") << List{"GSSAPI", "NTLM"} << false << QByteArray();
        QTest::newRow("a token is no password") << List{"PLAIN", "SCRAM-SHA-256"} << true << QByteArray();
        QTest::newRow("the standard for tokens")
            << List{"XOAUTH2", "OAUTHBEARER"} << true << "OAUTHBEARER"_ba;
    }

    void theBestOfferIsTaken()
    {
        QFETCH(const QList<QByteArray>, offered);
        QFETCH(const bool, byToken);
        QFETCH(const QByteArray, name);

        const auto mechanism
            = mail::chooseMechanism(offered, byToken ? withToken() : withPassword(u"anna"_s, "s3cret"));

        QCOMPARE(mechanism ? mechanism->name() : QByteArray(), name);
    }

    void aZeroInAPasswordEndsNothingEarly()
    {
        const auto plain
            = mail::chooseMechanism({"PLAIN"_ba}, withPassword(u"anna"_s, QByteArray("a\0b", 3)));

        QCOMPARE(plain->answer({}).error().code, Errc::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(SaslTest)
#include "tst_sasl.moc"
