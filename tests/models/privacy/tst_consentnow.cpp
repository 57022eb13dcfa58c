// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/consentnow.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = fromMillis(1'800'000'000'000);

Consent call(ConsentState state, Instant at, const QString &handle = {})
{
    return {.to = ConsentTo::Phone,
            .state = state,
            .channel = Channel::Phone,
            .handle = handle,
            .at = at,
            .evidence = {}};
}

ConsentState asked(const QList<Consent> &consents)
{
    return consentNow(consents, {ConsentTo::Phone, Channel::Phone, u"+7 (900) 000-00-17"_s}, now);
}

} // namespace

/// What a list of consents means now.
class TestConsentNow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nothingSaidIsNothingAllowed() { QCOMPARE(asked({}), ConsentState::None); }

    void whatWasSaidLastCounts()
    {
        const auto yes = call(ConsentState::Given, now - 48h);
        const auto no = call(ConsentState::Revoked, now - 24h);
        const auto again = call(ConsentState::Given, now - 1h);

        QCOMPARE(asked({no, yes}), ConsentState::Revoked);
        QCOMPARE(asked({again, no, yes}), ConsentState::Given);
    }

    void ofMergedPeopleTheStrictestCounts()
    {
        auto no = call(ConsentState::Refused, now - 48h);
        no.people = {PersonId{1}};
        auto yes = call(ConsentState::Given, now - 24h);
        yes.people = {PersonId{2}};
        auto question = call(ConsentState::Asked, now - 1h);
        question.people = {PersonId{2}};

        QCOMPARE(asked({no, yes}), ConsentState::Refused);
        QCOMPARE(asked({yes, no}), ConsentState::Refused);
        QCOMPARE(asked({yes, call(ConsentState::Refused, now - 48h)}), ConsentState::Given);
        QCOMPARE(asked({no, yes, question}), ConsentState::Refused);
        // What they said as one is the last word of each.
        QCOMPARE(asked({no, yes, call(ConsentState::Given, now - 2h)}), ConsentState::Given);
        QCOMPARE(consentStandings({no, yes}, now).size(), 1);
        QCOMPARE(consentStandings({no, yes}, now).constFirst().said, no);
    }

    void ofTwoRefusalsTheLaterIsWhatCounts()
    {
        auto revoked = call(ConsentState::Revoked, now - 48h);
        revoked.people = {PersonId{1}};
        auto refused = call(ConsentState::Refused, now - 1h);
        refused.people = {PersonId{2}};

        const ConsentQuestion question{
            .to = ConsentTo::Phone, .channel = Channel::Phone, .handle = u"+79000000017"_s};
        QCOMPARE(lastSaid({revoked, refused}, question), refused);
        QCOMPARE(lastSaid({refused, revoked}, question), refused);
    }

    void ofTwoAtOnceTheStricterCounts()
    {
        const auto yes = call(ConsentState::Given, now - 1h);
        const auto no = call(ConsentState::Refused, now - 1h);

        QCOMPARE(asked({yes, no}), ConsentState::Refused);
        QCOMPARE(asked({no, yes}), ConsentState::Refused);
    }

    void aConsentEndsAtItsTime()
    {
        auto yes = call(ConsentState::Given, now - 1h);
        yes.until = now;
        QCOMPARE(asked({yes}), ConsentState::None);
        yes.until = now + 1ms;
        QCOMPARE(asked({yes}), ConsentState::Given);
    }

    void aClockThatJumpedGivesNoConsent()
    {
        QCOMPARE(asked({call(ConsentState::Given, now + 1h)}), ConsentState::None);
        QCOMPARE(asked({call(ConsentState::Refused, now + 1h)}), ConsentState::Refused);
    }

    void aNumberIsItsDigits()
    {
        QCOMPARE(asked({call(ConsentState::Given, now - 1h, u"+79000000017"_s)}), ConsentState::Given);
        QCOMPARE(asked({call(ConsentState::Given, now - 1h, u"+79000000018"_s)}), ConsentState::None);
    }

    void aCallIsAllowedWhereverThatWasSaid()
    {
        auto yes = call(ConsentState::Given, now - 1h);
        yes.channel = Channel::Telegram;
        QCOMPARE(asked({yes}), ConsentState::Given);
    }

    void aMessageIsAllowedOnItsChannelAlone()
    {
        const QList<Consent> no{{.to = ConsentTo::DirectMessage,
                                 .state = ConsentState::Refused,
                                 .channel = Channel::Vk,
                                 .handle = u"ID17"_s,
                                 .at = now - 1h,
                                 .evidence = {}}};
        const auto on = [&no](Channel channel, const QString &handle) {
            return consentNow(no, {ConsentTo::DirectMessage, channel, handle}, now);
        };
        QCOMPARE(on(Channel::Vk, u"id17"_s), ConsentState::Refused);
        QCOMPARE(on(Channel::Vk, u"id18"_s), ConsentState::None);
        QCOMPARE(on(Channel::Telegram, u"id17"_s), ConsentState::None);
        QCOMPARE(asked(no), ConsentState::None);
    }

    void whatWasSaidLastIsShown()
    {
        const auto yes = call(ConsentState::Given, now - 48h);
        const auto no = call(ConsentState::Revoked, now - 24h);
        const ConsentQuestion question{ConsentTo::Phone, Channel::Phone, u"+79000000017"_s};

        QCOMPARE(lastSaid({no, yes}, question), std::optional(no));
        QCOMPARE(lastSaid({}, question), std::nullopt);
    }

    void whereNoAddressIsChosenOneIsEnough_data()
    {
        QTest::addColumn<QList<Consent>>("consents");
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<ConsentState>("expected");
        const auto first = u"+7 900 000-00-17"_s;
        const auto same = u"+79000000017"_s;
        const auto other = u"+7 900 000-00-18"_s;
        const auto yes = call(ConsentState::Given, now - 48h);
        const auto no = call(ConsentState::Revoked, now - 24h, first);

        QTest::newRow("nothing") << QList<Consent>() << QStringList{first} << ConsentState::None;
        QTest::newRow("all of them") << QList{yes} << QStringList() << ConsentState::Given;
        QTest::newRow("all but the only one")
            << QList{yes, no} << QStringList{first} << ConsentState::Revoked;
        QTest::newRow("all but one of two")
            << QList{yes, no} << QStringList{first, other} << ConsentState::Given;
        QTest::newRow("one is no") << QList{no} << QStringList{other} << ConsentState::Revoked;
        QTest::newRow("the same in other signs") << QList{call(ConsentState::Given, now - 48h, same), no}
                                                 << QStringList() << ConsentState::Revoked;
        QTest::newRow("something else") << QList<Consent>{{.to = ConsentTo::Mailing,
                                                           .state = ConsentState::Given,
                                                           .handle = {},
                                                           .at = now - 1h,
                                                           .evidence = {}}}
                                        << QStringList() << ConsentState::None;
    }

    void whereNoAddressIsChosenOneIsEnough()
    {
        QFETCH(const QList<Consent>, consents);
        QFETCH(const QStringList, known);
        QFETCH(const ConsentState, expected);

        QCOMPARE(consentAnywhere(consents, ConsentTo::Phone, Channel::Vk, known, now), expected);
    }
};

QTEST_APPLESS_MAIN(TestConsentNow)
#include "tst_consentnow.moc"
