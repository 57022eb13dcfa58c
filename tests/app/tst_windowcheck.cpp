// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcheck.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

/// The reply check of a window follows the files of its profile and of its team.
class TestWindowCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!no keychain answered)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        auto profile = Profile::open({.directory = profilePath({}), .encryption = Encryption::Plain});
        QVERIFY(profile);
        m_profile = std::move(*profile);
    }

    void cleanup()
    {
        m_check.reset();
        m_profile.reset();
        m_folder.reset();
    }

    void aListThatIsWrittenCountsForTheOpenDraft()
    {
        start();
        write(u"Your lamp comes on Friday, November 27, with kindest moonbeams."_s);
        QVERIFY(!asks(u"clutter.filler"_s));

        put(u"phrases/clutter.toml"_s, "[filler]\nphrases = [\"kindest moonbeams\"]\n");

        QTRY_VERIFY(asks(u"clutter.filler"_s));
    }

    void aListThatIsChangedOrRemovedCountsToo()
    {
        put(u"phrases/clutter.toml"_s, "[filler]\nphrases = [\"kindest moonbeams\"]\n");
        start();
        write(u"Your lamp comes on Friday, November 27, with silver sunbeams."_s);
        QVERIFY(!asks(u"clutter.filler"_s));

        put(u"phrases/clutter.toml"_s, "[filler]\nphrases = [\"silver sunbeams\"]\n");
        QTRY_VERIFY(asks(u"clutter.filler"_s));

        QVERIFY(QFile::remove(profilePath(u"phrases/clutter.toml"_s)));
        QTRY_VERIFY(!asks(u"clutter.filler"_s));
    }

    void theListsOfATeamThatIsNamedLaterCount()
    {
        start();
        write(u"Your lamp comes on Friday, November 27, with kindest moonbeams."_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"team/phrases"_s));
        QFile list(m_folder->filePath(u"team/phrases/clutter.toml"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("[filler]\nphrases = [\"kindest moonbeams\"]\n");
        list.close();

        put(u"check.toml"_s, "[team]\nfolder = \"../team\"\n");

        QTRY_VERIFY(asks(u"clutter.filler"_s));
    }

    void aBrokenListIsToldOfAndTheOthersCount()
    {
        start();
        write(u"Your lamp comes on Friday, November 27, with kindest moonbeams."_s);
        put(u"phrases/broken.toml"_s, "[filler\n");
        put(u"phrases/clutter.toml"_s, "[filler]\nphrases = [\"kindest moonbeams\"]\n");

        QTRY_VERIFY(asks(u"clutter.filler"_s));

        auto supplies = m_check->desk().supplies();
        QTRY_VERIFY(supplies.isFinished());
        const auto problems = supplies.result().problems;
        QCOMPARE(problems.size(), qsizetype(1));
        QCOMPARE(problems.first().fault, PhraseFault::Syntax);
        QVERIFY(problems.first().file.endsWith(u"broken.toml"));
    }

    void aWordOfTheDictionaryIsKnownAtOnce()
    {
        start();

        put(u"dictionary/ours.txt"_s, "Polaris\n");

        QTRY_COMPARE(m_check->desk().profile().settings.dictionary, QStringList{u"Polaris"_s});
    }

    void aLevelThatIsChangedInTheFileCounts()
    {
        start();
        write(u"Please be informed that your lamp comes on Friday, November 27."_s);
        QVERIFY(asks(u"clutter.filler"_s));

        put(u"check.toml"_s, "[levels]\n\"clutter.filler\" = \"off\"\n");

        QTRY_VERIFY(!asks(u"clutter.filler"_s));
    }

    void aFileThatBreaksLeavesWhatItSaidBefore()
    {
        put(u"check.toml"_s, "[levels]\n\"clutter.filler\" = \"off\"\n");
        start();
        QSignalSpy failed(m_check.get(), &WindowCheck::failed);

        put(u"check.toml"_s, "[levels\n");

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_check->problem());
        QCOMPARE(m_check->desk().profile().settings.levels.value(u"clutter.filler"_s, Severity::Stop),
                 std::nullopt);

        put(u"check.toml"_s, "[levels]\n\"clutter.filler\" = \"hint\"\n");
        QTRY_COMPARE(m_check->desk().profile().settings.levels.value(u"clutter.filler"_s), Severity::Hint);
        QVERIFY(m_check->problem());
    }

    void aRuleThatDoesNotExistIsNamedWithItsLine()
    {
        start();

        put(u"check.toml"_s, "[levels]\n\"clutter.promo\" = \"hint\"\n\"clutter.filer\" = \"off\"\n");

        QTRY_COMPARE(m_check->desk().profile().unknownRules.size(), qsizetype(1));
        const auto unknown = m_check->desk().profile().unknownRules.first();
        QCOMPARE(unknown.id, u"clutter.filer"_s);
        QCOMPARE(unknown.line, 3);
        QCOMPARE(unknown.nearest, u"clutter.filler"_s);
    }

private:
    [[nodiscard]] QString profilePath(const QString &name) const
    {
        return m_folder->filePath(name.isEmpty() ? u"profile"_s : u"profile/"_s + name);
    }
    /// As an editor does: beside it, then over it.
    void put(const QString &name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(profilePath(name)).path()));
        QSaveFile file(profilePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        QVERIFY(file.commit());
    }
    void start()
    {
        m_check = std::make_unique<WindowCheck>(*m_profile);
        QSignalSpy read(m_check.get(), &WindowCheck::filesRead);
        QVERIFY(read.wait());
    }
    /// What is written is checked once this is done.
    void write(const QString &text)
    {
        ConversationRow row;
        row.id = ConversationId{1};
        m_check->desk().open(row, {});
        m_check->desk().setDraft(DraftKind::Reply, text, {});
        QTRY_VERIFY(m_check->desk().isCurrent());
    }
    [[nodiscard]] bool asks(const QString &rule) const
    {
        return m_check->desk().isCurrent()
            && std::ranges::contains(m_check->desk().report().findings, rule, &Finding::rule);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<WindowCheck> m_check;
};

QTEST_MAIN(TestWindowCheck)
#include "tst_windowcheck.moc"
