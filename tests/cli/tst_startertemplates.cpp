// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/template.h"
#include "tests/cli/fakebackend.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

const QString folder = QStringLiteral(TEST_DATA_DIR "/../../resources/templates");
const QString shared = QStringLiteral(TEST_DATA_DIR "/../../resources/demo/team");

/// What a person might fill in.
QString valueFor(const QJsonObject &field)
{
    const auto type = field.value(u"type"_s).toString();
    if (type == "date"_L1) {
        return u"2026-12-01"_s;
    }
    if (type == "number"_L1) {
        return u"3"_s;
    }
    return type == "choice"_L1 ? field.value(u"choices"_s).toArray().at(0).toString() : u"17:30"_s;
}

} // namespace

/// The templates that a new profile begins with are what the reply check asks of everybody's.
class TestStarterTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void thereAreAsManyInEachLanguage();
    void eachIsClean_data();
    void eachIsClean();
    void eachCanBeFilledIn_data();
    void eachCanBeFilledIn();

private:
    QJsonArray m_all;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CommandLine> m_line;
};

void TestStarterTemplates::initTestCase()
{
    CommandLine line;
    QCOMPARE(line.run({u"template"_s, u"list"_s, u"--json"_s, u"--folder"_s, folder}), ExitCode::Ok);
    QCOMPARE(line.stdErr, QByteArray());
    m_all = line.json().value(u"templates"_s).toArray();
}

void TestStarterTemplates::init()
{
    QTest::failOnWarning();
    m_profile = std::make_unique<QTemporaryDir>();
    m_line = std::make_unique<CommandLine>();
}

void TestStarterTemplates::thereAreAsManyInEachLanguage()
{
    QHash<QString, int> count;
    for (const auto &one : std::as_const(m_all)) {
        ++count[one.toObject().value(u"language"_s).toString()];
    }

    QCOMPARE(count, (QHash<QString, int>{{u"en"_s, 56}, {u"ru"_s, 56}}));
}

void TestStarterTemplates::eachIsClean_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &root : {folder, shared}) {
        for (QDirIterator files(root, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();) {
            const auto file = files.next();
            QTest::newRow(qPrintable(file.sliced(root.size() + 1))) << file;
        }
    }
}

/// Neither stop nor ask, wherever it may be used.
void TestStarterTemplates::eachIsClean()
{
    QFETCH(const QString, file);

    const auto code = m_line->run({u"check"_s, u"--profile"_s, m_profile->path(), file});

    QVERIFY2(code == ExitCode::Ok, (m_line->stdOut + m_line->stdErr).constData());
}

void TestStarterTemplates::eachCanBeFilledIn_data()
{
    QTest::addColumn<QJsonObject>("one");
    for (const auto &one : std::as_const(m_all)) {
        QTest::newRow(qPrintable(one.toObject().value(u"id"_s).toString())) << one.toObject();
    }
}

void TestStarterTemplates::eachCanBeFilledIn()
{
    QFETCH(const QJsonObject, one);
    const auto id = one.value(u"id"_s).toString();
    QStringList arguments{u"template"_s, u"render"_s, id, u"--folder"_s, folder};
    const auto fields = one.value(u"fields"_s).toArray();
    for (const auto &field : fields) {
        const auto named = field.toObject();
        arguments << u"--set"_s << named.value(u"name"_s).toString() + u'=' + valueFor(named);
    }

    for (const auto &name : {u""_s, u"Анна"_s}) {
        const auto known
            = name.isEmpty() ? QStringList() : QStringList{u"--set"_s, u"person.first_name="_s + name};
        QCOMPARE(m_line->run(arguments + known), ExitCode::Ok);
        const auto text = QString::fromUtf8(m_line->stdOut);
        QVERIFY2(!text.contains(gapOpen) && !text.contains(u"{{"_s) && !text.contains(u"{%"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(name), qPrintable(text));
        QVERIFY2(!text.contains(u"  "_s) && !text.contains(u" ,"_s) && !text.contains(u" ."_s)
                     && !text.trimmed().isEmpty(),
                 qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestStarterTemplates)
#include "tst_startertemplates.moc"
