// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/privatedoor.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = fromMillis(1'800'000'000'000);
constexpr auto week = std::chrono::hours{7 * 24};

DoorState on(Channel channel, DoorFacts facts)
{
    facts.now = now;
    return doorOf(capabilitiesOf(channel), facts);
}

} // namespace

/// Who may write to whom, on which channel and until when.
class TestPrivateDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aPlaceWithoutAPrivateSideHasNoDoor()
    {
        for (const auto channel : {Channel::Youtube, Channel::Reviews, Channel::Feed}) {
            QCOMPARE(on(channel, {.askedAt = now - 1h, .personWroteAt = now - 1h, .permission = true}),
                     DoorState());
        }
    }

    void theChannelsNoCountsEverywhere()
    {
        for (const auto channel : {Channel::Vk, Channel::Mastodon, Channel::Facebook, Channel::X}) {
            QCOMPARE(on(channel, {.askedAt = now - 1h, .personWroteAt = now - 1h, .permission = false}).door,
                     PrivateDoor::MustWriteFirst);
        }
    }

    void oneReplyIsOpenForAWeek()
    {
        const auto asked = [](Instant at) {
            return on(Channel::Facebook, {.askedAt = at});
        };
        QCOMPARE(asked(now - week + 1ms),
                 (DoorState{.door = PrivateDoor::ReplyOpen, .until = std::optional<Instant>(now + 1ms)}));
        QCOMPARE(asked(now - week), (DoorState{.door = PrivateDoor::ReplyExpired}));
        QCOMPARE(asked({}), (DoorState{.door = PrivateDoor::MustWriteFirst}));
    }

    void aNewCommentCanBeAnsweredAgain()
    {
        QCOMPARE(on(Channel::Instagram, {.askedAt = now - 48h, .weWroteAt = now - 24h}).door,
                 PrivateDoor::ReplyUsed);
        QCOMPARE(on(Channel::Instagram, {.askedAt = now - 1h, .weWroteAt = now - 24h}).door,
                 PrivateDoor::ReplyOpen);
    }

    void aRunningTalkClosesADayAfterThePersonsLastMessage()
    {
        const auto wrote = [](Instant at) {
            return on(Channel::Instagram, {.askedAt = now - 2h, .personWroteAt = at, .weWroteAt = now - 1h});
        };
        QCOMPARE(wrote(now - 24h + 1ms),
                 (DoorState{.door = PrivateDoor::MayWrite, .until = std::optional<Instant>(now + 1ms)}));
        QCOMPARE(wrote(now - 24h).door, PrivateDoor::ReplyUsed);
    }

    void aTalkWithoutAWindowStaysOpen()
    {
        QCOMPARE(on(Channel::Telegram, {.personWroteAt = now - 400 * 24h}),
                 (DoorState{.door = PrivateDoor::MayWrite}));
        QCOMPARE(on(Channel::Telegram, {}), (DoorState{.door = PrivateDoor::MustWriteFirst}));
        QCOMPARE(on(Channel::Vk, {.permission = true}), (DoorState{.door = PrivateDoor::MayWrite}));
    }
};

QTEST_APPLESS_MAIN(TestPrivateDoor)
#include "tst_privatedoor.moc"
