// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatefile.h"
#include "models/templates/templatescan.h"
#include "tests/models/templates/templatefixture.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::catalogOf;
using test::file;
using test::whole;

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
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
