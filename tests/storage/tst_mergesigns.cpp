// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/people.h"
#include "app/storage/persons/merges.h"
#include "app/storage/persons/traces.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// Who may be the same, found on the real database.
class TestMergeSigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whoWroteAnAddressIsFoundFromBothSides();
    void whoWroteANumberIsFound_data();
    void whoWroteANumberIsFound();
    void whoCameByOurLinkIsFound();
    void fullNameAndNicknameAreFound();
    void whatWeWroteIsNoSign();
    void whoWasKeptApartStaysApart();
    void whoWasSeparatedIsNotProposedAgain();
    void mergedPersonIsNotProposed();
    void signsOfAMergedPersonCount();
    void unknownPersonHasNoSuggestions();

private:
    Database &db() { return m_cache->db(); }
    PersonId whose(const QString &remoteId) { return personCard(db(), m_cache->home(remoteId))->id; }
    QList<PersonId> proposed(PersonId id)
    {
        QList<PersonId> ids;
        for (const auto &one : suggestionsFor(db(), id).value_or(QList<MergeSuggestion>())) {
            ids.append(one.other.id);
        }
        return ids;
    }
    Result<MergeReceipt> judge(PersonDecision what, PersonId person, PersonId other)
    {
        return judgePersons(
            db(),
            {.what = what, .person = person, .other = other, .at = m_cache->clock().now(), .by = u"Olga"_s});
    }
    static IncomingMessage post(const QString &id, const QString &handle, const QString &text = {})
    {
        auto made = tweet(id, 5);
        made.authorName = u"Somebody"_s;
        made.authorHandle = handle;
        made.text = text.isEmpty() ? u"Hello"_s : text;
        return made;
    }

    std::unique_ptr<Cache> m_cache;
};

void TestMergeSigns::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(u"anna"_s, 0), post(u"post"_s, u"@somebody"_s, u"Mine is Anna@Example.org!"_s),
                    post(u"other"_s, u"@other"_s)});
}

void TestMergeSigns::whoWroteAnAddressIsFoundFromBothSides()
{
    const auto found = suggestionsFor(db(), whose(u"anna"_s));

    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().other.id, whose(u"post"_s));
    QCOMPARE(found->constFirst().other.handle, u"@somebody"_s);
    QCOMPARE(found->constFirst().evidence.constFirst().value, u"anna@example.org"_s);
    QVERIFY(found->constFirst().evidence.constFirst().message.isValid());
    QCOMPARE(proposed(whose(u"post"_s)), QList{whose(u"anna"_s)});
    QVERIFY(proposed(whose(u"other"_s)).isEmpty());
}

void TestMergeSigns::whoWroteANumberIsFound_data()
{
    QTest::addColumn<QString>("known");
    QTest::newRow("abroad") << u"+7 (916) 123-45-67"_s;
    QTest::newRow("at home") << u"8 916 123 45 67"_s;
    QTest::newRow("plain") << u"+79161234567"_s;
}

void TestMergeSigns::whoWroteANumberIsFound()
{
    QFETCH(const QString, known);
    auto call = mail(u"call"_s, 6);
    call.channel = Channel::Phone;
    call.authorName.clear();
    call.authorHandle = known;
    m_cache->apply({call, post(u"number"_s, u"@number"_s, u"Позвоните: +7 916 123-45-67"_s)});

    QCOMPARE(proposed(whose(u"number"_s)), QList{whose(u"call"_s)});
}

void TestMergeSigns::whoCameByOurLinkIsFound()
{
    auto talk = mail(u"talk"_s, 7);
    talk.channel = Channel::Telegram;
    talk.authorHandle = u"@tg"_s;
    m_cache->apply({talk});
    m_cache->set(
        "INSERT INTO private_move (conversation_id, private_conversation_id, way, state, is_approach,"
        " started_at, started_by, private_channel, private_handle, private_text, payload)"
        " SELECT a.conversation_id, b.conversation_id, 2, 2, 1, 5, 'o', 3, '', '', 'abc'"
        " FROM message a, message b WHERE a.remote_id = 'other' AND b.remote_id = 'talk'");

    QCOMPARE(proposed(whose(u"other"_s)), QList{whose(u"talk"_s)});
    QCOMPARE(proposed(whose(u"talk"_s)), QList{whose(u"other"_s)});
}

void TestMergeSigns::fullNameAndNicknameAreFound()
{
    auto one = post(u"n1"_s, u"@vera_orlova"_s);
    one.authorName = u"Вера Орлова"_s;
    auto two = post(u"n2"_s, u"vera_orlova"_s);
    two.channel = Channel::Vk;
    two.authorName = u"Вера Орлова"_s;
    auto three = post(u"n3"_s, u"orlova"_s);
    three.channel = Channel::Telegram;
    three.authorName = u"Вера Орлова"_s;
    m_cache->apply({one, two, three});

    QCOMPARE(proposed(whose(u"n1"_s)), QList{whose(u"n2"_s)});
    QVERIFY(proposed(whose(u"n3"_s)).isEmpty());
}

void TestMergeSigns::whatWeWroteIsNoSign()
{
    auto ours = post(u"ours"_s, u"@brand"_s, u"Write to tom@example.org"_s);
    ours.direction = Direction::Outgoing;
    ours.references = {u"other"_s};
    auto tom = mail(u"tom"_s, 8);
    tom.authorHandle = u"tom@example.org"_s;
    m_cache->apply({ours, tom});

    QVERIFY(proposed(whose(u"tom"_s)).isEmpty());
    QVERIFY(proposed(whose(u"other"_s)).isEmpty());
}

void TestMergeSigns::whoWasKeptApartStaysApart()
{
    const auto anna = whose(u"anna"_s);
    const auto somebody = whose(u"post"_s);
    QVERIFY(judge(PersonDecision::Different, somebody, anna));
    QVERIFY(proposed(anna).isEmpty());
    QVERIFY(proposed(somebody).isEmpty());

    m_cache->apply({post(u"again"_s, u"@somebody"_s, u"I said anna@example.org"_s)});
    QVERIFY(mergePersons(db(), anna, whose(u"other"_s), u"Olga"_s, m_cache->clock().now()));
    QVERIFY(proposed(anna).isEmpty()); // nor as a part of somebody

    QVERIFY(separatePerson(db(), anna, u"Olga"_s, m_cache->clock().now()));
    QVERIFY(judge(PersonDecision::Reconsidered, anna, somebody));
    QCOMPARE(proposed(anna), QList{somebody});
}

void TestMergeSigns::whoWasSeparatedIsNotProposedAgain()
{
    const auto anna = whose(u"anna"_s);
    const auto somebody = whose(u"post"_s);
    QVERIFY(mergePersons(db(), somebody, anna, u"Olga"_s, m_cache->clock().now()));
    QVERIFY(separatePerson(db(), somebody, u"Olga"_s, m_cache->clock().now()));

    QVERIFY(proposed(anna).isEmpty());
}

void TestMergeSigns::mergedPersonIsNotProposed()
{
    const auto anna = whose(u"anna"_s);
    QVERIFY(mergePersons(db(), whose(u"post"_s), anna, u"Olga"_s, m_cache->clock().now()));

    QVERIFY(proposed(anna).isEmpty());
}

void TestMergeSigns::signsOfAMergedPersonCount()
{
    const auto anna = whose(u"anna"_s);
    const auto somebody = whose(u"post"_s);
    const auto other = whose(u"other"_s);
    QVERIFY(mergePersons(db(), somebody, other, u"Olga"_s, m_cache->clock().now()));

    QCOMPARE(proposed(anna), QList{other});
    QCOMPARE(proposed(somebody), QList{anna});
}

void TestMergeSigns::unknownPersonHasNoSuggestions()
{
    QCOMPARE(suggestionsFor(db(), PersonId{77}).error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestMergeSigns)
#include "tst_mergesigns.moc"
