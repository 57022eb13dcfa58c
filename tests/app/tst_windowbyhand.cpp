// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "tests/app/profilewindow.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/outbox/outboxdelegate.h"
#include "widgets/outbox/outboxview.h"
#include "widgets/outbox/posteddialog.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/privacy/storybar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QString page = u"https://reviews.example/lantern#7"_s;

} // namespace

/// A review site that no program can read or write, from the entered review to the proved last line: in the
/// window, and in a real profile that is closed in between.
class TestWindowByHand : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aReviewIsAnsweredAndClosedByHand();
    void whatWasTakenIsAskedAboutAfterAnEnd();
    void badProofLosesNothing();
    void badMentionLosesNothing();
    void withoutAPlaceThereIsNothingToEnter();

public Q_SLOTS:
    void noteOpened(const QUrl &url) { m_opened.append(url.toString()); }

private:
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return window().findChild<T *>(name);
    }
    void openAll()
    {
        openWindow();
        QDesktopServices::setUrlHandler(u"https"_s, this, "noteOpened");
    }
    void enter(const QString &text, const QString &address);
    ConversationId enterReview();
    void sendBoth();
    /// Ends the undo windows.
    void release();
    QList<OutboxItem> items() const
    {
        return m_profile->outbox().items().result().value_or(QList<OutboxItem>());
    }
    /// The one that waits for the hand, chosen in the outbox; its text on the clipboard.
    OutboxItem take();
    void prove(const QString &address, const QString &words);

    QStringList m_opened;
};

void TestWindowByHand::init()
{
    openProfile(u"bad-settings|empty"_s);
    m_opened.clear();
}

void TestWindowByHand::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    closeAll();
}

void TestWindowByHand::enter(const QString &text, const QString &address)
{
    window().commands().action("mention.enter")->trigger();
    QTRY_VERIFY(child<QDialog>(u"mentionDialog"_s));
    child<QPlainTextEdit>(u"mentionText"_s)->setPlainText(text);
    child<QLineEdit>(u"mentionAuthor"_s)->setText(u"Anna Berg"_s);
    child<QLineEdit>(u"mentionPage"_s)->setText(address);
    auto *dialog = child<QDialog>(u"mentionDialog"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
}

ConversationId TestWindowByHand::enterReview()
{
    enter(u"The lamp broke after a week, and nobody answers!"_s, page);
    const bool isThere = QTest::qWaitFor([&] { return window().conversation().row().id.isValid(); });
    return isThere ? window().conversation().row().id : ConversationId();
}

void TestWindowByHand::sendBoth()
{
    QTRY_VERIFY(window().findChild<MoveDialog *>());
    auto *send = window().findChild<MoveDialog *>()->findChild<ElidedButton *>(u"startMoveButton"_s);
    QTRY_VERIFY(send->isEnabled());
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_VERIFY(!window().findChild<MoveDialog *>());
}

void TestWindowByHand::release()
{
    for (const OutboxItem &item : items()) {
        if (item.state == OutboxState::Held && item.holdReason == HoldReason::UndoWindow) {
            QVERIFY(m_profile->outbox().release(item.id).result());
        }
    }
    QVERIFY(m_profile->outbox().queueDue().result());
}

OutboxItem TestWindowByHand::take()
{
    auto *list = child<QListWidget>(u"outboxList"_s);
    auto *button = child<QPushButton>(u"takeToPostButton"_s);
    const bool isShown = QTest::qWaitFor([&] {
        for (int row = 0; row < list->count(); ++row) {
            const auto shown = list->item(row)->data(outboxItemRole).value<OutboxItem>();
            const auto stored = m_profile->outbox().item(shown.id).result();
            if (stored && waitsForHand(*stored) && shown == *stored) { // not what it was before
                list->setCurrentRow(row);
                return !button->isHidden();
            }
        }
        return false;
    });
    if (!isShown) {
        return {};
    }
    QGuiApplication::clipboard()->clear();
    button->click();
    const bool isTaken = QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); });
    for (const OutboxItem &item : items()) {
        if (isTaken && waitsForHand(item) && item.record.attempts > 0) {
            return item;
        }
    }
    return {};
}

void TestWindowByHand::prove(const QString &address, const QString &words)
{
    auto *button = child<QPushButton>(u"postedButton"_s);
    QTRY_VERIFY(!button->isHidden());
    button->click();
    QTRY_VERIFY(window().findChild<PostedDialog *>());
    child<QLineEdit>(u"postedPage"_s)->setText(address);
    child<QLineEdit>(u"postedWords"_s)->setText(words);
    QTest::keyClick(window().findChild<PostedDialog *>(), Qt::Key_Return);
}

void TestWindowByHand::aReviewIsAnsweredAndClosedByHand()
{
    addAccount(Channel::Manual, u"https://reviews.example/lantern"_s);
    openAll();
    const ConversationId review = enterReview();
    QVERIFY(review.isValid());
    QVERIFY(!child<QDialog>(u"mentionDialog"_s) || !child<QDialog>(u"mentionDialog"_s)->isVisible());
    QCOMPARE(window().conversation().row().person, u"Anna Berg"_s);
    QVERIFY(toMillis(window().conversation().row().waitingSince) > 0); // its clock runs as any other

    // What is drafted for the public is clutter, and the check says so.
    ComposerPanel &composer = window().conversation().composer();
    auto *editor = composer.findChild<QPlainTextEdit *>(u"replyText"_s);
    QVERIFY(editor != nullptr);
    editor->setPlainText(u"Please be informed that your opinion is very important to us."_s);
    QTRY_VERIFY(child<QListWidget>(u"findingsList"_s)->count() > 0);
    editor->clear();

    window().commands().action("conversation.private")->trigger();
    sendBoth();
    release();
    QCOMPARE(items().size(), 2);
    const OutboxItem half = take();
    QCOMPARE(half.audience, Audience::Private);
    QCOMPARE(QGuiApplication::clipboard()->text(), half.text);
    prove({}, u"message 12 of the site"_s);
    QTRY_COMPARE(m_profile->outbox().item(half.id).result()->state, OutboxState::Sent);
    const OutboxItem line = take();
    QCOMPARE(line.audience, Audience::Public);
    QCOMPARE(m_opened, QStringList{page});
    prove(page, {});
    QTRY_COMPARE(m_profile->outbox().item(line.id).result()->state, OutboxState::Sent);
    const auto moves = m_profile->moves().movesOf(review).result();
    QCOMPARE(moves->size(), 1);

    show(moves->constFirst().talk);
    window().commands().action("conversation.close")->trigger();
    QTRY_VERIFY(window().findChild<ResolutionDialog *>());
    auto *done = window().findChild<ResolutionDialog *>();
    QTest::keyClicks(done->findChild<QPlainTextEdit *>(u"resolutionText"_s), u"A new lamp was sent."_s);
    QTest::mouseClick(done->findChild<QPushButton *>(u"recordResolutionButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m_profile->moves().movesOf(review).result()->constFirst().resolution.has_value());
    show(review);
    QTRY_VERIFY(window().commands().action("conversation.endPublic")->isEnabled());
    window().commands().action("conversation.endPublic")->trigger();
    sendBoth();
    release();
    while (take().id.isValid()) {
        prove(page, u"seen"_s);
        QTRY_VERIFY(!window().findChild<PostedDialog *>());
    }
    QTRY_VERIFY(window()
                    .conversation()
                    .story()
                    .findChild<QLabel *>(u"storyWords"_s)
                    ->text()
                    .contains(u"is closed since"_s));

    int told = 0;
    const auto thread = m_profile->conversations().thread(review).result();
    for (const Message &message : thread->messages) {
        told += message.direction == Direction::Outgoing ? 1 : 0;
        QVERIFY(message.direction != Direction::Outgoing || message.page == page);
    }
    QCOMPARE(told, 2); // the line into private and the closing one, each once
}

void TestWindowByHand::whatWasTakenIsAskedAboutAfterAnEnd()
{
    addAccount(Channel::Manual, u"Lantern at reviews"_s);
    openAll();
    const ConversationId review = enterReview();
    QVERIFY(m_profile->outbox().hold(review, u"A new lamp is on its way."_s, {}).result());
    release();
    const OutboxItem taken = take();
    QVERIFY(taken.id.isValid());

    m_window.reset();
    m_profile.reset();
    auto again
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(again);
    m_profile = std::move(*again);
    openAll();

    QTRY_COMPARE(items().size(), 1);
    QVERIFY(waitsForHand(items().constFirst()));
    auto *words = child<QLabel>(u"outboxWords"_s);
    QTRY_VERIFY(words->text().contains(u"Look whether it is posted before you post it again"_s));
    prove({}, u"It stands there."_s);
    QTRY_COMPARE(items().constFirst().state, OutboxState::Sent);
    QCOMPARE(m_profile->conversations().thread(review).result()->messages.size(), 2);
}

void TestWindowByHand::badProofLosesNothing()
{
    addAccount(Channel::Manual, u"Lantern at reviews"_s);
    openAll();
    const ConversationId review = enterReview();
    QVERIFY(m_profile->outbox().hold(review, u"A new lamp is on its way."_s, {}).result());
    release();
    QVERIFY(take().id.isValid());

    prove(u"it stands there"_s, {});

    auto *dialog = window().findChild<PostedDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"noticeWords"_s)->text().contains(u"no address of a page"_s));
    QVERIFY(waitsForHand(items().constFirst()));
    child<QLineEdit>(u"postedPage"_s)->setText(page);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(items().constFirst().state, OutboxState::Sent);
}

void TestWindowByHand::badMentionLosesNothing()
{
    addAccount(Channel::Manual, u"Lantern at reviews"_s);
    openAll();

    enter(u"The lamp broke."_s, u"reviews"_s);

    auto *dialog = child<QDialog>(u"mentionDialog"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"noticeWords"_s)->text().contains(u"no address of a page"_s));
    QCOMPARE(child<QPlainTextEdit>(u"mentionText"_s)->toPlainText(), u"The lamp broke."_s);
    child<QLineEdit>(u"mentionPage"_s)->clear();
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(window().conversation().row().id.isValid());
}

void TestWindowByHand::withoutAPlaceThereIsNothingToEnter()
{
    openAll();

    window().commands().action("mention.enter")->trigger();

    QTRY_VERIFY(window().notice().isVisible());
    QVERIFY(window().notice().findChild<QLabel *>(u"noticeWords"_s)->text().contains(u"kept by hand"_s));
    QVERIFY(!child<QDialog>(u"mentionDialog"_s));
}

QTEST_MAIN(TestWindowByHand)
#include "tst_windowbyhand.moc"
