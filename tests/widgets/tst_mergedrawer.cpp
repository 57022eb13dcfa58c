// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/person/mergedialog.h"
#include "widgets/person/persondrawer.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr PersonId anna{1};
constexpr PersonId berg{9};

struct DrawerWindow : test::WindowFixture {
    PersonDrawer *drawer = nullptr;

    DrawerWindow()
    {
        PersonCard card;
        card.id = anna;
        card.name = u"Anna"_s;
        card.handles = {{.id = HandleId{1}, .channel = Channel::Email, .shown = u"anna@example.org"_s},
                        {.id = HandleId{2}, .channel = Channel::Vk, .shown = u"id17"_s}};
        stores.cards.insert(ConversationId{1}, card);
    }
    PersonCard &card() { return stores.cards[ConversationId{1}]; }
    void propose()
    {
        records.proposed[anna] = {
            {.other = {.id = berg, .name = u"A. Berg"_s, .handle = u"@aberg"_s, .channel = Channel::X},
             .evidence
             = {{.sign = MergeSign::WroteAddress, .value = u"anna@example.org"_s, .message = MessageId{2}}}}};
    }
    void openDrawer()
    {
        open();
        choose(1);
        window->commands().action("view.person")->trigger();
        drawer = part<PersonDrawer>("personDrawer");
        QTRY_VERIFY(drawer->isVisible());
    }
    QString words(const char *name) const
    {
        return part<QLabel>(name) ? part<QLabel>(name)->text().remove(QChar(0x200b)) : QString();
    }
    void click(const char *name) const
    {
        auto *button = part<QAbstractButton>(name);
        QVERIFY2(button, name);
        button->click();
        QCoreApplication::processEvents(); // the answers are ready
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace

/// Who may be the same person, who is, and how they like to be answered.
class TestMergeDrawer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void suggestionShowsWhatSpeaksForIt();
    void samePersonIsMergedAndCanBeTakenBack();
    void differentPeopleAreNotProposedAnyMore();
    void evidenceLeadsToItsMessage();
    void mergedPersonShowsItsNoteAndIsSeparated();
    void anotherPersonIsChosenFromAll();
    void nobodyIsMergedWithThemselves();
    void failureIsTold();
    void whatTheyLikeIsKept();
    void timelineTellsEverythingInOrder();
    void buttonsHaveNamesThatSayWhom();
};

void TestMergeDrawer::suggestionShowsWhatSpeaksForIt()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();

    QTRY_VERIFY(fixture.part<QWidget>("mergeSuggestion"));
    QVERIFY(fixture.words("mergeQuestion").contains(u"A. Berg"_s));
    QVERIFY(fixture.words("mergeEvidence").contains(u"anna@example.org"_s));
    QVERIFY(fixture.records.calls.isEmpty()); // never by itself
}

void TestMergeDrawer::samePersonIsMergedAndCanBeTakenBack()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("mergeSuggestion"));

    fixture.click("samePersonButton");

    QCOMPARE(fixture.records.calls, QStringList{u"merge 9 1"_s});
    QTRY_VERIFY(fixture.part<QPushButton>("mergeUndoButton")->isVisible());
    fixture.click("mergeUndoButton");
    QTRY_COMPARE(fixture.records.calls,
                 (QStringList{u"merge 9 1"_s, u"separate 9 0"_s, u"reconsider 9 1"_s}));
    QVERIFY(!fixture.part<QPushButton>("mergeUndoButton")->isVisible());
}

void TestMergeDrawer::differentPeopleAreNotProposedAnyMore()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("mergeSuggestion"));

    fixture.click("differentPeopleButton");

    QCOMPARE(fixture.records.calls, QStringList{u"apart 1 9"_s});
    QTRY_VERIFY(!fixture.part<QWidget>("mergeSuggestion"));
    fixture.click("mergeUndoButton");
    QTRY_COMPARE(fixture.records.calls.constLast(), u"reconsider 1 9"_s);
}

void TestMergeDrawer::evidenceLeadsToItsMessage()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QToolButton>("mergeEvidenceButton"));
    QSignalSpy asked(fixture.drawer, &PersonDrawer::evidenceAsked);

    fixture.part<QToolButton>("mergeEvidenceButton")->click();

    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().constFirst().value<MessageId>(), MessageId{2});
}

void TestMergeDrawer::mergedPersonShowsItsNoteAndIsSeparated()
{
    DrawerWindow fixture;
    fixture.card().note = u"likes tea"_s;
    fixture.card().merged = {{.id = berg,
                              .into = anna,
                              .name = u"A. Berg"_s,
                              .note = u"likes coffee"_s,
                              .at = {},
                              .by = u"Olga"_s}};
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("mergedPerson"));
    QVERIFY(fixture.words("mergedWords").contains(u"A. Berg"_s));
    QVERIFY(fixture.words("mergedWords").contains(u"Olga"_s));
    QVERIFY(fixture.words("mergedNote").contains(u"likes coffee"_s));
    QCOMPARE(fixture.part<QPlainTextEdit>("personNote")->toPlainText(), u"likes tea"_s);

    fixture.click("separateButton");

    QCOMPARE(fixture.records.calls, QStringList{u"separate 9 0"_s});
    QTRY_VERIFY(fixture.part<QPushButton>("mergeUndoButton")->isVisible());
    fixture.click("mergeUndoButton");
    QTRY_COMPARE(fixture.records.calls.constLast(), u"merge 9 0"_s);
}

void TestMergeDrawer::anotherPersonIsChosenFromAll()
{
    DrawerWindow fixture;
    fixture.records.names
        = {{.id = anna, .name = u"Anna"_s, .handle = u"anna@example.org"_s},
           {.id = berg, .name = u"A. Berg"_s, .handle = u"@aberg"_s, .channel = Channel::X}};
    fixture.openDrawer();
    fixture.click("mergeWithButton");
    QTRY_VERIFY(fixture.part<MergeDialog>("mergeDialog"));
    auto *field = fixture.part<QLineEdit>("mergeSearch");
    QVERIFY(!fixture.part<QDialog>("mergeDialog")->findChild<QPushButton *>()->property("primary").isNull());

    QTest::keyClicks(field, u"be"_s);

    auto *list = fixture.part<QListWidget>("mergeList");
    QTRY_COMPARE(list->count(), 1); // not she herself
    QVERIFY(list->item(0)->text().contains(u"@aberg"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(fixture.records.calls.constLast(), u"merge 9 1"_s);
}

void TestMergeDrawer::nobodyIsMergedWithThemselves()
{
    DrawerWindow fixture;
    fixture.records.names = {{.id = anna, .name = u"Anna"_s, .handle = u"anna@example.org"_s}};
    fixture.openDrawer();
    fixture.click("mergeWithButton");
    QTRY_VERIFY(fixture.part<MergeDialog>("mergeDialog"));

    QTest::keyClicks(fixture.part<QLineEdit>("mergeSearch"), u"an"_s);
    QTest::keyClick(fixture.part<QLineEdit>("mergeSearch"), Qt::Key_Return);
    QCoreApplication::processEvents();

    QCOMPARE(fixture.part<QListWidget>("mergeList")->count(), 0);
    QVERIFY(!fixture.records.calls.join(u' ').contains(u"merge"_s));
}

void TestMergeDrawer::failureIsTold()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("mergeSuggestion"));
    QSignalSpy failed(fixture.drawer, &PersonDrawer::failed);

    fixture.records.failure = Error{.code = Errc::DiskFull, .detail = u"scripted"_s, .retryAfter = {}};
    fixture.click("samePersonButton");

    QVERIFY(!fixture.part<QPushButton>("mergeUndoButton")->isVisible());
    QTRY_VERIFY(failed.count() > 0); // what is proposed could not be read again, either
}

void TestMergeDrawer::whatTheyLikeIsKept()
{
    DrawerWindow fixture;
    fixture.card().preference = {.channel = Channel::Telegram, .length = AnswerLength::Detailed};
    fixture.openDrawer();
    auto *channel = fixture.part<QComboBox>("preferredChannel");
    auto *length = fixture.part<QComboBox>("preferredLength");
    auto *form = fixture.part<QComboBox>("preferredForm");
    QTRY_COMPARE(channel->count(), 4); // any, two of theirs, and the one that was chosen
    QCOMPARE(channel->currentIndex(), 3);
    QCOMPARE(length->currentIndex(), 2);

    channel->setFocus();
    QTest::keyClick(channel, Qt::Key_Up);
    form->setFocus();
    QTest::keyClick(form, Qt::Key_Down);

    const PersonPreference wanted{
        .channel = Channel::Vk, .length = AnswerLength::Detailed, .form = AddressForm::Formal};
    QCOMPARE(fixture.records.preferences.value(anna), wanted);
}

void TestMergeDrawer::timelineTellsEverythingInOrder()
{
    DrawerWindow fixture;
    const auto now = fixture.stores.clock.now();
    auto open = fixture.stores.conversations.constFirst();
    open.lastAt = now - 1h;
    auto earlier = open;
    earlier.id = ConversationId{2};
    earlier.audience = Audience::Public;
    earlier.state = ConversationState::Closed;
    earlier.lastAt = now - 5h;
    fixture.card().conversations = {open, earlier};
    fixture.card().conversationCount = 2;
    fixture.card().consents = {{.to = ConsentTo::Phone,
                                .state = ConsentState::Refused,
                                .channel = Channel::Phone,
                                .handle = {},
                                .at = now - 3h,
                                .evidence = {}}};
    fixture.openDrawer();

    const auto links = fixture.drawer->findChildren<QPushButton *>(u"conversationLink"_s);
    QCOMPARE(links.size(), 2);
    QVERIFY(links.at(1)->accessibleName().contains(u"Public"_s));
    QVERIFY(links.at(1)->accessibleName().contains(u"closed"_s));
    auto *event = fixture.part<QWidget>("timelineEvent");
    QVERIFY(event);
    QTRY_VERIFY(links.at(0)->y() < event->y()
                && event->y() < links.at(1)->y()); // the words are laid out first
    QSignalSpy chosen(fixture.drawer, &PersonDrawer::conversationChosen);
    links.at(1)->click();
    QCOMPARE(chosen.count(), 1);
}

void TestMergeDrawer::buttonsHaveNamesThatSayWhom()
{
    DrawerWindow fixture;
    fixture.propose();
    fixture.openDrawer();
    QTRY_VERIFY(fixture.part<QWidget>("mergeSuggestion"));

    QVERIFY(fixture.part<QPushButton>("samePersonButton")->accessibleName().contains(u"A. Berg"_s));
    QVERIFY(fixture.part<QPushButton>("differentPeopleButton")->accessibleName().contains(u"A. Berg"_s));
    for (const char *name : {"preferredChannel", "preferredLength", "preferredForm"}) {
        QVERIFY(!fixture.part<QComboBox>(name)->accessibleName().isEmpty());
        QCOMPARE(fixture.part<QComboBox>(name)->focusPolicy(), Qt::WheelFocus);
    }
}

QTEST_MAIN(TestMergeDrawer)
#include "tst_mergedrawer.moc"
