// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movedesk.h"
#include "models/templates/templatecatalog.h"
#include "tests/support/fakemoves.h"
#include "tests/support/fakestores.h"

#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TemplateSourceFile source(const QString &id, const QByteArray &audience, const QByteArray &body)
{
    return {.id = id,
            .bytes = "+++\ntitle = \"T\"\nlanguage = \"en\"\naudience = \"" + audience + "\"\n+++\n" + body};
}

ConversationRow rowOf(ConversationId id, Channel channel, Audience audience)
{
    ConversationRow row;
    row.id = id;
    row.channel = channel;
    row.audience = audience;
    return row;
}

std::shared_ptr<const TemplateCatalog> catalogOf(const QList<TemplateSourceFile> &files)
{
    auto catalog = std::make_shared<TemplateCatalog>();
    catalog->add(TemplateScope::Mine, files);
    catalog->finish();
    return catalog;
}

} // namespace

class TestMoveDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bothHalvesAreWrittenForTheirReaders();
    void whatTheCustomerWroteStaysOutOfPublic();
    void ownTextsComeBeforeTheDelivered();
    void aKindWithoutATemplateHasNoText();
    void aTemplateThatCannotBeFilledInIsNamed();
    void datesAreFoundAsPromises();
    void eachHalfIsCheckedInItsOwnTalk();
    void anOpenTalkElsewhereIsContinued();
    void aRecordedYesIsTried_data();
    void aRecordedYesIsTried();
    void aPrivateTalkThatWentAwayIsNone();
    void aConversationThatIsGoneIsTold();
    void aFailureOfAStoreIsTold();
    void theOrderSaysWhereEachHalfGoes();
    void whatCameLastIsSeenWhateverItsDate();
    void rememberedApproachesCount();
    void theLinkCarriesWhoWasInvited();
    void theEndNeedsAResolution();
    void theEndIsWrittenForBothSides();

private:
    [[nodiscard]] Result<PreparedMove> prepare(MoveAim aim = MoveAim::Begin)
    {
        const MoveDesk desk({.conversations = *m_stores, .persons = *m_stores, .moves = m_moves},
                            m_stores->clock);
        return desk
            .prepare({.conversation = ConversationId{1},
                      .profile = m_profile,
                      .phraseFolders = {},
                      .catalogs = {m_own, m_delivered},
                      .calendar = WorkCalendar(WorkingHours{.timeZone = "UTC"}),
                      .aim = aim})
            .result();
    }
    void addMessage(ConversationId id, Direction direction, const QString &text);
    void addCard(const QList<ConversationRow> &conversations)
    {
        PersonCard card;
        card.id = PersonId{1};
        card.name = u"Anna Bell"_s;
        card.conversations = conversations;
        m_stores->cards.insert(ConversationId{1}, card);
    }

    FakeMoves m_moves;
    std::unique_ptr<FakeStores> m_stores;
    CheckProfile m_profile;
    std::shared_ptr<const TemplateCatalog> m_own; // as the desk is handed them
    std::shared_ptr<const TemplateCatalog> m_delivered;
};

void TestMoveDesk::init()
{
    QTest::failOnWarning();
    m_stores = std::make_unique<FakeStores>();
    m_profile = {};
    m_moves.known.clear();
    m_profile.operatorName = u"Vera"_s;
    auto row = rowOf(ConversationId{1}, Channel::Mastodon, Audience::Public);
    row.subject = u"Order 112233"_s;
    row.person = u"Anna Bell"_s;
    row.handle = u"@anna@social.example"_s;
    m_stores->addConversation(row);
    addMessage(row.id, Direction::Incoming, u"Where is my order 112233? It is late."_s);
    m_own = catalogOf({});
    m_delivered = catalogOf(
        {source(u"private/en/written-1"_s, "public", "{{ person.first_name }}, we wrote to you.\n"),
         source(u"private/en/message-1"_s, "private", "Hello {{ person.first_name }}.\n"),
         source(u"private/en/closing-1"_s, "public", "It is solved.\n"),
         source(u"private/en/ask-update-1"_s, "private", "Would you update your post?\n")});
}

void TestMoveDesk::addMessage(ConversationId id, Direction direction, const QString &text)
{
    auto &all = m_stores->messages[id];
    Message message;
    message.id = MessageId{(id.value * 100) + all.size() + 1};
    message.conversation = id;
    message.direction = direction;
    message.text = text;
    message.handle = u"@anna@social.example"_s;
    message.sentAt = m_stores->clock.now() - 2h + std::chrono::minutes(all.size());
    all.append(message);
}

void TestMoveDesk::bothHalvesAreWrittenForTheirReaders()
{
    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->plan.way, MoveWay::DirectMessage);
    QCOMPARE(made->publicHalf->text, u"Anna, we wrote to you."_s);
    QCOMPARE(made->publicHalf->templateId, u"private/en/written-1"_s);
    QCOMPARE(made->privateHalf->text, u"Hello Anna."_s);
    QCOMPARE(made->privateHalf->half.audience, Audience::Private);
    QCOMPARE(made->language, u"en"_s);
    QCOMPARE(made->by, u"Vera"_s);
    QCOMPARE(made->afterwards.value(0), u"private/en/closing-1"_s);
}

void TestMoveDesk::whatTheCustomerWroteStaysOutOfPublic()
{
    const QByteArray all = "{{ message.text }}|{{ conversation.subject }}|{{ person.handle }}\n";
    m_own = catalogOf({source(u"private/en/written-mine"_s, "public", all),
                       source(u"private/en/message-mine"_s, "private", all)});

    const auto made = prepare();

    QVERIFY(made && !made->publicHalf->text.contains(u"112233"_s));
    QVERIFY(!made->publicHalf->text.contains(u"@anna"_s));
    QVERIFY(made->privateHalf->text.contains(u"112233"_s));
}

void TestMoveDesk::ownTextsComeBeforeTheDelivered()
{
    m_own = catalogOf({source(u"private/en/written-mine"_s, "public", "Mine.\n")});

    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->publicHalf->text, u"Mine."_s);
    QCOMPARE(made->privateHalf->templateId, u"private/en/message-1"_s);
}

void TestMoveDesk::aKindWithoutATemplateHasNoText()
{
    m_delivered = catalogOf({});

    const auto made = prepare();

    QVERIFY(made && made->publicHalf && made->privateHalf);
    QVERIFY(made->publicHalf->templateId.isEmpty() && made->publicHalf->text.isEmpty());
    QVERIFY(!made->publicHalf->problem);
    QCOMPARE(made->afterwards, QStringList({QString(), QString()}));
}

/// It is in order until it is filled in: then it is too long.
void TestMoveDesk::aTemplateThatCannotBeFilledInIsNamed()
{
    QByteArray long_;
    for (int i = 0; i < 60; ++i) {
        long_ += QByteArray(2'000, 'x') + "\n";
    }
    m_own = catalogOf({source(u"private/en/written-mine"_s, "public", long_)});

    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->publicHalf->templateId, u"private/en/written-mine"_s);
    QVERIFY(made->publicHalf->problem.has_value());
    QVERIFY(made->publicHalf->text.isEmpty());
    QCOMPARE(made->privateHalf->text, u"Hello Anna."_s);
}

void TestMoveDesk::datesAreFoundAsPromises()
{
    m_own
        = catalogOf({source(u"private/en/message-mine"_s, "private", "We will answer by {{ tomorrow }}.\n")});

    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->privateHalf->promises.size(), qsizetype(1));
    QVERIFY(made->privateHalf->promises.constFirst().dueAt > m_stores->clock.now());
    QVERIFY(made->publicHalf->promises.isEmpty());
}

void TestMoveDesk::eachHalfIsCheckedInItsOwnTalk()
{
    addMessage(ConversationId{1}, Direction::Outgoing, u"Hello! Sorry for that."_s);

    const auto made = prepare();

    QVERIFY(made);
    const auto &inPublic = made->publicHalf->check;
    const auto &inPrivate = made->privateHalf->check;
    QCOMPARE(inPublic.context.audience, Audience::Public);
    QCOMPARE(inPublic.context.text, made->publicHalf->text);
    QCOMPARE(inPublic.messages->size(), qsizetype(2));
    QCOMPARE(inPrivate.context.audience, Audience::Private);
    QCOMPARE(inPrivate.context.text, made->privateHalf->text);
    QCOMPARE(inPrivate.messages->size(), qsizetype(1)); // what we said in public is not said there
    QCOMPARE(inPrivate.context.usedTemplate->id, u"private/en/message-1"_s);
}

void TestMoveDesk::anOpenTalkElsewhereIsContinued()
{
    auto home = m_stores->conversations.constFirst();
    m_stores->conversations.first().channel = Channel::Reviews;
    home.channel = Channel::Reviews;
    auto talk = rowOf(ConversationId{2}, Channel::Telegram, Audience::Private);
    talk.handle = u"@anna_test"_s;
    m_stores->addConversation(talk);
    addMessage(talk.id, Direction::Incoming, u"Hello"_s);
    addCard({talk, home});

    const auto made = prepare();

    QVERIFY(made && made->privateHalf);
    QCOMPARE(made->plan.why, MoveWhy::TalkElsewhere);
    QCOMPARE(made->privateHalf->half.conversation, talk.id);
    QCOMPARE(made->privateHalf->check.messages->constFirst().text, u"Hello"_s);
}

void TestMoveDesk::aRecordedYesIsTried_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<Channel>("said"); // of where
    QTest::addColumn<ConsentState>("state");
    QTest::addColumn<MoveWay>("way");

    QTest::newRow("nothing") << Channel::Vk << Channel::Vk << ConsentState::None << MoveWay::PersonWrites;
    QTest::newRow("yes") << Channel::Vk << Channel::Vk << ConsentState::Given << MoveWay::DirectMessage;
    QTest::newRow("taken back") << Channel::Vk << Channel::Vk << ConsentState::Revoked
                                << MoveWay::PersonWrites;
    QTest::newRow("elsewhere") << Channel::Vk << Channel::Telegram << ConsentState::Given
                               << MoveWay::PersonWrites;
    QTest::newRow("bots never may") << Channel::Telegram << Channel::Telegram << ConsentState::Given
                                    << MoveWay::PersonWrites;
}

void TestMoveDesk::aRecordedYesIsTried()
{
    QFETCH(const Channel, channel);
    QFETCH(const Channel, said);
    QFETCH(const ConsentState, state);
    QFETCH(const MoveWay, way);
    auto &home = m_stores->conversations.first();
    home.channel = channel;
    m_profile.writeTo.insert(channel, u"northlane"_s);
    addCard({home});
    m_stores->cards[home.id].consents = {{.to = ConsentTo::DirectMessage,
                                          .state = state,
                                          .channel = said,
                                          .handle = home.handle,
                                          .at = m_stores->clock.now() - 1h,
                                          .evidence = {}}};

    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->plan.way, way);
}

void TestMoveDesk::aPrivateTalkThatWentAwayIsNone()
{
    const auto home = m_stores->conversations.constFirst();
    const auto gone = rowOf(ConversationId{9}, Channel::Telegram, Audience::Private);
    addCard({gone, home});

    const auto made = prepare();

    QVERIFY(made);
    QVERIFY(made->facts.talks.isEmpty());
}

void TestMoveDesk::aConversationThatIsGoneIsTold()
{
    m_stores->conversations.clear();

    const auto made = prepare();

    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::NotFound);
}

void TestMoveDesk::aFailureOfAStoreIsTold()
{
    m_stores->failNext({.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});

    const auto made = prepare();

    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::DiskFull);
}

void TestMoveDesk::theOrderSaysWhereEachHalfGoes()
{
    const auto made = prepare();
    QVERIFY(made);

    const auto order = orderOf(*made);

    QCOMPARE(order.conversation, ConversationId{1});
    QCOMPARE(order.way, MoveWay::DirectMessage);
    QCOMPARE(order.next, MoveNext::PrivateThenPublic);
    QCOMPARE(order.publicHalf->conversation, ConversationId{1});
    QCOMPARE(order.publicHalf->text, made->publicHalf->text);
    QVERIFY(!order.privateHalf->conversation.isValid());
    QCOMPARE(order.privateHalf->handle, u"@anna@social.example"_s);
    QCOMPARE(order.terms.seen, MessageId{101});
    QCOMPARE(order.by, u"Vera"_s);
}

void TestMoveDesk::whatCameLastIsSeenWhateverItsDate()
{
    auto &messages = m_stores->messages[ConversationId{1}];
    auto late = messages.constFirst();
    late.id = MessageId{900};
    messages.prepend(late);
    const auto made = prepare();
    QVERIFY(made);

    QCOMPARE(orderOf(*made).terms.seen, MessageId{900});
}

void TestMoveDesk::rememberedApproachesCount()
{
    m_moves.remembered = 2;

    const auto made = prepare();

    QVERIFY(made);
    QCOMPARE(made->facts.approaches, 2);
    QCOMPARE(made->plan.way, MoveWay::StayPublic);
    QCOMPARE(made->plan.why, MoveWhy::TooManyApproaches);
}

void TestMoveDesk::theLinkCarriesWhoWasInvited()
{
    PreparedMove move;
    move.plan.next = MoveNext::PublicThenArrival;
    const MoveHalf half{.text = MoveText::Invite,
                        .channel = Channel::Telegram,
                        .fields = {{u"link"_s, u"https://t.me/northlane"_s}}};
    move.publicHalf
        = WrittenHalf{.half = half, .templateId = {}, .text = u"Write to us: https://t.me/northlane"_s};

    putPayload(move);

    QVERIFY(!move.payload.isEmpty());
    QCOMPARE(move.publicHalf->text, u"Write to us: https://t.me/northlane?start="_s + move.payload);
    QCOMPARE(orderOf(move).payload, move.payload);

    auto other = move;
    other.payload.clear();
    other.publicHalf->half.channel = Channel::Discourse; // hands nothing back
    other.publicHalf->text = u"Write to us: https://t.me/northlane"_s;
    putPayload(other);
    QVERIFY(other.payload.isEmpty());
    QCOMPARE(other.publicHalf->text, u"Write to us: https://t.me/northlane"_s);
}

void TestMoveDesk::theEndNeedsAResolution()
{
    QCOMPARE(prepare(MoveAim::Close).error().code, Errc::Conflict);
    PrivateMove move;
    move.id = PrivateMoveId{1};
    move.conversation = ConversationId{1};
    move.way = MoveWay::DirectMessage;
    move.state = MoveState::Joined;
    m_moves.known = {move};
    QCOMPARE(prepare(MoveAim::Close).error().code, Errc::Conflict);
}

void TestMoveDesk::theEndIsWrittenForBothSides()
{
    auto talk = rowOf(ConversationId{2}, Channel::Mastodon, Audience::Private);
    talk.handle = u"@anna@social.example"_s;
    m_stores->addConversation(talk);
    const auto secret = u"The parcel lies at my neighbour's on the second floor."_s;
    addMessage(talk.id, Direction::Incoming, secret);
    PrivateMove move;
    move.id = PrivateMoveId{1};
    move.conversation = ConversationId{1};
    move.talk = talk.id; // of a person that nobody joined with this one
    move.way = MoveWay::DirectMessage;
    move.state = MoveState::Joined;
    move.resolution = Resolution{.what = u"We fetched it ourselves."_s, .at = m_stores->clock.now() - 1h};
    m_moves.known = {move};

    const auto made = prepare(MoveAim::Close);

    QVERIFY(made);
    QCOMPARE(made->publicHalf->text, u"It is solved."_s);
    QCOMPARE(made->privateHalf->text, u"Would you update your post?"_s);
    QCOMPARE(made->privateHalf->half.conversation, talk.id);
    const auto isNoted = [](const WrittenHalf &half, const QString &text) {
        return std::ranges::any_of(*half.check.messages, [&](const Message &one) {
            return one.direction == Direction::Note && one.text == text;
        });
    };
    QVERIFY(isNoted(*made->publicHalf, secret));
    QVERIFY(isNoted(*made->publicHalf, move.resolution->what));
    QVERIFY(!isNoted(*made->privateHalf, secret));
}

QTEST_GUILESS_MAIN(TestMoveDesk)
#include "tst_movedesk.moc"
