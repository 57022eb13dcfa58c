// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/mergesuggestions.h"
#include "models/persons/persongroup.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

struct Address {
    Channel channel = Channel::Email;
    QString shown;
};

PersonTraces person(qint64 id, const QString &name, const QList<Address> &addresses,
                    const QString &wrote = {})
{
    PersonTraces traces{.shown = {.id = PersonId{id}, .name = name, .handle = {}},
                        .names = {name},
                        .handles = {},
                        .mails = {},
                        .numbers = {},
                        .cameByLink = {}};
    for (const auto &[channel, shown] : addresses) {
        traces.handles.append({.id = {}, .channel = channel, .shown = shown});
    }
    readContacts(wrote, MessageId{id * 10}, traces);
    return traces;
}

} // namespace

/// Who may be the same as whom, and who may not.
class TestMergeSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void signsAreSeen_data();
    void signsAreSeen();
    void whatSaysNothingIsPassedOver_data();
    void whatSaysNothingIsPassedOver();
    void addressThatManyWriteSaysNothing();
    void theSurestComesFirst();
    void noMoreThanThreeAreProposed();
    void linkIsASignByItself();
    void evidenceNamesTheMessage();
    void whatWasSaidCountsForThoseWhoWereOne();
};

void TestMergeSuggestions::signsAreSeen_data()
{
    QTest::addColumn<PersonTraces>("one");
    QTest::addColumn<PersonTraces>("other");
    QTest::addColumn<MergeSign>("sign");
    QTest::addColumn<QString>("value");
    QTest::newRow("the same mail address on a forum")
        << person(1, u"Anna"_s, {{Channel::Email, u"Anna@Example.org"_s}})
        << person(2, u"berg"_s, {{Channel::Discourse, u"anna@example.org"_s}}) << MergeSign::SameAddress
        << u"anna@example.org"_s;
    QTest::newRow("the same phone, written in two ways")
        << person(1, {}, {{Channel::Phone, u"8 (916) 123-45-67"_s}})
        << person(2, {}, {{Channel::Telegram, u"+7 916 1234567"_s}}) << MergeSign::SameNumber
        << u"+79161234567"_s;
    QTest::newRow("wrote the mail address of the other")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}}, u"Write to anna.berg@example.org please"_s)
        << person(2, u"A. B."_s, {{Channel::Email, u"Anna.Berg@example.org"_s}}) << MergeSign::WroteAddress
        << u"anna.berg@example.org"_s;
    QTest::newRow("the other wrote theirs, in a signature")
        << person(1, u"A. B."_s, {{Channel::Email, u"anna.berg@example.org"_s}})
        << person(2, u"Anna"_s, {{Channel::Vk, u"id17"_s}},
                  u"Where is it?\n\n-- \nAnna\nanna.berg@example.org"_s)
        << MergeSign::WroteAddress << u"anna.berg@example.org"_s;
    QTest::newRow("wrote the phone of the other")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}}, u"Мой телефон 8 916 123-45-67"_s)
        << person(2, {}, {{Channel::Phone, u"+79161234567"_s}}) << MergeSign::WroteNumber
        << u"+79161234567"_s;
    QTest::newRow("full name and nickname")
        << person(1, u"Anna Berg"_s, {{Channel::X, u"@anna_berg"_s}})
        << person(2, u"anna  BERG"_s, {{Channel::Telegram, u"Anna_Berg"_s}}) << MergeSign::SameNameAndNick
        << u"anna_berg"_s;
    QTest::newRow("full name and the beginning of the mail address")
        << person(1, u"Анна Берг"_s, {{Channel::Mastodon, u"@annaberg@example.social"_s}})
        << person(2, u"Анна Берг"_s, {{Channel::Email, u"annaberg@example.org"_s}})
        << MergeSign::SameNameAndNick << u"annaberg"_s;
}

void TestMergeSuggestions::signsAreSeen()
{
    QFETCH(const PersonTraces, one);
    QFETCH(const PersonTraces, other);
    QFETCH(const MergeSign, sign);
    QFETCH(const QString, value);

    const auto found = suggestMerges(one, {other});
    const auto back = suggestMerges(other, {one});

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().other, other.shown);
    QCOMPARE(found.constFirst().evidence.constFirst().sign, sign);
    QCOMPARE(found.constFirst().evidence.constFirst().value, value);
    QCOMPARE(back.size(), 1); // whoever is looked at
    QCOMPARE(back.constFirst().evidence, found.constFirst().evidence);
}

void TestMergeSuggestions::whatSaysNothingIsPassedOver_data()
{
    QTest::addColumn<PersonTraces>("one");
    QTest::addColumn<PersonTraces>("other");
    QTest::newRow("two people with one common name")
        << person(1, u"Иван Иванов"_s, {{Channel::Email, u"ivan@example.org"_s}})
        << person(2, u"Иван Иванов"_s, {{Channel::Email, u"ivanov@example.com"_s}});
    QTest::newRow("a first name and a nickname")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna_berg"_s}})
        << person(2, u"Anna"_s, {{Channel::Telegram, u"anna_berg"_s}});
    QTest::newRow("a nickname of two people")
        << person(1, u"Anna Berg"_s, {{Channel::X, u"@sunshine"_s}})
        << person(2, u"Tom Smith"_s, {{Channel::Telegram, u"sunshine"_s}});
    QTest::newRow("a short nickname") << person(1, u"Anna Berg"_s, {{Channel::X, u"@anna"_s}})
                                      << person(2, u"Anna Berg"_s, {{Channel::Telegram, u"anna"_s}});
    QTest::newRow("numbers as nicknames") << person(1, u"Anna Berg"_s, {{Channel::X, u"123456"_s}})
                                          << person(2, u"Anna Berg"_s, {{Channel::Telegram, u"123456"_s}});
    QTest::newRow("two mailboxes of one name on one channel")
        << person(1, u"Anna Berg"_s, {{Channel::Email, u"annaberg@example.org"_s}})
        << person(2, u"Anna Berg"_s, {{Channel::Email, u"annaberg@example.com"_s}});
    QTest::newRow("the mailbox of an office")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}}, u"I wrote to info@example.org already"_s)
        << person(2, u"Example"_s, {{Channel::Email, u"info@example.org"_s}});
    QTest::newRow("an address in a quote")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}},
                  u"Yes.\n\nOn 1 March 2026 Tom <tom@example.org> wrote:\n> mine is tom@example.org\n"_s)
        << person(2, u"Tom"_s, {{Channel::Email, u"tom@example.org"_s}});
    QTest::newRow("a number that is an order")
        << person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}}, u"Order 204189"_s)
        << person(2, u"Tom"_s, {{Channel::Phone, u"204189"_s}});
    QTest::newRow("nothing at all") << person(1, {}, {}) << person(2, {}, {});
    QTest::newRow("themselves") << person(1, u"Anna Berg"_s, {{Channel::X, u"@anna_berg"_s}})
                                << person(1, u"Anna Berg"_s, {{Channel::Vk, u"anna_berg"_s}});
}

void TestMergeSuggestions::whatSaysNothingIsPassedOver()
{
    QFETCH(const PersonTraces, one);
    QFETCH(const PersonTraces, other);

    QCOMPARE(suggestMerges(one, {other}), QList<MergeSuggestion>());
    QCOMPARE(suggestMerges(other, {one}), QList<MergeSuggestion>());
}

void TestMergeSuggestions::addressThatManyWriteSaysNothing()
{
    const auto shop = person(1, u"Vera"_s, {{Channel::Email, u"vera@example.org"_s}});
    const auto writer = [](qint64 id) {
        return person(id, {}, {{Channel::X, u"@a%1"_s.arg(id)}}, u"I wrote to vera@example.org"_s);
    };

    QCOMPARE(suggestMerges(shop, {writer(2), writer(3)}).size(), 2);
    QVERIFY(suggestMerges(shop, {writer(2), writer(3), writer(4)}).isEmpty());
}

void TestMergeSuggestions::theSurestComesFirst()
{
    const auto one
        = person(1, u"Anna Berg"_s, {{Channel::X, u"@anna_berg"_s}, {Channel::Phone, u"+79161234567"_s}},
                 u"anna@example.org"_s);
    const auto nick = person(2, u"Anna Berg"_s, {{Channel::Vk, u"anna_berg"_s}});
    const auto wrote = person(3, {}, {{Channel::Email, u"anna@example.org"_s}});
    const auto number = person(4, {}, {{Channel::Telegram, u"+79161234567"_s}});

    const auto found = suggestMerges(one, {nick, wrote, number});

    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).other.id, PersonId{4});
    QCOMPARE(found.at(1).other.id, PersonId{3});
    QCOMPARE(found.at(2).other.id, PersonId{2});
}

void TestMergeSuggestions::noMoreThanThreeAreProposed()
{
    QList<PersonTraces> others;
    const QList channels{Channel::Vk, Channel::Telegram, Channel::Mastodon, Channel::Matrix, Channel::Ok};
    for (qsizetype i = 0; i < channels.size(); ++i) {
        others.append(person(10 + i, u"Anna Berg"_s, {{channels.at(i), u"anna_berg"_s}}));
    }

    QCOMPARE(suggestMerges(person(1, u"Anna Berg"_s, {{Channel::X, u"anna_berg"_s}}), others).size(), 3);
}

void TestMergeSuggestions::linkIsASignByItself()
{
    auto one = person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}});
    one.cameByLink = {PersonId{2}};
    const auto other = person(2, u"ab"_s, {{Channel::Telegram, u"@ab"_s}});

    const auto found = suggestMerges(one, {other});

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().evidence,
             QList{(MergeEvidence{.sign = MergeSign::CameByOurLink, .value = {}})});
}

void TestMergeSuggestions::evidenceNamesTheMessage()
{
    const auto one
        = person(1, u"Anna"_s, {{Channel::X, u"@anna"_s}}, u"anna@example.org, anna@example.org"_s);
    const auto other = person(2, {}, {{Channel::Email, u"anna@example.org"_s}});

    const auto found = suggestMerges(one, {other});

    QCOMPARE(
        found.constFirst().evidence,
        QList{(MergeEvidence{
            .sign = MergeSign::WroteAddress, .value = u"anna@example.org"_s, .message = MessageId{10}})});
}

void TestMergeSuggestions::whatWasSaidCountsForThoseWhoWereOne()
{
    const PersonId a{1};
    const PersonId b{2};
    const PersonId c{3};
    const QList<PersonPart> parts{
        {.id = a}, {.id = b, .into = a, .ledgerThen = 5}, {.id = c, .into = b, .ledgerThen = 8}};

    QCOMPARE(countsFor(parts, a, 5), QList{a});
    QCOMPARE(countsFor(parts, a, 6), (QList{a, b}));
    QCOMPARE(countsFor(parts, c, 8), QList{c});
    QCOMPARE(countsFor(parts, a, 9), QList<PersonId>());
    QCOMPARE(countsFor({{.id = a}}, a, 1), QList<PersonId>());
}

QTEST_GUILESS_MAIN(TestMergeSuggestions)
#include "tst_mergesuggestions.moc"
