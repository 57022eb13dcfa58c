// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace aside::test;

namespace {

constexpr int earlier = 20; // messages that were there before
constexpr long memoryLimitKiB = 300L * 1024;
constexpr qint64 twoGigabytes = 2LL * 1024 * 1024 * 1024;

bool isRoot()
{
    return ::geteuid() == 0;
}

/// The largest that any program of this test has been.
[[maybe_unused]] long peakOfChildren()
{
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

bool makeSparse(const QString &path, const QByteArray &start)
{
    return writeFile(path, start) && QFile::resize(path, twoGigabytes);
}

QByteArray truncatedTelegram()
{
    const QJsonObject message{{QStringLiteral("id"), 1},
                              {QStringLiteral("type"), QStringLiteral("message")},
                              {QStringLiteral("date"), QStringLiteral("2026-03-02T10:00:00")},
                              {QStringLiteral("from"), QStringLiteral("Ann")},
                              {QStringLiteral("from_id"), QStringLiteral("user1")},
                              {QStringLiteral("text"), QStringLiteral("hi")}};
    const QJsonObject chat{{QStringLiteral("name"), QStringLiteral("Shop")},
                           {QStringLiteral("type"), QStringLiteral("personal_chat")},
                           {QStringLiteral("id"), 1},
                           {QStringLiteral("messages"), QJsonArray{message, message}}};
    return QJsonDocument(chat).toJson().chopped(40);
}

} // namespace

/// Input that is not as it should be: an exit code, a sentence, and nothing lost.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importSaysWhatIsWrong_data();
    void importSaysWhatIsWrong();
    void partOfAFileIsKept_data();
    void partOfAFileIsKept();
    void hugeFilesEndInLittleMemory_data();
    void hugeFilesEndInLittleMemory();
    void withoutRightsNothingIsRead();
    void aGrowingFileEnds();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Ended import(const QString &file, const QString &profile = {}) const
    {
        return asidectl(profile.isEmpty() ? m_profile : profile, {QStringLiteral("import"), file});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = path(QStringLiteral("profile"));
    QVERIFY(writeFile(path(QStringLiteral("start")), mbox(1, earlier)));
    const Ended started = import(path(QStringLiteral("start")));
    QVERIFY2(started.exitCode == 0, started.words().constData());
}

void TestBadInput::cleanup()
{
    const char *before = "what was there before is not";
    if (QFile::exists(m_profile + QStringLiteral("/key"))) {
        QVERIFY2(conversationCount(m_profile) >= earlier, before);
        QVERIFY(isHealthy(m_profile));
    }
    m_folder.reset();
}

void TestBadInput::importSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");

    QTest::newRow("binary") << QStringLiteral("binary") << 6 << QStringLiteral("unknown-format");
    QTest::newRow("empty file") << QStringLiteral("empty") << 6 << QStringLiteral("empty");
    QTest::newRow("empty folder") << QStringLiteral("emptyfolder") << 6 << QStringLiteral("empty");
    QTest::newRow("pipe") << QStringLiteral("pipe") << 6 << QStringLiteral("not-a-file");
    QTest::newRow("endless device") << QStringLiteral("/dev/zero") << 6 << QStringLiteral("not-a-file");
    QTest::newRow("missing") << QStringLiteral("nosuchfile") << 3 << QStringLiteral("not-found");
    QTest::newRow("dangling link") << QStringLiteral("dangling") << 3 << QStringLiteral("not-found");
    QTest::newRow("link to itself") << QStringLiteral("loop") << 3 << QStringLiteral("not-found");
}

void TestBadInput::importSaysWhatIsWrong()
{
    QFETCH(const QString, file);
    QFETCH(const int, exitCode);
    QFETCH(const QString, code);
    QVERIFY(QFile::copy(QStringLiteral("/bin/ls"), path(QStringLiteral("binary"))));
    QVERIFY(writeFile(path(QStringLiteral("empty")), {}));
    QVERIFY(QDir().mkpath(path(QStringLiteral("emptyfolder"))));
    QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe"))).constData(), 0600), 0);
    QVERIFY(QFile::link(QStringLiteral("nowhere"), path(QStringLiteral("dangling"))));
    QVERIFY(QFile::link(QStringLiteral("loop"), path(QStringLiteral("loop"))));
    const QString whole = file.startsWith(u'/') ? file : path(file);

    const Ended json = import(whole);
    const Ended plain = runProgram(asidectlProgram(),
                                   {QStringLiteral("--profile"), m_profile, QStringLiteral("import"), whole});

    QVERIFY2(json.exitCode == exitCode, json.words().constData());
    QCOMPARE(json.errorCode(), code);
    QVERIFY2(plain.exitCode == exitCode, plain.words().constData());
    QVERIFY2(plain.err.startsWith("asidectl: "), plain.words().constData());
    QCOMPARE(conversationCount(m_profile), earlier);
}

void TestBadInput::partOfAFileIsKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("imported");

    const QByteArray whole = mbox(100, 10);
    QTest::newRow("mbox, in a body") << QStringLiteral("a.mbox") << whole.chopped(12) << 10;
    QTest::newRow("mbox, in a header") << QStringLiteral("a.mbox") << whole + mboxMessage(110).left(60) << 10;
    QTest::newRow("result.json") << QStringLiteral("result.json") << truncatedTelegram() << 1;
}

void TestBadInput::partOfAFileIsKept()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, imported);
    QVERIFY(writeFile(path(name), bytes));

    const Ended ended = import(path(name));

    QVERIFY2(ended.exitCode == 0, ended.words().constData());
    const QJsonObject report = ended.json();
    QVERIFY2(report.value(u"imported").toInt() >= imported, ended.words().constData());
    QCOMPARE(report.value(u"skipped").toInt(), report.value(u"errors").toArray().size());
    QCOMPARE(import(path(name)).json().value(u"imported").toInt(), 0);
}

void TestBadInput::hugeFilesEndInLittleMemory_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("imported");

    QTest::newRow("only NULs") << QByteArray() << 6 << 0;
    QTest::newRow("NULs after a message") << mbox(100, 2) + "From x@mail.example Mon Mar  2 10:00:00 2026\n"
                                          << 0 << 2;
}

void TestBadInput::hugeFilesEndInLittleMemory()
{
    QFETCH(const QByteArray, start);
    QFETCH(const int, exitCode);
    QFETCH(const int, imported);
    QVERIFY(makeSparse(path(QStringLiteral("huge.mbox")), start));

    const Ended ended = import(path(QStringLiteral("huge.mbox")));

    QVERIFY2(ended.exitCode == exitCode, ended.words().constData());
    QCOMPARE(ended.json().value(u"imported").toInt(), imported);
    QVERIFY(!ended.json().value(u"errors").toArray().isEmpty());
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(peakOfChildren() < memoryLimitKiB,
             QByteArray::number(static_cast<qlonglong>(peakOfChildren())).constData());
#endif
}

void TestBadInput::withoutRightsNothingIsRead()
{
    const QString profile = path(QStringLiteral("theirs/profile"));
    const QStringList forbidden{path(QStringLiteral("forbidden")), path(QStringLiteral("forbiddenfolder"))};
    QVERIFY(writeFile(forbidden.at(0), mbox(100, 5)));
    QVERIFY(QDir().mkpath(forbidden.at(1)));
    QVERIFY(QDir().mkpath(path(QStringLiteral("theirs"))));
    const QString setpriv = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
    if (isRoot() && setpriv.isEmpty()) {
        QSKIP("root may read everything, and setpriv is missing");
    }
    for (const QString &name : forbidden) {
        QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0), 0);
    }
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(path(QStringLiteral("theirs"))).constData(), 0777), 0);
    const QStringList asNobody{QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                               QStringLiteral("--clear-groups"), asidectlProgram()};
    for (const QString &name : forbidden) {
        const QStringList command = onProfile(profile, {QStringLiteral("import"), name});

        const Ended ended
            = isRoot() ? runProgram(setpriv, asNobody + command) : runProgram(asidectlProgram(), command);

        QVERIFY2(ended.exitCode == 5, ended.words().constData());
        QCOMPARE(ended.errorCode(), QStringLiteral("no-permission"));
        QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0700), 0);
    }
}

void TestBadInput::aGrowingFileEnds()
{
    const QString name = path(QStringLiteral("growing.mbox"));
    QVERIFY(writeFile(name, mbox(100, 200)));
    QFile file(name);
    QVERIFY(file.open(QIODevice::Append));
    Child child(asidectlProgram(), onProfile(m_profile, {QStringLiteral("import"), name}));
    int next = 300;
    constexpr int bound = 200'000; // a reader that follows for ever would see this many

    while (child.isRunning() && next < bound) {
        file.write(mbox(next, 20));
        file.flush();
        next += 20;
        child->waitForFinished(1);
    }

    const Ended ended = child.end();
    QVERIFY2(ended.exitCode == 0, ended.words().constData());
    QVERIFY(next < bound);
    QVERIFY2(ended.json().value(u"imported").toInt() >= 199, ended.words().constData());
    const Ended rest = import(name);
    QVERIFY2(rest.exitCode == 0, rest.words().constData());
    QCOMPARE(conversationCount(m_profile), earlier + next - 100);
}

void TestBadInput::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    const auto words = [](const char *line) {
        return QString::fromLatin1(line).split(u' ');
    };
    QTest::newRow("no such command") << words("fly");
    QTest::newRow("import nothing") << words("import");
    QTest::newRow("no such option") << words("inbox --fast");
    QTest::newRow("a word for a number") << words("show first");
    QTest::newRow("a negative limit") << words("inbox --limit -3");
    QTest::newRow("no such view") << words("inbox --view nowhere");
    QTest::newRow("no such channel") << words("import x --channel pigeon");
    QTest::newRow("an address that is none") << words("import x --own me");
}

void TestBadInput::wrongUsage()
{
    QFETCH(const QStringList, arguments);

    const Ended json = asidectl(m_profile, arguments);
    const Ended plain
        = runProgram(asidectlProgram(), QStringList{QStringLiteral("--profile"), m_profile} + arguments);

    QVERIFY2(json.exitCode == 2, json.words().constData());
    QVERIFY2(!json.errorCode().isEmpty(), json.words().constData());
    QVERIFY2(plain.exitCode == 2 && !plain.err.isEmpty(), plain.words().constData());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
