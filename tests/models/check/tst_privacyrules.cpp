// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/check/rulecase.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestPrivacyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void personalDataIsFoundInPublic_data();
    void personalDataIsFoundInPublic();
    void personalDataMayBeToldInPrivate();
    void aNumberTheCustomerGaveIsNoPhoneOfOurs();
    void dataIsHiddenOrTakenOut_data();
    void dataIsHiddenOrTakenOut();
    void askingForDataInPublicIsFound_data();
    void askingForDataInPublicIsFound();
    void theWayOutIsPrivate();
    void wordsOfANoteAreFound_data();
    void wordsOfANoteAreFound();
};

void TestPrivacyRules::personalDataIsFoundInPublic_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };

    row("a phone", u"Позвоним вам на [[+7 915 000-11-09]] завтра."_s);
    row("a mail address", u"Чек ушёл на [[anna@pochta.example]]."_s);
    row("a card", u"Деньги вернули на карту [[4111 1111 1111 1111]]."_s);
    row("an order", u"Заказ №[[20418]] уже едет."_s);
    row("an order in English", u"Your order [[20418]] is on its way."_s);
    row("our toll-free line", u"Горячая линия: 8 800 555-35-35."_s);
    row("our mail address", u"Пишите на help@sever.example."_s);
    row("where fraud is told", u"Forward it to reportphish@bank.example, or to abuse@bank.example."_s);
    row("our shop", u"Наш магазин на ул. Лесная, д. 5 открыт до десяти."_s);
    row("a price", u"Доставка стоит 20418 рублей."_s);
    row("a year", u"Магазин открыт с 2018 года."_s);
    row("a card that is none", u"Код 4111 1111 1111 1112 не подходит."_s);
    row("nothing", QString());
    row("zero width", u"\u200B\u200D\u200B"_s);
    row("right to left", u"שלום, ההזמנה בדרך"_s);
}

void TestPrivacyRules::personalDataIsFoundInPublic()
{
    QFETCH(const QString, marked);
    const RuleCase reply("privacy.personal-data"_L1, marked);

    QCOMPARE(reply.found(), reply.expected());
}

void TestPrivacyRules::personalDataMayBeToldInPrivate()
{
    RuleCase reply("privacy.personal-data"_L1, u"Заказ 20418 привезут, курьер наберёт +7 915 000-11-09."_s);
    reply.on(Channel::Vk, Audience::Private);

    QCOMPARE(reply.found(), reply.expected());
}

void TestPrivacyRules::aNumberTheCustomerGaveIsNoPhoneOfOurs()
{
    RuleCase reply("privacy.personal-data"_L1, u"Наш магазин наберёт [[8 800 555-35-35]]."_s);
    reply.context.person.phones = {u"+78005553535"_s};

    QCOMPARE(reply.found(), reply.expected());
}

void TestPrivacyRules::dataIsHiddenOrTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fix");
    QTest::addColumn<QString>("left");
    const auto row = [](const QString &text, const QString &fix, const QString &left) {
        QTest::addRow("%s", qPrintable(text)) << text << fix << left;
    };
    row(u"Позвоним на +7 915 000-11-09 завтра."_s, u"hide"_s, u"Позвоним на •••09 завтра."_s);
    row(u"Заказ №20418 уже едет."_s, u"hide"_s, u"Заказ №•••18 уже едет."_s);
    row(u"Чек ушёл на почту anna@pochta.example вчера."_s, u"remove"_s, u"Чек ушёл вчера."_s);
    row(u"We sent it to anna@pochta.example."_s, u"remove"_s, u"We sent it."_s);
}

void TestPrivacyRules::dataIsHiddenOrTakenOut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, fix);
    QFETCH(const QString, left);
    const RuleCase reply("privacy.personal-data"_L1, text);

    QCOMPARE(reply.afterFix(QLatin1StringView(fix.toLatin1())), left);
    QCOMPARE(reply.findings().constFirst().fixes.constFirst().kind, FixKind::MoveToPrivate);
}

void TestPrivacyRules::askingForDataInPublicIsFound_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char *name, const QString &marked, const QString &variant = {}) {
        QTest::newRow(name) << marked << variant;
    };

    row("an order number", u"Поможем. [[Пришлите, пожалуйста, номер заказа.]]"_s, u"order"_s);
    row("two things", u"[[Напишите номер заказа и телефон.]]"_s);
    row("in English", u"Sorry! [[Could you send us your order number?]]"_s, u"order"_s);
    row("in private", u"Пришлите номер заказа в личные сообщения."_s);
    row("in private, said before", u"Мы написали вам в личные сообщения. Пришлите там номер заказа."_s);
    row("in private, in English", u"Please send us your order number by direct message."_s);
    row("never here", u"Please don't post your order number here."_s);
    row("without it", u"Without revealing your email address, give us the exact wording."_s);
    row("covered", u"Share a screenshot with your email address blurred."_s);
    row("covered, in Russian", u"Пришлите снимок экрана, закрыв номер карты."_s);
    row("what we will do", u"Our team will send the email address of the shop to all customers."_s);
    row("what you will do", u"[[You will send us your order number.]]"_s, u"order"_s);
    row("no data", u"Напишите, какой цвет вам понравился."_s);
    row("where it stands", u"Номер заказа есть в письме."_s);
}

void TestPrivacyRules::askingForDataInPublicIsFound()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, variant);
    const RuleCase reply("privacy.asks-personal-data"_L1, marked);

    QCOMPARE(reply.found(), reply.expected());
    for (const auto &finding : reply.findings()) {
        QCOMPARE(finding.variant, variant);
    }
}

void TestPrivacyRules::theWayOutIsPrivate()
{
    const RuleCase reply("privacy.asks-personal-data"_L1, u"Разберёмся. Пришлите номер заказа."_s);

    QCOMPARE(reply.findings().constFirst().fixes.constFirst().kind, FixKind::MoveToPrivate);
    QCOMPARE(reply.findings().constFirst().severity, Severity::Stop);
    QCOMPARE(reply.afterFix("remove-sentence"_L1), u"Разберёмся."_s);
}

void TestPrivacyRules::wordsOfANoteAreFound_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QStringList>("thread");
    const auto row = [](const char *name, const QString &marked, const QStringList &thread) {
        QTest::newRow(name) << marked << thread;
    };
    const QStringList noted{u"customer: Где мой возврат?"_s,
                            u"note: Клиент скандальный, уже третий возврат за месяц, скидку не давать"_s};

    row("word for word", u"Здравствуйте! [[Клиент скандальный, уже третий возврат за месяц]]. Ждите."_s,
        noted);
    row("in other forms", u"Откажем [[клиенту скандальному: уже третий возврат за месяц]]."_s, noted);
    row("a few of the words", u"Возврат за месяц делаем всегда."_s, noted);
    row("what the customer wrote himself", u"Да, диван жёлтый, на трёх ножках, приедет завтра утром."_s,
        {u"customer: диван жёлтый, на трёх ножках, приедет завтра?"_s,
         u"note: спрашивает: диван жёлтый, на трёх ножках, приедет завтра"_s});
    row("an answer that the note proposes", u"Привезём в среду, позвоним за час до приезда."_s,
        {u"customer: Когда?"_s, u"note: ответить: «Привезём в среду, позвоним за час до приезда»"_s});
    row("all of a short note", u"Так вот: [[мастер забыл заказ]]."_s,
        {u"customer: Где?"_s, u"note: мастер забыл заказ"_s});
    row("no note", u"Клиент скандальный, уже третий возврат за месяц."_s, {u"customer: Где?"_s});
}

void TestPrivacyRules::wordsOfANoteAreFound()
{
    QFETCH(const QString, marked);
    QFETCH(const QStringList, thread);
    RuleCase reply("privacy.note-text"_L1, marked);
    reply.after(thread);

    QCOMPARE(reply.found().remove(u"]]"_s).section(u"[["_s, 0, 0),
             reply.expected().remove(u"]]"_s).section(u"[["_s, 0, 0));
    QCOMPARE(reply.findings().size(), marked.count(u"[["));
}

QTEST_APPLESS_MAIN(TestPrivacyRules)
#include "tst_privacyrules.moc"
