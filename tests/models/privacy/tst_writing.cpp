// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/writing.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = fromMillis(1'800'000'000'000);

Consent said(ConsentTo to, ConsentState state, Channel channel = Channel::Vk)
{
    return {.to = to, .state = state, .channel = channel, .handle = {}, .at = now - 24h, .evidence = {}};
}

WritingFacts to(const QList<Consent> &consents)
{
    return {.channel = Channel::Vk, .handle = u"id17"_s, .consents = consents, .now = now};
}

} // namespace

/// Whether a private message may leave.
class TestWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whoSaidNothingIsWrittenTo()
    {
        QVERIFY(mayWrite(to({})));
        QVERIFY(mayWrite(to({said(ConsentTo::DirectMessage, ConsentState::Asked)})));
        QVERIFY(mayWrite(to({said(ConsentTo::DirectMessage, ConsentState::Given)})));
    }

    void whoSaidNoIsLeftAlone()
    {
        QVERIFY(!mayWrite(to({said(ConsentTo::DirectMessage, ConsentState::Refused)})));
        QVERIFY(!mayWrite(to({said(ConsentTo::DirectMessage, ConsentState::Revoked)})));
        // Of something else, or elsewhere.
        QVERIFY(mayWrite(to({said(ConsentTo::Mailing, ConsentState::Refused)})));
        QVERIFY(mayWrite(to({said(ConsentTo::DirectMessage, ConsentState::Refused, Channel::Telegram)})));
    }

    void whoWroteSinceIsAnswered()
    {
        auto facts = to({said(ConsentTo::DirectMessage, ConsentState::Refused)});
        facts.hasWritten = true;
        facts.lastWroteAt = now - 25h;
        QVERIFY(!mayWrite(facts));
        facts.lastWroteAt = now - 24h; // the message that says so
        QVERIFY(mayWrite(facts));
        facts.lastWroteAt = now - 1h;
        QVERIFY(mayWrite(facts));
    }

    void whoWantsNoContactIsAnsweredAlone()
    {
        auto facts = to({said(ConsentTo::DirectMessage, ConsentState::Given)});
        facts.isBlocked = true;
        QVERIFY(!mayWrite(facts));
        facts.hasWritten = true;
        QVERIFY(mayWrite(facts));
    }

    void whoDidNotSayYesIsNotCalled()
    {
        auto facts = to({});
        facts.channel = Channel::Phone;
        QVERIFY(!mayWrite(facts));
        facts.consents = {said(ConsentTo::Phone, ConsentState::Asked)};
        QVERIFY(!mayWrite(facts));
        facts.hasWritten = true; // they called
        QVERIFY(mayWrite(facts));
        facts.hasWritten = false;
        facts.consents = {said(ConsentTo::Phone, ConsentState::Given)};
        QVERIFY(mayWrite(facts));
    }

    void aYesThatEndedIsNone()
    {
        auto yes = said(ConsentTo::Phone, ConsentState::Given);
        yes.until = now;
        auto facts = to({yes});
        facts.channel = Channel::Phone;

        QVERIFY(!mayWrite(facts));
    }
};

QTEST_APPLESS_MAIN(TestWriting)
#include "tst_writing.moc"
