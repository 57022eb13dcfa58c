// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/search/searchquery.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace aside;

namespace {

const QDate today(2026, 3, 5);

Instant startOf(int year, int month, int day)
{
    return fromMillis(QDateTime(QDate(year, month, day), QTime(0, 0), QTimeZone::UTC).toMSecsSinceEpoch());
}

QList<SearchTerm> one(const QString &text, SearchField field = SearchField::Any)
{
    return {SearchTerm{.text = text, .field = field}};
}

QList<SearchTerm> beginning(const QString &text, SearchField field = SearchField::Any)
{
    return {SearchTerm{.text = text, .field = field, .prefix = true}};
}

template <typename Value>
SearchQuery filter(const Value &value, bool isNegated = false)
{
    return {.groups = {}, .excluded = {}, .filters = {SearchFilter{.is = value, .negated = isNegated}}};
}

SearchQuery words(const QList<QList<SearchTerm>> &groups)
{
    return {.groups = groups, .excluded = {}, .filters = {}};
}

SearchQuery without(const QList<SearchTerm> &terms)
{
    return {.groups = {}, .excluded = terms, .filters = {}};
}

} // namespace

Q_DECLARE_METATYPE(SearchQuery)

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textIsAQuery_data();
    void textIsAQuery();
    void operatorsAreFilters_data();
    void operatorsAreFilters();
    void whatIsNoOperatorIsText_data();
    void whatIsNoOperatorIsText();
    void hugeTextIsCut();
    void anyTextCanBeTyped();
};

void TestSearchQuery::textIsAQuery_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchQuery>("expected");
    const auto row = [](const char *name, const char16_t *text, const SearchQuery &expected) {
        QTest::newRow(name) << QString::fromUtf16(text) << expected;
    };
    const auto a = one(QStringLiteral("a"));
    const auto b = one(QStringLiteral("b"));
    const auto c = one(QStringLiteral("c"));
    const auto phrase = one(QStringLiteral("a b"));

    row("nothing", u"", {});
    row("spaces", u" \t\n\u00A0\u0001", {});
    row("words", u" a\tb ", words({a, b}));
    row("a control character divides", u"a\u0001b", words({a, b}));
    row("a phrase", u"\"a b\" c", words({phrase, c}));
    row("a phrase in Russian quotes", u"«a b» c", words({phrase, c}));
    row("a phrase in curly quotes", u"“a b” c", words({phrase, c}));
    row("a phrase in German quotes", u"„a b“c", words({phrase, c}));
    row("a quote left open", u"\"a b", words({one(QStringLiteral("\"a")), b}));
    row("a quote inside a word", u"5\" a", words({one(QStringLiteral("5\"")), a}));
    row("a beginning", u"a* b", words({beginning(QStringLiteral("a")), b}));
    row("the beginning of a phrase", u"\"a b\"*", words({beginning(QStringLiteral("a b"))}));
    row("a star alone", u"*", words({one(QStringLiteral("*"))}));
    row("stars alone", u"**", words({one(QStringLiteral("**"))}));
    row("without a word", u"-a", without(a));
    row("without a phrase", u"-\"a b\"", without(phrase));
    row("without a phrase in Russian quotes", u"-«a b»", without(phrase));
    row("a minus alone", u"- a", words({one(QStringLiteral("-")), a}));
    row("an option of a command", u"--a", words({one(QStringLiteral("--a"))}));
    row("a minus inside", u"a-b", words({one(QStringLiteral("a-b"))}));
    row("either", u"a OR b", words({a + b}));
    row("either in Russian", u"a ИЛИ b", words({a + b}));
    row("one of three", u"a OR b OR c", words({a + b + c}));
    row("either, and more", u"a OR b c", words({a + b, c}));
    row("either phrase", u"\"a b\" OR c", words({phrase + c}));
    row("a small or is a word", u"a or b", words({a, one(QStringLiteral("or")), b}));
    row("OR at the beginning", u"OR a", words({one(QStringLiteral("OR")), a}));
    row("OR at the end", u"a OR", words({a, one(QStringLiteral("OR"))}));
    row("OR twice", u"a OR OR b", words({a + one(QStringLiteral("OR")), b}));
    row("OR before a minus", u"a OR -b",
        {.groups = {a, one(QStringLiteral("OR"))}, .excluded = b, .filters = {}});
    row("in the subject", u"subject:a", words({one(QStringLiteral("a"), SearchField::Subject)}));
    row("a phrase in the subject", u"subject:\"a b\"",
        words({one(QStringLiteral("a b"), SearchField::Subject)}));
    row("from somebody", u"From:a@b.c", words({one(QStringLiteral("a@b.c"), SearchField::From)}));
    row("to somebody", u"to:a*", words({beginning(QStringLiteral("a"), SearchField::From)}));
    row("not from somebody", u"-from:a", without(one(QStringLiteral("a"), SearchField::From)));
    row("from one or the other", u"from:a OR b", words({one(QStringLiteral("a"), SearchField::From) + b}));
}

void TestSearchQuery::textIsAQuery()
{
    QFETCH(const QString, text);
    QFETCH(const SearchQuery, expected);

    const auto query = parseSearchQuery(text, today);

    QCOMPARE(query.groups, expected.groups);
    QCOMPARE(query.excluded, expected.excluded);
    QCOMPARE(query.filters, expected.filters);
}

void TestSearchQuery::operatorsAreFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchQuery>("expected");
    const auto row = [](const char16_t *text, const SearchQuery &expected) {
        QTest::newRow(qUtf8Printable(QString::fromUtf16(text))) << QString::fromUtf16(text) << expected;
    };
    const auto from = [](Instant at) {
        return DateRange{.from = at};
    };
    const auto until = [](Instant at) {
        return DateRange{.until = at};
    };
    const DateRange third{.from = startOf(2026, 2, 3), .until = startOf(2026, 2, 4)};

    row(u"channel:vk", filter(Channel::Vk));
    row(u"CHANNEL:\"VK\"", filter(Channel::Vk));
    row(u"-channel:email", filter(Channel::Email, true));
    row(u"is:public OR is:public",
        {.groups = {},
         .excluded = {},
         .filters = filter(Audience::Public).filters + filter(Audience::Public).filters});
    row(u"is:public", filter(Audience::Public));
    row(u"-is:private", filter(Audience::Private, true));
    row(u"is:unread", filter(SearchFlag::Unread));
    row(u"is:read", filter(SearchFlag::Unread, true));
    row(u"-is:read", filter(SearchFlag::Unread));
    row(u"is:open", filter(ConversationState::Open));
    row(u"is:closed", filter(ConversationState::Closed));
    row(u"has:attachment", filter(SearchFlag::Attachment));
    row(u"-has:draft", filter(SearchFlag::Draft, true));
    row(u"in:incoming", filter(Direction::Incoming));
    row(u"in:OUTGOING", filter(Direction::Outgoing));
    row(u"tag:vip", filter(SearchTag{.name = QStringLiteral("vip")}));
    row(u"tag:\"very important\"", filter(SearchTag{.name = QStringLiteral("very important")}));
    row(u"before:2026-02-03", filter(until(startOf(2026, 2, 3))));
    row(u"-before:2026-02-03", filter(from(startOf(2026, 2, 3))));
    row(u"after:03.02.2026", filter(from(startOf(2026, 2, 3))));
    row(u"-after:3.2.2026", filter(until(startOf(2026, 2, 3))));
    row(u"on:2026-02-03", filter(third));
    row(u"-on:2026-02-03", filter(third, true));
    row(u"after:today", filter(from(startOf(2026, 3, 5))));
    row(u"before:yesterday", filter(until(startOf(2026, 3, 4))));
    row(u"after:вчера", filter(from(startOf(2026, 3, 4))));
    row(u"on:29.02.2024", filter(DateRange{.from = startOf(2024, 2, 29), .until = startOf(2024, 3, 1)}));
}

void TestSearchQuery::operatorsAreFilters()
{
    QFETCH(const QString, text);
    QFETCH(const SearchQuery, expected);

    QCOMPARE(parseSearchQuery(text, today), expected);
}

void TestSearchQuery::whatIsNoOperatorIsText_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"http://x",
                             "foo:bar",
                             "before:gibberish",
                             "on:2026-02-30",
                             "before:31.02.2026",
                             "is:",
                             "is:blue",
                             "subject:",
                             "channel:pigeon",
                             "has:",
                             "col:x",
                             "C++",
                             "50%",
                             "it's",
                             "a.b@c.com",
                             "AND",
                             "NOT",
                             "NEAR(a",
                             "^a",
                             ":",
                             "::",
                             "-",
                             "is:\"",
                             "from:",
                             "channel:\"\"",
                             "ORD-0012345",
                             "12:30",
                             "before:0000-00-00"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestSearchQuery::whatIsNoOperatorIsText()
{
    QFETCH(const QString, text);

    QCOMPARE(parseSearchQuery(text, today), words({one(text)}));
}

void TestSearchQuery::hugeTextIsCut()
{
    const QString one(2'000'000, u'a');
    const auto many = QStringLiteral("a ").repeated(1'000'000);

    QCOMPARE(parseSearchQuery(one, today).groups.constFirst().constFirst().text.size(), 2'000);
    QCOMPARE(parseSearchQuery(many, today).groups.size(), 64);
    QCOMPARE(parseSearchQuery(QString(2'000'000, u'"'), today).groups.size(), 64);
}

void TestSearchQuery::anyTextCanBeTyped()
{
    for (char16_t c = 0; c < 0xFFFF; ++c) {
        const QString text(3, QChar(c));
        const auto query = parseSearchQuery(text, today);
        QCOMPARE_LE(query.groups.size() + query.excluded.size(), 2); // three quotes are a phrase and a quote
    }
    QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("the collection of naughty strings is not here");
    }
    for (const auto &text : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto query = parseSearchQuery(text.toString(), today);
        QCOMPARE_LE(query.groups.size(), 64);
    }
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
