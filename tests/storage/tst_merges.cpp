// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/people.h"
#include "app/storage/persons/merges.h"
#include "app/storage/persons/preferences.h"
#include "app/storage/privatetalks.h"
#include "app/storage/promises.h"
#include "models/privacy/consentnow.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Persons that turn out to be one, and to be two after all.
class TestMerges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void mergedPersonsAreShownAsOne();
    void separatingGivesBackEverything();
    void whatCameMeanwhileFollowsItsHandle();
    void newAddressBesideATalkFollowsThatTalk();
    void idOfAMergedPersonAnswersForBoth();
    void noNoteIsLost();
    void theStrictestOfBothCounts();
    void whatIsSaidAsOneCountsForBoth();
    void refusalOfNobodyInParticularStaysWithBoth();
    void separatingTakesAlongWhoWasMergedBefore();
    void nonsenseIsRefused();
    void whatWasDecidedIsNeverChanged();
    void nameThatComesLaterGoesToItsOwner();
    void peopleAreFoundUnderTheNameThatIsShown();
    void preferenceIsKeptAndSeenThroughAMerge();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    PersonId whose(const QString &remoteId) { return personCard(db(), m_cache->home(remoteId))->id; }
    PersonCard cardOf(const QString &remoteId) { return *personCard(db(), m_cache->home(remoteId)); }
    Result<MergeReceipt> merge(PersonId person, PersonId into)
    {
        return mergePersons(db(), person, into, u"Olga"_s, now());
    }
    Result<MergeReceipt> separate(PersonId person) { return separatePerson(db(), person, u"Olga"_s, now()); }
    Result<ConsentEntry> say(PersonId person, ConsentState state, const QString &handle = {})
    {
        m_cache->clock().advance(1min);
        return recordConsent(db(), person,
                             {.id = {},
                              .said = {.to = ConsentTo::DirectMessage,
                                       .state = state,
                                       .channel = Channel::X,
                                       .handle = handle,
                                       .at = now(),
                                       .evidence = {}},
                              .words = u"said so"_s,
                              .by = u"Olga"_s},
                             now());
    }
    ConsentState standing(PersonId person)
    {
        return consentNow(*consentsOf(db(), cardById(db(), person)->id),
                          {.to = ConsentTo::DirectMessage, .channel = Channel::X, .handle = u"@bob"_s},
                          now());
    }
    /// Everything but what was decided.
    QByteArray state()
    {
        m_cache->set("DROP TRIGGER IF EXISTS person_decision_is_kept; DELETE FROM person_decision");
        return m_cache->dump();
    }

    std::unique_ptr<Cache> m_cache;
    PersonId m_anna;
    PersonId m_bob;
    PersonId m_carl;
};

void TestMerges::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto bob = tweet(u"bob"_s, 1);
    bob.authorName = u"Bob"_s;
    bob.authorHandle = u"@bob"_s;
    auto carl = tweet(u"carl"_s, 2);
    carl.authorName = u"Carl"_s;
    carl.authorHandle = u"@carl"_s;
    m_cache->apply({mail(u"anna"_s, 0), bob, carl});
    m_anna = whose(u"anna"_s);
    m_bob = whose(u"bob"_s);
    m_carl = whose(u"carl"_s);
}

void TestMerges::mergedPersonsAreShownAsOne()
{
    QVERIFY(addPromise(db(), m_cache->home(u"bob"_s), now() + 1h, u"a call"_s, now()));

    const auto done = merge(m_bob, m_anna);

    QVERIFY(done);
    QCOMPARE(*done, (MergeReceipt{.person = m_bob, .other = m_anna}));
    const auto card = cardOf(u"bob"_s);
    QCOMPARE(card.id, m_anna);
    QCOMPARE(card.name, u"Anna"_s);
    QCOMPARE(card.handles.size(), 2);
    QCOMPARE(card.handles.constLast().of, m_bob);
    QCOMPARE(card.conversationCount, 2);
    QCOMPARE(card.promises.size(), 1);
    QCOMPARE(card.merged.size(), 1);
    QCOMPARE(card.merged.constFirst(),
             (MergedPerson{
                 .id = m_bob, .into = m_anna, .name = u"Bob"_s, .note = {}, .at = now(), .by = u"Olga"_s}));
    QCOMPARE(cardOf(u"anna"_s), card);
    QVERIFY(m_cache->isSound());
}

void TestMerges::separatingGivesBackEverything()
{
    QVERIFY(setPersonNote(db(), m_bob, u"drinks tea"_s, now()));
    QVERIFY(say(m_bob, ConsentState::Refused));
    const auto before = state();

    QVERIFY(merge(m_bob, m_anna));
    const auto done = separate(m_bob);

    QVERIFY(done);
    QCOMPARE(*done, (MergeReceipt{.person = m_bob, .other = m_anna}));
    QCOMPARE(state(), before);
    QVERIFY(m_cache->isSound());
}

void TestMerges::whatCameMeanwhileFollowsItsHandle()
{
    QVERIFY(merge(m_bob, m_anna));

    auto later = tweet(u"later"_s, 9);
    later.authorHandle = u"@bob"_s;
    m_cache->apply({later, mail(u"more"_s, 9)});
    QVERIFY(say(m_anna, ConsentState::Refused, u"@Bob"_s));
    QVERIFY(addPromise(db(), m_cache->home(u"later"_s), now() + 1h, u"a call"_s, now()));
    QCOMPARE(cardOf(u"later"_s).conversationCount, 4);
    QVERIFY(separate(m_bob));

    QCOMPARE(whose(u"later"_s), m_bob);
    QCOMPARE(whose(u"more"_s), m_anna);
    QCOMPARE(cardOf(u"bob"_s).promises.size(), 1);
    QVERIFY(cardOf(u"anna"_s).promises.isEmpty());
    QCOMPARE(consentLedger(db(), m_bob)->size(), 1);
    QVERIFY(consentLedger(db(), m_anna)->isEmpty());
}

void TestMerges::newAddressBesideATalkFollowsThatTalk()
{
    QVERIFY(merge(m_bob, m_anna));

    const auto talk = beginTalk(db(),
                                {.beside = m_cache->home(u"bob"_s),
                                 .channel = Channel::Email,
                                 .handle = u"bob@example.org"_s,
                                 .subject = {}},
                                now());
    QVERIFY(talk);
    QCOMPARE(personCard(db(), *talk)->id, m_anna);
    QVERIFY(separate(m_bob));

    QCOMPARE(personCard(db(), *talk)->id, m_bob);
}

void TestMerges::idOfAMergedPersonAnswersForBoth()
{
    QVERIFY(say(m_bob, ConsentState::Refused));
    QVERIFY(merge(m_bob, m_anna));
    QVERIFY(merge(m_anna, m_carl));

    QCOMPARE(cardById(db(), m_bob)->id, m_carl);
    QCOMPARE(conversationsOf(db(), m_bob), conversationsOf(db(), m_carl));
    QCOMPARE(consentLedger(db(), m_carl), consentLedger(db(), m_bob));
    QCOMPARE(decisionsAbout(db(), m_bob)->size(), 2);
    QCOMPARE(cardById(db(), PersonId{77}).error().code, Errc::NotFound);
}

void TestMerges::noNoteIsLost()
{
    QVERIFY(setPersonNote(db(), m_anna, u"likes tea"_s, now()));
    QVERIFY(setPersonNote(db(), m_bob, u"likes coffee"_s, now()));
    QVERIFY(merge(m_bob, m_anna));

    QVERIFY(setPersonNote(db(), m_anna, u"likes both"_s, now()));

    QCOMPARE(cardOf(u"bob"_s).note, u"likes both"_s);
    QCOMPARE(cardOf(u"bob"_s).merged.constFirst().note, u"likes coffee"_s);
    QVERIFY(separate(m_bob));
    QCOMPARE(cardOf(u"bob"_s).note, u"likes coffee"_s);
    QCOMPARE(cardOf(u"anna"_s).note, u"likes both"_s);
}

void TestMerges::theStrictestOfBothCounts()
{
    QVERIFY(say(m_anna, ConsentState::Revoked));
    QVERIFY(say(m_bob, ConsentState::Given));
    QCOMPARE(standing(m_bob), ConsentState::Given);

    QVERIFY(merge(m_bob, m_anna));
    QCOMPARE(standing(m_bob), ConsentState::Revoked);

    QVERIFY(separate(m_bob));
    QCOMPARE(standing(m_bob), ConsentState::Given);
    QCOMPARE(standing(m_anna), ConsentState::Revoked);
}

void TestMerges::whatIsSaidAsOneCountsForBoth()
{
    QVERIFY(say(m_anna, ConsentState::Revoked));
    QVERIFY(merge(m_bob, m_anna));

    QVERIFY(say(m_anna, ConsentState::Given, u"@bob"_s));
    QCOMPARE(standing(m_anna), ConsentState::Given);

    // Who joins later has said nothing of that.
    QVERIFY(say(m_carl, ConsentState::Refused));
    QVERIFY(merge(m_carl, m_anna));
    QCOMPARE(standing(m_anna), ConsentState::Refused);
    QVERIFY(separate(m_carl));
    QCOMPARE(standing(m_anna), ConsentState::Given);
    QVERIFY(separate(m_bob));
    QCOMPARE(standing(m_anna), ConsentState::Revoked);
    QCOMPARE(standing(m_bob), ConsentState::Given);
}

void TestMerges::refusalOfNobodyInParticularStaysWithBoth()
{
    QVERIFY(merge(m_bob, m_anna));
    QVERIFY(say(m_anna, ConsentState::Revoked));
    QVERIFY(say(m_bob, ConsentState::Given, u"@other"_s));

    QVERIFY(separate(m_bob));

    QCOMPARE(standing(m_anna), ConsentState::Revoked);
    QCOMPARE(standing(m_bob), ConsentState::Revoked);
    QCOMPARE(consentLedger(db(), m_bob)->size(), 2);
    QCOMPARE(consentLedger(db(), m_anna)->size(), 1);
}

void TestMerges::separatingTakesAlongWhoWasMergedBefore()
{
    QVERIFY(merge(m_carl, m_bob));
    const auto before = state();
    QVERIFY(merge(m_bob, m_anna));
    QCOMPARE(cardOf(u"carl"_s).handles.size(), 3);

    QVERIFY(separate(m_bob));

    QCOMPARE(state(), before);
    QCOMPARE(whose(u"carl"_s), m_bob);
    QVERIFY(separate(m_carl));
    QCOMPARE(whose(u"carl"_s), m_carl);
}

void TestMerges::nonsenseIsRefused()
{
    const auto before = m_cache->dump();

    QCOMPARE(merge(m_anna, m_anna).error().code, Errc::InvalidInput);
    QCOMPARE(merge(m_anna, PersonId{77}).error().code, Errc::NotFound);
    QCOMPARE(merge(PersonId{77}, m_anna).error().code, Errc::NotFound);
    QCOMPARE(separate(m_anna).error().code, Errc::InvalidInput);
    QCOMPARE(separate(PersonId{77}).error().code, Errc::NotFound);
    QCOMPARE(m_cache->dump(), before);

    QVERIFY(merge(m_bob, m_anna));
    QCOMPARE(merge(m_anna, m_bob).error().code, Errc::InvalidInput); // no circle
    const PersonDecided apart{
        .what = PersonDecision::Different, .person = m_anna, .other = m_bob, .at = now(), .by = u"Olga"_s};
    QCOMPARE(judgePersons(db(), apart).error().code, Errc::InvalidInput);
}

void TestMerges::whatWasDecidedIsNeverChanged()
{
    QVERIFY(merge(m_bob, m_anna));
    QVERIFY(separate(m_bob));
    const PersonDecided apart{
        .what = PersonDecision::Different, .person = m_bob, .other = m_anna, .at = now(), .by = u"Olga"_s};
    QVERIFY(judgePersons(db(), apart));

    const auto decided = decisionsAbout(db(), m_anna);

    QCOMPARE(decided->size(), 3);
    QCOMPARE(decided->at(0).what, PersonDecision::Merged);
    QCOMPARE(decided->at(1).what, PersonDecision::Separated);
    QCOMPARE(decided->at(2), apart);
    QVERIFY(!db().execute("UPDATE person_decision SET decided_by = 'me'"));
    QVERIFY(!db().execute("DELETE FROM person_decision"));
}

void TestMerges::nameThatComesLaterGoesToItsOwner()
{
    auto nameless = tweet(u"n1"_s, 3);
    nameless.authorName.clear();
    nameless.authorHandle = u"@nameless"_s;
    m_cache->apply({nameless});
    const auto person = whose(u"n1"_s);
    QVERIFY(merge(m_anna, person));
    QCOMPARE(cardOf(u"anna"_s).name, u"Anna"_s); // the only name there is

    auto again = mail(u"again"_s, 4);
    again.authorName = u"Anna Berg"_s;
    m_cache->apply({again});
    QVERIFY(separate(m_anna));

    QVERIFY(cardOf(u"n1"_s).name.isEmpty());
    QCOMPARE(cardOf(u"anna"_s).name, u"Anna"_s);
}

void TestMerges::peopleAreFoundUnderTheNameThatIsShown()
{
    const auto found = [this](const QString &beginning) {
        QList<PersonId> ids;
        for (const auto &one : findPersons(db(), beginning, 9).value_or(QList<PersonName>())) {
            ids.append(one.id);
        }
        return ids;
    };
    QCOMPARE(found(u"bo"_s), QList{m_bob});
    QVERIFY(found(u"%"_s).isEmpty());

    QVERIFY(merge(m_bob, m_anna));

    QCOMPARE(found(u"@bo"_s), QList{m_anna});
    QCOMPARE(found(u"Bo"_s), QList{m_anna});
    QCOMPARE(found(u"an"_s), QList{m_anna});
}

void TestMerges::preferenceIsKeptAndSeenThroughAMerge()
{
    const PersonPreference brief{
        .channel = Channel::X, .length = AnswerLength::Short, .form = AddressForm::Formal};
    QVERIFY(setPersonPreference(db(), m_bob, brief, now()));
    QVERIFY(merge(m_bob, m_anna));
    QCOMPARE(cardOf(u"anna"_s).preference, brief);

    const PersonPreference any{};
    QVERIFY(setPersonPreference(db(), m_anna, any, now()));
    QCOMPARE(cardOf(u"bob"_s).preference, any);

    QVERIFY(separate(m_bob));
    QCOMPARE(cardOf(u"bob"_s).preference, brief);
    QCOMPARE(setPersonPreference(db(), PersonId{77}, any, now()).error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestMerges)
#include "tst_merges.moc"
