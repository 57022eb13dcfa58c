// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/person/persondrawer.h"
#include "widgets/person/promisedialog.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

struct DrawerWindow : test::WindowFixture {
    PersonDrawer *drawer = nullptr;

    void openDrawer(qint64 conversation)
    {
        open();
        choose(conversation);
        window->commands().action("view.person")->trigger();
        drawer = part<PersonDrawer>("personDrawer");
        QTRY_VERIFY(drawer->isVisible());
    }
};

} // namespace

class TestPersonDrawer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void theDrawerFollowsTheConversation();
    void aNoteIsSavedWithoutAButton();
    void aNoteGoesToThePersonItWasWrittenFor();
    void aPromiseIsMadeAndKept();
    void theOpenConversationLeadsNowhere();
};

void TestPersonDrawer::theDrawerFollowsTheConversation()
{
    DrawerWindow fixture;
    fixture.openDrawer(1);
    QTRY_COMPARE(fixture.part<ElidedLabel>("personName")->text(), u"Anna Berg"_s);

    fixture.choose(2);

    QTRY_COMPARE(fixture.part<ElidedLabel>("personName")->text(), u"Boris"_s);
}

void TestPersonDrawer::aNoteIsSavedWithoutAButton()
{
    DrawerWindow fixture;
    fixture.openDrawer(1);
    auto *note = fixture.part<QPlainTextEdit>("personNote");
    QTRY_VERIFY(note->isEnabled());

    QTest::keyClicks(note, u"Calls back late"_s);

    const auto saved = [&] {
        return fixture.stores.card(ConversationId{1}).result()->note;
    };
    QTRY_COMPARE(saved(), u"Calls back late"_s);
}

void TestPersonDrawer::aNoteGoesToThePersonItWasWrittenFor()
{
    DrawerWindow fixture;
    fixture.openDrawer(1);
    auto *note = fixture.part<QPlainTextEdit>("personNote");
    QTRY_VERIFY(note->isEnabled());

    QTest::keyClicks(note, u"likes lamps"_s);
    fixture.choose(2); // before the pause after typing ends

    QTRY_COMPARE(fixture.stores.card(ConversationId{1}).result()->note, u"likes lamps"_s);
    QTRY_COMPARE(fixture.part<ElidedLabel>("personName")->text(), u"Boris"_s);
    QVERIFY(note->toPlainText().isEmpty());
    QVERIFY(fixture.stores.card(ConversationId{2}).result()->note.isEmpty());
}

void TestPersonDrawer::aPromiseIsMadeAndKept()
{
    DrawerWindow fixture;
    fixture.openDrawer(1);

    QTest::mouseClick(fixture.part<QPushButton>("addPromiseButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.part<PromiseDialog>("promiseDialog") != nullptr);
    QTest::keyClicks(fixture.part<QLineEdit>("promiseWords"), u"The refund"_s);
    QTest::keyClick(fixture.part<QLineEdit>("promiseWords"), Qt::Key_Return);

    const auto promises = [&] {
        return *fixture.stores.promises(ConversationId{1}).result();
    };
    QTRY_COMPARE(promises().size(), 1);
    QCOMPARE(promises().constFirst().words, u"The refund"_s);
    QTRY_VERIFY(fixture.part<QToolButton>("keepPromiseButton") != nullptr);
    QTest::mouseClick(fixture.part<QToolButton>("keepPromiseButton"), Qt::LeftButton);
    QTRY_VERIFY(promises().constFirst().keptAt != Instant{});
}

void TestPersonDrawer::theOpenConversationLeadsNowhere()
{
    DrawerWindow fixture;
    fixture.openDrawer(1);

    const auto links = [&] {
        return fixture.drawer->findChildren<QPushButton *>(u"conversationLink"_s);
    };
    QTRY_VERIFY(!links().isEmpty());

    QVERIFY2(!links().constFirst()->isEnabled(), "the open conversation leads nowhere");
    QVERIFY(!links().constFirst()->accessibleName().isEmpty());
}

QTEST_MAIN(TestPersonDrawer)
#include "tst_persondrawer.moc"
