// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

const QByteArray
    late("+++\ntitle = \"Задержка\"\nlanguage = \"ru\"\nchannels = [\"vk\", \"email\"]\n"
         "[fields.date]\nlabel = \"Новая дата\"\ntype = \"date\"\nrequired = true\n"
         "[fields.carrier]\ntype = \"choice\"\nchoices = [\"почта\", \"курьер\"]\n"
         "[fields.price]\ntype = \"number\"\n+++\n"
         "{{ person.name|default:\"Здравствуйте\" }}, привезём {{ date }}: {{ carrier }}, {{ price }}.\n");

} // namespace

class TestTemplateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void templatesAreListed();
    void aFolderStandsInForTheProfile();
    void aTemplateIsShown();
    void aTemplateIsFilledIn();
    void gapsStayWhereNothingIsKnown();
    void aConversationGivesItsValues();
    void aBrokenTemplateIsTold();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void whatIsNotThereIsTold();

private:
    void put(const QString &name, const QByteArray &bytes) const;
    ExitCode run(const QStringList &arguments)
    {
        return m_line->run(QStringList{u"template"_s, u"--profile"_s, m_folder->path()} + arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CommandLine> m_line;
};

void TestTemplateCommand::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_line = std::make_unique<CommandLine>();
    put(u"templates/delivery/late.md"_s, late);
}

void TestTemplateCommand::put(const QString &name, const QByteArray &bytes) const
{
    const auto path = m_folder->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestTemplateCommand::templatesAreListed()
{
    put(u"team/templates/thanks.md"_s, "+++\ntitle = \"Спасибо\"\n+++\nСпасибо!\n");
    put(u"check.toml"_s, "[team]\nfolder = \"team\"\n");
    put(u"templates/broken.md"_s, "+++\nlanguage = \"ru\"\n+++\nx\n");

    QCOMPARE(run({u"list"_s}), ExitCode::Ok);

    const auto lines = QString::fromUtf8(m_line->stdOut).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(3));
    QVERIFY(lines.at(1).contains(u"delivery/late"_s) && lines.at(1).contains(u"Задержка"_s)
            && lines.at(1).contains(u"mine"_s));
    QVERIFY(lines.at(2).contains(u"thanks"_s) && lines.at(2).contains(u"team"_s));
    QVERIFY2(m_line->stdErr.startsWith("broken.md:1:1: "), m_line->stdErr.constData());

    QCOMPARE(run({u"list"_s, u"--json"_s}), ExitCode::Ok);
    const auto one = m_line->json().value(u"templates"_s).toArray().at(0).toObject();
    QCOMPARE(one.value(u"id"_s).toString(), u"delivery/late"_s);
    QCOMPARE(one.value(u"channels"_s).toArray(), (QJsonArray{u"vk"_s, u"email"_s}));
    QCOMPARE(one.value(u"fields"_s).toArray().at(0).toObject().value(u"type"_s).toString(), u"date"_s);
    QCOMPARE(m_line->json().value(u"problems"_s).toArray().size(), qsizetype(1));
    QVERIFY(m_line->backend.opened.isEmpty());
}

void TestTemplateCommand::aFolderStandsInForTheProfile()
{
    put(u"elsewhere/hello.md"_s, "+++\ntitle = \"Привет\"\n+++\nПривет!\n");

    QCOMPARE(run({u"list"_s, u"--folder"_s, m_folder->filePath(u"elsewhere"_s)}), ExitCode::Ok);

    QVERIFY(m_line->stdOut.contains("hello"));
    QVERIFY(!m_line->stdOut.contains("late"));
    QCOMPARE(run({u"list"_s, u"--folder"_s, m_folder->filePath(u"nowhere"_s)}), ExitCode::NotFound);
}

void TestTemplateCommand::aTemplateIsShown()
{
    QCOMPARE(run({u"show"_s, u"delivery/late"_s}), ExitCode::Ok);
    QCOMPARE(m_line->stdOut, late);

    QCOMPARE(run({u"show"_s, u"delivery/late"_s, u"--json"_s}), ExitCode::Ok);
    const auto shown = m_line->json().value(u"template"_s).toObject();
    QVERIFY(shown.value(u"body"_s).toString().startsWith(u"{{ person.name"_s));
}

void TestTemplateCommand::aTemplateIsFilledIn()
{
    QCOMPARE(run({u"render"_s, u"delivery/late"_s, u"--set"_s, u"date=2026-12-01"_s, u"--set"_s,
                  u"carrier=почта"_s, u"--set"_s, u"price=99.5"_s, u"--set"_s, u"person.name=Анна"_s}),
             ExitCode::Ok);

    QCOMPARE(QString::fromUtf8(m_line->stdOut), u"Анна, привезём 1 декабря: почта, 99.5.\n"_s);
    QVERIFY(m_line->backend.opened.isEmpty());
}

void TestTemplateCommand::gapsStayWhereNothingIsKnown()
{
    QCOMPARE(run({u"render"_s, u"delivery/late"_s, u"--json"_s, u"--set"_s, u"price=1"_s}), ExitCode::Ok);

    const auto text = m_line->json().value(u"text"_s).toString();
    QVERIFY(text.startsWith(u"Здравствуйте, привезём ⟨Новая дата⟩"_s));
    const auto gaps = m_line->json().value(u"gaps"_s).toArray();
    QCOMPARE(gaps.size(), qsizetype(2));
    const auto gap = gaps.at(0).toObject();
    QCOMPARE(gap.value(u"name"_s).toString(), u"date"_s);
    QCOMPARE(gap.value(u"required"_s), QJsonValue(true));
    QCOMPARE(text.mid(gap.value(u"start"_s).toInt(), gap.value(u"length"_s).toInt()), u"⟨Новая дата⟩"_s);
}

void TestTemplateCommand::aConversationGivesItsValues()
{
    m_line->backend.profile.threads = {sampleThread()};

    QCOMPARE(run({u"render"_s, u"delivery/late"_s, u"--conversation"_s, u"7"_s}), ExitCode::Ok);

    QVERIFY(QString::fromUtf8(m_line->stdOut).startsWith(u"Анна, привезём ⟨"_s));
    QCOMPARE(m_line->backend.opened.constFirst().access, ProfileAccess::ReadOnly);
    QCOMPARE(run({u"render"_s, u"delivery/late"_s, u"--conversation"_s, u"8"_s}), ExitCode::NotFound);
}

void TestTemplateCommand::aBrokenTemplateIsTold()
{
    put(u"templates/broken.md"_s, "+++\ntitle = \"x\"\n+++\nx\n{% if today %}\n");

    QCOMPARE(run({u"render"_s, u"broken"_s}), ExitCode::BadInput);
    QVERIFY2(m_line->stdErr.contains("broken.md:5:1: "), m_line->stdErr.constData());
    QCOMPARE(run({u"show"_s, u"broken"_s}), ExitCode::BadInput);
    QCOMPARE(run({u"show"_s, u"delivery/late"_s}), ExitCode::Ok);
}

void TestTemplateCommand::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &arguments, const char *words) {
        QTest::newRow(name) << arguments << QByteArray(words);
    };
    row("no verb", {}, "Usage");
    row("unknown verb", {u"burn"_s, u"x"_s}, "Usage");
    row("show what", {u"show"_s}, "Usage");
    row("list takes none", {u"list"_s, u"x"_s}, "Usage");
    row("list with a value", {u"list"_s, u"--set"_s, u"a=b"_s}, "render");
    row("unknown field", {u"render"_s, u"delivery/late"_s, u"--set"_s, u"colour=red"_s}, "colour");
    row("no value", {u"render"_s, u"delivery/late"_s, u"--set"_s, u"date"_s}, "date");
    row("no date", {u"render"_s, u"delivery/late"_s, u"--set"_s, u"date=soon"_s}, "2026-12-01");
    row("no choice", {u"render"_s, u"delivery/late"_s, u"--set"_s, u"carrier=pigeon"_s}, "курьер");
    row("no number", {u"render"_s, u"delivery/late"_s, u"--set"_s, u"price=much"_s}, "number");
    row("no id", {u"render"_s, u"delivery/late"_s, u"--conversation"_s, u"x"_s}, "ID");
}

void TestTemplateCommand::wrongUsageIsTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);

    QCOMPARE(run(arguments), ExitCode::Usage);

    QVERIFY2(m_line->stdErr.contains(words), m_line->stdErr.constData());
}

void TestTemplateCommand::whatIsNotThereIsTold()
{
    QCOMPARE(run({u"show"_s, u"nothing"_s}), ExitCode::NotFound);
    QCOMPARE(run({u"show"_s, u"../check"_s}), ExitCode::NotFound);
    QCOMPARE(m_line->run({u"template"_s, u"list"_s, u"--profile"_s, m_folder->filePath(u"nowhere"_s)}),
             ExitCode::NotFound);
}

QTEST_GUILESS_MAIN(TestTemplateCommand)
#include "tst_templatecommand.moc"
