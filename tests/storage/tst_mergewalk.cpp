// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/people.h"
#include "app/storage/persons/merges.h"
#include "app/storage/persons/preferences.h"
#include "app/storage/promises.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

#include <random>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int people = 6;
constexpr int steps = 120;

QString handleOf(int one)
{
    return u"@person%1"_s.arg(one);
}

/// One profile on its way; the same steps leave two of them alike.
struct Walk {
    Cache cache;
    int messages = 0;

    void write(int one)
    {
        ++messages;
        auto post = tweet(u"m%1"_s.arg(messages), messages);
        post.authorName = messages % 3 == 0 ? QString() : u"Person %1"_s.arg(one);
        post.authorHandle = handleOf(one);
        cache.apply({post});
    }
    PersonId own(int one)
    {
        auto select
            = cache.db().prepare("SELECT coalesce(own_person_id, person_id) FROM handle WHERE address = ?1");
        return select->bind(1, handleOf(one)).step().value_or(false) ? PersonId{select->integer(0)}
                                                                     : PersonId{};
    }
    ConversationId talk(int one)
    {
        auto select = cache.db().prepare("SELECT c.id FROM conversation c JOIN handle h ON h.id = c.handle_id"
                                         " WHERE h.address = ?1 ORDER BY c.id LIMIT 1");
        return select->bind(1, handleOf(one)).step().value_or(false) ? ConversationId{select->integer(0)}
                                                                     : ConversationId{};
    }
    bool say(int named, int one, ConsentState state)
    {
        const auto now = cache.clock().now();
        return recordConsent(cache.db(), own(named),
                             {.id = {},
                              .said = {.to = ConsentTo::DirectMessage,
                                       .state = state,
                                       .channel = Channel::X,
                                       .handle = handleOf(one),
                                       .at = now,
                                       .evidence = {}},
                              .words = u"so"_s},
                             now)
            .has_value();
    }
    /// Whoever is shown is what the merges say, for every handle.
    bool isInOrder()
    {
        return cache.number(R"sql(
            WITH RECURSIVE up (handle, id, above) AS (
                SELECT h.id, p.id, p.merged_into FROM handle h JOIN person p
                ON p.id = coalesce(h.own_person_id, h.person_id)
                UNION ALL SELECT up.handle, p.id, p.merged_into FROM up JOIN person p ON p.id = up.above)
            SELECT count(*) FROM up JOIN handle h ON h.id = up.handle
            WHERE up.above IS NULL AND h.person_id <> up.id OR h.own_person_id = h.person_id
        )sql")
            == 0;
    }
    QByteArray state()
    {
        cache.set("DROP TRIGGER IF EXISTS person_decision_is_kept; DELETE FROM person_decision");
        return cache.dump();
    }
};

} // namespace

/// Whatever comes in which order, separating gives back what a profile without a merge has.
class TestMergeWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void separatedPersonsHaveWhatTheyWouldHaveHad_data();
    void separatedPersonsHaveWhatTheyWouldHaveHad();
};

void TestMergeWalk::separatedPersonsHaveWhatTheyWouldHaveHad_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestMergeWalk::separatedPersonsHaveWhatTheyWouldHaveHad()
{
    QFETCH(const unsigned, seed);
    std::mt19937 dice(seed);
    const auto roll = [&dice](int sides) {
        return static_cast<int>(dice() % static_cast<unsigned>(sides));
    };
    Walk merged;
    Walk plain;
    for (int one = 0; one < people; ++one) {
        merged.write(one);
        plain.write(one);
    }
    int merges = 0;
    for (int step = 0; step < steps; ++step) {
        const int one = roll(people);
        const int other = roll(people);
        merged.cache.clock().advance(1min);
        plain.cache.clock().advance(1min);
        const auto now = plain.cache.clock().now();
        const auto both = [&](auto work) {
            QVERIFY(work(plain) && work(merged));
        };
        switch (roll(8)) {
        case 0:
        case 1:
            merged.write(one);
            plain.write(one);
            break;
        case 2:
            both([&](Walk &walk) {
                return setPersonNote(walk.cache.db(), walk.own(one), u"n%1"_s.arg(step), now).has_value();
            });
            break;
        case 3: {
            // Who is named need not be whose address it is: they are one by then.
            const bool areOne = cardById(merged.cache.db(), merged.own(one))->id
                == cardById(merged.cache.db(), merged.own(other))->id;
            const auto state = roll(2) == 0 ? ConsentState::Given : ConsentState::Revoked;
            QVERIFY(merged.say(areOne ? other : one, one, state));
            QVERIFY(plain.say(one, one, state));
            break;
        }
        case 4:
            both([&](Walk &walk) {
                return addPromise(walk.cache.db(), walk.talk(one), now + 1h, u"p"_s, now).has_value();
            });
            break;
        case 5: {
            const PersonPreference likes{.channel = Channel::X, .length = AnswerLength::Short};
            both([&](Walk &walk) {
                return setPersonPreference(walk.cache.db(), walk.own(one), likes, now).has_value();
            });
            break;
        }
        case 6:
            merges
                += mergePersons(merged.cache.db(), merged.own(one), merged.own(other), u"o"_s, now) ? 1 : 0;
            break;
        case 7:
            (void)separatePerson(merged.cache.db(), merged.own(one), u"o"_s, now); // where it was merged
            break;
        }
        QVERIFY(merged.isInOrder());
    }
    QVERIFY(merges > 3);
    for (int one = 0; one < people; ++one) {
        (void)separatePerson(merged.cache.db(), merged.own(one), u"o"_s, plain.cache.clock().now());
    }

    QCOMPARE(merged.state(), plain.state());
    QVERIFY(merged.cache.isSound());
}

QTEST_GUILESS_MAIN(TestMergeWalk)
#include "tst_mergewalk.moc"
