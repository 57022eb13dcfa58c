// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/composer.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/composer/addressfields.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/thread/conversationpane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace aside;
using namespace Qt::StringLiterals;

/// Whom a reply by mail goes to, as it is seen and typed.
class TestAddressFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void oneCustomerNeedsNoFields();
    void otherChannelsHaveNone();
    void theButtonSaysHowManyItReaches();
    void whatIsTypedIsKeptAndChecked();
    void knownPeopleAreProposed();
    void aForwardedLetterGoesWithItsFiles();
    void theNoteHasNoRecipients();
    void identitiesAreOfferedWhereThereAreSeveral();
    void anotherConversationHasItsOwn();

private:
    [[nodiscard]] AddressFields &fields() const
    {
        return m_fixture->window->conversation().composer().addressFields();
    }
    [[nodiscard]] QString words() const { return m_fixture->part<ElidedButton>("sendButton")->words(); }
    void trigger(const char *id) { m_fixture->window->commands().action(id)->trigger(); }
    [[nodiscard]] Addressing stored() const
    {
        const QList<Draft> versions = m_fixture->stores.replies.value(ConversationId{1});
        return versions.isEmpty() ? Addressing() : versions.constLast().addressing;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestAddressFields::init()
{
    test::failOnWarning();
    m_fixture = std::make_unique<test::WindowFixture>();
    m_fixture->stores.conversations[0].handle = u"anna@example.org"_s;
    Message &message = m_fixture->stores.messages[ConversationId{1}].first();
    message.handle = u"anna@example.org"_s;
    message.recipients = {{RecipientKind::To, u"Support"_s, u"support@shop.example"_s},
                          {RecipientKind::Cc, u"Tom"_s, u"tom@example.org"_s},
                          {RecipientKind::Cc, {}, u"aud@example.org"_s}};
    Account account;
    account.id = AccountId{1};
    account.identity = u"North Lane"_s;
    account.address = u"support@shop.example"_s;
    m_fixture->stores.accountList = {account};
    m_fixture->open();
    m_fixture->choose(1);
}

void TestAddressFields::oneCustomerNeedsNoFields()
{
    QVERIFY(!fields().isVisible());
    QVERIFY(m_fixture->part<QPushButton>("recipientsMenuButton")->isVisible());
    QCOMPARE(words(), u"Reply by email to Anna Berg"_s);
}

void TestAddressFields::otherChannelsHaveNone()
{
    m_fixture->choose(2);

    trigger("reply.all");
    trigger("reply.forward");
    trigger("reply.recipients");

    QVERIFY(!fields().isVisible());
    QVERIFY(!m_fixture->part<QPushButton>("recipientsMenuButton")->isVisible());
    QVERIFY(m_fixture->reply()->toPlainText().isEmpty());
}

void TestAddressFields::theButtonSaysHowManyItReaches()
{
    trigger("reply.all");

    QVERIFY(fields().isVisible());
    QCOMPARE(m_fixture->part<QLineEdit>("toField")->text(), u"Anna Berg <anna@example.org>"_s);
    QCOMPARE(m_fixture->part<QLineEdit>("ccField")->text(), u"Tom <tom@example.org>, aud@example.org"_s);
    QVERIFY(!m_fixture->part<QLineEdit>("bccField")->isVisible());
    QVERIFY2(words().startsWith(u"Reply by email to Anna Berg and 2 other"_s), qPrintable(words()));

    fields().showCopies();
    m_fixture->part<QLineEdit>("bccField")->setFocus();
    QTest::keyClicks(m_fixture->part<QLineEdit>("bccField"), u"boss@shop.example"_s);
    fields().commit();

    QVERIFY2(words().startsWith(u"Reply by email to Anna Berg and 3 other"_s), qPrintable(words()));
    QCOMPARE(stored().recipients.size(), 4);
}

void TestAddressFields::whatIsTypedIsKeptAndChecked()
{
    m_fixture->reply()->setPlainText(u"Hello"_s);
    trigger("reply.recipients");
    auto *cc = m_fixture->part<QLineEdit>("ccField");
    auto *send = m_fixture->part<QPushButton>("sendButton");
    QVERIFY(cc->isVisible());
    QVERIFY(send->isEnabled());

    cc->setFocus();
    QTest::keyClicks(cc, u"tom@example.org, nobody"_s);
    fields().commit();

    QVERIFY(!send->isEnabled());
    QCOMPARE(stored().recipients.size(), 2); // Anna and Tom
    m_fixture->reply()->setFocus();
    auto *problem = m_fixture->part<QLabel>("addressProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"nobody"_s));
    QCOMPARE(problem->textFormat(), Qt::PlainText);

    cc->setText(u"tom@example.org"_s);
    fields().commit();

    QVERIFY(send->isEnabled());
    QVERIFY(!problem->isVisible());
}

void TestAddressFields::knownPeopleAreProposed()
{
    m_fixture->stores.conversations[1].handle = u"boris@example.org"_s;
    trigger("reply.recipients");
    auto *cc = m_fixture->part<QLineEdit>("ccField");
    cc->setFocus();

    QTest::keyClicks(cc, u"tom@example.org, bor"_s);

    auto *completer = fields().findChild<QCompleter *>();
    QTRY_COMPARE(completer->popup()->model()->rowCount(), 1);
    Q_EMIT completer->activated(completer->popup()->model()->index(0, 0).data().toString());
    QCOMPARE(cc->text(), u"tom@example.org, Boris <boris@example.org>, "_s);
    QCOMPARE(stored().recipients.size(), 3);
    completer->popup()->hide();
}

void TestAddressFields::aForwardedLetterGoesWithItsFiles()
{
    Attachment file;
    file.id = AttachmentId{5};
    file.name = u"plan.pdf"_s;
    m_fixture->stores.messages[ConversationId{1}].first().attachments = {file};
    m_fixture->choose(2);
    m_fixture->choose(1);
    m_fixture->reply()->setPlainText(u"See below"_s);

    trigger("reply.forward");

    QVERIFY(m_fixture->reply()->toPlainText().startsWith(u"See below\n\n--"_s));
    QVERIFY(m_fixture->reply()->toPlainText().contains(u"Where is my parcel?"_s));
    QVERIFY(m_fixture->reply()->toPlainText().contains(u"Tom <tom@example.org>"_s));
    QCOMPARE(m_fixture->window->conversation().composer().composer().files().files().size(), 1);
    QCOMPARE(words(), u"Forward by email"_s);
    QVERIFY(!m_fixture->part<QPushButton>("sendButton")->isEnabled());

    auto *to = m_fixture->part<QLineEdit>("toField");
    QTest::keyClicks(to, u"works@shop.example"_s);
    fields().commit();

    QCOMPARE(words(), u"Forward by email to works@shop.example"_s);
    QVERIFY(m_fixture->part<QPushButton>("sendButton")->isEnabled());
    QVERIFY(stored().forwarded.isValid());
    trigger("reply.forward"); // once is enough
    QCOMPARE(m_fixture->reply()->toPlainText().count(u"Where is my parcel?"_s), 1);
}

void TestAddressFields::theNoteHasNoRecipients()
{
    trigger("reply.all");

    trigger("reply.note");

    QVERIFY(!fields().isVisible());
    QVERIFY(!m_fixture->part<QPushButton>("recipientsMenuButton")->isVisible());
    trigger("reply.write");
    QVERIFY(fields().isVisible());
}

void TestAddressFields::identitiesAreOfferedWhereThereAreSeveral()
{
    trigger("reply.all");
    auto *from = m_fixture->part<QComboBox>("fromField");
    QVERIFY(!from->isVisible());
    Account account = m_fixture->stores.accountList.constFirst();
    account.settings.insert(u"identities"_s, u"Sales <sales@shop.example>"_s);
    m_fixture->window->conversation().composer().composer().addresses().setAccounts({account});

    QVERIFY(from->isVisible());
    from->setCurrentIndex(1);
    Q_EMIT from->activated(1);

    QCOMPARE(stored().sender, u"sales@shop.example"_s);
}

void TestAddressFields::anotherConversationHasItsOwn()
{
    trigger("reply.all");
    const Addressing chosen = stored();

    m_fixture->choose(3);
    QVERIFY(!fields().isVisible());
    m_fixture->choose(1);

    QTRY_VERIFY(fields().isVisible());
    QCOMPARE(stored(), chosen);
    QVERIFY2(words().contains(u"and 2 other"_s), qPrintable(words()));
}

QTEST_MAIN(TestAddressFields)
#include "tst_addressfields.moc"
