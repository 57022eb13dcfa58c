// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/conversationstore.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "tests/app/mastodondesk.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/conversationpane.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QToolButton>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;
const auto lampWords = u"The new lamp, lit"_s;
const auto warning = u"broken glass"_s;
const auto complaint = u"@shop The lamp broke after a week, and nobody answers my letters."_s;
const auto cluttered = u"Please be informed that we look into it, Anna.\n\nKind regards,\nBoris Petrov\n"
                       "Lantern Shop LLC"_s;
const auto publicLine
    = u"Sorry that the lamp broke, Anna. We have written to you in private and will answer there today."_s;
const auto question
    = u"Sorry that the lamp broke, Anna. Tell us the number of your order here, and a new lamp leaves today."_s;
const auto answer = u"Thank you, Anna. A new lamp leaves today and is with you on Friday, November 27."_s;

} // namespace

/// A complaint in public at a server of Mastodon, through the window: the reply check asks about what the
/// customer has no use for, it goes on in private, and a public line ends it.
class TestMastodonJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void complaintIsMovedToPrivateAndEndsInPublic();

private:
    void arrive();
    void beAskedAboutClutter();
    void moveToPrivate();
    void pasteLamp();
    void answerInPrivate();
    void endInPublic();
    void checkServer();

    void open(ConversationId id)
    {
        m_desk->window().openConversation(id);
        QTRY_COMPARE(m_desk->window().conversation().row().id, id);
    }
    template <typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_desk->window().findChild<T *>(name);
    }
    void trigger(const char *command)
    {
        QAction *action = m_desk->window().commands().action(command);
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
    }
    [[nodiscard]] OutboxStore &outbox() const { return m_desk->world.profile->outbox(); }
    void sendDialog(const QString &inPublic, const QString &inPrivate);
    /// What waits for its undo window leaves at once.
    void endUndoWindows();
    [[nodiscard]] QList<QJsonObject> sent() const { return m_desk->server.sent(); }
    [[nodiscard]] QString story() const
    {
        return m_desk->window().conversation().story().findChild<QLabel *>(u"storyWords"_s)->text();
    }
    [[nodiscard]] PrivateMove move() const
    {
        return valueOf(m_desk->world.profile->moves().movesOf(m_post)).value(0);
    }
    [[nodiscard]] QList<Message> messages(ConversationId id) const
    {
        return valueOf(m_desk->world.profile->conversations().thread(id)).messages;
    }
    void fetch() { m_desk->world.window->fetcher().fetchNow(); }

    std::unique_ptr<MastodonGate> m_gate;
    std::unique_ptr<MastodonDesk> m_desk;
    ConversationId m_post;
    QString m_complaint; ///< its id at the server
};

void TestMastodonJourney::initTestCase()
{
    leaveTheDesktopAlone();
    m_gate = std::make_unique<MastodonGate>();
}

void TestMastodonJourney::init()
{
    failOnMailWarning();
    m_desk = std::make_unique<MastodonDesk>(m_gate->port());
    QVERIFY(m_desk->openProfile());
    QVERIFY(m_desk->addShop(m_gate->url()).id.isValid());
}

void TestMastodonJourney::cleanup()
{
    m_desk.reset();
}

void TestMastodonJourney::sendDialog(const QString &inPublic, const QString &inPrivate)
{
    QTRY_VERIFY(m_desk->window().findChild<MoveDialog *>());
    auto *dialog = m_desk->window().findChild<MoveDialog *>();
    dialog->findChild<QPlainTextEdit *>(u"publicText"_s)->setPlainText(inPublic);
    if (!inPrivate.isEmpty()) {
        dialog->findChild<QPlainTextEdit *>(u"privateText"_s)->setPlainText(inPrivate);
    }
    auto *send = dialog->findChild<ElidedButton *>(u"startMoveButton"_s);
    QTRY_COMPARE(send->words(), u"Send both"_s);
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_VERIFY(!m_desk->window().findChild<MoveDialog *>());
}

void TestMastodonJourney::endUndoWindows()
{
    for (const OutboxItem &item : valueOf(outbox().items())) {
        if (item.state == OutboxState::Held && item.holdReason == HoldReason::UndoWindow) {
            const auto released = outbox().release(item.id);
            QVERIFY(waitFor([&] { return released.isFinished(); }) && released.result());
        }
    }
}

void TestMastodonJourney::arrive()
{
    m_desk->server.beganAt = m_desk->clock.now().time_since_epoch() / std::chrono::seconds(1) - 3'600;
    m_complaint = m_desk->server.write(u"anna"_s, complaint, {{u"spoiler_text"_s, warning}});

    m_desk->show();

    QTRY_COMPARE_WITH_TIMEOUT(m_desk->world.shownRows(), 1, patience);
    const auto ids = valueOf(m_desk->world.profile->conversations().ids({.view = View::Inbox}));
    QCOMPARE(ids.size(), 1);
    m_post = ids.constFirst();
    open(m_post);
    QCOMPARE(m_desk->window().conversation().row().audience, Audience::Public);
    QCOMPARE(messages(m_post).constFirst().text, u"[CW: %1]\n%2"_s.arg(warning, complaint));
}

void TestMastodonJourney::beAskedAboutClutter()
{
    auto *reply = part<QPlainTextEdit>(u"replyText"_s);
    auto *findings = part<QListWidget>(u"findingsList"_s);
    auto *send = part<ElidedButton>(u"sendButton"_s);
    reply->setPlainText(cluttered);

    QTRY_VERIFY2(send->words().startsWith(u"Answer "_s), qPrintable(send->words()));
    QTRY_VERIFY(findings->count() >= 3); // the phrase, the signature, the name of the company
    send->click();
    QVERIFY(valueOf(outbox().items()).isEmpty());

    reply->clear();
    QTRY_COMPARE(findings->count(), 0);
}

void TestMastodonJourney::moveToPrivate()
{
    trigger("conversation.private");
    sendDialog(publicLine, question);
    QVERIFY(sent().isEmpty()); // the undo window runs
    endUndoWindows();

    QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(story().contains(u"Continued in private"_s), patience);
    QVERIFY(move().talk.isValid());
}

/// A picture comes by the clipboard, and is described for whoever cannot see it.
void TestMastodonJourney::pasteLamp()
{
    QImage lamp(8, 8, QImage::Format_RGB32);
    lamp.fill(Qt::yellow);
    QGuiApplication::clipboard()->setImage(lamp);
    part<QPlainTextEdit>(u"replyText"_s)->paste();
    QTRY_VERIFY(m_desk->window().findChild<QLineEdit *>(u"altText"_s));
    QTest::keyClicks(part<QLineEdit>(u"altText"_s), lampWords);
}

void TestMastodonJourney::answerInPrivate()
{
    const QString asked = sent().constFirst().value("id"_L1).toString();
    m_desk->server.beganAt += 3'660; // a minute after what we wrote
    m_desk->server.write(u"anna"_s, u"@shop It is 1234."_s,
                         {{u"visibility"_s, u"direct"_s}, {u"in_reply_to_id"_s, asked}});
    fetch();
    const ConversationId talk = move().talk;
    QTRY_COMPARE_WITH_TIMEOUT(messages(talk).size(), 2, patience);
    QCOMPARE(messages(talk).constLast().text, u"@shop It is 1234."_s);
    open(talk);
    QCOMPARE(m_desk->window().conversation().row().audience, Audience::Private);

    part<QPlainTextEdit>(u"replyText"_s)->setPlainText(answer);
    pasteLamp();
    auto *send = part<ElidedButton>(u"sendButton"_s);
    QTRY_VERIFY2(send->isEnabled() && !send->words().startsWith(u"Answer "_s), qPrintable(send->words()));
    send->click();
    QTRY_COMPARE(valueOf(outbox().items()).size(), 3);
    endUndoWindows();

    QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 3, patience);
    QCOMPARE(m_desk->server.uploads.size(), 1);
    QCOMPARE(m_desk->server.uploads.constFirst().description, lampWords);
    QCOMPARE(sent().constLast().value("media_attachments"_L1).toArray().size(), 1);
}

void TestMastodonJourney::endInPublic()
{
    trigger("conversation.close");
    QTRY_VERIFY(m_desk->window().findChild<ResolutionDialog *>());
    auto *done = m_desk->window().findChild<ResolutionDialog *>();
    QTest::keyClicks(done->findChild<QPlainTextEdit *>(u"resolutionText"_s), u"A new lamp was sent."_s);
    QTest::mouseClick(done->findChild<QPushButton *>(u"recordResolutionButton"_s), Qt::LeftButton);
    QTRY_VERIFY(move().resolution.has_value());
    QTRY_VERIFY(!m_desk->window().findChild<ResolutionDialog *>());

    open(m_post);
    trigger("conversation.endPublic");
    QTRY_VERIFY(m_desk->window().findChild<MoveDialog *>());
    auto *dialog = m_desk->window().findChild<MoveDialog *>();
    auto *send = dialog->findChild<ElidedButton *>(u"startMoveButton"_s);
    QTRY_VERIFY(send->isEnabled());
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_VERIFY(!m_desk->window().findChild<MoveDialog *>());
    endUndoWindows();

    QTRY_VERIFY2_WITH_TIMEOUT(story().contains(u"is closed since"_s), qPrintable(story()), patience);
    const auto rows = valueOf(m_desk->world.profile->conversations().rows({m_post}));
    QCOMPARE(rows.constFirst().state, ConversationState::Closed);
}

void TestMastodonJourney::checkServer()
{
    QStringList inPublic;
    QStringList inPrivate;
    for (const QJsonObject &status : sent()) {
        const bool isDirect = status.value("visibility"_L1) == "direct"_L1;
        QVERIFY(isDirect || status.value("visibility"_L1) == "public"_L1);
        (isDirect ? inPrivate : inPublic).append(status.value("content"_L1).toString());
        QVERIFY(status.value("content"_L1).toString().contains("@anna@masto.example"_L1));
        QVERIFY(
            !status.value("content"_L1).toString().contains("new lamp was sent"_L1)); // it was for the team
        QVERIFY(isDirect || status.value("in_reply_to_id"_L1) == m_complaint);
        // Whoever reads the answer to it is warned of the same.
        QCOMPARE(status.value("spoiler_text"_L1).toString(), isDirect ? QString() : warning);
    }
    QVERIFY(inPublic.size() >= 2);
    QVERIFY(inPublic.constFirst().contains(publicLine));
    QVERIFY(inPrivate.size() >= 2);
    QVERIFY(inPrivate.at(0).contains(question));
    QVERIFY(inPrivate.at(1).contains(answer));
    QVERIFY(!inPublic.join(u' ').contains(u"1234"_s));
    const QSet<QByteArray> keys(m_desk->server.keys.cbegin(), m_desk->server.keys.cend());
    QCOMPARE(keys.size(), sent().size()); // each its own, and none twice
    QCOMPARE(m_desk->server.keys.size(), sent().size());
    QVERIFY(!keys.contains(QByteArray()));
    QCOMPARE(m_gate->takeRefused(), QStringList());
}

void TestMastodonJourney::complaintIsMovedToPrivateAndEndsInPublic()
{
    for (const auto step : {&TestMastodonJourney::arrive, &TestMastodonJourney::beAskedAboutClutter,
                            &TestMastodonJourney::moveToPrivate, &TestMastodonJourney::answerInPrivate,
                            &TestMastodonJourney::endInPublic, &TestMastodonJourney::checkServer}) {
        (this->*step)();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

QTEST_MAIN(TestMastodonJourney)
#include "tst_mastodonjourney.moc"
