// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/names.h"
#include "tests/models/check/rulecase.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestTemplateRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatATemplateLeftIsFound_data();
    void whatATemplateLeftIsFound();
    void aTemplateItselfMayHaveTags();
    void anEmptyPlaceIsClosed_data();
    void anEmptyPlaceIsClosed();
    void anotherNameIsFound_data();
    void anotherNameIsFound();
    void aNameOfTheTalkIsRight();
    void theRightNameIsOffered();
    void namesAreAlike_data();
    void namesAreAlike();
};

void TestTemplateRules::whatATemplateLeftIsFound_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };

    row("a variable", u"Здравствуйте, [[{{ person.first_name }}]]!"_s);
    row("a tag", u"[[{% if date %}]]Завтра.[[{% endif %}]]"_s);
    row("a field that waits", u"Привезём [[⟨Новая дата доставки⟩]], до вечера."_s);
    row("one brace", u"Your order [[{order}]] is here."_s);
    row("percent signs", u"Здравствуйте, [[%ИМЯ%]]!"_s);
    row("brackets", u"Привезём [[[ДАТА]]]."_s);
    row("angle brackets", u"Dear [[<name>]], it is here."_s);
    row("a line to write on", u"Привезём [[____]] числа."_s);
    row("no name came", u"[[Здравствуйте, !]] Заказ едет."_s);
    row("a VK mention", u"[id1|Анна], заказ едет."_s);
    row("a markup link", u"[Номер заказа](https://sever.example/zakaz) в письме."_s);
    row("a bracketed remark", u"Цена [с доставкой] 500 рублей."_s);
    row("a percentage", u"Скидка 10 % и ещё 5%."_s);
    row("code", u"Файл a__b лежит в /tmp/___x."_s);
    row("a comparison", u"Если x < 3 и y > 5, то да."_s);
    row("a date", u"Включим [[XX.XX.2026]]."_s);
    row("a date to write on", u"Приходите [[__.__.____]] утром."_s);
    row("what the talk is about", u"В файле пишите %player%, в квесте ${player}."_s);
    row("a smile", u"Привет :{)"_s);
    row("nothing", QString());
}

void TestTemplateRules::whatATemplateLeftIsFound()
{
    QFETCH(const QString, marked);
    RuleCase reply("template.unresolved"_L1, marked);
    if (QByteArray(QTest::currentDataTag()) == "brackets") {
        reply.context.text = u"Привезём [ДАТА]."_s;
    }

    QCOMPARE(reply.found(), reply.expected());
}

void TestTemplateRules::aTemplateItselfMayHaveTags()
{
    RuleCase reply("template.unresolved"_L1, u"Здравствуйте, {{ person.first_name }}!"_s);
    reply.context.isTemplate = true;

    QCOMPARE(reply.found(), reply.expected());
}

void TestTemplateRules::anEmptyPlaceIsClosed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const auto row = [](const QString &text, const QString &left) {
        QTest::addRow("%s", qPrintable(text)) << text << left;
    };
    row(u"Здравствуйте, !"_s, u"Здравствуйте!"_s);
    row(u"Здравствуйте, {{ name }}!"_s, u"Здравствуйте!"_s);
    row(u"Привезём [ДАТА] утром."_s, u"Привезём утром."_s);
    row(u"Dear <name>, it is here."_s, u"Dear, it is here."_s);
}

void TestTemplateRules::anEmptyPlaceIsClosed()
{
    QFETCH(const QString, text);
    QFETCH(const QString, left);
    const RuleCase reply("template.unresolved"_L1, text);

    QCOMPARE(reply.afterFix("remove"_L1), left);
}

void TestTemplateRules::anotherNameIsFound_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("marked");
    const auto row = [](const QString &person, const QString &marked) {
        QTest::addRow("%s: %s", qPrintable(person), qPrintable(marked)) << person << marked;
    };
    const auto anna = u"Анна Белова"_s;

    row(anna, u"Здравствуйте, [[Марина]]! Заказ едет."_s);
    row(anna, u"Здравствуйте, [[Марина Сергеевна]]! Заказ едет."_s);
    row(anna, u"[[Игорь]], добрый день! Заказ едет."_s);
    row(u"Сергей Викторович Ким"_s, u"Уважаемый [[Алексей Викторович]]! Заказ едет."_s);
    row(u"Тамара Ильинична"_s, u"Уважаемая Ильинична! Заказ едет."_s);
    row(anna, u"Здравствуйте, Анна! Заказ едет."_s);
    row(anna, u"Здравствуйте, Аня! Заказ едет."_s);
    row(anna, u"Привет, Ань! Заказ едет."_s);
    row(anna, u"Здравствуйте, Анна Сергеевна! Заказ едет."_s);
    row(anna, u"Уважаемая г-жа Белова! Заказ едет."_s);
    row(anna, u"Здравствуйте! Марина уже пакует заказ."_s);
    row(anna, u"Уважаемые Покупатели! Заказ едет."_s);
    row(u"Белова Анна"_s, u"Здравствуйте, Анна! Заказ едет."_s);
    row(u"Anna Belova"_s, u"Здравствуйте, Анна! Заказ едет."_s);
    row(u"Yulia K"_s, u"Здравствуйте, Юлия! Заказ едет."_s);
    row(u"olga_92"_s, u"Здравствуйте, Марина! Заказ едет."_s);
    row({}, u"Здравствуйте, Марина! Заказ едет."_s);
    row(u"Anna Bell"_s, u"Hi [[Robert]], it is on its way."_s);
    row(u"Anna Bell"_s, u"Hi Annie, it is on its way."_s);
    row(u"Anna Bell"_s, u"Dear Ms Bell, it is on its way."_s);
    row(u"Bob Stone"_s, u"Hi Robert, it is on its way."_s);
}

void TestTemplateRules::anotherNameIsFound()
{
    QFETCH(const QString, person);
    QFETCH(const QString, marked);
    RuleCase reply("template.wrong-name"_L1, marked);
    reply.context.person.name = person;

    QCOMPARE(reply.found(), reply.expected());
}

void TestTemplateRules::aNameOfTheTalkIsRight()
{
    RuleCase reply("template.wrong-name"_L1, u"Здравствуйте, Марина! Заказ едет."_s);
    reply.after({u"customer: Пишу с аккаунта дочери. Где заказ? С уважением, Марина"_s});

    QCOMPARE(reply.found(), reply.expected());
}

void TestTemplateRules::theRightNameIsOffered()
{
    RuleCase reply("template.wrong-name"_L1, u"Здравствуйте, Марина! Заказ едет."_s);

    QCOMPARE(reply.afterFix("use-name"_L1), u"Здравствуйте, Анна! Заказ едет."_s);
    QCOMPARE(reply.afterFix("remove"_L1), u"Здравствуйте! Заказ едет."_s);
    QCOMPARE(reply.findings().constFirst().severity, Severity::Stop);
}

void TestTemplateRules::namesAreAlike_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const QString &one, const QString &other, bool isSame) {
        QTest::addRow("%s, %s", qPrintable(one), qPrintable(other)) << one << other << isSame;
    };
    row(u"Саша"_s, u"Александра"_s, true);
    row(u"Саша"_s, u"Александр"_s, true);
    row(u"Анне"_s, u"Анна"_s, true);
    row(u"Юлию"_s, u"Юля"_s, true);
    row(u"Артём"_s, u"Артем"_s, true);
    row(u"Белову"_s, u"Белова"_s, true);
    row(u"Bob"_s, u"Robert"_s, true);
    row(u"Dmitry"_s, u"Дмитрий"_s, true);
    row(u"Ekaterina"_s, u"Катя"_s, true);
    row(u"Марина"_s, u"Мария"_s, false);
    row(u"Анна"_s, u"Антон"_s, false);
    row(u"Bob"_s, u"Anna"_s, false);
    row(u""_s, u"Anna"_s, false);
}

void TestTemplateRules::namesAreAlike()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, isSame);

    QCOMPARE(rules::Names::all().isSame(one, other), isSame);
    QCOMPARE(rules::Names::all().isSame(other, one), isSame);
}

QTEST_APPLESS_MAIN(TestTemplateRules)
#include "tst_templaterules.moc"
