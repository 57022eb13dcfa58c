// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <algorithm>

using namespace aside::test;

namespace {

constexpr int earlier = 20; // messages that were there before

/// A small disk of our own; gone with the object.
class SmallDisk
{
public:
    SmallDisk(QString path, const QString &size)
        : m_path(std::move(path))
    {
        QDir().mkpath(m_path);
        m_isMounted = runProgram(QStringLiteral("mount"),
                                 {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                  QStringLiteral("size=") + size, QStringLiteral("tmpfs"), m_path})
                          .exitCode
            == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted) {
            runProgram(QStringLiteral("umount"), {m_path});
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] bool remount(const QString &how) const
    {
        return runProgram(QStringLiteral("mount"),
                          {QStringLiteral("-o"), QStringLiteral("remount,") + how, m_path})
                   .exitCode
            == 0;
    }

private:
    QString m_path;
    bool m_isMounted = false;
};

} // namespace

/// Profiles and disks that are not as they should be: an exit code, a sentence, and nothing lost.
class TestBadProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fullDiskKeepsWhatCameIn();
    void readOnlyDiskCanBeRead();
    void newerDatabaseIsLeftAlone();
    void corruptDatabaseIsLeftAlone();
    void missingKeyIsTold();
    void profileThatIsAFile();
    void templatesThatAreAFile();
    void secondInstanceIsTold();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Ended import(const QString &file, const QString &profile = {}) const
    {
        return asidectl(profile.isEmpty() ? m_profile : profile, {QStringLiteral("import"), file});
    }
    [[nodiscard]] bool makePlain(const QString &profile) const
    {
        return asidectl(profile,
                        {QStringLiteral("--plain"), QStringLiteral("import"), path(QStringLiteral("start"))})
                   .exitCode
            == 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestBadProfile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = path(QStringLiteral("profile"));
    QVERIFY(writeFile(path(QStringLiteral("start")), mbox(1, earlier)));
    const Ended started = import(path(QStringLiteral("start")));
    QVERIFY2(started.exitCode == 0, started.words().constData());
}

void TestBadProfile::cleanup()
{
    const char *before = "what was there before is not";
    if (QFile::exists(m_profile + QStringLiteral("/key"))) {
        QVERIFY2(conversationCount(m_profile) >= earlier, before);
        QVERIFY(isHealthy(m_profile));
    }
    m_folder.reset();
}

void TestBadProfile::fullDiskKeepsWhatCameIn()
{
    const SmallDisk disk(path(QStringLiteral("disk")), QStringLiteral("4m"));
    if (!disk.isMounted()) {
        QSKIP("only root may mount a small disk");
    }
    const QString profile = path(QStringLiteral("disk/profile"));
    constexpr int all = 4000;
    QVERIFY(writeFile(path(QStringLiteral("all.mbox")), mbox(1, all, 200)));

    const Ended full = import(path(QStringLiteral("all.mbox")), profile);

    QVERIFY2(full.exitCode == 7, full.words().constData());
    QCOMPARE(full.errorCode(), QStringLiteral("disk-full"));
    QVERIFY(full.json().value(u"imported").toInt() > 0);
    QCOMPARE(conversationCount(profile), full.json().value(u"imported").toInt());
    QVERIFY(isHealthy(profile));
    QVERIFY(disk.remount(QStringLiteral("size=64m")));
    const Ended rest = import(path(QStringLiteral("all.mbox")), profile);
    QVERIFY2(rest.exitCode == 0, rest.words().constData());
    QCOMPARE(full.json().value(u"imported").toInt() + rest.json().value(u"imported").toInt(), all);
    QCOMPARE(conversationCount(profile), all);
    QVERIFY(isHealthy(profile));
}

void TestBadProfile::readOnlyDiskCanBeRead()
{
    const SmallDisk disk(path(QStringLiteral("disk")), QStringLiteral("32m"));
    if (!disk.isMounted()) {
        QSKIP("only root may mount a small disk");
    }
    const QString profile = path(QStringLiteral("disk/profile"));
    QVERIFY(makePlain(profile));
    QVERIFY(disk.remount(QStringLiteral("ro")));

    const Ended imported = import(path(QStringLiteral("start")), profile);
    const Ended draft = asidectl(
        profile,
        {QStringLiteral("draft"), QStringLiteral("1"), QStringLiteral("--text"), QStringLiteral("x")});
    const Ended made = import(path(QStringLiteral("start")), path(QStringLiteral("disk/new")));

    for (const Ended &ended : {imported, draft, made}) {
        QVERIFY2(ended.exitCode == 5, ended.words().constData());
        QCOMPARE(ended.errorCode(), QStringLiteral("read-only"));
    }
    QCOMPARE(conversationCount(profile), earlier);
    QCOMPARE(asidectl(profile, {QStringLiteral("search"), QStringLiteral("parcel3")})
                 .json()
                 .value(u"hits")
                 .toArray()
                 .size(),
             1);
    QVERIFY(isHealthy(profile));
}

void TestBadProfile::newerDatabaseIsLeftAlone()
{
    const QString profile = path(QStringLiteral("plain"));
    QVERIFY(makePlain(profile));
    const QString name = profile + QStringLiteral("/aside.db");
    QVERIFY(!QFile::exists(name + QStringLiteral("-wal"))); // closed means: all of it is in aside.db
    QByteArray bytes = readFile(name);
    constexpr qsizetype versionAt = 60; // https://www.sqlite.org/fileformat.html#user_version_number
    bytes.replace(versionAt, 4, QByteArray::fromHex("0000270f"));
    QVERIFY(writeFile(name, bytes));

    const Ended written = import(path(QStringLiteral("start")), profile);
    const Ended read = asidectl(profile, {QStringLiteral("inbox")});

    for (const Ended &ended : {written, read}) {
        QVERIFY2(ended.exitCode == 8, ended.words().constData());
        QCOMPARE(ended.errorCode(), QStringLiteral("database-newer"));
    }
    QVERIFY(readFile(name) == bytes);
}

void TestBadProfile::corruptDatabaseIsLeftAlone()
{
    const QString profile = path(QStringLiteral("plain"));
    QVERIFY(makePlain(profile));
    const QString name = profile + QStringLiteral("/aside.db");
    QByteArray bytes = readFile(name);
    constexpr qsizetype page = 4096;
    QVERIFY(bytes.size() > 8 * page);
    for (qsizetype at = 2 * page; at + page <= bytes.size(); at += page) {
        bytes.replace(at, page, QByteArray(page, '\xa5'));
    }
    QVERIFY(writeFile(name, bytes));

    const Ended inbox = asidectl(profile, {QStringLiteral("inbox")});
    const Ended imported = import(path(QStringLiteral("start")), profile);
    const Ended doctor = asidectl(profile, {QStringLiteral("doctor")});

    QVERIFY2(inbox.exitCode == 8, inbox.words().constData());
    QCOMPARE(inbox.errorCode(), QStringLiteral("database-corrupt"));
    QVERIFY2(imported.exitCode == 8, imported.words().constData());
    QVERIFY2(doctor.exitCode == 12 || doctor.exitCode == 8, doctor.words().constData());
    QVERIFY(readFile(name) == bytes);
}

void TestBadProfile::missingKeyIsTold()
{
    const QString key = m_profile + QStringLiteral("/key");
    const QString database = m_profile + QStringLiteral("/aside.db");
    const QByteArray before = readFile(database);
    QVERIFY(QFile::rename(key, path(QStringLiteral("kept"))));

    const Ended inbox = asidectl(m_profile, {QStringLiteral("inbox")});
    const Ended imported = import(path(QStringLiteral("start")));

    for (const Ended &ended : {inbox, imported}) {
        QVERIFY2(ended.exitCode == 9, ended.words().constData());
        QCOMPARE(ended.errorCode(), QStringLiteral("key-missing"));
    }
    QVERIFY(!QFile::exists(key));
    QVERIFY(readFile(database) == before);
    QVERIFY(QFile::rename(path(QStringLiteral("kept")), key));
}

void TestBadProfile::profileThatIsAFile()
{
    const Ended ended = import(path(QStringLiteral("start")), path(QStringLiteral("start")));

    QVERIFY2(ended.exitCode == 2, ended.words().constData());
    QCOMPARE(ended.errorCode(), QStringLiteral("not-a-directory"));
    QCOMPARE(readFile(path(QStringLiteral("start"))), mbox(1, earlier));
}

void TestBadProfile::templatesThatAreAFile()
{
    const QString templates = m_profile + QStringLiteral("/templates");
    const auto removeIt = qScopeGuard([&] { QFile::remove(templates); });
    QFile::remove(templates);
    QDir(templates).removeRecursively();
    QVERIFY(writeFile(templates, "Hello"));

    for (const QStringList &command : {QStringList{QStringLiteral("doctor")},
                                       QStringList{QStringLiteral("doctor"), QStringLiteral("--repair")}}) {
        const Ended doctor = asidectl(m_profile, command);

        QVERIFY2(doctor.exitCode == 12, doctor.words().constData());
        QVERIFY2(doctor.out.contains("templates is a file"), doctor.words().constData());
        QCOMPARE(readFile(templates), QByteArray("Hello"));
    }
}

/// Whether a process has the profile's database open (Linux tells in /proc).
static bool holdsDatabase(qint64 process)
{
    const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
    const QFileInfoList files = open.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::any_of(files, [](const QFileInfo &file) {
        return file.symLinkTarget().endsWith(QStringLiteral("/aside.db"));
    });
}

void TestBadProfile::secondInstanceIsTold()
{
    if (!QFile::exists(QStringLiteral("/proc/self/fd"))) {
        QSKIP("this system does not tell what a process has open");
    }
    const QMap<QString, QString> offscreen{{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}};
    const QStringList window{QStringLiteral("--profile"), m_profile};
    Child first(QStringLiteral(ASIDE_BIN), window, offscreen);
    // Asking by importing would take the lock the window is about to take.
    QTRY_VERIFY_WITH_TIMEOUT(holdsDatabase(first->processId()), patience);

    const Ended imported = import(path(QStringLiteral("start")));
    const Ended second = Child(QStringLiteral(ASIDE_BIN), window, offscreen).end();

    QVERIFY(first.isRunning());
    QCOMPARE(imported.errorCode(), QStringLiteral("profile-in-use"));
    QVERIFY2(second.exitCode == 4 && !second.err.isEmpty(), second.words().constData());
    QCOMPARE(conversationCount(m_profile), earlier); // readers look on beside the window
}

QTEST_GUILESS_MAIN(TestBadProfile)
#include "tst_badprofile.moc"
