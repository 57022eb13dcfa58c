// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatecatalog.h"
#include "models/templates/templatevariants.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

TemplateSourceFile file(const QString &id, const QByteArray &audience, const QByteArray &more = {})
{
    return {.id = id,
            .bytes = "+++\ntitle = \"" + id.toUtf8() + "\"\naudience = \"" + audience + "\"\n" + more
                + "+++\nText\n"};
}

TemplateCatalog catalog()
{
    TemplateCatalog made;
    made.add(TemplateScope::Mine,
             {file(u"promises/en/delay-1"_s, "any"), file(u"promises/en/delay-2"_s, "private"),
              file(u"promises/en/delay-vk"_s, "any", "channels = [\"vk\"]\n"),
              file(u"promises/en/late-1"_s, "any"), file(u"promises/ru/delay-1"_s, "any"),
              file(u"delivery/en/delay-9"_s, "any")});
    made.finish();
    return made;
}

QString chosen(const DelayQuestion &question)
{
    const auto all = catalog();
    const Template *found = delayTemplate(all, question);
    return found == nullptr ? u"none"_s : found->id;
}

} // namespace

/// Which text of a reserved folder is taken.
class TestTemplateVariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theKindFollowsTheTime();
    void talksTakeTurns();
    void aPrivateTextIsNeverForThePublic();
    void theLanguageIsTheCustomers();
};

void TestTemplateVariants::theKindFollowsTheTime()
{
    QCOMPARE(chosen({.isLate = true, .language = u"en"_s}), u"promises/en/late-1"_s);
    QCOMPARE(chosen({.isLate = false, .language = u"en"_s}), u"promises/en/delay-1"_s);
}

void TestTemplateVariants::talksTakeTurns()
{
    QSet<QString> texts;
    for (qint64 turn = 0; turn < 6; ++turn) {
        const DelayQuestion question{.language = u"en"_s, .audience = Audience::Private, .turn = turn};
        texts.insert(chosen(question));
        QCOMPARE(chosen(question), chosen(question));
    }

    QCOMPARE(texts, (QSet<QString>{u"promises/en/delay-1"_s, u"promises/en/delay-2"_s}));
}

void TestTemplateVariants::aPrivateTextIsNeverForThePublic()
{
    for (qint64 turn = 0; turn < 6; ++turn) {
        QCOMPARE(chosen({.language = u"en"_s, .audience = Audience::Public, .turn = turn}),
                 u"promises/en/delay-1"_s);
    }
}

void TestTemplateVariants::theLanguageIsTheCustomers()
{
    QCOMPARE(chosen({.language = u"ru"_s}), u"promises/ru/delay-1"_s);
    QCOMPARE(chosen({.isLate = true, .language = u"ru"_s}), u"none"_s);
    QCOMPARE(chosen({.language = u"de"_s}), u"none"_s);
}

QTEST_GUILESS_MAIN(TestTemplateVariants)
#include "tst_templatevariants.moc"
