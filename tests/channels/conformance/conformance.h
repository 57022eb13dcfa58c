// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/channels/conformance/channelundertest.h"
#include "tests/channels/conformance/console.h"

#include <QObject>
#include <QTest>

#include <memory>
#include <vector>

namespace aside::test {

/// A channel, the door to its server, and the consoles of a case.
struct World {
    explicit World(MakeChannel make);

    /// A console of its own, with a profile of its own.
    [[nodiscard]] Console &add();
    QString write(const QString &text) { return channel->write({.text = text}); }
    /// "m1" to "m<count>"; answers with them sorted.
    QStringList writeMany(int count);

    std::unique_ptr<ChannelUnderTest> channel;
    HttpDoor door;
    PassingTime time;
    std::vector<std::unique_ptr<Console>> consoles;
    Console &console; ///< the first
};

/// What every adapter has to stand, whatever its channel. The cases are the same for all: what a channel has
/// no notion of is left out with its reason.
class Conformance : public QObject
{
    Q_OBJECT
public:
    explicit Conformance(MakeChannel make)
        : m_make(make)
    {
    }

private Q_SLOTS:
    void init();

    // What comes.
    void whatIsLeftOutIsKnown();
    void messagesAreThereOnce();
    void pagesAreBroughtWhole();
    void tenThousandAtOnceAreThere();
    void sameThingTwiceIsOneMessage();
    void gapsLoseNothing();
    void answersStandInTheirConversation();
    void editsTakeThePlace();
    void deletionsAreShown();
    void lateOnesStandInTheirOrder();
    void cursorIsStoredBehindTheMessages();
    void oldCursorBringsNothingTwice();
    void serverThatWentBackIsReadOn();
    void twoConsolesHaveItOnceEach();
    void secondReaderIsTold();

    // Bad input.
    void clocksThatGoWrongLoseNothing_data();
    void clocksThatGoWrongLoseNothing();
    void idsBeyondDoublesStayApart();
    void datesInTheFutureAreNow();
    void wordsOfDeletedAuthorsStay();
    void emptyTextsHarmNobody();

    // Faults while something comes.
    void faultsOfReadingLoseNothing_data();
    void faultsOfReadingLoseNothing();
    void hugeAnswersAreNotTaken_data();
    void hugeAnswersAreNotTaken();
    void requestsAreKeptForAReport();
    void closedDoorsAreOpenedLater();
    void serviceThatHasEnoughIsLeftInPeace();
    void weComeLaterWhereNoTimeIsNamed();

    // What is sent.
    void channelThatCannotSendSaysSo();
    void whatIsSentIsThereOnce();
    void faultsOfSendingNeverDouble_data();
    void faultsOfSendingNeverDouble();
    void refusalsOfSendingAreNamed_data();
    void refusalsOfSendingAreNamed();
    void nothingLeavesWhereNobodyIs();
    void sleepingConnectionsLeaveNoDoubt();
    void sendingDoesNotDisturbReading();
    void adapterThatGoesTellsHowFarItCame_data();
    void adapterThatGoesTellsHowFarItCame();
    void timesOfTheServiceAreToldToWhoSends();

private:
    MakeChannel m_make;
};

/// Runs the suite over a channel: the whole main() of a test program.
[[nodiscard]] int runConformance(int argc, char **argv, MakeChannel make);

/// Leaves a case out where the channel has no such thing.
#define ASIDE_NEEDS(world, ability)                                                                          \
    if (const QString why = (world).channel->cannot().value(ability); !why.isEmpty()) {                      \
        QSKIP(qPrintable(why));                                                                              \
    }

} // namespace aside::test
