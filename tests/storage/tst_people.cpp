// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/people.h"
#include "app/storage/promises.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cardShowsEverythingOfAPerson();
    void cardShowsTheNewestFifty();
    void conversationWithoutACustomerStandsAlone();
    void unknownConversationHasNoCard();
    void noteIsKeptAndReplaced();
    void remoteImagesAreDecidedForASender();
    void remoteImagesOfNobodyAreNotDecided();
    void knownMailboxesBeginSo();
    void sharedNumberBelongsToWhoSharedIt();
    void numberOfSomebodyElseStaysTheirs();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }

    std::unique_ptr<Cache> m_cache;
};

void TestPeople::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

void TestPeople::cardShowsEverythingOfAPerson()
{
    auto bob = mail(u"bob"_s, 9);
    bob.authorHandle = u"bob@example.org"_s;
    auto post = tweet(u"post"_s, 2);
    post.authorHandle = u"@anna"_s;
    post.reach = 1'200;
    m_cache->apply({mail(u"a"_s, 0), mail(u"b"_s, 1), post, bob});
    // Two handles of one person, as joining them will leave it.
    m_cache->set(
        "UPDATE handle SET person_id = (SELECT person_id FROM handle WHERE address = 'anna@example.org')"
        " WHERE address = '@anna'");
    m_cache->triage({.kind = Triage::Kind::Block}, {m_cache->home(u"post"_s)});
    const auto promise = addPromise(db(), m_cache->home(u"b"_s), now() + 1h, u"a call"_s, now());

    const auto card = personCard(db(), m_cache->home(u"a"_s));

    QVERIFY(card && promise);
    QCOMPARE(card->name, u"Anna"_s);
    QCOMPARE(card->handles.size(), 2);
    QCOMPARE(card->handles.constFirst().shown, u"anna@example.org"_s);
    QVERIFY(!card->handles.constFirst().isBlocked);
    QCOMPARE(card->handles.constLast().channel, Channel::X);
    QCOMPARE(card->handles.constLast().reach, 1'200);
    QVERIFY(card->handles.constLast().isBlocked);
    QCOMPARE(card->conversationCount, 3);
    QCOMPARE(card->conversations.constFirst().id, m_cache->home(u"post"_s));
    QCOMPARE(card->conversations.constLast().id, m_cache->home(u"a"_s));
    QCOMPARE(card->promises, QList{*promise});
}

void TestPeople::sharedNumberBelongsToWhoSharedIt()
{
    auto shared = mail(u"b"_s, 5, {u"a"_s});
    shared.ownNumber = u"+79990001122"_s;

    m_cache->apply({mail(u"a"_s, 1), shared});
    m_cache->apply({shared}); // it comes again
    const auto card = personCard(db(), m_cache->home(shared.remoteId));

    QVERIFY(card);
    QCOMPARE(card->handles.size(), 2);
    QCOMPARE(card->handles.constLast().channel, Channel::Phone);
    QCOMPARE(card->handles.constLast().shown, u"+79990001122"_s);
    QVERIFY(card->consents.isEmpty()); // a number is no permission
}

void TestPeople::numberOfSomebodyElseStaysTheirs()
{
    auto call = mail(u"call"_s, 1);
    call.channel = Channel::Phone;
    call.authorHandle = u"+7 (999) 000-11-22"_s;
    auto shared = mail(u"b"_s, 5);
    shared.ownNumber = u"+79990001122"_s;

    m_cache->apply({call, shared});
    const auto caller = personCard(db(), m_cache->home(call.remoteId));
    const auto anna = personCard(db(), m_cache->home(shared.remoteId));

    QVERIFY(caller && anna && caller->id != anna->id);
    QCOMPARE(caller->handles.size(), 1);
    QCOMPARE(anna->handles.size(), 1);
}

void TestPeople::cardShowsTheNewestFifty()
{
    QList<IncomingMessage> messages;
    for (int i = 0; i < 60; ++i) {
        messages.append(mail(u"m%1"_s.arg(i), i));
    }
    m_cache->apply(messages);

    const auto card = personCard(db(), m_cache->home(u"m0"_s));

    QCOMPARE(card->conversationCount, 60);
    QCOMPARE(card->conversations.size(), 50);
    QCOMPARE(card->conversations.constFirst().id, m_cache->home(u"m59"_s));
}

void TestPeople::conversationWithoutACustomerStandsAlone()
{
    auto nobody = mail(u"a"_s, 0);
    nobody.authorHandle.clear();
    nobody.authorName.clear();
    m_cache->apply({nobody});

    const auto card = personCard(db(), m_cache->home(u"a"_s));

    QVERIFY(card);
    QVERIFY(!card->id.isValid());
    QVERIFY(card->handles.isEmpty());
    QCOMPARE(card->conversations.size(), 1);
    QVERIFY(m_cache->triage({.kind = Triage::Kind::Block}, {m_cache->home(u"a"_s)}).isEmpty());
}

void TestPeople::unknownConversationHasNoCard()
{
    QCOMPARE(personCard(db(), ConversationId{7}).error().code, Errc::NotFound);
    QCOMPARE(setPersonNote(db(), PersonId{7}, u"x"_s, now()).error().code, Errc::NotFound);
}

void TestPeople::noteIsKeptAndReplaced()
{
    m_cache->apply({mail(u"a"_s, 0), mail(u"b"_s, 1)});
    const auto id = personCard(db(), m_cache->home(u"a"_s))->id;

    const auto touched = setPersonNote(db(), id, u"likes tea"_s, now());
    QVERIFY(setPersonNote(db(), id, u"likes <b>coffee</b>"_s, now()));

    QCOMPARE(touched->size(), 2);
    QCOMPARE(personCard(db(), m_cache->home(u"b"_s))->note, u"likes <b>coffee</b>"_s);
    QVERIFY(setPersonNote(db(), id, {}, now()));
    QVERIFY(personCard(db(), m_cache->home(u"b"_s))->note.isEmpty());
}

void TestPeople::remoteImagesAreDecidedForASender()
{
    auto bob = mail(u"bob"_s, 9);
    bob.authorHandle = u"bob@example.org"_s;
    m_cache->apply({mail(u"a"_s, 0), mail(u"b"_s, 1), bob});
    const auto decisionIn = [this](const QString &remoteId) {
        return conversationThread(db(), m_cache->home(remoteId))->messages.constFirst().remoteImages;
    };
    const MessageId message = conversationThread(db(), m_cache->home(u"a"_s))->messages.constFirst().id;
    QCOMPARE(decisionIn(u"a"_s), RemoteImages::Ask);

    const auto changed = setRemoteImagesOf(db(), message, RemoteImages::Load);

    QVERIFY(changed);
    QVERIFY(changed->contains(m_cache->home(u"a"_s)) && changed->contains(m_cache->home(u"b"_s)));
    QCOMPARE(decisionIn(u"a"_s), RemoteImages::Load);
    QCOMPARE(decisionIn(u"b"_s), RemoteImages::Load);
    QCOMPARE(decisionIn(u"bob"_s), RemoteImages::Ask);
    QVERIFY(setRemoteImagesOf(db(), message, RemoteImages::Ask));
    QCOMPARE(decisionIn(u"b"_s), RemoteImages::Ask);
}

void TestPeople::remoteImagesOfNobodyAreNotDecided()
{
    const auto changed = setRemoteImagesOf(db(), MessageId{77}, RemoteImages::Load);

    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Errc::NotFound);
}

void TestPeople::knownMailboxesBeginSo()
{
    const auto person = [](const QString &id, int minute, const QString &name, const QString &address) {
        auto message = mail(id, minute);
        message.authorName = name;
        message.authorHandle = address;
        return message;
    };
    auto post = tweet(u"t"_s, 9);
    post.authorName = u"Anna of X"_s;
    post.authorHandle = u"@anna"_s;
    m_cache->apply({person(u"1"_s, 1, u"Anna Berg"_s, u"anna@example.org"_s),
                    person(u"2"_s, 2, u"Tom Annable"_s, u"tom@example.org"_s),
                    person(u"3"_s, 3, u"Joanna"_s, u"j@example.org"_s),
                    person(u"4"_s, 4, u"Анна Петрова"_s, u"petrova@example.org"_s),
                    person(u"5"_s, 5, {}, u"100%_sure@example.org"_s), post});
    const auto addresses = [&](const QString &beginning, int most = 8) {
        QStringList found;
        for (const Recipient &one : knownMailboxes(db(), beginning, most).value_or(QList<Recipient>())) {
            found.append(one.address);
        }
        return found;
    };

    QCOMPARE(addresses(u"ann"_s), (QStringList{u"tom@example.org"_s, u"anna@example.org"_s}));
    QCOMPARE(addresses(u"ANN"_s), (QStringList{u"tom@example.org"_s, u"anna@example.org"_s}));
    QCOMPARE(addresses(u"анна"_s), QStringList{u"petrova@example.org"_s});
    QCOMPARE(addresses(u"100%_"_s), QStringList{u"100%_sure@example.org"_s});
    QCOMPARE(addresses(u"%"_s), QStringList());
    QCOMPARE(addresses(u" "_s), QStringList());
    QCOMPARE(addresses(u"ann"_s, 1), QStringList{u"tom@example.org"_s});
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
