// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/composerfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestAddressDesk : public QObject, private ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_row = ConversationRow();
        m_row.id = anna;
        m_row.person = u"Anna"_s;
        m_row.handle = u"anna@example.org"_s;
        m_row.account = AccountId{1};
        m_message = Message();
        m_message.id = MessageId{7};
        m_message.conversation = anna;
        m_message.author = u"Anna"_s;
        m_message.handle = u"anna@example.org"_s;
        m_message.recipients = {{RecipientKind::To, u"Support"_s, u"Support@shop.example"_s},
                                {RecipientKind::To, u"Tom"_s, u"tom@example.org"_s},
                                {RecipientKind::Cc, u"Aud"_s, u"aud@example.org"_s}};
    }
    void cleanup() { end(); }

    void theCustomerAloneGetsIt();
    void whereTheCustomerWantsAnswers();
    void everybodyButOurselves();
    void ourOtherAddressesAreThoseWeWroteFrom();
    void whatWasChosenIsKeptWithTheDraft();
    void whatIsReadLateChangesNothing();
    void theItemCarriesIt();
    void aForwardedLetterNeedsSomebody();
    void onlyMailHasRecipients();
    void identitiesAreThoseOfTheAccount();

private:
    AddressDesk &open()
    {
        Account account;
        account.id = AccountId{1};
        account.identity = u"North Lane"_s;
        account.address = u"support@shop.example"_s;
        account.settings.insert(u"identities"_s, u"Sales <sales@shop.example>"_s);
        m_composer->addresses().setAccounts({account});
        m_stores->addConversation(m_row, {m_message});
        m_composer->open(anna);
        m_composer->addresses().setConversation(m_row, {m_message});
        return m_composer->addresses();
    }

    ConversationRow m_row;
    Message m_message;
};

void TestAddressDesk::theCustomerAloneGetsIt()
{
    const AddressDesk &desk = open();

    QVERIFY(desk.isOffered());
    QVERIFY(!desk.isChosen());
    QCOMPARE(desk.recipients(), (QList<Recipient>{{RecipientKind::To, u"Anna"_s, u"anna@example.org"_s}}));
}

void TestAddressDesk::whereTheCustomerWantsAnswers()
{
    m_message.recipients.append({RecipientKind::ReplyTo, {}, u"desk@example.org"_s});
    const AddressDesk &desk = open();

    QCOMPARE(desk.recipients(), (QList<Recipient>{{RecipientKind::To, {}, u"desk@example.org"_s}}));
}

void TestAddressDesk::everybodyButOurselves()
{
    AddressDesk &desk = open();

    desk.answerEverybody();

    QVERIFY(desk.isChosen());
    QCOMPARE(desk.recipients(),
             (QList<Recipient>{{RecipientKind::To, u"Anna"_s, u"anna@example.org"_s},
                               {RecipientKind::Cc, u"Tom"_s, u"tom@example.org"_s},
                               {RecipientKind::Cc, u"Aud"_s, u"aud@example.org"_s}}));

    desk.answerCustomer();

    QVERIFY(!desk.isChosen());
    QCOMPARE(desk.recipients().size(), 1);
}

/// What was imported from files has no account.
void TestAddressDesk::ourOtherAddressesAreThoseWeWroteFrom()
{
    AddressDesk &desk = open();
    desk.setAccounts({});
    Message ours;
    ours.id = MessageId{6};
    ours.direction = Direction::Outgoing;
    ours.handle = u"support@shop.example"_s;
    desk.setConversation(m_row, {ours, m_message});

    desk.answerEverybody();

    QCOMPARE(desk.recipients().size(), 3);
}

void TestAddressDesk::whatWasChosenIsKeptWithTheDraft()
{
    AddressDesk &desk = open();
    desk.answerEverybody();
    const Addressing chosen = desk.addressing();
    QCOMPARE(m_stores->replies.value(anna).constLast().addressing, chosen);

    m_composer->open(boris);
    QVERIFY(!desk.isChosen());
    m_composer->open(anna);

    QCOMPARE(desk.addressing(), chosen);
}

void TestAddressDesk::whatIsReadLateChangesNothing()
{
    AddressDesk &desk = open();
    m_composer->close();
    m_stores->setAnswers(FakeStores::Answers::HeldBack);
    m_composer->open(anna);
    desk.setConversation(m_row, {m_message});

    desk.answerEverybody();
    m_stores->answerAll();

    QVERIFY(desk.isChosen());
}

void TestAddressDesk::theItemCarriesIt()
{
    AddressDesk &desk = open();
    desk.answerEverybody();
    const Addressing chosen = desk.addressing();
    m_composer->setText(u"Dear all"_s);
    QSignalSpy held(m_composer.get(), &Composer::held);

    m_composer->send();

    QTRY_COMPARE(held.size(), 1);
    QCOMPARE(held.constFirst().constFirst().value<OutboxItem>().addressing, chosen);
    QTRY_VERIFY(!desk.isChosen());
}

void TestAddressDesk::aForwardedLetterNeedsSomebody()
{
    AddressDesk &desk = open();
    desk.forward(m_message);
    QVERIFY(desk.isChosen());
    QVERIFY(!desk.hasRecipients());
    m_composer->setText(u"See below"_s);
    QSignalSpy failed(m_composer.get(), &Composer::failed);

    m_composer->send();

    QCOMPARE(failed.size(), 1);
    QVERIFY(m_stores->outbox.isEmpty());
}

void TestAddressDesk::onlyMailHasRecipients()
{
    m_row.channel = Channel::Telegram;
    AddressDesk &desk = open();

    desk.answerEverybody();

    QVERIFY(!desk.isOffered());
    QVERIFY(!desk.isChosen());
}

void TestAddressDesk::identitiesAreThoseOfTheAccount()
{
    AddressDesk &desk = open();
    QCOMPARE(desk.identities().size(), 2);
    QCOMPARE(desk.identities().constLast().address, u"sales@shop.example"_s);

    m_row.account = AccountId{5};
    desk.setConversation(m_row, {m_message});

    QVERIFY(desk.identities().isEmpty());
}

QTEST_GUILESS_MAIN(TestAddressDesk)
#include "tst_addressdesk.moc"
