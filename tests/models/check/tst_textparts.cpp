// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/checksums.h"
#include "models/text/datafinder.h"
#include "models/text/language.h"
#include "models/text/linkfinder.h"
#include "models/text/sentences.h"
#include "models/text/stemmer.h"
#include "models/text/textwords.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QString kindName(DatumKind kind)
{
    static const QStringList names{u"phone"_s, u"mail"_s, u"card"_s,  u"iban"_s,   u"passport"_s,
                                   u"snils"_s, u"inn"_s,  u"order"_s, u"address"_s};
    return names.at(static_cast<qsizetype>(kind));
}

QStringList dataIn(const QString &text, const QString &region)
{
    QStringList all;
    for (const auto &datum : dataOf(text, linksOf(text), region)) {
        all.append(kindName(datum.kind) + u' ' + datum.normal);
    }
    return all;
}

} // namespace

class TestTextParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsStandWhereTheyAreWritten()
    {
        Stemmer stemmer;
        const auto text = u"😊 Довёл до ВАШЕГО све\u0301дения: O’Neil — ok"_s;

        const auto words = wordsOf(text, stemmer);

        QStringList written;
        for (const auto &word : words) {
            written.append(text.sliced(word.range.start, word.range.length));
        }
        QCOMPARE(
            written,
            QStringList({u"Довёл"_s, u"до"_s, u"ВАШЕГО"_s, u"све\u0301дения"_s, u"O"_s, u"Neil"_s, u"ok"_s}));
        QCOMPARE(QString::fromStdString(words[0].folded), u"довел"_s);
    }

    void sentencesEndWhereAReaderEndsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("two") << u"Да. Нет!"_s << QStringList({u"Да."_s, u"Нет!"_s});
        QTest::newRow("short words") << u"Мы в г. Москве, ул. Мира, т. е. рядом."_s
                                     << QStringList({u"Мы в г. Москве, ул. Мира, т. е. рядом."_s});
        QTest::newRow("numbers and hosts")
            << u"Цена 3.5 на sever.example сегодня. Ждём."_s
            << QStringList({u"Цена 3.5 на sever.example сегодня."_s, u"Ждём."_s});
        QTest::newRow("lines") << u"С уважением,\nАнна"_s << QStringList({u"С уважением,"_s, u"Анна"_s});
        QTest::newRow("folded line") << u"We will\nsend it."_s << QStringList({u"We will\nsend it."_s});
        QTest::newRow("marks") << u"Что?! Как… Так."_s << QStringList({u"Что?!"_s, u"Как…"_s, u"Так."_s});
        QTest::newRow("quoted end") << u"“Done.” Next."_s << QStringList({u"“Done.”"_s, u"Next."_s});
        QTest::newRow("nothing") << u" \n\n "_s << QStringList();
        QTest::newRow("dots") << u"....."_s << QStringList({u"....."_s});
    }

    void sentencesEndWhereAReaderEndsThem()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, sentences);

        QStringList found;
        for (const auto range : sentencesOf(text)) {
            found.append(text.sliced(range.start, range.length));
        }

        QCOMPARE(found, sentences);
    }

    void languageIsToldOrLeftOpen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::newRow("russian") << u"Здравствуйте, Анна! Привезём завтра."_s << u"ru"_s;
        QTest::newRow("english") << u"Hello Anna, it will be there tomorrow."_s << u"en"_s;
        QTest::newRow("russian with names") << u"Это Galaxy S24 Ultra, а не iPhone 15 Pro."_s << u"ru"_s;
        QTest::newRow("link alone") << u"https://sever.example/orders/the-order"_s << QString();
        QTest::newRow("emoji") << u"😊😊😊👍"_s << QString();
        QTest::newRow("ukrainian") << u"Доброго дня! Ваше замовлення вже їде, дякуємо за терпіння."_s
                                   << QString();
        QTest::newRow("german") << u"Guten Tag, die Bestellung ist nicht da und wir prüfen das."_s
                                << QString();
        QTest::newRow("bulgarian") << u"Здравейте, поръчката ще пристигне утре и това се вижда в системата."_s
                                   << QString();
        QTest::newRow("arabic") << u"مرحبا، سيصل طلبك غدا"_s << QString();
        QTest::newRow("one word") << u"Ок"_s << QString();
        QTest::newRow("short russian") << u"Спасибо!"_s << u"ru"_s;
    }

    void languageIsToldOrLeftOpen()
    {
        QFETCH(const QString, text);
        QTEST(languageOf(text), "language");
    }

    void linksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        QTest::newRow("url") << u"Смотрите (https://sever.example/a_(b)), там."_s
                             << QStringList({u"https://sever.example/a_(b)"_s});
        QTest::newRow("bare host") << u"На sever.example. И на www.vk.com/sever!"_s
                                   << QStringList({u"sever.example"_s, u"www.vk.com/sever"_s});
        QTest::newRow("short") << u"vk.me/sever или t.me/sever_bot, vk.cc/abc"_s
                               << QStringList({u"vk.me/sever"_s, u"t.me/sever_bot"_s, u"vk.cc/abc"_s});
        QTest::newRow("no host") << u"Файл отчет.pdf, т.е. main.cpp. Спасибо.Ждём. today.It is so.no"_s
                                 << QStringList();
        QTest::newRow("cyrillic") << u"наш сайт лавка.рф/доставка"_s << QStringList({u"лавка.рф/доставка"_s});
        QTest::newRow("mail") << u"Пишите на anna.b@sever.example."_s
                              << QStringList({u"anna.b@sever.example"_s});
        QTest::newRow("handle") << u"@annab, we are @NorthLane"_s
                                << QStringList({u"@annab"_s, u"@NorthLane"_s});
        QTest::newRow("vk mention") << u"[id1|Анна], здравствуйте"_s << QStringList({u"[id1|Анна]"_s});
        QTest::newRow("markdown") << u"Look [here](https://a.example/x)."_s
                                  << QStringList({u"[here](https://a.example/x)"_s});
        QTest::newRow("version") << u"Версия 2.3.10 от 20.11.2026"_s << QStringList();
    }

    void linksAreFound()
    {
        QFETCH(const QString, text);
        QStringList found;
        for (const auto &link : linksOf(text)) {
            found.append(text.sliced(link.range.start, link.range.length));
        }
        QTEST(found, "links");
    }

    void hostsAreComparedAsPeopleReadThem()
    {
        QCOMPARE(hostOf(QUrl(u"https://WWW.VK.com/a"_s)), u"vk.com"_s);
        QCOMPARE(hostOf(QUrl(u"https://лавка.рф"_s)), u"лавка.рф"_s);
        QVERIFY(isHostOf(u"m.vk.com", {u"vk.com"_s}));
        QVERIFY(!isHostOf(u"notvk.com", {u"vk.com"_s}));
    }

    void numbersAreWhatTheyLookLike_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("data");
        const auto ru = u"RU"_s;
        const auto gb = u"GB"_s;
        QTest::newRow("phone") << u"Звоните +7 (495) 123-45-67."_s << ru
                               << QStringList({u"phone +74951234567"_s});
        QTest::newRow("phone with 8") << u"8 800 555-35-35"_s << ru << QStringList({u"phone +78005553535"_s});
        QTest::newRow("phone in one row")
            << u"мой 89161234567"_s << ru << QStringList({u"phone +79161234567"_s});
        QTest::newRow("phone of Britain")
            << u"Ring 020 7946 0018 please"_s << gb << QStringList({u"phone +442079460018"_s});
        QTest::newRow("phone from abroad")
            << u"+49 30 901820"_s << ru << QStringList({u"phone +4930901820"_s});
        QTest::newRow("not a phone") << u"Код 4951234567, сумма 1 250 000 и 20.11.2026 10:30"_s << ru
                                     << QStringList();
        QTest::newRow("mail") << u"Anna.B@Sever.example"_s << ru
                              << QStringList({u"mail anna.b@sever.example"_s});
        QTest::newRow("card") << u"4276 1234 5678 9015? 4111 1111 1111 1111"_s << ru
                              << QStringList({u"card 4111111111111111"_s});
        QTest::newRow("iban") << u"DE89 3704 0044 0532 0130 00"_s << gb
                              << QStringList({u"iban DE89370400440532013000"_s});
        QTest::newRow("wrong iban") << u"DE88 3704 0044 0532 0130 00"_s << gb << QStringList();
        QTest::newRow("snils") << u"112-233-445 95"_s << ru << QStringList({u"snils 11223344595"_s});
        QTest::newRow("inn") << u"ИНН 7707083893"_s << ru << QStringList({u"inn 7707083893"_s});
        QTest::newRow("passport") << u"паспорт 4509 123456"_s << ru
                                  << QStringList({u"passport 4509123456"_s});
        QTest::newRow("order") << u"Заказ № 20418 и договор А-1934/2"_s << ru
                               << QStringList({u"order 20418"_s, u"order А-1934/2"_s});
        QTest::newRow("order en") << u"Your order #20418 of 20 Nov"_s << gb
                                  << QStringList({u"order 20418"_s});
        QTest::newRow("order of money")
            << u"заказ 3000 рублей, договор 2026 года, order 1000 items"_s << ru << QStringList();
        QTest::newRow("address") << u"ул. Садовая, д. 5, кв. 31"_s << ru
                                 << QStringList({u"address ул. садовая, д. 5, кв. 31"_s});
        QTest::newRow("address en") << u"at 14 Mill Street, Leeds"_s << gb
                                    << QStringList({u"address 14 mill street, leeds"_s});
        QTest::newRow("street alone") << u"на улице Садовой и 3 Good Reasons"_s << ru << QStringList();
        QTest::newRow("in a link") << u"https://sever.example/89161234567"_s << ru << QStringList();
    }

    void numbersAreWhatTheyLookLike()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, region);
        QTEST(dataIn(text, region), "data");
    }

    void checksumsRefuseWhatIsNoNumber()
    {
        QVERIFY(isCardNumber(u"2200000000000004") || !isCardNumber(u"2200000000000005"));
        QVERIFY(!isCardNumber(u"4444444444444444"));
        QVERIFY(!isCardNumber(u"4111a11111111111"));
        QVERIFY(!isIban(u""));
        QVERIFY(!isSnils(u"00000000000"));
        QVERIFY(!isInn(u"0000000000"));
        QVERIFY(!isInn(u"770708389x"));
        QVERIFY(isInn(u"500100732259"));
    }

    void hugeTextsArePassedThrough_data()
    {
        constexpr qsizetype size = 100'000;
        QTest::addColumn<QString>("text");
        QTest::newRow("no spaces") << QString(size, u'a');
        QTest::newRow("emoji") << u"😊"_s.repeated(size / 2);
        QTest::newRow("right to left") << u"مرحبا "_s.repeated(size / 6);
        QTest::newRow("zero width") << QString(size, QChar(0x200B));
        QTest::newRow("digits") << u"1 2 3 4 "_s.repeated(size / 8);
        QTest::newRow("dots") << u"a.b."_s.repeated(size / 4);
        QTest::newRow("brackets") << u"[(["_s.repeated(size / 3);
        QTest::newRow("half characters") << QString(size, QChar(0xD83D));
    }

    void hugeTextsArePassedThrough()
    {
        QFETCH(const QString, text);
        Stemmer stemmer;

        const auto words = wordsOf(text, stemmer);
        const auto sentences = sentencesOf(text);
        const auto links = linksOf(text.first(4000));
        const auto data = dataOf(text.first(4000), links, u"RU");

        QVERIFY(words.empty() || words.back().range.end() <= text.size());
        QVERIFY(sentences.isEmpty() || sentences.constLast().end() <= text.size());
        QVERIFY(data.size() <= 4000);
    }
};

QTEST_GUILESS_MAIN(TestTextParts)
#include "tst_textparts.moc"
