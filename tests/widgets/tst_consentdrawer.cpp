// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/person/consentdialog.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString number = u"+7 900 000-00-17"_s;

struct ConsentWindow : test::WindowFixture {
    PersonDrawer *drawer = nullptr;
    QList<QUrl> opened;

    Consent said(ConsentTo to, ConsentState state, Channel channel, const QString &handle,
                 MessageId evidence = {}) const
    {
        return {.to = to,
                .state = state,
                .channel = channel,
                .handle = handle,
                .at = stores.clock.now() - 24h,
                .evidence = evidence};
    }

    /// Anna of conversation 1, with a number and what she said.
    void know(const QList<Consent> &told)
    {
        stores.cards.insert(
            ConversationId{1},
            PersonCard{.id = PersonId{1},
                       .name = u"Anna Berg"_s,
                       .handles
                       = {{.id = HandleId{1}, .channel = Channel::Email, .shown = u"anna@mail.example"_s},
                          {.id = HandleId{2}, .channel = Channel::Phone, .shown = number}},
                       .note = {},
                       .consents = told});
    }

    void openDrawer()
    {
        open();
        window->conversation().thread().setOpener([this](const QUrl &url) { opened.append(url); });
        choose(1);
        window->commands().action("view.person")->trigger();
        drawer = part<PersonDrawer>("personDrawer");
        QTRY_VERIFY(drawer->isVisible());
        QTRY_VERIFY(part<QPushButton>("recordConsentButton")->isEnabled());
    }

    void openDialog()
    {
        QTest::mouseClick(part<QPushButton>("recordConsentButton"), Qt::LeftButton);
        QTRY_VERIFY(part<ConsentDialog>("consentDialog") != nullptr);
    }

    template <typename T>
    void pick(const char *combo, T value)
    {
        auto *box = part<QComboBox>(combo);
        box->setCurrentIndex(box->findData(static_cast<int>(value)));
    }
    QPushButton *ok() const
    {
        return part<ConsentDialog>("consentDialog")
            ->findChild<QDialogButtonBox *>()
            ->button(QDialogButtonBox::Ok);
    }
    QStringList lines() const
    {
        QStringList all;
        for (const auto *label : drawer->findChildren<QLabel *>(u"consentWords"_s)) {
            all.append(QString(label->text()).remove(QChar(0x2068)).remove(QChar(0x2069)));
        }
        return all;
    }
    QString drawerText() const
    {
        QStringList all;
        for (const auto *label : drawer->findChildren<QLabel *>()) {
            all.append(label->text());
        }
        return all.join(u'\n');
    }
};

} // namespace

class TestConsentDrawer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void eachConsentSaysHowItStands();
    void whereNothingWasSaidTheDrawerSaysSo();
    void aNumberIsCalledWithAYesAlone();
    void aNumberIsNoCallHoweverItIsWritten_data();
    void aNumberIsNoCallHoweverItIsWritten();
    void aNumberInAMessageIsCalledWithAYesAlone();
    void aYesIsRecordedWithTheMessage();
    void aYesNeedsSomethingToShow();
    void anotherNumberIsTyped();
    void aConsentEndsAfterItsLastDay();
    void historyIsShownOnDemand();
    void theEvidenceIsShownInItsConversation();
    void evidenceThatIsGoneIsTold();
    void whatCannotBeKeptIsTold();
    void anAnswerToOurRequestIsOffered();
    void whatIsNoConsentIsNotOfferedAgain();
};

void TestConsentDrawer::eachConsentSaysHowItStands()
{
    ConsentWindow fixture;
    auto ended = fixture.said(ConsentTo::DirectMessage, ConsentState::Given, Channel::Vk, u"id17"_s);
    ended.until = fixture.stores.clock.now() - 1h;
    fixture.know({fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number),
                  fixture.said(ConsentTo::Mailing, ConsentState::Revoked, Channel::Email, {}), ended,
                  fixture.said(ConsentTo::RemovalRequest, ConsentState::Asked, Channel::X, u"@anna"_s)});
    fixture.openDrawer();

    const auto lines = fixture.lines();

    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).startsWith(u"Calls to +7 900 000-00-17: allowed since"_s), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).contains(u"not allowed, taken back on"_s), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).contains(u"was allowed until"_s), qPrintable(lines.at(2)));
    QVERIFY2(lines.at(3).contains(u"no answer yet"_s), qPrintable(lines.at(3)));
}

void TestConsentDrawer::whereNothingWasSaidTheDrawerSaysSo()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();

    QVERIFY(fixture.drawer->findChild<QLabel *>(u"noConsents"_s) != nullptr);
    QVERIFY(!fixture.part<QPushButton>("consentHistoryButton")->isVisible());
}

void TestConsentDrawer::aNumberIsCalledWithAYesAlone()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    QVERIFY(fixture.drawer->findChild<QPushButton *>(u"callButton"_s) == nullptr);
    QVERIFY(fixture.drawerText().contains(u"not allowed to phone"_s));

    fixture.know({fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number)});
    fixture.choose(2);
    fixture.choose(1);

    QTRY_VERIFY(fixture.drawer->findChild<QPushButton *>(u"callButton"_s) != nullptr);
    QVERIFY(!fixture.drawerText().contains(u"not allowed to phone"_s));
    QTest::mouseClick(fixture.drawer->findChild<QPushButton *>(u"callButton"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.opened, QList{QUrl(u"tel:+79000000017"_s)});
}

void TestConsentDrawer::aNumberIsNoCallHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("address");
    for (const auto *address : {"tel:+79000000017", "TEL:+79000000017", " tel:+79000000017",
                                "Tel:+7-900-000-00-17", "tel:%2B79000000017"}) {
        QTest::newRow(address) << QString::fromLatin1(address);
    }
}

void TestConsentDrawer::aNumberIsNoCallHoweverItIsWritten()
{
    QFETCH(const QString, address);
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();

    Q_EMIT fixture.window->conversation()
        .findChild<QTextBrowser *>(u"messageText"_s)
        ->anchorClicked(QUrl(address));
    // What comes after it has been answered shows that nothing was opened before.
    Q_EMIT fixture.window->conversation()
        .findChild<QTextBrowser *>(u"messageText"_s)
        ->anchorClicked(QUrl(u"https://shop.example/"_s));

    QTRY_COMPARE(fixture.opened.size(), 1);
    QCOMPARE(fixture.opened.constFirst().scheme(), u"https"_s);
}

void TestConsentDrawer::aNumberInAMessageIsCalledWithAYesAlone()
{
    ConsentWindow fixture;
    fixture.know({fixture.said(ConsentTo::Phone, ConsentState::Revoked, Channel::Phone, number)});
    fixture.openDrawer();
    const auto choose = [&] {
        auto *text = fixture.window->conversation().findChild<QTextBrowser *>(u"messageText"_s);
        Q_EMIT text->anchorClicked(QUrl(u"tel:+79000000017"_s));
    };

    choose();

    QTRY_VERIFY(fixture.part<QLabel>("noticeWords")->text().contains(u"Not allowed to phone"_s));
    QVERIFY(fixture.opened.isEmpty());
    // Any other link opens as ever.
    Q_EMIT fixture.window->conversation()
        .findChild<QTextBrowser *>(u"messageText"_s)
        ->anchorClicked(QUrl(u"https://shop.example/"_s));
    QTRY_COMPARE(fixture.opened.size(), 1);

    fixture.know({fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number)});
    choose();
    QTRY_COMPARE(fixture.opened.value(1), QUrl(u"tel:+79000000017"_s));
}

void TestConsentDrawer::aYesIsRecordedWithTheMessage()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    fixture.openDialog();
    fixture.pick("consentTo", ConsentTo::Phone);
    fixture.pick("consentState", ConsentState::Given);
    QCOMPARE(fixture.part<QComboBox>("consentAddress")->currentText(), number);

    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_COMPARE(fixture.consents.entries.value(PersonId{1}).size(), 1);
    const auto kept = fixture.consents.entries.value(PersonId{1}).constFirst();
    QCOMPARE(kept.said,
             (Consent{.to = ConsentTo::Phone,
                      .state = ConsentState::Given,
                      .channel = Channel::Phone,
                      .handle = number,
                      .at = fixture.stores.clock.now(),
                      .evidence = MessageId{1}}));
}

void TestConsentDrawer::aYesNeedsSomethingToShow()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    fixture.openDialog();
    auto *evidence = fixture.part<QComboBox>("consentEvidence");
    QVERIFY(evidence->currentText().contains(u"Where is my parcel?"_s));
    QVERIFY(fixture.ok()->isEnabled());

    evidence->setCurrentIndex(1); // something else
    QVERIFY(!fixture.ok()->isEnabled());
    fixture.pick("consentState", ConsentState::Revoked);
    QVERIFY(fixture.ok()->isEnabled()); // a no needs nothing
    fixture.pick("consentState", ConsentState::Given);
    QTest::keyClicks(fixture.part<QLineEdit>("consentWordsField"), u"At the counter"_s);
    QVERIFY(fixture.ok()->isEnabled());
    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_COMPARE(fixture.consents.entries.value(PersonId{1}).size(), 1);
    const auto kept = fixture.consents.entries.value(PersonId{1}).constFirst();
    QCOMPARE(kept.words, u"At the counter"_s);
    QVERIFY(!kept.said.evidence.isValid());
}

void TestConsentDrawer::anotherNumberIsTyped()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    fixture.openDialog();
    auto *address = fixture.part<QComboBox>("consentAddress");
    QVERIFY(address->isEditable());
    address->setEditText(u"+44 20 7946 0000"_s);

    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_COMPARE(fixture.consents.entries.value(PersonId{1}).size(), 1);
    QCOMPARE(fixture.consents.entries.value(PersonId{1}).constFirst().said.handle, u"+44 20 7946 0000"_s);
}

void TestConsentDrawer::aConsentEndsAfterItsLastDay()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    fixture.openDialog();
    auto *until = fixture.part<QDateEdit>("consentUntil");
    QVERIFY(!until->isEnabled());
    fixture.part<QCheckBox>("consentEnds")->setChecked(true);
    QVERIFY(until->isEnabled());
    until->setDate(QDate(2030, 12, 31));

    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_COMPARE(fixture.consents.entries.value(PersonId{1}).size(), 1);
    const auto kept = fixture.consents.entries.value(PersonId{1}).constFirst().said;
    QCOMPARE(toMillis(kept.until), QDate(2031, 1, 1).startOfDay().toMSecsSinceEpoch());
}

void TestConsentDrawer::historyIsShownOnDemand()
{
    ConsentWindow fixture;
    const auto yes = fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number);
    auto no = fixture.said(ConsentTo::Phone, ConsentState::Revoked, Channel::Phone, number);
    no.at += 1h;
    fixture.know({yes, no});
    fixture.consents.entries.insert(PersonId{1},
                                    {{.id = ConsentEntryId{1},
                                      .said = yes,
                                      .words = u"At the counter"_s,
                                      .by = u"Olga"_s,
                                      .recordedAt = yes.at},
                                     {.id = ConsentEntryId{2}, .said = no, .recordedAt = no.at}});
    fixture.openDrawer();
    QCOMPARE(fixture.lines().size(), 1); // as it stands

    QTest::mouseClick(fixture.part<QPushButton>("consentHistoryButton"), Qt::LeftButton);

    QTRY_COMPARE(fixture.lines().size(), 3);
    QVERIFY(fixture.lines().at(1).contains(u"Taken back"_s)); // the newest first
    QVERIFY(fixture.lines().at(2).contains(u"At the counter"_s));
    QVERIFY(fixture.lines().at(2).contains(u"by Olga"_s));
}

void TestConsentDrawer::theEvidenceIsShownInItsConversation()
{
    ConsentWindow fixture;
    fixture.know({fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number, MessageId{3})});
    fixture.openDrawer();

    QTest::mouseClick(fixture.drawer->findChild<QToolButton *>(u"consentEvidenceButton"_s), Qt::LeftButton);

    QTRY_COMPARE(fixture.window->conversation().row().id, ConversationId{3});
    QCOMPARE(fixture.window->conversation().thread().currentRow(), 0);
}

void TestConsentDrawer::evidenceThatIsGoneIsTold()
{
    ConsentWindow fixture;
    fixture.know(
        {fixture.said(ConsentTo::Phone, ConsentState::Given, Channel::Phone, number, MessageId{99})});
    fixture.openDrawer();

    QTest::mouseClick(fixture.drawer->findChild<QToolButton *>(u"consentEvidenceButton"_s), Qt::LeftButton);

    QTRY_VERIFY(fixture.part<QLabel>("noticeWords")->text().contains(u"not here any more"_s));
    QCOMPARE(fixture.window->conversation().current(), ConversationId{1});
}

void TestConsentDrawer::whatCannotBeKeptIsTold()
{
    ConsentWindow fixture;
    fixture.know({});
    fixture.openDrawer();
    fixture.openDialog();
    fixture.consents.failure = Error{.code = Errc::DiskFull, .detail = {}, .retryAfter = {}};

    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_VERIFY(fixture.part<QLabel>("noticeWords")->isVisible());
}

namespace {

/// Conversation 1: we asked whether we may phone, and she answered.
void askToCall(ConsentWindow &fixture)
{
    QList<Message> messages;
    for (const auto &[id, direction, text] :
         {std::tuple{11, Direction::Outgoing, u"May we call you about the parcel?"_s},
          std::tuple{12, Direction::Incoming, u"Yes, on +7 495 123-45-67"_s},
          std::tuple{13, Direction::Incoming, u"Is it blue?"_s}}) {
        Message message;
        message.id = MessageId{id};
        message.conversation = ConversationId{1};
        message.direction = direction;
        message.sentAt = fixture.stores.clock.now();
        message.text = text;
        messages.append(message);
    }
    fixture.stores.messages.insert(ConversationId{1}, messages);
}

} // namespace

void TestConsentDrawer::anAnswerToOurRequestIsOffered()
{
    ConsentWindow fixture;
    askToCall(fixture);
    fixture.know({});
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("consentOffer")->isVisible());
    QVERIFY(fixture.consents.entries.isEmpty()); // never by itself

    QTest::mouseClick(fixture.part<QPushButton>("consentOfferRecord"), Qt::LeftButton);
    QTRY_VERIFY(fixture.part<ConsentDialog>("consentDialog") != nullptr);
    QVERIFY(fixture.part<QComboBox>("consentEvidence")->currentText().contains(u"Yes, on"_s));
    QTest::mouseClick(fixture.ok(), Qt::LeftButton);

    QTRY_COMPARE(fixture.consents.entries.value(PersonId{1}).size(), 1);
    const auto kept = fixture.consents.entries.value(PersonId{1}).constFirst().said;
    QCOMPARE(kept.state, ConsentState::Given);
    QCOMPARE(kept.to, ConsentTo::Phone);
    QCOMPARE(kept.handle, u"+74951234567"_s);
    QCOMPARE(kept.evidence, MessageId{12});

    // Once it is recorded it is offered no more.
    fixture.know({kept});
    fixture.choose(2);
    fixture.choose(1);
    QTRY_COMPARE(fixture.window->conversation().row().id, ConversationId{1});
    QVERIFY(!fixture.part<QWidget>("consentOffer")->isVisible());
}

void TestConsentDrawer::whatIsNoConsentIsNotOfferedAgain()
{
    ConsentWindow fixture;
    askToCall(fixture);
    fixture.know({});
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("consentOffer")->isVisible());

    QTest::mouseClick(fixture.part<QPushButton>("consentOfferDismiss"), Qt::LeftButton);
    QVERIFY(!fixture.part<QWidget>("consentOffer")->isVisible());
    fixture.choose(2);
    fixture.choose(1);

    QTRY_COMPARE(fixture.window->conversation().row().id, ConversationId{1});
    QVERIFY(!fixture.part<QWidget>("consentOffer")->isVisible());
    QVERIFY(fixture.consents.entries.isEmpty());
}

QTEST_MAIN(TestConsentDrawer)
#include "tst_consentdrawer.moc"
