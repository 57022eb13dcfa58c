// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/logbook.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/about/logdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

class FakeBook final : public LogBook
{
public:
    [[nodiscard]] QList<LogLine> lines() const override { return m_lines; }

    void add(LogLevel level, const QString &text)
    {
        m_lines.append({.at = Instant{}, .level = level, .category = u"aside.test"_s, .text = text});
        Q_EMIT lineAdded(m_lines.constLast());
    }

private:
    QList<LogLine> m_lines;
};

} // namespace

class TestLogDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }

    void whatWasNotedIsThereAndGoesOn();
    void onlyWarningsOrErrorsAreShownWhereThatIsWanted_data();
    void onlyWarningsOrErrorsAreShownWhereThatIsWanted();
    void aLongLogKeepsItsEnd();
    void whatIsShownCanBeCopied();
    void whatIsShownCanBeSaved();
    void aPlaceThatCannotBeWrittenIsToldOf();
    void escapeClosesIt();

private:
    [[nodiscard]] QString shown() const { return text()->toPlainText(); }
    [[nodiscard]] QPlainTextEdit *text() const { return m_dialog->findChild<QPlainTextEdit *>(u"logText"_s); }
    void press(const QString &words) const;

    FakeBook m_book;
    std::unique_ptr<LogDialog> m_dialog;
};

void TestLogDialog::init()
{
    test::failOnWarning();
    std::destroy_at(&m_book);
    std::construct_at(&m_book);
    m_book.add(LogLevel::Info, u"started"_s);
    m_book.add(LogLevel::Warning, u"tried again"_s);
    m_book.add(LogLevel::Error, u"gave up"_s);
    m_dialog = std::make_unique<LogDialog>(m_book, nullptr);
    m_dialog->show();
}

void TestLogDialog::press(const QString &words) const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == words) {
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(words));
}

void TestLogDialog::whatWasNotedIsThereAndGoesOn()
{
    QCOMPARE(shown().count(u'\n'), 2);
    QVERIFY(shown().contains(u"info aside.test started"));

    m_book.add(LogLevel::Info, u"<b>later</b>"_s);

    QVERIFY(shown().endsWith(u"info aside.test <b>later</b>"));
}

void TestLogDialog::onlyWarningsOrErrorsAreShownWhereThatIsWanted_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("everything") << 0 << QStringList{u"started"_s, u"tried again"_s, u"gave up"_s, u"new"_s};
    QTest::newRow("warnings") << 1 << QStringList{u"tried again"_s, u"gave up"_s};
    QTest::newRow("errors") << 2 << QStringList{u"gave up"_s};
}

void TestLogDialog::onlyWarningsOrErrorsAreShownWhereThatIsWanted()
{
    QFETCH(const int, choice);
    QFETCH(const QStringList, expected);

    m_dialog->findChild<QComboBox *>(u"logLevel"_s)->setCurrentIndex(choice);
    m_book.add(LogLevel::Info, u"new"_s);

    QStringList words;
    for (const QString &line : shown().split(u'\n')) {
        words.append(line.section(u" aside.test "_s, 1));
    }
    QCOMPARE(words, expected);
}

void TestLogDialog::aLongLogKeepsItsEnd()
{
    for (int i = 0; i < 2'100; ++i) {
        m_book.add(LogLevel::Info, u"line %1."_s.arg(i));
    }

    QCOMPARE(text()->document()->blockCount(), 2'000);
    QVERIFY(shown().endsWith(u"line 2099."));
}

void TestLogDialog::whatIsShownCanBeCopied()
{
    press(u"Copy"_s);

    QCOMPARE(QGuiApplication::clipboard()->text(), shown());
}

void TestLogDialog::whatIsShownCanBeSaved()
{
    QTemporaryDir folder;
    QSignalSpy failed(m_dialog.get(), &LogDialog::failed);
    press(u"Save…"_s);
    auto *chooser = m_dialog->findChild<QFileDialog *>();
    QVERIFY(chooser != nullptr && chooser->acceptMode() == QFileDialog::AcceptSave);

    Q_EMIT chooser->fileSelected(folder.filePath(u"log.txt"_s));

    QFile file(folder.filePath(u"log.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), shown() + u'\n');
    QCOMPARE(failed.count(), 0);
}

void TestLogDialog::aPlaceThatCannotBeWrittenIsToldOf()
{
    QSignalSpy failed(m_dialog.get(), &LogDialog::failed);
    press(u"Save…"_s);

    Q_EMIT m_dialog->findChild<QFileDialog *>()->fileSelected(u"/nowhere/at/all/log.txt"_s);

    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::ReadOnly);
}

void TestLogDialog::escapeClosesIt()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);

    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestLogDialog)
#include "tst_logdialog.moc"
