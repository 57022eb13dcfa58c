// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/tokenizer.h"
#include "models/text/stemmer.h"
#include "models/text/wordreader.h"

#include <QTest>

#include <sqlite3.h>

using namespace aside;

namespace {

struct CloseConnection {
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QStringList stems(const QByteArray &text)
{
    Stemmer stemmer;
    QStringList found;
    for (WordReader reader(view(text)); reader.next();) {
        found << QString::fromUtf8(stemmer.stem(reader));
    }
    return found;
}

/// Indexes one text in a table of its own and says whether the match finds it.
bool finds(const QByteArray &text, const QByteArray &match)
{
    sqlite3 *opened = nullptr;
    sqlite3_open(":memory:", &opened);
    const Connection connection(opened);
    if (!registerTokenizer(opened)
        || sqlite3_exec(opened, "CREATE VIRTUAL TABLE f USING fts5(t, content='', tokenize='aside')", nullptr,
                        nullptr, nullptr)
            != SQLITE_OK) {
        return false;
    }
    const auto run = [opened](const char *sql, const QByteArray &value) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(opened, sql, -1, &statement, nullptr);
        sqlite3_bind_text64(statement, 1, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                            SQLITE_TRANSIENT, SQLITE_UTF8);
        const int code = sqlite3_step(statement);
        sqlite3_finalize(statement);
        return code;
    };
    return run("INSERT INTO f (rowid, t) VALUES (1, ?1)", text) == SQLITE_DONE
        && run("SELECT rowid FROM f WHERE f MATCH ?1", match) == SQLITE_ROW;
}

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsBecomeStems_data();
    void wordsBecomeStems();
    void placesAreBytesOfTheText();
    void longWordsAreCut();
    void rememberedStemsAreTheSame();
    void anyBytesAreAText_data();
    void anyBytesAreAText();
    void queriesFindForms_data();
    void queriesFindForms();
};

void TestTokenizer::wordsBecomeStems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char16_t *text, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf16(text) << expected;
    };

    row("nothing", u"", {});
    row("only marks of punctuation", u" !?.,;: ", {});
    row("English forms", u"Returns RETURNED returning",
        {QStringLiteral(u"return"), QStringLiteral(u"return"), QStringLiteral(u"return")});
    row("Russian forms", u"заказ Заказа ЗАКАЗОВ",
        {QStringLiteral(u"заказ"), QStringLiteral(u"заказ"), QStringLiteral(u"заказ")});
    row("yo is ye", u"счёт счет", {QStringLiteral(u"счет"), QStringLiteral(u"счет")});
    row("yo in two characters", u"сче\u0308т", {QStringLiteral(u"счет")});
    row("short i in two characters", u"мои\u0306 Мой", {QStringLiteral(u"мо"), QStringLiteral(u"мо")});
    row("accents on Latin letters", u"Café naïve Ångström ế",
        {QStringLiteral(u"cafe"), QStringLiteral(u"naiv"), QStringLiteral(u"angstrom"),
         QStringLiteral(u"e")});
    row("accents of their own", u"cafe\u0301", {QStringLiteral(u"cafe")});
    row("Cyrillic letters of other languages stay", u"їжак", {QStringLiteral(u"їжак")});
    row("numbers are not stemmed", u"ORD-0012345", {QStringLiteral(u"ord"), QStringLiteral(u"0012345")});
    row("mixed words are not stemmed", u"v2rings", {QStringLiteral(u"v2rings")});
    row("an address", u"a.b@c.com",
        {QStringLiteral(u"a"), QStringLiteral(u"b"), QStringLiteral(u"c"), QStringLiteral(u"com")});
    row("soft hyphens are not there", u"до\u00ADстав\u00ADка", {QStringLiteral(u"доставк")});
    row("full width", u"ＡＢ１", {QStringLiteral(u"ab1")});
    row("ideographs are words", u"注文番号",
        {QStringLiteral(u"注"), QStringLiteral(u"文"), QStringLiteral(u"番"), QStringLiteral(u"号")});
    row("Latin next to an ideograph", u"PC版x",
        {QStringLiteral(u"pc"), QStringLiteral(u"版"), QStringLiteral(u"x")});
    row("marks stay on letters that need them", u"हिन्दी", {QStringLiteral(u"हिन्दी")});
    row("a mark alone is no word", u"\u0301 \u093f", {});
    row("letters beyond the basic plane", u"𝔸 𐐀", {QStringLiteral(u"𝔸"), QStringLiteral(u"𐐨")});
    row("emoji divide words", u"ok👍ok", {QStringLiteral(u"ok"), QStringLiteral(u"ok")});
}

void TestTokenizer::wordsBecomeStems()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);

    QCOMPARE(stems(text.toUtf8()), expected);
}

void TestTokenizer::placesAreBytesOfTheText()
{
    const QByteArray text = "Где, cafe\xCC\x81! 3";
    QByteArrayList places;

    for (WordReader reader(view(text)); reader.next();) {
        places << text.sliced(qsizetype(reader.begin()), qsizetype(reader.end() - reader.begin()));
    }

    QCOMPARE(places, (QByteArrayList{"Где", "cafe", "3"}));
}

void TestTokenizer::longWordsAreCut()
{
    QCOMPARE(stems(QByteArray(1'000, '1')).constFirst().size(), 64);
    QCOMPARE(stems(QByteArray("\xF0\x9D\x94\xB8").repeated(1'000)).constFirst().toUcs4().size(), 64);
    QCOMPARE(stems(QByteArray("й").repeated(1'000)).size(), 1);
}

void TestTokenizer::rememberedStemsAreTheSame()
{
    Stemmer stemmer;
    const auto stemOf = [&stemmer](const QByteArray &word) {
        WordReader reader(view(word));
        return reader.next() ? QByteArray(stemmer.stem(reader).data(), qsizetype(stemmer.stem(reader).size()))
                             : QByteArray();
    };
    const auto numbered = [](int n) {
        QByteArray word = "w";
        for (; n > 0; n /= 20) {
            word += "bcdfghjklmnpqrtvwxyz"[n % 20];
        }
        return word;
    };

    for (int n = 0; n < 450'000; ++n) { // more than the memory holds, twice
        const auto word = numbered(n);
        if (stemOf(word + "ings") != stemOf(word + "ing")) {
            QCOMPARE(stemOf(word + "ings"), stemOf(word + "ing"));
        }
    }

    QCOMPARE(stemOf("Returned"), "return");
}

void TestTokenizer::anyBytesAreAText_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nul") << QByteArray("a\0b", 3);
    QTest::newRow("a cut character") << QByteArray("a b\xD0");
    QTest::newRow("a cut long character") << QByteArray("a b\xF0\x9F\x98");
    QTest::newRow("bytes that never occur") << QByteArray("a\xFF\xFE\xC0\x80\xF5\x80\x80\x80");
    QTest::newRow("a surrogate") << QByteArray("a\xED\xA0\x80 b");
    QTest::newRow("over-long") << QByteArray("a\xE0\x80\x80\xF0\x80\x80\x80");
    QTest::newRow("beyond the last plane") << QByteArray("a\xF4\x90\x80\x80");
    QTest::newRow("lone continuations") << QByteArray("a").append(QByteArray(1'000, '\x80'));
    QTest::newRow("only accents") << QByteArray("a").append(QByteArray("\xCC\x81").repeated(10'000));
    quint32 seed = 42;
    QByteArray noise = "a ";
    for (int i = 0; i < 300'000; ++i) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        noise.append(char(seed >> 24U));
    }
    QTest::newRow("noise") << noise;
}

void TestTokenizer::anyBytesAreAText()
{
    QFETCH(const QByteArray, text);

    QCOMPARE(stems(text).constFirst(), QStringLiteral("a"));
    QVERIFY(finds(text, "\"a\""));
}

void TestTokenizer::queriesFindForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("match");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const char16_t *text, const char16_t *match, bool found) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(match) << found;
    };

    row("another form", u"где мои заказы", u"\"заказа\"", true);
    row("another word", u"где мои заказы", u"\"показ\"", false);
    row("a phrase", u"return of the order", u"\"returns of\"", true);
    row("a phrase the other way round", u"return of the order", u"\"of returns\"", false);
    row("a beginning", u"доставка", u"\"достав\"*", true);
    row("a beginning is not stemmed", u"go", u"\"going\"*", false);
    row("a phrase that ends with a beginning", u"new returns refunded", u"\"returned refun\"*", true);
}

void TestTokenizer::queriesFindForms()
{
    QFETCH(const QString, text);
    QFETCH(const QString, match);
    QFETCH(const bool, found);

    QCOMPARE(finds(text.toUtf8(), match.toUtf8()), found);
}

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
