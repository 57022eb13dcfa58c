// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/actions/commands.h"
#include "widgets/common/errortext.h"
#include "widgets/common/noticebar.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/mainwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWindowPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatIsChosenCountsAtOnceAndIsThereNextTime();
    void textGrowsWithTheShortcutAndStopsAtItsBounds();
    void theCommandLineCountsForOneRunOnly();
    void aBrokenFileIsExplainedAndNeverWrittenOver();
    void aBrokenFileIsKeptWhenThePersonStartsAfresh();
    void settingsAreDoneByKeyboardAlone();

private:
    void open(const LookOverrides &overrides = {});
    void close();
    template <typename T>
    T *part(const char *name) const
    {
        return m_window->window().findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *command) const { m_window->window().commands().action(command)->trigger(); }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QByteArray settings() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
};

void TestWindowPreferences::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            "unix:path=/nonexistent"); // the desktop of the machine does not count
}

void TestWindowPreferences::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support propagateSizeHints|settings:|no keychain answered)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestWindowPreferences::cleanup()
{
    close();
    m_folder.reset();
}

void TestWindowPreferences::open(const LookOverrides &overrides)
{
    Result<std::unique_ptr<Profile>> profile = Profile::open({.directory = m_folder->path()});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, overrides);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_window->window()));
}

void TestWindowPreferences::close()
{
    m_window.reset();
    m_profile.reset();
}

QByteArray TestWindowPreferences::settings() const
{
    QFile file(path("settings.toml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestWindowPreferences::whatIsChosenCountsAtOnceAndIsThereNextTime()
{
    open({.language = u"en"_s, .mode = ColorMode::Light});
    const int row = part<Sidebar>("sidebar")->sizeHintForRow(0);
    trigger("settings.open");

    part<QComboBox>("themeBox")->setCurrentIndex(2);
    QVERIFY(currentTheme().dark);
    part<QComboBox>("languageBox")->setCurrentIndex(2);
    QTRY_COMPARE(part<Sidebar>("sidebar")->model()->index(0, 0).data().toString(), u"Входящие"_s);
    part<QComboBox>("densityBox")->setCurrentIndex(0);
    QTRY_VERIFY(part<Sidebar>("sidebar")->sizeHintForRow(0) < row);
    part<QSpinBox>("undoWindowBox")->setValue(25);

    QTRY_VERIFY(settings().contains("undo_window = 25"));
    close();
    open();
    const Preferences &kept = m_window->window().preferences();
    QCOMPARE(kept.colorMode, ColorMode::Dark);
    QCOMPARE(kept.language, u"ru"_s);
    QCOMPARE(kept.density, Density::Compact);
    QCOMPARE(kept.undoWindow, std::chrono::seconds(25));
    QVERIFY(currentTheme().dark);
}

void TestWindowPreferences::textGrowsWithTheShortcutAndStopsAtItsBounds()
{
    open();
    const int before = m_window->window().fontMetrics().height();

    QTest::keyClick(&m_window->window(), Qt::Key_Plus, Qt::ControlModifier);
    QTRY_COMPARE(m_window->window().preferences().textSize, 110);
    for (int press = 0; press < 12; ++press) {
        trigger("view.larger");
    }
    QCOMPARE(m_window->window().preferences().textSize, 200);
    QTRY_VERIFY(std::abs(m_window->window().fontMetrics().height() - 2 * before) <= 2);

    trigger("view.normal");
    QTRY_COMPARE(m_window->window().fontMetrics().height(), before);
    trigger("view.smaller");
    QCOMPARE(m_window->window().preferences().textSize, 100);
}

void TestWindowPreferences::theCommandLineCountsForOneRunOnly()
{
    open({.language = u"ru"_s, .mode = ColorMode::Dark});
    QVERIFY(currentTheme().dark);
    trigger("view.larger");
    QTRY_VERIFY(settings().contains("text_size = 110"));
    QVERIFY(currentTheme().dark);
    close();

    open({.language = u"en"_s, .mode = {}});

    QVERIFY(!currentTheme().dark);
    QCOMPARE(m_window->window().preferences().textSize, 110);
}

void TestWindowPreferences::aBrokenFileIsExplainedAndNeverWrittenOver()
{
    const QByteArray broken = "[looks]\ntheme = \"dark\"\ntext_size = ";
    QFile file(path("settings.toml"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
    file.close();

    open({.language = u"en"_s, .mode = {}});

    const NoticeBar &notice = m_window->window().notice();
    QCOMPARE(notice.words(), errorText(Errc::BadSettings));
    trigger("view.larger");
    QCOMPARE(m_window->window().preferences().textSize, 110);
    close(); // waits for the writer
    QCOMPARE(settings(), broken);
}

void TestWindowPreferences::aBrokenFileIsKeptWhenThePersonStartsAfresh()
{
    const QByteArray broken = "sending = 5\n";
    QFile file(path("settings.toml"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
    file.close();
    open({.language = u"en"_s, .mode = {}});

    part<QPushButton>("noticeOffer")->click();

    QTRY_VERIFY(settings().contains("undo_window = 10"));
    QFile copy(path("settings.toml.broken-1"));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), broken);
    QVERIFY(m_window->window().notice().words().isEmpty());
}

void TestWindowPreferences::settingsAreDoneByKeyboardAlone()
{
    open({.language = u"en"_s, .mode = ColorMode::Light});
    QTest::keyClick(&m_window->window(), Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = m_window->window().findChild<SettingsDialog *>();
    QVERIFY(dialog != nullptr && QTest::qWaitForWindowExposed(dialog));

    QTest::keyClick(dialog, Qt::Key_T, Qt::AltModifier);
    QTRY_VERIFY(part<QComboBox>("themeBox")->hasFocus());
    QTest::keyClick(part<QComboBox>("themeBox"), Qt::Key_End);
    QVERIFY(currentTheme().dark);
    QTest::keyClick(dialog, Qt::Key_Escape);

    QTRY_VERIFY(m_window->window().findChild<SettingsDialog *>() == nullptr);
}

QTEST_MAIN(TestWindowPreferences)
#include "tst_windowpreferences.moc"
