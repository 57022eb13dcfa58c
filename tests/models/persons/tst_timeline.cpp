// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/timeline.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = fromMillis(1'800'000'000'000);

ConversationRow talk(qint64 id, Channel channel, Instant at)
{
    ConversationRow row;
    row.id = ConversationId{id};
    row.channel = channel;
    row.lastAt = at;
    return row;
}

} // namespace

/// What there was with a person, in order.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everythingIsToldLatestFirst();
    void promiseThatMovedIsNotKept();
    void nobodyHasNoTimeline() { QVERIFY(personTimeline({.id = {}, .name = {}, .note = {}}).isEmpty()); }
};

void TestTimeline::everythingIsToldLatestFirst()
{
    using Kind = TimelineItem::Kind;
    PersonCard card{.id = PersonId{1}, .name = u"Anna"_s, .note = {}};
    card.conversations = {talk(1, Channel::Email, now - 4h), talk(2, Channel::X, now - 1h)};
    card.consents = {{.state = ConsentState::Given, .handle = {}, .at = now - 2h, .evidence = {}}};
    card.promises = {{.id = PromiseId{1},
                      .conversation = ConversationId{1},
                      .dueAt = now,
                      .words = u"a call"_s,
                      .madeAt = now - 3h,
                      .keptAt = now - 1h}};
    card.merged
        = {{.id = PersonId{2}, .into = PersonId{1}, .name = {}, .note = {}, .at = now - 5h, .by = {}}};

    const auto items = personTimeline(card);

    const QList<TimelineItem> wanted{{.kind = Kind::Conversation, .index = 1, .at = now - 1h},
                                     {.kind = Kind::PromiseKept, .index = 0, .at = now - 1h},
                                     {.kind = Kind::Consent, .index = 0, .at = now - 2h},
                                     {.kind = Kind::PromiseMade, .index = 0, .at = now - 3h},
                                     {.kind = Kind::Conversation, .index = 0, .at = now - 4h},
                                     {.kind = Kind::Merged, .index = 0, .at = now - 5h}};
    QCOMPARE(items, wanted);
}

void TestTimeline::promiseThatMovedIsNotKept()
{
    PersonCard card{.id = PersonId{1}, .name = {}, .note = {}};
    Promise promise{.id = PromiseId{1},
                    .conversation = ConversationId{1},
                    .dueAt = now,
                    .words = u"a call"_s,
                    .madeAt = now - 3h,
                    .keptAt = now - 1h};
    promise.end = PromiseEnd::Moved;
    card.promises = {promise};

    QCOMPARE(personTimeline(card).size(), 1);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
