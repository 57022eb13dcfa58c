// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/replycheck.h"
#include "models/check/rules.h"
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

constexpr auto clean = ExitCode::Ok;
constexpr auto findings = ExitCode::Failed;
constexpr auto notChecked = ExitCode::Usage;

const QByteArray cleanReply("Анна, привезём заказ завтра, 2 декабря, с 10 до 12. Если время не подходит, "
                            "напишите другое, я перенесу.\n");
const QByteArray clutteredReply("Здравствуйте!\nООО «Лавка Север» привезёт заказ завтра, 2 декабря, с 10 до "
                                "12. Если время не подходит, напишите другое.\n");

QByteArray templateWith(const QByteArray &head, const QByteArray &body)
{
    return "+++\ntitle = \"Задержка\"\nlanguage = \"ru\"\n" + head + "+++\n" + body;
}

} // namespace

class TestCheckCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aCleanReplyIsSilent();
    void aFindingIsPrintedAsCompilersDo();
    void jsonIsAsDescribed();
    void sarifHasWhatItsSchemaAsksFor();
    void aTemplateIsCheckedBelowItsFrontMatter();
    void aStandingReasonAnswers();
    void whatTheTemplateSaysOfItsPlacesCounts();
    void aFolderIsWalkedThrough();
    void theInputIsRead();
    void theProfileCounts();
    void aRuleThatDoesNotExistIsTold();
    void whatCannotBeCheckedIsTold_data();
    void whatCannotBeCheckedIsTold();
    void theOthersAreCheckedBesideABrokenOne();
    void aLongTextIsCheckedInPart();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void rulesAreListed();
    void aTerminalObeysNothingInAFile();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    ExitCode check(const QStringList &arguments) { return m_line->run(QStringList{u"check"_s} + arguments); }
    QJsonArray jsonFindings() const
    {
        return m_line->json().value(u"files"_s).toArray().at(0).toObject().value(u"findings"_s).toArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CommandLine> m_line;
};

void TestCheckCommand::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_line = std::make_unique<CommandLine>();
}

QString TestCheckCommand::put(const QString &name, const QByteArray &bytes) const
{
    const auto path = m_folder->filePath(name);
    QFile file(path);
    const bool isWritten = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
    return isWritten ? path : QString();
}

void TestCheckCommand::aCleanReplyIsSilent()
{
    QCOMPARE(check({put(u"reply.txt"_s, cleanReply)}), clean);

    QCOMPARE(m_line->stdOut, QByteArray());
    QCOMPARE(m_line->stdErr, QByteArray());
    QVERIFY(m_line->backend.opened.isEmpty()); // no database is needed
}

void TestCheckCommand::aFindingIsPrintedAsCompilersDo()
{
    const auto path = put(u"reply.txt"_s, clutteredReply);

    QCOMPARE(check({path}), findings);

    const auto lines = QString::fromUtf8(m_line->stdOut).split(u'\n');
    QVERIFY2(lines.at(0).startsWith(path + u":2:1: ask: "_s), qPrintable(lines.at(0)));
    QVERIFY(lines.at(0).endsWith(u" [clutter.legal-name]"_s));
    QVERIFY(lines.at(1).startsWith(u"    ООО «Лавка Север»"_s));
}

void TestCheckCommand::jsonIsAsDescribed()
{
    const auto path = put(u"reply.txt"_s, QByteArray(clutteredReply).replace("\n", "\r\n"));

    QCOMPARE(check({u"--format"_s, u"json"_s, path}), findings);

    const auto file = m_line->json().value(u"files"_s).toArray().at(0).toObject();
    QCOMPARE(file.value(u"file"_s).toString(), path);
    QVERIFY(file.value(u"substance"_s).toDouble() > 0 && file.value(u"substance"_s).toDouble() <= 1);
    const auto finding = jsonFindings().at(0).toObject();
    QCOMPARE(finding.value(u"rule"_s).toString(), u"clutter.legal-name"_s);
    QCOMPARE(finding.value(u"severity"_s).toString(), u"ask"_s);
    QCOMPARE(finding.value(u"line"_s).toInt(), 2);
    QCOMPARE(finding.value(u"column"_s).toInt(), 1);
    QVERIFY(finding.value(u"length"_s).toInt() >= 3);
    QVERIFY(finding.value(u"excerpt"_s).toString().startsWith(u"ООО"_s));
    QVERIFY(finding.value(u"question"_s).toString().endsWith(u'?'));
    QVERIFY(finding.value(u"fixes"_s).isArray());
    QVERIFY(m_line->json().value(u"errors"_s).toArray().isEmpty());
    QCOMPARE(m_line->runJson({u"check"_s, path}), findings); // --json is the same
}

void TestCheckCommand::sarifHasWhatItsSchemaAsksFor()
{
    const auto path = put(u"с пробелом.txt"_s, clutteredReply);
    const auto broken = put(u"broken.md"_s, "+++\ntitle\n+++\n");

    QCOMPARE(check({u"--format"_s, u"sarif"_s, path, broken}), notChecked);

    // Without the schema itself: what it requires of the parts we write.
    const auto log = m_line->json();
    QCOMPARE(log.value(u"version"_s).toString(), u"2.1.0"_s);
    const auto run = log.value(u"runs"_s).toArray().at(0).toObject();
    const auto driver = run.value(u"tool"_s).toObject().value(u"driver"_s).toObject();
    QVERIFY(!driver.value(u"name"_s).toString().isEmpty());
    const auto rules = driver.value(u"rules"_s).toArray();
    QCOMPARE(rules.size(), qsizetype(allRules().size()));
    const QStringList levels{u"none"_s, u"note"_s, u"warning"_s, u"error"_s};
    for (const auto &entry : rules) {
        const auto rule = entry.toObject();
        QVERIFY(!rule.value(u"id"_s).toString().isEmpty());
        QVERIFY(!rule.value(u"shortDescription"_s).toObject().value(u"text"_s).toString().isEmpty());
        QVERIFY(
            levels.contains(rule.value(u"defaultConfiguration"_s).toObject().value(u"level"_s).toString()));
    }
    const auto results = run.value(u"results"_s).toArray();
    QVERIFY(!results.isEmpty());
    for (const auto &entry : results) {
        const auto result = entry.toObject();
        QVERIFY(!result.value(u"message"_s).toObject().value(u"text"_s).toString().isEmpty());
        QVERIFY(levels.contains(result.value(u"level"_s).toString()));
        const auto index = result.value(u"ruleIndex"_s).toInt(-1);
        QVERIFY(index >= 0 && index < rules.size());
        QCOMPARE(rules.at(index).toObject().value(u"id"_s), result.value(u"ruleId"_s));
        const auto place = result.value(u"locations"_s).toArray().at(0).toObject();
        const auto physical = place.value(u"physicalLocation"_s).toObject();
        const auto uri = physical.value(u"artifactLocation"_s).toObject().value(u"uri"_s).toString();
        QVERIFY2(QUrl(uri, QUrl::StrictMode).isValid() && uri.startsWith(u"file:///"_s)
                     && !uri.contains(u' '),
                 qPrintable(uri));
        const auto region = physical.value(u"region"_s).toObject();
        QVERIFY(region.value(u"startLine"_s).toInt() >= 1 && region.value(u"startColumn"_s).toInt() >= 1);
        QVERIFY(region.value(u"endLine"_s).toInt() >= region.value(u"startLine"_s).toInt());
        QVERIFY(region.value(u"endColumn"_s).toInt() >= 1);
    }
    const auto invocation = run.value(u"invocations"_s).toArray().at(0).toObject();
    QCOMPARE(invocation.value(u"executionSuccessful"_s), QJsonValue(false));
    const auto notes = invocation.value(u"toolExecutionNotifications"_s).toArray();
    QCOMPARE(notes.size(), qsizetype(1));
    QVERIFY(!notes.at(0).toObject().value(u"message"_s).toObject().value(u"text"_s).toString().isEmpty());
}

void TestCheckCommand::aTemplateIsCheckedBelowItsFrontMatter()
{
    const auto path = put(u"late.md"_s, templateWith("why = \"ООО «Лавка Север»\"\n", clutteredReply));

    QCOMPARE(check({path}), findings);

    QVERIFY2(m_line->stdOut.startsWith(path.toUtf8() + ":7:1: ask: "), m_line->stdOut.constData());
    QVERIFY(!m_line->stdOut.contains(":4:"));
    // Without front matter it is a text as any other.
    QCOMPARE(check({put(u"plain.md"_s, cleanReply)}), clean);
}

void TestCheckCommand::aStandingReasonAnswers()
{
    const QByteArray reasons("[reasons]\n\"clutter.legal-name\" = \"требование регулятора\"\n");
    const auto path = put(u"late.md"_s, templateWith(reasons, clutteredReply));

    QCOMPARE(check({path}), clean);
    QCOMPARE(m_line->stdOut, QByteArray());

    QCOMPARE(check({u"--format"_s, u"json"_s, path}), clean);
    QCOMPARE(jsonFindings().at(0).toObject().value(u"reason"_s).toString(), u"требование регулятора"_s);
    QCOMPARE(check({u"--format"_s, u"sarif"_s, path}), clean);
    QVERIFY(m_line->stdOut.contains("\"suppressions\""));
}

void TestCheckCommand::whatTheTemplateSaysOfItsPlacesCounts()
{
    // A link into the network the customer writes in: only there.
    const QByteArray body("Анна, заказ привезём завтра, 2 декабря. Подробности: https://vk.com/wall-1_2\n");
    const auto onVk = put(u"vk.md"_s, templateWith("channels = [\"email\", \"vk\"]\n", body));
    const auto onMail = put(u"mail.md"_s, templateWith("channels = [\"email\"]\n", body));

    QCOMPARE(check({onVk}), findings);
    QCOMPARE(m_line->stdOut.count("[clutter.same-channel-link]"), 1);
    QCOMPARE(check({u"--channel"_s, u"vk"_s, onMail}), findings);
    QVERIFY(m_line->stdOut.contains("[clutter.same-channel-link]"));
    static_cast<void>(check({onMail}));
    QVERIFY(!m_line->stdOut.contains("[clutter.same-channel-link]"));
}

void TestCheckCommand::aFolderIsWalkedThrough()
{
    put(u"set/a/one.txt"_s, clutteredReply);
    put(u"set/two.md"_s, templateWith({}, clutteredReply));
    put(u"set/three.html"_s, clutteredReply);
    put(u"set/.hidden/four.txt"_s, clutteredReply);

    QCOMPARE(check({u"--format"_s, u"json"_s, m_folder->filePath(u"set"_s)}), findings);

    const auto files = m_line->json().value(u"files"_s).toArray();
    QCOMPARE(files.size(), qsizetype(2));
    QVERIFY(files.at(0).toObject().value(u"file"_s).toString().endsWith(u"a/one.txt"_s));
    QVERIFY(files.at(1).toObject().value(u"file"_s).toString().endsWith(u"two.md"_s));
}

void TestCheckCommand::theInputIsRead()
{
    m_line->input = clutteredReply;

    QCOMPARE(check({u"-"_s}), findings);

    QVERIFY(m_line->stdOut.startsWith("-:2:1: ask: "));
}

void TestCheckCommand::aRuleThatDoesNotExistIsTold()
{
    const auto path = put(u"reply.txt"_s, cleanReply);
    const auto file = put(u"profile/check.toml"_s, "[levels]\n\n\"clutter.legalname@vk\" = \"off\"\n");

    QCOMPARE(check({u"--profile"_s, m_folder->filePath(u"profile"_s), path}), clean);

    QVERIFY2(m_line->stdErr.startsWith(file.toUtf8() + ":3: "), m_line->stdErr.constData());
    QVERIFY(m_line->stdErr.contains("\"clutter.legalname\""));
    QVERIFY(m_line->stdErr.contains("clutter.legal-name"));
}

void TestCheckCommand::theProfileCounts()
{
    const auto path = put(u"reply.txt"_s, clutteredReply);
    put(u"profile/check.toml"_s, "[levels]\n\"clutter.legal-name@email/private\" = \"off\"\n");
    const auto profile = m_folder->filePath(u"profile"_s);

    QCOMPARE(check({u"--profile"_s, profile, path}), clean);

    put(u"profile/check.toml"_s, "[levels]\n\n\"clutter.legal-name\" = \"loud\"\n");
    QCOMPARE(check({u"--profile"_s, profile, path}), notChecked);
    QVERIFY2(m_line->stdErr.contains("check.toml") && m_line->stdErr.contains("line 3"),
             m_line->stdErr.constData());
    QCOMPARE(check({u"--profile"_s, m_folder->filePath(u"nowhere"_s), path}), notChecked);
}

void TestCheckCommand::whatCannotBeCheckedIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("invalid UTF-8") << u"a.txt"_s << QByteArray("\xff\xfe\xfd") << QByteArray("UTF-8");
    QTest::newRow("template that is no UTF-8")
        << u"a.md"_s << templateWith({}, "\xff\n") << QByteArray("a.md:1:1: ");
    QTest::newRow("bad TOML") << u"a.md"_s << QByteArray("+++\ntitle = \"x\"\nkeys = 1 2\n+++\nx\n")
                              << QByteArray("a.md:3:");
    QTest::newRow("no end of the front matter")
        << u"a.md"_s << QByteArray("+++\ntitle = \"x\"\n") << QByteArray("a.md:1:1: ");
    QTest::newRow("a tag without end")
        << u"a.md"_s << templateWith({}, "x\n{{ person.name\n") << QByteArray("a.md:6:1: ");
}

void TestCheckCommand::whatCannotBeCheckedIsTold()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, words);
    const auto path = put(name, bytes);

    QCOMPARE(check({path}), notChecked);

    QVERIFY2(m_line->stdErr.contains(words), m_line->stdErr.constData());
    QVERIFY(m_line->stdErr.contains(path.toUtf8()));
    QCOMPARE(m_line->stdOut, QByteArray());
}

void TestCheckCommand::theOthersAreCheckedBesideABrokenOne()
{
    const auto good = put(u"good.txt"_s, clutteredReply);
    const auto missing = m_folder->filePath(u"missing.txt"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    const auto empty = m_folder->filePath(u"empty"_s);

    QCOMPARE(check({u"--format"_s, u"json"_s, missing, good, empty}), notChecked);

    QCOMPARE(m_line->json().value(u"files"_s).toArray().size(), qsizetype(1));
    QVERIFY(!jsonFindings().isEmpty());
    const auto errors = m_line->json().value(u"errors"_s).toArray();
    QCOMPARE(errors.size(), qsizetype(2));
    QCOMPARE(errors.at(0).toObject().value(u"file"_s).toString(), missing);
    QCOMPARE(errors.at(0).toObject().value(u"code"_s).toString(), u"not-found"_s);
    QCOMPARE(errors.at(1).toObject().value(u"code"_s).toString(), u"empty"_s);
}

void TestCheckCommand::aLongTextIsCheckedInPart()
{
    const auto path = put(u"long.txt"_s, clutteredReply + QByteArray(1024 * 1024, 'x'));

    QCOMPARE(check({path}), notChecked);

    QVERIFY(m_line->stdErr.contains(QByteArray::number(mostChecked)));
    QVERIFY(m_line->stdOut.contains("[clutter.legal-name]"));
}

void TestCheckCommand::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QStringList() << QByteArray("name a file");
    QTest::newRow("channel") << QStringList{u"--channel"_s, u"pigeon"_s, u"-"_s} << QByteArray("pigeon");
    QTest::newRow("audience") << QStringList{u"--audience"_s, u"all"_s, u"-"_s} << QByteArray("all");
    QTest::newRow("language") << QStringList{u"--language"_s, u"tlh"_s, u"-"_s} << QByteArray("tlh");
    QTest::newRow("format") << QStringList{u"--format"_s, u"xml"_s, u"-"_s} << QByteArray("xml");
    QTest::newRow("rules as SARIF") << QStringList{u"--format"_s, u"sarif"_s, u"--list-rules"_s}
                                    << QByteArray("--list-rules");
    QTest::newRow("unknown option") << QStringList{u"--loud"_s, u"-"_s} << QByteArray("loud");
}

void TestCheckCommand::wrongUsageIsTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);

    QCOMPARE(check(arguments), notChecked);

    QVERIFY2(m_line->stdErr.contains(words), m_line->stdErr.constData());
}

void TestCheckCommand::rulesAreListed()
{
    QCOMPARE(check({u"--list-rules"_s}), clean);
    for (const auto &rule : allRules()) {
        QVERIFY2(m_line->stdOut.contains(rule.id.data()), rule.id.data());
    }

    QCOMPARE(check({u"--list-rules"_s, u"--format"_s, u"json"_s}), clean);
    const auto rules = m_line->json().value(u"rules"_s).toArray();
    QCOMPARE(rules.size(), qsizetype(allRules().size()));
    for (const auto &rule : rules) {
        QVERIFY(!rule.toObject().value(u"title"_s).toString().isEmpty());
        QVERIFY(!rule.toObject().value(u"why"_s).toString().isEmpty());
    }
}

void TestCheckCommand::aTerminalObeysNothingInAFile()
{
    const auto path = put(u"reply.txt"_s, "ООО «Лавка\x1b[31m Север» привезёт заказ завтра, 2 декабря.\n");

    QCOMPARE(check({path}), findings);

    QVERIFY(!m_line->stdOut.contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
