// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templateranking.h"
#include "models/templates/templaterenderer.h"
#include "models/templates/templatevariables.h"
#include "tests/models/templates/templatefixture.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::catalogOf;
using test::whole;

class TestTemplateRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aTemplateIsFilledIn()
    {
        TemplateCatalog catalog;
        catalog.add(TemplateScope::Mine, {{.id = u"a"_s, .bytes = whole}});
        catalog.finish();
        TemplateRenderer renderer;

        const auto made
            = renderer.render(*catalog.find(u"a"_s), catalog, {{u"person.first_name"_s, u"Анна"_s}});

        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->text, u"Анна, заказ задерживается. Привезём ⟨Новая дата⟩."_s);
        QCOMPARE(made->gaps.size(), 1);
        QCOMPARE(made->gaps[0].name, u"date"_s);
        QCOMPARE(made->gaps[0].type, FieldType::Date);
        QCOMPARE(made->text.sliced(made->gaps[0].range.start, made->gaps[0].range.length), u"⟨Новая дата⟩"_s);
        QCOMPARE(made->files.size(), 2);
    }

    void rendering_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &body, const QString &text) {
            QTest::newRow(name) << body << text;
        };
        row("plain", u"Hello"_s, u"Hello"_s);
        row("nothing is escaped", u"{{ person.name }}"_s, u"O'Neil & <Sons>"_s);
        row("values are no templates", u"{{ message.text }}"_s, u"{{7*7}} {% load x %}"_s);
        row("a gap for what is not known", u"Order {{ order }}"_s, u"Order ⟨order⟩"_s);
        row("a default", u"{{ person.first_name|default:\"Hello\" }}!"_s, u"Hello!"_s);
        row("if", u"{% if person.first_name %}a{% else %}b{% endif %}"_s, u"b"_s);
        row("elif", u"{% if person.first_name %}a{% elif person.name %}c{% else %}b{% endif %}"_s, u"c"_s);
        row("equal", u"{% if conversation.channel == \"vk\" %}VK{% endif %}"_s, u"VK"_s);
        row("not", u"{% if not person.first_name %}x{% endif %}"_s, u"x"_s);
        row("tags leave no empty lines", u"One\n{% if person.first_name %}\nTwo\n{% endif %}\n\nThree"_s,
            u"One\n\nThree"_s);
        row("an include", u"{% include \"shared\" %}!"_s, u"Bye ⟨who⟩!"_s);
        row("a filter", u"{{ person.name|upper }}"_s, u"O'NEIL & <SONS>"_s);
        row("with", u"{% with person.name as who %}{{ who }}{% endwith %}"_s, u"O'Neil & <Sons>"_s);
        row("comment", u"a{# b #}{% comment %}c{% endcomment %}d"_s, u"ad"_s);
        row("bytes of all scripts", u"😀 שלום"_s, u"😀 שלום"_s);
        row("line ends of windows", u"a\r\nb\r\n"_s, u"a\nb"_s);
    }
    void rendering()
    {
        QFETCH(const QString, body);
        const auto catalog = catalogOf({{u"a"_s, body}, {u"shared"_s, u"Bye {{ who }}"_s}});
        QVERIFY(catalog.find(u"a"_s));
        TemplateRenderer renderer;

        const auto made = renderer.render(*catalog.find(u"a"_s), catalog,
                                          {{u"person.name"_s, u"O'Neil & <Sons>"_s},
                                           {u"message.text"_s, u"{{7*7}} {% load x %}"_s},
                                           {u"conversation.channel"_s, u"vk"_s}});

        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QTEST(made->text, "text");
    }

    void aHugeResultIsRefused()
    {
        const auto catalog
            = catalogOf({{u"a"_s, u"{% include \"b\" %}"_s.repeated(5)}, {u"b"_s, QString(150'000, u'x')}});
        QVERIFY(catalog.find(u"a"_s));
        TemplateRenderer renderer;

        const auto made = renderer.render(*catalog.find(u"a"_s), catalog, {});

        QVERIFY(!made);
        QCOMPARE(made.error().fault, TemplateFault::TooLong);
    }

    void gapsAreFoundAgainInASavedText()
    {
        const QList<TemplateField> fields{
            {.name = u"d"_s, .label = u"The \"day\""_s, .type = FieldType::Date}};
        const auto gaps = gapsOf(u"a ⟨The day⟩ b ⟨other⟩ ⟨open ⟨x⟩ ⟨a\nb⟩ ⟨"_s, fields);

        QCOMPARE(gaps.size(), 3);
        QCOMPARE(gaps[0].name, u"d"_s);
        QCOMPARE(gaps[0].type, FieldType::Date);
        QCOMPARE(gaps[1].label, u"other"_s);
        QCOMPARE(gaps[2].label, u"x"_s);
    }

    void valuesComeFromTheConversation()
    {
        TemplateSource source;
        source.conversation.channel = Channel::Vk;
        source.conversation.person = u"Анна Белова"_s;
        source.lastIncoming.id = MessageId{1};
        source.lastIncoming.sentAt = fromMillis(1'795'255'200'000);
        source.lastIncoming.text = u"Где ⟨он⟩?"_s;
        source.now = fromMillis(1'795'341'600'000); // 2026-11-22 10:00 UTC

        const auto values = templateValues(source, u"ru"_s);

        QCOMPARE(values.value(u"person.first_name"_s), u"Анна"_s);
        QCOMPARE(values.value(u"conversation.channel"_s), u"vk"_s);
        QCOMPARE(values.value(u"message.text"_s), u"Где он?"_s);
        QCOMPARE(values.value(u"message.date"_s), u"21 ноября"_s);
        QCOMPARE(values.value(u"tomorrow"_s), u"23 ноября"_s);
        QVERIFY(!values.contains(u"operator.name"_s));
    }

    void firstNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::newRow("two") << u"Анна Белова"_s << u"Анна"_s;
        QTest::newRow("patronymic last") << u"Белова Анна Петровна"_s << u"Анна"_s;
        QTest::newRow("patronymic in the middle") << u"Анна Петровна Белова"_s << u"Анна"_s;
        QTest::newRow("nickname") << u"dark_knight77"_s << QString();
        QTest::newRow("one word") << u"Котик"_s << QString();
        QTest::newRow("company") << u"ООО Ромашка"_s << QString();
        QTest::newRow("three words") << u"Big Blue Shop"_s << QString();
        QTest::newRow("address") << u"anna@example.com"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void firstNames()
    {
        QFETCH(const QString, name);
        QTEST(firstNameOf(name), "first");
    }

    void keysComeBeforeTitlesBeforeBodies()
    {
        const QList<Template> templates{
            {.id = u"body"_s, .title = u"A"_s, .body = u"про доставку"_s},
            {.id = u"title"_s, .title = u"Доставка завтра"_s},
            {.id = u"key"_s, .title = u"B"_s, .keys = {u"доставка"_s}},
            {.id = u"other"_s, .title = u"C"_s, .keys = {u"доставка"_s}, .channels = {Channel::Telegram}},
            {.id = u"none"_s, .title = u"Возврат"_s},
        };

        const auto ranked = rankTemplates(templates, u"ДОСТАВК"_s, {.channel = Channel::Vk});

        QCOMPARE(ranked.size(), 4);
        QCOMPARE(templates[ranked[0].index].id, u"key"_s);
        QCOMPARE(templates[ranked[1].index].id, u"title"_s);
        QCOMPARE(templates[ranked[2].index].id, u"body"_s);
        QCOMPARE(templates[ranked[3].index].id, u"other"_s);
        QVERIFY(!ranked[3].fits);
    }

    void useBreaksTies()
    {
        const QList<Template> templates{{.id = u"a"_s, .title = u"Возврат"_s},
                                        {.id = u"b"_s, .title = u"Возврат"_s}};

        const auto ranked = rankTemplates(templates, u"возврат"_s, {}, {{u"b"_s, 5}});

        QCOMPARE(ranked.constFirst().index, 1);
    }

    void lettersThatAreLeftOutStillFind()
    {
        const QList<Template> templates{{.id = u"a"_s, .title = u"Перенос отчёта"_s}};

        QCOMPARE(rankTemplates(templates, u"прнс"_s, {}).size(), 1);
        QCOMPARE(rankTemplates(templates, u"отчет"_s, {}).size(), 1);
        QCOMPARE(rankTemplates(templates, u"зебра"_s, {}).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTemplateRendering)
#include "tst_templaterendering.moc"
