// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/refusal.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/app/mailwindow.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/person/consentdialog.h"
#include "widgets/privacy/arrivalbar.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/thread/conversationpane.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anna = 55;
constexpr qint64 stranger = 66;
constexpr qint64 buyers = -1001234567890;

template <typename T>
T answerOf(QFuture<Result<T>> future)
{
    const Result<T> result
        = waitFor([&] { return future.isFinished(); }) ? future.result() : fail(Errc::Timeout);
    return result.value_or(T());
}

} // namespace

/// A complaint in a group of Telegram goes on in private and ends in public: a real window and profile, and a
/// server that refuses what the Bot API does not allow.
class TestTelegramJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init();
    void cleanup();

    void complaintGoesOnInPrivateAndEndsInPublic();
    void permissionToPhoneIsOffered_data();
    void permissionToPhoneIsOffered();
    void whoBlockedUsIsToldInWords();

private:
    void openWindow();
    [[nodiscard]] MainWindow &window() const { return m_world->window->window(); }
    /// The conversation with this audience and this person; none: it is not there yet.
    [[nodiscard]] ConversationRow row(Audience audience, qint64 person) const;
    void show(ConversationId id);
    /// What the thread shows, one text a message.
    [[nodiscard]] QStringList shownTexts() const;
    [[nodiscard]] QStringList sentTo(qint64 chat) const;
    void press(const char *command) { window().commands().action(command)->trigger(); }
    void sendMove(const std::function<void(MoveDialog &)> &look = {});
    void write(const QString &text);

    std::unique_ptr<TelegramServer> m_server;
    std::unique_ptr<MailWindow> m_world;
};

void TestTelegramJourney::init()
{
    failOnMailWarning();
    m_server = std::make_unique<TelegramServer>(
        TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s));
    m_world = std::make_unique<MailWindow>();
    QVERIFY(m_world->openProfile({.mail = {}, .network = nullptr}));
    // Its clock is ahead of ours: what is said there counts from when it came, behind what we said before.
    m_server->date = toMillis(m_world->profile->clock().now() + std::chrono::hours(1)) / 1'000;
    Account bot;
    bot.channel = Channel::Telegram;
    bot.name = u"Bot"_s;
    bot.identity = u"Lantern"_s;
    bot.address = u"@lantern_bot"_s;
    bot.settings.insert(u"server"_s, m_server->url().toString());
    const Account added = answerOf(m_world->profile->accounts().addAccount(bot));
    auto kept = m_world->signIns->keep(added.id, {.password = Secret(m_server->token)});
    QVERIFY(waitFor([&] { return kept.isFinished(); }) && kept.result());
}

void TestTelegramJourney::cleanup()
{
    m_world.reset();
    QCOMPARE(m_server->refused, QStringList());
    m_server.reset();
}

void TestTelegramJourney::openWindow()
{
    m_world->channels = std::make_unique<ChannelRegistry>(
        makeChannels({.signIns = *m_world->signIns, .clock = m_world->profile->clock(), .ownAddresses = {}}));
    m_world->window = std::make_unique<Window>(*m_world->profile,
                                               Window::Edges{.pictures = m_world->pictures,
                                                             .network = m_world->network,
                                                             .channels = *m_world->channels});
    m_world->window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_world->window->show();
    Preferences preferences = window().preferences();
    preferences.undoWindow = std::chrono::seconds(0); // what is sent leaves at once
    window().setPreferences(preferences);
}

ConversationRow TestTelegramJourney::row(Audience audience, qint64 person) const
{
    const auto ids = answerOf(m_world->profile->conversations().ids({}));
    const auto rows = answerOf(m_world->profile->conversations().rows(ids));
    const auto found = std::ranges::find_if(rows, [&](const ConversationRow &one) {
        return one.audience == audience && one.handle == QString::number(person);
    });
    return found == rows.cend() ? ConversationRow() : *found;
}

void TestTelegramJourney::show(ConversationId id)
{
    window().openConversation(id);
    QTRY_COMPARE(window().conversation().row().id, id);
    QTRY_VERIFY(!shownTexts().isEmpty());
}

QStringList TestTelegramJourney::shownTexts() const
{
    QStringList texts;
    for (const auto *text : window().conversation().findChildren<QTextBrowser *>(u"messageText"_s)) {
        if (text->isVisible()) {
            texts.append(text->toPlainText());
        }
    }
    return texts;
}

QStringList TestTelegramJourney::sentTo(qint64 chat) const
{
    QStringList texts;
    for (const QJsonObject &message : m_server->sent) {
        if (message.value("chat_id"_L1).toInteger() == chat) {
            texts.append(message.value("text"_L1).toString());
        }
    }
    return texts;
}

void TestTelegramJourney::sendMove(const std::function<void(MoveDialog &)> &look)
{
    QTRY_VERIFY(window().findChild<MoveDialog *>());
    auto *dialog = window().findChild<MoveDialog *>();
    auto *send = dialog->findChild<ElidedButton *>(u"startMoveButton"_s);
    QTRY_VERIFY(send->isEnabled());
    QTRY_VERIFY2(send->words().startsWith(u"Send"), qPrintable(send->words()));
    if (look) {
        look(*dialog);
    }
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_VERIFY(!window().findChild<MoveDialog *>());
}

void TestTelegramJourney::write(const QString &text)
{
    auto *field = window().conversation().findChild<QPlainTextEdit *>(u"replyText"_s);
    QVERIFY(field);
    field->setPlainText(text);
}

void TestTelegramJourney::complaintGoesOnInPrivateAndEndsInPublic()
{
    m_server->post(anna, buyers, u"@lantern_bot The lamp broke after a week and nobody answers!"_s);
    openWindow();
    QTRY_VERIFY(row(Audience::Public, anna).id.isValid());
    const ConversationId post = row(Audience::Public, anna).id;
    show(post);
    QVERIFY(shownTexts().constFirst().contains(u"nobody answers"));

    // The check finds what is too much.
    write(u"Please be informed that your lamp comes on Friday, November 27."_s);
    const auto *findings = window().findChild<QListWidget *>(u"findingsList"_s);
    QTRY_VERIFY(findings->count() > 0);
    write({});

    press("conversation.private");
    sendMove([](const MoveDialog &dialog) {
        const auto *text = dialog.findChild<QPlainTextEdit *>(u"publicText"_s);
        QVERIFY2(text->toPlainText().contains(u"https://t.me/lantern_bot?start="),
                 qPrintable(text->toPlainText()));
    });
    QTRY_COMPARE(sentTo(buyers).size(), 1);
    const QJsonObject invitation = m_server->sent.constFirst();
    QCOMPARE(invitation.value("reply_parameters"_L1)["message_id"_L1].toInteger(), 1);
    static const QRegularExpression link(u"\\?start=([A-Za-z0-9_-]{1,64})"_s);
    const QString payload = link.match(sentTo(buyers).constFirst()).captured(1);
    QVERIFY(!payload.isEmpty());
    QVERIFY(sentTo(anna).isEmpty()); // nobody was written to who did not write

    m_server->write(stranger, u"/start forged"_s);
    m_server->write(anna, u"/start "_s + payload);
    QTRY_VERIFY(row(Audience::Private, anna).id.isValid() && row(Audience::Private, stranger).id.isValid());
    auto *bar = window().findChild<ArrivalBar *>();
    show(row(Audience::Private, stranger).id);
    QVERIFY(!bar->isVisible());
    const ConversationId talk = row(Audience::Private, anna).id;
    show(talk);
    QCOMPARE(shownTexts(), QStringList{u"Came by an invitation link."_s});
    QTRY_VERIFY(bar->isVisible());
    QTest::mouseClick(bar->findChild<QPushButton *>(u"arrivalYes"_s), Qt::LeftButton);
    QTRY_COMPARE(sentTo(anna).size(), 1);

    press("conversation.close");
    QTRY_VERIFY(window().findChild<ResolutionDialog *>());
    auto *done = window().findChild<ResolutionDialog *>();
    QTest::keyClicks(done->findChild<QPlainTextEdit *>(u"resolutionText"_s), u"A new lamp was sent."_s);
    QTest::mouseClick(done->findChild<QPushButton *>(u"recordResolutionButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!window().findChild<ResolutionDialog *>());
    show(post);
    QTRY_VERIFY(window().commands().action("conversation.endPublic")->isEnabled());
    press("conversation.endPublic");
    sendMove();

    QTRY_COMPARE(sentTo(buyers).size(), 2);
    QTRY_COMPARE(answerOf(m_world->profile->conversations().rows({post})).value(0).state,
                 ConversationState::Closed);
    QVERIFY(!sentTo(buyers).constLast().contains(u"new lamp")); // that was for the team
    QVERIFY(sentTo(stranger).isEmpty());
    QTRY_COMPARE(m_server->pending(), 0);
}

void TestTelegramJourney::permissionToPhoneIsOffered_data()
{
    QTest::addColumn<QString>("said"); // empty: the button is pressed

    QTest::newRow("shared number") << QString();
    QTest::newRow("words") << u"Yes, please call me after six"_s;
}

/// Whatever they say: an operator says that this is a yes, and the message is the evidence.
void TestTelegramJourney::permissionToPhoneIsOffered()
{
    QFETCH(const QString, said);
    m_server->write(anna, u"The lamp broke after a week."_s);
    openWindow();
    QTRY_VERIFY(row(Audience::Private, anna).id.isValid());
    const ConversationId talk = row(Audience::Private, anna).id;
    show(talk);

    write(u"Hello Person! I am sorry about the lamp. May we call you tomorrow about a new one?"_s);
    press("reply.send");
    QTRY_COMPARE(m_server->buttonOf(anna), u"Share my phone number"_s);
    QTRY_VERIFY(answerOf(m_world->profile->outbox().items()).constFirst().state == OutboxState::Sent);
    QTRY_COMPARE(shownTexts().size(), 2);
    if (said.isEmpty()) {
        QVERIFY(m_server->pressShareNumber(anna, u"79990001122"_s));
        QTRY_VERIFY(shownTexts().contains(u"Shared the phone number +79990001122."));
        const PersonCard card = answerOf(m_world->profile->persons().card(talk));
        QCOMPARE(card.handles.size(), 2);
        QCOMPARE(card.handles.constLast().shown, u"+79990001122"_s);
    } else {
        m_server->write(anna, said);
    }

    auto *offer = window().findChild<QWidget *>(u"consentOffer"_s);
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(answerOf(m_world->profile->persons().card(talk)).consents.isEmpty());
    QTest::mouseClick(offer->findChild<QPushButton *>(u"consentOfferRecord"_s), Qt::LeftButton);
    QTRY_VERIFY(window().findChild<ConsentDialog *>());
    auto *dialog = window().findChild<ConsentDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTRY_VERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);

    QTRY_COMPARE(answerOf(m_world->profile->persons().card(talk)).consents.size(), 1);
    const Consent consent = answerOf(m_world->profile->persons().card(talk)).consents.constFirst();
    QCOMPARE(consent.to, ConsentTo::Phone);
    QCOMPARE(consent.state, ConsentState::Given);
    QCOMPARE(consent.evidence,
             answerOf(m_world->profile->conversations().thread(talk)).messages.constLast().id);
    QTRY_VERIFY(!offer->isVisible());
}

void TestTelegramJourney::whoBlockedUsIsToldInWords()
{
    m_server->write(anna, u"The lamp broke after a week."_s);
    openWindow();
    QTRY_VERIFY(row(Audience::Private, anna).id.isValid());
    show(row(Audience::Private, anna).id);
    m_server->block(anna);

    const QString text = u"Hello Person! A new lamp comes on Friday, November 27."_s;
    write(text);
    press("reply.send");

    QTRY_COMPARE(answerOf(m_world->profile->outbox().items()).value(0).state, OutboxState::Refused);
    const OutboxItem item = answerOf(m_world->profile->outbox().items()).constFirst();
    QCOMPARE(item.record.serverCode, refusalName(Refusal::PersonBlocked));
    QCOMPARE(item.text, text); // it is kept
    QVERIFY(m_server->sent.isEmpty());
}

QTEST_MAIN(TestTelegramJourney)
#include "tst_telegramjourney.moc"
