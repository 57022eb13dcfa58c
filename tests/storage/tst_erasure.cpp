// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"
#include "app/storage/outbox.h"
#include "app/storage/people.h"
#include "app/storage/persons/erasure.h"
#include "app/storage/persons/merges.h"
#include "app/storage/persons/preferences.h"
#include "app/storage/promises.h"
#include "app/storage/search/searchindex.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// In every text of hers, and nowhere else.
const auto mark = u"quetzal"_s;

} // namespace

/// Taking a person out of the profile.
class TestErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingOfThePersonIsLeft();
    void everybodyElseStaysAsTheyWere();
    void thatTheyRefusedStaysWithoutAName();
    void mergedPersonsGoTogether();
    void repliesOnTheirWayComeFirst();
    void whoWritesAgainIsSomebodyNew();
    void messagesDoNotComeAgain();
    void erasedPersonIsNotMerged();
    void unknownPersonIsNotErased();
    void filesThatOnlyTheyHadGoToo();
    void fileOfSomebodyElseStays();
    void nothingIsDeletedWhileRepliesAreOnTheirWay();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    PersonId whose(const QString &remoteId) { return personCard(db(), m_cache->home(remoteId))->id; }
    static IncomingMessage hers(const QString &id, int minute)
    {
        auto made = mail(id, minute);
        made.authorName = u"Anna "_s + mark;
        made.authorHandle = mark + u"@example.org"_s;
        made.subject = u"About the "_s + mark;
        made.text = u"My %1 does not sing"_s.arg(mark);
        made.attachments = {attachment(mark + u".png"_s, "bird")};
        return made;
    }
    void fill();
    qsizetype hits() { return search(db(), parseSearchQuery(mark, QDate(2026, 11, 23)), 0)->size(); }

    std::unique_ptr<Cache> m_cache;
    PersonId m_anna;
};

void TestErasure::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto bob = mail(u"bob"_s, 9);
    bob.authorName = u"Bob"_s;
    bob.authorHandle = u"bob@example.org"_s;
    m_cache->apply({hers(u"a"_s, 0), hers(u"b"_s, 1), bob});
    m_anna = whose(u"a"_s);
    fill();
}

void TestErasure::fill()
{
    const auto talk = m_cache->home(u"a"_s);
    QVERIFY(setPersonNote(db(), m_anna, mark, now()));
    QVERIFY(setPersonNote(db(), whose(u"bob"_s), u"likes tea"_s, now()));
    QVERIFY(addPromise(db(), talk, now() + 1h, mark, now()));
    QVERIFY(saveDraft(db(), talk, DraftKind::Reply, u"Dear "_s + mark, now()));
    m_cache->triage({.kind = Triage::Kind::AddTag, .tag = mark}, {talk});
    auto mood = db().prepare("UPDATE conversation SET mood_words = ?1 WHERE id = ?2");
    QVERIFY(mood && mood->bind(1, mark).bind(2, talk.value).run());
    for (const auto state : {ConsentState::Given, ConsentState::Refused}) {
        m_cache->clock().advance(1min);
        QVERIFY(recordConsent(db(), m_anna,
                              {.id = {},
                               .said = {.to = ConsentTo::Mailing,
                                        .state = state,
                                        .channel = Channel::Email,
                                        .handle = mark + u"@example.org"_s,
                                        .at = now(),
                                        .evidence = {}},
                               .words = mark,
                               .by = u"Olga"_s},
                              now()));
    }
}

void TestErasure::nothingOfThePersonIsLeft()
{
    QVERIFY(m_cache->dump().contains(mark.toUtf8().toHex()));
    QVERIFY(hits() > 0);

    const auto erased = erasePerson(db(), m_anna, now());

    QVERIFY(erased);
    QVERIFY(erased->isDone());
    QCOMPARE(erased->messages, 2);
    QCOMPARE(erased->conversations.size(), 2);
    QVERIFY(!m_cache->dump().contains(mark.toUtf8().toHex()));
    QCOMPARE(hits(), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM attachment"), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM draft"), 0);
    QVERIFY(m_cache->isSound());
    const auto card = personCard(db(), m_cache->home(u"a"_s));
    QCOMPARE(card->id, m_anna);
    QVERIFY(card->name.isEmpty() && card->note.isEmpty());
}

void TestErasure::everybodyElseStaysAsTheyWere()
{
    const auto of = [this] {
        return *personCard(db(), m_cache->home(u"bob"_s));
    };
    const auto before = of();
    const auto text = conversationThread(db(), m_cache->home(u"bob"_s))->messages.constFirst().text;

    QVERIFY(erasePerson(db(), m_anna, now()));

    QCOMPARE(of(), before);
    QCOMPARE(conversationThread(db(), m_cache->home(u"bob"_s))->messages.constFirst().text, text);
    QCOMPARE(search(db(), parseSearchQuery(u"bob"_s, QDate(2026, 11, 23)), 0)->size(), 1);
}

void TestErasure::thatTheyRefusedStaysWithoutAName()
{
    const auto before = *consentLedger(db(), m_anna);

    const auto erased = erasePerson(db(), m_anna, now());

    QCOMPARE(erased->refusals, 1);
    const auto ledger = *consentLedger(db(), m_anna);
    QCOMPARE(ledger.size(), 1);
    QCOMPARE(ledger.constFirst().said.state, ConsentState::Refused);
    QCOMPARE(ledger.constFirst().said.at, before.constLast().said.at);
    QCOMPARE(ledger.constFirst().recordedAt, before.constLast().recordedAt);
    QVERIFY(ledger.constFirst().said.handle.isEmpty());
    QVERIFY(ledger.constFirst().words.isEmpty());
}

void TestErasure::mergedPersonsGoTogether()
{
    const auto bob = whose(u"bob"_s);
    QVERIFY(mergePersons(db(), m_anna, bob, u"Olga"_s, now()));

    const auto erased = erasePerson(db(), m_anna, now()); // by whichever of both

    QCOMPARE(erased->messages, 3);
    QVERIFY(!m_cache->dump().contains(mark.toUtf8().toHex()));
    QVERIFY(!m_cache->dump().contains(QByteArray("bob@example.org").toHex()));
    QCOMPARE(m_cache->number("SELECT count(*) FROM person WHERE erased_at <> 0 AND name = ''"), 2);
}

void TestErasure::repliesOnTheirWayComeFirst()
{
    const auto item = holdReply(db(), m_cache->home(u"a"_s), u"Dear "_s + mark, {}, now());
    QVERIFY(item);
    const auto before = m_cache->dump();

    const auto blocked = erasePerson(db(), m_anna, now());

    QVERIFY(blocked && !blocked->isDone());
    QCOMPARE(blocked->onTheirWay, QList{item->id});
    QCOMPARE(m_cache->dump(), before);

    QVERIFY(withdrawReply(db(), item->id, now()));
    QVERIFY(erasePerson(db(), m_anna, now())->isDone());
    QVERIFY(!m_cache->dump().contains(mark.toUtf8().toHex()));
}

void TestErasure::whoWritesAgainIsSomebodyNew()
{
    QVERIFY(erasePerson(db(), m_anna, now()));

    Cache &cache = *m_cache;
    auto again = hers(u"again"_s, 20);
    QVERIFY(
        Ingest(cache.db(), cache.blobs()).apply({.source = {}, .cursor = {}, .messages = {again}}, now()));

    QVERIFY(whose(u"again"_s) != m_anna);
    QCOMPARE(hits(), 1);
}

void TestErasure::messagesDoNotComeAgain()
{
    QVERIFY(erasePerson(db(), m_anna, now()));

    Cache &cache = *m_cache;
    QVERIFY(Ingest(cache.db(), cache.blobs())
                .apply({.source = {}, .cursor = {}, .messages = {hers(u"a"_s, 0)}}, now()));

    QCOMPARE(m_cache->number("SELECT count(*) FROM message"), 3);
    QCOMPARE(hits(), 0);
}

void TestErasure::erasedPersonIsNotMerged()
{
    QVERIFY(erasePerson(db(), m_anna, now()));

    QCOMPARE(mergePersons(db(), m_anna, whose(u"bob"_s), u"Olga"_s, now()).error().code, Errc::InvalidInput);
    QVERIFY(findPersons(db(), u"erased"_s, 5)->isEmpty());
}

void TestErasure::unknownPersonIsNotErased()
{
    QCOMPARE(erasePerson(db(), PersonId{77}, now()).error().code, Errc::NotFound);
}

void TestErasure::filesThatOnlyTheyHadGoToo()
{
    const BlobStore &blobs = m_cache->blobs();
    const auto lost = blobs.put("bird"); // hers, and set aside once
    QVERIFY(lost && blobs.setAside(*lost) && blobs.put("bird"));
    QCOMPARE(blobs.list().size(), 1);

    QVERIFY(erasePerson(db(), blobs, m_anna, now())->isDone());

    QCOMPARE(blobs.list().size(), 0);
    QCOMPARE(blobs.setAside(*lost).error().code, Errc::Io); // there is none left
}

void TestErasure::fileOfSomebodyElseStays()
{
    Cache &cache = *m_cache;
    auto same = mail(u"carl"_s, 12);
    same.authorHandle = u"carl@example.org"_s;
    same.attachments = {attachment(u"same.png"_s, "bird"), attachment(u"own.png"_s, "fish")};
    QVERIFY(Ingest(cache.db(), cache.blobs()).apply({.source = {}, .cursor = {}, .messages = {same}}, now()));
    QCOMPARE(cache.blobs().list().size(), 2);

    QVERIFY(erasePerson(db(), cache.blobs(), m_anna, now())->isDone());
    QCOMPARE(cache.blobs().list().size(), 2);

    QVERIFY(erasePerson(db(), cache.blobs(), whose(u"carl"_s), now())->isDone());
    QCOMPARE(cache.blobs().list().size(), 0);
}

void TestErasure::nothingIsDeletedWhileRepliesAreOnTheirWay()
{
    QVERIFY(holdReply(db(), m_cache->home(u"a"_s), u"Dear "_s + mark, {}, now()));

    QVERIFY(!erasePerson(db(), m_cache->blobs(), m_anna, now())->isDone());

    QCOMPARE(m_cache->blobs().list().size(), 1);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
