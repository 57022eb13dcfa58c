// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatecatalog.h"
#include "models/templates/templatefile.h"
#include "models/templates/templateranking.h"
#include "models/templates/templaterenderer.h"
#include "models/templates/templatescan.h"
#include "models/templates/templatevariables.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QByteArray file(const QString &body, const QString &head = u"title = \"T\"\n"_s)
{
    return (u"+++\n"_s + head + u"+++\n"_s + body).toUtf8();
}

TemplateCatalog catalogOf(const QList<std::pair<QString, QString>> &bodies)
{
    QList<TemplateSourceFile> files;
    for (const auto &[id, body] : bodies) {
        files.append({.id = id, .bytes = file(body)});
    }
    TemplateCatalog catalog;
    catalog.add(TemplateScope::Mine, files);
    catalog.finish();
    return catalog;
}

const QByteArray whole = R"(+++
title    = "Задержка доставки"
language = "ru"
keys     = ["доставка", "задержка"]
channels = ["vk", "telegram", "email"]
audience = "private"
why      = "Клиент должен знать, когда получит заказ"
feeling  = "Мной занимаются"
how      = "Извиниться один раз, назвать дату"
files    = ["map.png", {path = "pictures/way.png", alt = "Схема проезда"}]
[reasons]
"clutter.legal-name" = "требование регулятора"
[fields.date]
label    = "Новая дата"
type     = "date"
required = true
[fields.carrier]
label    = "Перевозчик"
type     = "choice"
choices  = ["Почта", "Курьер"]
+++
{{ person.first_name|default:"Здравствуйте" }}, заказ задерживается. Привезём {{ date }}.
)";

} // namespace

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFileIsReadWhole()
    {
        const auto read = readTemplate(u"delivery/late"_s, whole);

        QVERIFY(read);
        QCOMPARE(read->title, u"Задержка доставки"_s);
        QCOMPARE(read->keys, (QStringList{u"доставка"_s, u"задержка"_s}));
        QCOMPARE(read->channels, (QList{Channel::Vk, Channel::Telegram, Channel::Email}));
        QCOMPARE(read->audience, Audience::Private);
        QCOMPARE(read->reasons.value(u"clutter.legal-name"_s), u"требование регулятора"_s);
        QCOMPARE(read->files,
                 (QList<TemplateAttachment>{{.path = u"map.png"_s},
                                            {.path = u"pictures/way.png"_s, .alt = u"Схема проезда"_s}}));
        QCOMPARE(read->fields.size(), 2);
        QCOMPARE(read->fields[0].name, u"date"_s);
        QCOMPARE(read->fields[0].type, FieldType::Date);
        QVERIFY(read->fields[0].isRequired);
        QCOMPARE(read->fields[1].choices, (QStringList{u"Почта"_s, u"Курьер"_s}));
        QCOMPARE(read->bodyLine, 22);
        QVERIFY(read->warnings.isEmpty());
    }

    void aBrokenFileTellsWhereAndWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TemplateFault>("fault");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &bytes, TemplateFault fault, int line,
                            int column, const QString &detail = {}) {
            QTest::newRow(name) << bytes << fault << line << column << detail;
        };
        row("empty", {}, TemplateFault::NoFrontMatter, 1, 1);
        row("no front matter", "Hello", TemplateFault::NoFrontMatter, 1, 1);
        row("open front matter", "+++\ntitle = \"a\"\nHello", TemplateFault::OpenFrontMatter, 1, 1);
        row("latin 1", "+++\ntitle = \"caf\xe9\"\n+++\n", TemplateFault::NotUtf8, 1, 1);
        row("null byte", QByteArray("+++\ntitle = \"a\"\n+++\na\0b", 24), TemplateFault::NotUtf8, 1, 1);
        row("too large", file(QString(largestTemplate, u'a')), TemplateFault::TooLarge, 1, 1);
        row("no title", file({}, u"why = \"x\"\n"_s), TemplateFault::NoTitle, 1, 1);
        row("title is a number", file({}, u"language = \"en\"\ntitle = 7\n"_s), TemplateFault::WrongType, 3,
            9, u"title"_s);
        row("channel", file({}, u"title = \"T\"\nchannels = [\"fax\"]\n"_s), TemplateFault::UnknownChannel, 3,
            12, u"fax"_s);
        row("audience", file({}, u"title = \"T\"\naudience = \"all\"\n"_s), TemplateFault::UnknownAudience, 3,
            12, u"all"_s);
        row("field type", file({}, u"title = \"T\"\n[fields.a]\ntype = \"color\"\n"_s),
            TemplateFault::UnknownFieldType, 3, 1, u"color"_s);
        row("no choices", file({}, u"title = \"T\"\n[fields.a]\ntype = \"choice\"\n"_s),
            TemplateFault::NoChoices, 3, 1, u"a"_s);
        row("file above", file({}, u"title = \"T\"\nfiles = [\"../../etc/passwd\"]\n"_s),
            TemplateFault::OutsideFolder, 3, 10, u"../../etc/passwd"_s);
        row("file anywhere", file({}, u"title = \"T\"\nfiles = [\"/etc/passwd\"]\n"_s),
            TemplateFault::OutsideFolder, 3, 10, u"/etc/passwd"_s);
        row("unknown tag", file(u"Hello\n {% load evil %}"_s), TemplateFault::UnknownTag, 5, 2, u"load"_s);
        row("file tag", file(u"{% media_finder \"x\" %}"_s), TemplateFault::UnknownTag, 4, 1,
            u"media_finder"_s);
        row("unknown filter", file(u"{{ today|evil }}"_s), TemplateFault::UnknownFilter, 4, 10, u"evil"_s);
        row("open variable", file(u"Hi {{ person.name\n}}"_s), TemplateFault::OpenTag, 4, 4, u"{{"_s);
        row("open block", file(u"{% if today %}Hi"_s), TemplateFault::OpenBlock, 4, 1, u"if"_s);
        row("stray end", file(u"Hi{% endif %}"_s), TemplateFault::StrayTag, 4, 3, u"endif"_s);
        row("stray else", file(u"{% else %}"_s), TemplateFault::StrayTag, 4, 1, u"else"_s);
        row("include by variable", file(u"{% include person.name %}"_s), TemplateFault::BadInclude, 4, 1,
            u"person.name"_s);
        row("loops",
            file(u"{% for a in b %}{% for c in a %}{% for d in c %}{% endfor %}{% endfor %}{% endfor %}"_s),
            TemplateFault::TooDeep, 4, 33, u"for"_s);
    }
    void aBrokenFileTellsWhereAndWhy()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const TemplateFault, fault);

        const auto read = readTemplate(u"a"_s, bytes);

        QVERIFY(!read);
        QCOMPARE(read.error().fault, fault);
        QCOMPARE(read.error().file, u"a.md"_s);
        QTEST(read.error().line, "line");
        QTEST(read.error().column, "column");
        QTEST(read.error().detail, "detail");
    }

    void theTomlParsersWordsAreKept()
    {
        const auto read = readTemplate(u"a"_s, "+++\ntitle = \"T\"\nwhy = \n+++\n");

        QVERIFY(!read);
        QCOMPARE(read.error().fault, TemplateFault::BadToml);
        QCOMPARE(read.error().line, 3);
        QVERIFY(!read.error().detail.isEmpty());
    }

    void unknownNamesWarnAndBreakNothing()
    {
        const auto read = readTemplate(
            u"a"_s,
            file(u"{{ persn.name }} {% if ordr %}x{% endif %}"_s, u"titel = \"a\"\ntitle = \"T\"\n"_s));

        QVERIFY(read);
        QCOMPARE(read->warnings.size(), 3);
        QCOMPARE(read->warnings[0].fault, TemplateFault::UnknownKey);
        QCOMPARE(read->warnings[1].detail, u"persn.name"_s);
        QCOMPARE(read->warnings[2].detail, u"ordr"_s);
    }

    void namesThatABodyMakesAreKnown()
    {
        const auto read = readTemplate(
            u"a"_s,
            file(
                u"{% with person.name as who %}{{ who }}{% endwith %}{% for x in who %}{{ x }}{{ forloop.counter }}{% endfor %}"_s));

        QVERIFY(read);
        QCOMPARE(read->warnings, QList<TemplateProblem>());
    }

    void nothingInsideACommentIsLookedAt()
    {
        QVERIFY(
            readTemplate(u"a"_s, file(u"{% comment %}{% load x %}{{ {% endcomment %}{# {% load %} #}"_s)));
    }

    void aBrokenTemplateNeverBreaksOthers()
    {
        TemplateCatalog catalog;
        catalog.add(TemplateScope::Mine,
                    {{.id = u"bad"_s, .bytes = "x"},
                     {.id = u"gone"_s, .isReadable = false},
                     {.id = u"good"_s, .bytes = file(u"Hi"_s)}});
        catalog.finish();

        QCOMPARE(catalog.templates().size(), 1);
        QVERIFY(catalog.find(u"good"_s));
        QCOMPARE(catalog.problems().size(), 2);
        QCOMPARE(catalog.problems()[1].fault, TemplateFault::Unreadable);
    }

    void mineGoesBeforeTheTeams()
    {
        TemplateCatalog catalog;
        catalog.add(TemplateScope::Team, {{.id = u"a"_s, .bytes = file(u"team"_s)}});
        catalog.add(TemplateScope::Mine, {{.id = u"a"_s, .bytes = file(u"mine"_s)}});
        catalog.finish();

        QCOMPARE(catalog.templates().size(), 1);
        QCOMPARE(catalog.find(u"a"_s)->body, u"mine"_s);
    }

    void includesAreFollowedAndBounded_data()
    {
        QTest::addColumn<QList<std::pair<QString, QString>>>("bodies");
        QTest::addColumn<TemplateFault>("fault");
        QTest::addColumn<int>("left");
        QTest::newRow("missing") << QList<std::pair<QString, QString>>{{u"a"_s, u"{% include \"b\" %}"_s}}
                                 << TemplateFault::MissingInclude << 0;
        QTest::newRow("itself") << QList<std::pair<QString, QString>>{{u"a"_s, u"{% include \"a\" %}"_s}}
                                << TemplateFault::IncludeLoop << 0;
        QTest::newRow("circle") << QList<std::pair<QString, QString>>{{u"a"_s, u"{% include \"b\" %}"_s},
                                                                      {u"b"_s, u"{% include \"c\" %}"_s},
                                                                      {u"c"_s, u"{% include \"b.md\" %}"_s},
                                                                      {u"d"_s, u"fine"_s}}
                                << TemplateFault::IncludeLoop << 1;
        QList<std::pair<QString, QString>> deep{{u"9"_s, u"x"_s}};
        for (int i = 0; i < 9; ++i) {
            deep.append({QString::number(i), u"{% include \"%1\" %}"_s.arg(i + 1)});
        }
        QTest::newRow("deep") << deep << TemplateFault::TooDeep << 9;
        QList<std::pair<QString, QString>> laughs{{u"7"_s, QString(50, u'x')}};
        for (int i = 0; i < 7; ++i) {
            laughs.append({QString::number(i), u"{% include \"%1\" %}"_s.arg(i + 1).repeated(10)});
        }
        QTest::newRow("a billion laughs") << laughs << TemplateFault::TooLong << 5;
    }
    void includesAreFollowedAndBounded()
    {
        using Bodies = QList<std::pair<QString, QString>>;
        QFETCH(const Bodies, bodies);
        QFETCH(const TemplateFault, fault);

        const auto catalog = catalogOf(bodies);

        QVERIFY(!catalog.problems().isEmpty());
        QCOMPARE(catalog.problems().constFirst().fault, fault);
        QTEST(static_cast<int>(catalog.templates().size()), "left");
    }

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

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
