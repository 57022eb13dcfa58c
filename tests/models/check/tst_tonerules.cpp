// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/check/rulecase.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestToneRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hardWordsAreFound_data();
    void hardWordsAreFound();
    void quotedWordsAreTheCustomers();
    void aRequestIsEarlyUntilItIsSolved();
    void shoutingIsFound_data();
    void shoutingIsFound();
    void capitalsOfTheTalkAreNames();
    void shoutingIsCalmed_data();
    void shoutingIsCalmed();
};

void TestToneRules::hardWordsAreFound_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("marked");
    const auto row = [](const QString &rule, const QString &marked) {
        QTest::addRow("%s: %s", qPrintable(rule), qPrintable(marked)) << rule << marked;
    };

    row(u"tone.argument"_s, u"[[Анна, вы ошибаетесь, деньги возвращены.]]"_s);
    row(u"tone.argument"_s, u"Проверили. [[На сайте чёрным по белому написано.]]"_s);
    row(u"tone.argument"_s, u"Мы ошиблись, вы правы."_s);
    row(u"tone.blame"_s, u"[[Вы сами указали неверный адрес.]] Переадресуем."_s);
    row(u"tone.blame"_s, u"Можно ли было прочитать мельче? Нет, исправим."_s);
    row(u"tone.blame"_s, u"[[You should have checked the hose.]] A new one is on its way."_s);
    row(u"tone.threat"_s, u"[[Ваш пост передан юристам.]]"_s);
    row(u"tone.threat"_s, u"Вы вправе обратиться в суд, адрес есть в договоре."_s);
    row(u"tone.demands-removal"_s, u"[[Требуем удалить ваш отзыв.]]"_s);
    row(u"tone.demands-removal"_s, u"Удалите приложение и поставьте заново."_s);
}

void TestToneRules::hardWordsAreFound()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, marked);
    const auto name = rule.toLatin1();
    const RuleCase reply(QLatin1StringView(name), marked);

    QCOMPARE(reply.found(), reply.expected());
}

void TestToneRules::quotedWordsAreTheCustomers()
{
    const RuleCase reply("tone.argument"_L1, u"> Вы ошибаетесь, я платил.\nПроверили, деньги нашли."_s);

    QCOMPARE(reply.found(), reply.expected());
}

void TestToneRules::aRequestIsEarlyUntilItIsSolved()
{
    RuleCase reply("tone.demands-removal"_L1,
                   u"Разбираемся. [[Будем признательны, если вы измените отзыв.]]"_s);
    reply.after({u"customer: Где мой заказ?"_s});
    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().variant, u"early"_s);
    QCOMPARE(reply.afterFix("remove-sentence"_L1), u"Разбираемся."_s);

    reply.after(
        {u"customer: Где мой заказ?"_s, u"us: Привезли."_s, u"customer: Да, всё в порядке, спасибо"_s});
    QVERIFY(reply.findings().isEmpty());
}

void TestToneRules::shoutingIsFound_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };

    row("a phrase", u"[[ПРОСИМ НЕ КРИЧАТЬ]], мы вас слышим."_s);
    row("a long word", u"[[ВНИМАНИЕ]], завтра выходной."_s);
    row("a small word", u"Мы [[НЕ]] нашли заказ."_s);
    row("in English", u"[[WE ARE SORRY]], it is late."_s);
    row("a small word in English", u"Please do [[NOT]] open it."_s);
    row("marks", u"Спасибо[[!!!]]"_s);
    row("marks with blanks", u"Спасибо[[! ! !]]"_s);
    row("mixed marks", u"Неужели[[?!!]]"_s);
    row("emoji", u"Ура [[🎉🎉🎉]]"_s);
    row("emoji with blanks", u"Ура [[🎉 😂 🎉]]"_s);
    row("a family is one emoji", u"Ура 👨‍👩‍👧👨‍👩‍👧"_s);
    row("two marks", u"Спасибо!!"_s);
    row("praise", u"Спасибо вам! Очень рады!"_s);
    row("surprise", u"Правда?!"_s);
    row("companies", u"Договор с ООО и ПАО подписан."_s);
    row("abbreviations", u"Полис ОСАГО и СНИЛС примут в МФЦ."_s);
    row("a brand", u"Наушники SAMSUNG GALAXY BUDS приехали."_s);
    row("one short word", u"Ваш ТВ починен."_s);
    row("a helper's mark", u"We will see to it tomorrow /SO"_s);
    row("a helper's mark in Russian", u"Завтра всё починим ^НЕ"_s);
    row("a code", u"Промокод SALE2026 работает."_s);
    row("two emoji", u"Ура 🎉🎉"_s);
    row("zero width between", u"Спасибо!\u200B"_s);
    row("nothing", QString());
}

void TestToneRules::shoutingIsFound()
{
    QFETCH(const QString, marked);
    const RuleCase reply("tone.shouting"_L1, marked);

    QCOMPARE(reply.found(), reply.expected());
}

void TestToneRules::capitalsOfTheTalkAreNames()
{
    RuleCase reply("tone.shouting"_L1, u"Кнопка ПОДТВЕРДИТЬ ПЛАТЁЖ внизу."_s);
    reply.after({u"customer: Где эта ПОДТВЕРДИТЬ ПЛАТЁЖ?"_s});

    QCOMPARE(reply.found(), reply.expected());
}

void TestToneRules::shoutingIsCalmed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fix");
    QTest::addColumn<QString>("left");
    const auto row = [](const QString &text, const QString &fix, const QString &left) {
        QTest::addRow("%s, %s", qPrintable(text), qPrintable(fix)) << text << fix << left;
    };
    row(u"ПРОСИМ НЕ КРИЧАТЬ, мы тут."_s, u"lower-case"_s, u"Просим не кричать, мы тут."_s);
    row(u"Мы НЕ нашли."_s, u"lower-case"_s, u"Мы не нашли."_s);
    row(u"Спасибо!!!"_s, u"one-mark"_s, u"Спасибо!"_s);
    row(u"Как?!!"_s, u"one-mark"_s, u"Как?"_s);
    row(u"Ура 🎉🎉🎉."_s, u"one-emoji"_s, u"Ура 🎉."_s);
    row(u"Ура 🎉🎉🎉."_s, u"remove"_s, u"Ура."_s);
}

void TestToneRules::shoutingIsCalmed()
{
    QFETCH(const QString, text);
    QFETCH(const QString, fix);
    QFETCH(const QString, left);
    const RuleCase reply("tone.shouting"_L1, text);
    const auto words = fix.toLatin1();

    QCOMPARE(reply.afterFix(QLatin1StringView(words)), left);
}

QTEST_APPLESS_MAIN(TestToneRules)
#include "tst_tonerules.moc"
