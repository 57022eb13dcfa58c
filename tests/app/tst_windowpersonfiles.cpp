// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/app/profilewindow.h"
#include "tests/support/waiting.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/person/persondrawer.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

/// Whoever wrote to us wants to have what we keep, or wants it gone; in a real profile and window.
class TestWindowPersonFiles : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void allThatIsKeptGoesIntoAFile();
    void fileThatCannotBeWrittenIsTold();
    void personIsErasedWithWhatIsBeingWritten();
    void nothingIsErasedWithoutAYes();
    void whileAReplyIsOnItsWayNothingIsErased();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void choose(const QString &action) const
    {
        QTRY_VERIFY(window().person().person().id.isValid());
        window().person().findChild<QAction *>(action)->trigger();
    }
    void answer(const QString &words) const
    {
        QTRY_VERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
        const auto buttons = window().findChild<QMessageBox *>(u"erasePersonQuestion"_s)->buttons();
        const auto found = std::ranges::find_if(
            buttons, [&](const QAbstractButton *button) { return button->text().remove(u'&') == words; });
        QVERIFY(found != buttons.cend());
        QTest::mouseClick(*found, Qt::LeftButton);
    }
    void exportTo(const QString &path) const
    {
        choose(u"exportPersonAction"_s);
        QTRY_VERIFY(window().findChild<QFileDialog *>(u"exportPersonDialog"_s));
        auto *dialog = window().findChild<QFileDialog *>(u"exportPersonDialog"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
    [[nodiscard]] QString text() const
    {
        const auto thread = m_profile->conversations().thread(m_talk).result();
        return thread && !thread->messages.isEmpty() ? thread->messages.constFirst().text : QString();
    }

    ConversationId m_talk;
};

void TestWindowPersonFiles::init()
{
    openProfile();
    m_talk = apply(complaint(Channel::Mastodon, Audience::Private, u"@anna@social.example"_s));
    openWindow();
    show(m_talk);
    window().togglePerson();
}

void TestWindowPersonFiles::cleanup()
{
    closeAll();
}

void TestWindowPersonFiles::allThatIsKeptGoesIntoAFile()
{
    exportTo(path(u"anna.json"_s));

    QTRY_VERIFY(window().notice().words().contains(u"anna.json"_s));
    QFile file(path(u"anna.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(json.value(u"name"_s).toString(), u"Anna Berg"_s);
    QCOMPARE(json.value(u"conversations"_s).toArray().size(), 1);
}

void TestWindowPersonFiles::fileThatCannotBeWrittenIsTold()
{
    exportTo(path(u"missing/anna.json"_s));

    QTRY_VERIFY(window().notice().isVisible());
    QVERIFY(!window().notice().words().contains(u"anna.json"_s));
}

void TestWindowPersonFiles::personIsErasedWithWhatIsBeingWritten()
{
    window()
        .conversation()
        .composer()
        .findChild<QPlainTextEdit *>(u"replyText"_s)
        ->setPlainText(u"Dear Anna"_s);
    choose(u"erasePersonAction"_s);

    answer(u"Erase"_s);

    QVERIFY(test::waitFor([this] { return text().isEmpty(); }));
    QTRY_VERIFY(!window().conversation().current().isValid());
    QCOMPARE(m_profile->drafts().load(m_talk, DraftKind::Reply).result()->text, QString());
    window().openConversation(m_talk);
    QTRY_COMPARE(window().conversation().row().id, m_talk);
    QVERIFY(window()
                .conversation()
                .composer()
                .findChild<QPlainTextEdit *>(u"replyText"_s)
                ->toPlainText()
                .isEmpty());
}

void TestWindowPersonFiles::nothingIsErasedWithoutAYes()
{
    choose(u"erasePersonAction"_s);
    QTRY_VERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
    QVERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s)->text().contains(u"Anna Berg"_s));

    answer(u"Cancel"_s);

    QTRY_VERIFY(!window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
    QCOMPARE(text(), u"The lamp broke after a week."_s);
    QCOMPARE(window().conversation().current(), m_talk);
}

void TestWindowPersonFiles::whileAReplyIsOnItsWayNothingIsErased()
{
    QVERIFY(m_profile->outbox()
                .hold(m_talk, u"We send a new one."_s, {.undoWindow = std::chrono::seconds(60)})
                .result());
    choose(u"erasePersonAction"_s);

    answer(u"Erase"_s);

    QTRY_VERIFY(window().notice().words().contains(u"on its way"_s));
    QCOMPARE(text(), u"The lamp broke after a week."_s);
    QTRY_COMPARE(window().conversation().current(), m_talk);
}

QTEST_MAIN(TestWindowPersonFiles)
#include "tst_windowpersonfiles.moc"
