// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/people.h"
#include "tests/storage/storagefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The ledger of consents on the real database.
class TestConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void ledgerKeepsWhatWasSaidInTheOrderItCame();
    void whatWasSaidIsNeverChanged();
    void evidenceIsAMessageOfTheirs();
    void ourOwnMessageToThemIsEvidence();
    void evidenceThatGoesLeavesWhatWasSaid();
    void datesMakeSense_data();
    void datesMakeSense();
    void yesNeedsSomethingToShowForIt();
    void nobodyAllowsNothing();
    void cardShowsWhatStandsOfAllTheirAddresses();
    void ledgerIsThereAtTheNextStart();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    PersonId whose(const QString &remoteId) { return personCard(db(), m_cache->home(remoteId))->id; }
    MessageId message(const QString &remoteId)
    {
        auto select = db().prepare("SELECT id FROM message WHERE remote_id = ?1");
        return select->bind(1, remoteId).step().value_or(false) ? MessageId{select->integer(0)} : MessageId{};
    }
    ConsentEntry said(ConsentState state, MessageId evidence = {}) const
    {
        return {.id = {},
                .said = {.to = ConsentTo::Phone,
                         .state = state,
                         .channel = Channel::Phone,
                         .handle = u"+7 912 345-67-89"_s,
                         .at = m_cache->clock().now() - 1h,
                         .evidence = evidence},
                .words = u"said so at the counter"_s,
                .by = u"Olga"_s};
    }

    std::unique_ptr<Cache> m_cache;
};

void TestConsents::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto bob = mail(u"bob"_s, 1);
    bob.authorHandle = u"bob@example.org"_s;
    m_cache->apply({mail(u"a"_s, 0), bob});
}

void TestConsents::ledgerKeepsWhatWasSaidInTheOrderItCame()
{
    const auto anna = whose(u"a"_s);
    auto yes = said(ConsentState::Given, message(u"a"_s));
    yes.said.until = now() + 24h;
    const auto given = recordConsent(db(), anna, yes, now());
    m_cache->clock().advance(5min);
    // Said before the yes, learnt of after it.
    auto no = said(ConsentState::Refused);
    no.said.at = yes.said.at - 1h;
    const auto refused = recordConsent(db(), anna, no, now());

    const auto ledger = consentLedger(db(), anna);

    QVERIFY(given && refused && ledger);
    QCOMPARE(*ledger, (QList{*given, *refused}));
    QCOMPARE(given->said, yes.said);
    QCOMPARE(given->words, yes.words);
    QCOMPARE(given->by, u"Olga"_s);
    QCOMPARE(given->recordedAt, now() - 5min);
    QCOMPARE(refused->recordedAt, now());
    QVERIFY(given->id.isValid() && given->id < refused->id);
    QVERIFY(consentLedger(db(), whose(u"bob"_s))->isEmpty());
}

void TestConsents::whatWasSaidIsNeverChanged()
{
    const auto anna = whose(u"a"_s);
    const auto kept = recordConsent(db(), anna, said(ConsentState::Refused), now());

    const auto changed = db().execute("UPDATE consent_entry SET state = 2");

    QVERIFY(kept && !changed);
    QVERIFY(changed.error().detail.contains(u"only added to"_s));
    QCOMPARE(*consentLedger(db(), anna), QList{*kept});
}

void TestConsents::evidenceIsAMessageOfTheirs()
{
    const auto anna = whose(u"a"_s);

    QVERIFY(recordConsent(db(), anna, said(ConsentState::Given, message(u"a"_s)), now()));
    QCOMPARE(recordConsent(db(), anna, said(ConsentState::Given, message(u"bob"_s)), now()).error().code,
             Errc::NotFound);
    QCOMPARE(recordConsent(db(), anna, said(ConsentState::Given, MessageId{999}), now()).error().code,
             Errc::NotFound);
    QCOMPARE(consentLedger(db(), anna)->size(), 1);
}

void TestConsents::ourOwnMessageToThemIsEvidence()
{
    auto ours = mail(u"ours"_s, 5, {u"a"_s});
    ours.direction = Direction::Outgoing;
    ours.authorHandle = u"support@shop.example"_s;
    m_cache->apply({ours});

    const auto asked
        = recordConsent(db(), whose(u"a"_s), said(ConsentState::Asked, message(u"ours"_s)), now());

    QVERIFY(asked);
    QCOMPARE(asked->said.evidence, message(u"ours"_s));
}

void TestConsents::evidenceThatGoesLeavesWhatWasSaid()
{
    const auto anna = whose(u"a"_s);
    const auto evidence = message(u"a"_s);
    QVERIFY(recordConsent(db(), anna, said(ConsentState::Revoked, evidence), now()));

    m_cache->set(
        "PRAGMA foreign_keys = OFF; DELETE FROM message WHERE remote_id = 'a'; PRAGMA foreign_keys = ON");

    QVERIFY(!message(u"a"_s).isValid());
    QCOMPARE(consentLedger(db(), anna)->constFirst().said.evidence, evidence);
}

void TestConsents::datesMakeSense_data()
{
    QTest::addColumn<ConsentState>("state");
    QTest::addColumn<std::chrono::minutes>("at"); // from now
    QTest::addColumn<std::chrono::minutes>("until"); // from then; 0: without an end
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char *name, ConsentState state, std::chrono::minutes at,
                        std::chrono::minutes until, bool isKept) {
        QTest::newRow(name) << state << at << until << isKept;
    };
    row("an hour ago", ConsentState::Given, -1h, 0min, true);
    row("now", ConsentState::Given, 0min, 0min, true);
    row("in a minute", ConsentState::Given, 1min, 0min, false);
    row("for a day", ConsentState::Given, -1h, 24h, true);
    row("over already", ConsentState::Given, -1h, 30min, true);
    row("ends before it begins", ConsentState::Given, -1h, -1min, false);
    row("a no with an end", ConsentState::Refused, -1h, 24h, false);
    row("taken back with an end", ConsentState::Revoked, -1h, 24h, false);
    row("asked with an end", ConsentState::Asked, -1h, 24h, false);
    row("nothing", ConsentState::None, -1h, 0min, false);
}

void TestConsents::datesMakeSense()
{
    QFETCH(const ConsentState, state);
    QFETCH(const std::chrono::minutes, at);
    QFETCH(const std::chrono::minutes, until);
    QFETCH(const bool, isKept);
    auto entry = said(state);
    entry.said.at = now() + at;
    entry.said.until = until == 0min ? Instant{} : entry.said.at + until;

    const auto kept = recordConsent(db(), whose(u"a"_s), entry, now());

    QCOMPARE(kept.has_value(), isKept);
    QCOMPARE(consentLedger(db(), whose(u"a"_s))->size(), isKept ? 1 : 0);
    if (!isKept) {
        QCOMPARE(kept.error().code, Errc::InvalidInput);
    }
}

void TestConsents::yesNeedsSomethingToShowForIt()
{
    auto entry = said(ConsentState::Given);
    entry.words = u"  "_s;
    QCOMPARE(recordConsent(db(), whose(u"a"_s), entry, now()).error().code, Errc::InvalidInput);
    entry.said.at = {};
    entry.words = u"at the counter"_s;
    QCOMPARE(recordConsent(db(), whose(u"a"_s), entry, now()).error().code, Errc::InvalidInput);

    entry = said(ConsentState::Refused);
    entry.words.clear();
    QVERIFY(recordConsent(db(), whose(u"a"_s), entry, now())); // a no needs nothing
}

void TestConsents::nobodyAllowsNothing()
{
    QCOMPARE(recordConsent(db(), PersonId{77}, said(ConsentState::Given), now()).error().code,
             Errc::NotFound);
    QCOMPARE(recordConsent(db(), PersonId{}, said(ConsentState::Given), now()).error().code, Errc::NotFound);
    QCOMPARE(consentLedger(db(), PersonId{77}).error().code, Errc::NotFound);
    auto nobody = mail(u"nobody"_s, 3);
    nobody.authorHandle.clear();
    nobody.authorName.clear();
    m_cache->apply({nobody});
    QVERIFY(personCard(db(), m_cache->home(u"nobody"_s))->consents.isEmpty());
}

void TestConsents::cardShowsWhatStandsOfAllTheirAddresses()
{
    m_cache->apply({mail(u"b"_s, 7)});
    const auto kept = recordConsent(db(), whose(u"a"_s), said(ConsentState::Given, message(u"a"_s)), now());

    QCOMPARE(personCard(db(), m_cache->home(u"b"_s))->consents, QList{kept->said});
    QVERIFY(personCard(db(), m_cache->home(u"bob"_s))->consents.isEmpty());
}

void TestConsents::ledgerIsThereAtTheNextStart()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"aside.db"_s);
    const TestClock clock;
    Result<ConsentEntry> kept = fail(Errc::Internal);
    {
        auto opened = Database::open(path, {.key = Secret()});
        QVERIFY(opened && migrate(*opened));
        QVERIFY(opened->execute("INSERT INTO person (id, name) VALUES (4, 'Anna')"));
        auto entry = said(ConsentState::Given);
        entry.said.at = clock.now() - 1h;
        kept = recordConsent(*opened, PersonId{4}, entry, clock.now());
    }
    QVERIFY(kept);

    auto reopened = Database::open(path, {.key = Secret()});

    QVERIFY(reopened);
    QCOMPARE(*consentLedger(*reopened, PersonId{4}), QList{*kept});
}

QTEST_GUILESS_MAIN(TestConsents)
#include "tst_consents.moc"
