// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/common/errortext.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QTemporaryDir>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWindowPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void theOpenConversationBecomesAPdf();
    void aFolderThatIsNotThereIsSaidAndNothingIsWritten();
    void nothingOpenAsksForNothing();
};

namespace {

void chooseFile(const test::WindowFixture &fixture, const QString &path)
{
    fixture.window->commands().action("conversation.pdf")->trigger();
    QTRY_VERIFY(fixture.part<QFileDialog>("pdfDialog") != nullptr);
    auto *dialog = fixture.part<QFileDialog>("pdfDialog");
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

} // namespace

void TestWindowPrint::theOpenConversationBecomesAPdf()
{
    const QTemporaryDir directory;
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    const QString path = directory.filePath(u"talk.pdf"_s);
    chooseFile(fixture, path);

    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
}

void TestWindowPrint::aFolderThatIsNotThereIsSaidAndNothingIsWritten()
{
    const QTemporaryDir directory;
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    const QString path = directory.filePath(u"no/such/talk.pdf"_s);
    chooseFile(fixture, path);

    QTRY_COMPARE(fixture.part<QLabel>("noticeWords")->text(), errorText(Errc::NoPermission));
    QVERIFY(!QFile::exists(path));
}

void TestWindowPrint::nothingOpenAsksForNothing()
{
    test::WindowFixture fixture;
    fixture.open();

    fixture.window->commands().action("conversation.pdf")->trigger();
    fixture.window->commands().action("conversation.print")->trigger();

    QVERIFY(fixture.part<QFileDialog>("pdfDialog") == nullptr);
}

QTEST_MAIN(TestWindowPrint)
#include "tst_windowprint.moc"
