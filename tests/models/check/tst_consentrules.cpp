// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/check/rulecase.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

Consent consent(ConsentTo to, ConsentState state, Instant until = {})
{
    return {.to = to,
            .state = state,
            .channel = Channel::Vk,
            .handle = {},
            .at = fromMillis(1'600'000'000'000),
            .until = until,
            .evidence = {}};
}

} // namespace

class TestConsentRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aCallNeedsAYes_data();
    void aCallNeedsAYes();
    void anAnnouncedCallNeedsAYes_data();
    void anAnnouncedCallNeedsAYes();
    void whoeverAskedIsCalled();
    void whoWantsNoContactIsLeftAlone();
    void anAnswerIsNoContact();
    void refusedMessagesAndMailings();
    void theThirdApproachIsFound();
    void anUnknownPersonIsLeftOut();
};

void TestConsentRules::aCallNeedsAYes_data()
{
    QTest::addColumn<Consent>("given");
    QTest::addColumn<bool>("isFound");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char *name, const Consent &given, bool isFound, const QString &variant = {}) {
        QTest::newRow(name) << given << isFound << variant;
    };
    row("given", consent(ConsentTo::Phone, ConsentState::Given), false);
    row("given for a while", consent(ConsentTo::Phone, ConsentState::Given, fromMillis(1'800'000'000'000)),
        false);
    row("run out", consent(ConsentTo::Phone, ConsentState::Given, fromMillis(1'700'000'000'000)), true);
    row("asked", consent(ConsentTo::Phone, ConsentState::Asked), true);
    row("refused", consent(ConsentTo::Phone, ConsentState::Refused), true, u"refused"_s);
    row("revoked", consent(ConsentTo::Phone, ConsentState::Revoked), true, u"refused"_s);
    row("for something else", consent(ConsentTo::Mailing, ConsentState::Given), true);
}

void TestConsentRules::aCallNeedsAYes()
{
    QFETCH(const Consent, given);
    QFETCH(const bool, isFound);
    QFETCH(const QString, variant);
    RuleCase reply("consent.phone"_L1,
                   isFound ? u"[[Расскажу, когда приедет.]]"_s : u"Расскажу, когда приедет."_s);
    reply.context.intent = Intent::Call;
    reply.context.person.consents = {given};

    QCOMPARE(reply.found(), reply.expected());
    if (isFound) {
        QCOMPARE(reply.findings().constFirst().variant, variant);
        QCOMPARE(reply.findings().constFirst().severity, Severity::Stop);
    }
}

void TestConsentRules::anAnnouncedCallNeedsAYes_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };
    row("announced", u"Разобрались. [[Мы перезвоним вам завтра.]]"_s);
    row("announced in English", u"All clear. [[We will call you tomorrow morning.]]"_s);
    row("asked", u"Можно позвонить вам завтра?"_s);
    row("on a condition", u"Если вы не против, мы позвоним вам завтра."_s);
    row("asked in English", u"May we call you tomorrow?"_s);
    row("the courier", u"Курьер позвонит вам за час."_s);
    row("no call at all", u"Больше не позвоним, пишем только сюда."_s);
    row("the customer may", u"Позвоните нам, если что."_s);
}

void TestConsentRules::anAnnouncedCallNeedsAYes()
{
    QFETCH(const QString, marked);
    const RuleCase reply("consent.phone"_L1, marked);

    QCOMPARE(reply.found(), reply.expected());
}

void TestConsentRules::whoeverAskedIsCalled()
{
    RuleCase reply("consent.phone"_L1, u"Хорошо. Мы перезвоним вам завтра."_s);
    reply.after({u"customer: Перезвоните мне, пожалуйста, после обеда."_s});

    QCOMPARE(reply.found(), reply.expected());
}

void TestConsentRules::whoWantsNoContactIsLeftAlone()
{
    RuleCase reply("consent.do-not-contact"_L1, u"[[У нас новости!]]"_s);
    reply.context.person.doNotContact = true;
    reply.context.intent = Intent::DirectMessage;
    QCOMPARE(reply.found(), reply.expected());

    reply.context.intent = Intent::Reply;
    reply.after({u"customer: Оставьте меня."_s, u"us: Хорошо."_s});
    QCOMPARE(reply.found(), reply.expected());
}

void TestConsentRules::anAnswerIsNoContact()
{
    RuleCase reply("consent.do-not-contact"_L1, u"Да, готов с пятницы."_s);
    reply.context.person.doNotContact = true;
    reply.after({u"us: Хорошо."_s, u"customer: Мой велосипед ещё у вас?"_s});

    QCOMPARE(reply.found(), reply.expected());
}

void TestConsentRules::refusedMessagesAndMailings()
{
    RuleCase reply("consent.do-not-contact"_L1, u"[[Здравствуйте!]]"_s);
    reply.context.intent = Intent::DirectMessage;
    reply.context.person.consents = {consent(ConsentTo::DirectMessage, ConsentState::Refused)};
    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().variant, u"refused"_s);

    reply.context.intent = Intent::Mailing;
    QCOMPARE(reply.findings().constFirst().variant, u"mailing"_s);

    // A yes that was taken back is none.
    auto before = consent(ConsentTo::Mailing, ConsentState::Given);
    before.at -= std::chrono::hours{1};
    reply.context.person.consents = {consent(ConsentTo::Mailing, ConsentState::Revoked), before};
    QCOMPARE(reply.findings().constFirst().variant, u"mailing"_s);

    reply.context.person.consents = {consent(ConsentTo::Mailing, ConsentState::Given)};
    QVERIFY(reply.findings().isEmpty());
}

void TestConsentRules::theThirdApproachIsFound()
{
    RuleCase reply("consent.too-many-approaches"_L1,
                   u"Проверим сегодня. [[Напишите нам в личные сообщения.]]"_s);
    reply.context.person.approaches = 2;

    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().arguments, QStringList{u"2"_s});
    QCOMPARE(reply.afterFix("remove-sentence"_L1), u"Проверим сегодня."_s);

    reply.context.person.approaches = 1;
    QVERIFY(reply.findings().isEmpty());
    auto strict = std::make_shared<CheckSettings>();
    strict->mostApproaches = 1;
    reply.context.settings = strict;
    QCOMPARE(reply.found(), reply.expected());

    reply.after({u"customer: Давайте лучше в личку"_s});
    QVERIFY(reply.findings().isEmpty());
}

void TestConsentRules::anUnknownPersonIsLeftOut()
{
    RuleCase reply("consent.phone"_L1, u"Мы перезвоним вам завтра."_s);
    reply.context.person.isKnown = false;
    reply.context.intent = Intent::Call;

    QVERIFY(reply.findings().isEmpty());
}

QTEST_APPLESS_MAIN(TestConsentRules)
#include "tst_consentrules.moc"
