// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/outgoingletter.h"
#include "app/channels/email/compose/letterdevice.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;

/// A reply from the outbox, as the letter it becomes.
class TestOutgoingLetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theCustomerAloneGetsAPlainReply()
    {
        const Letter letter = made();

        QCOMPARE(letter.from, (Mailbox{u"North Lane"_s, u"support@shop.example"_s}));
        QCOMPARE(letter.to, (QList<Mailbox>{{u"Anna"_s, u"anna@example.org"_s}}));
        QVERIFY(letter.cc.isEmpty() && letter.bcc.isEmpty());
        QCOMPARE(letter.subject, u"Re: Late parcel"_s);
    }

    void everybodyIsInTheEnvelopeAndNoSecretInTheHeader()
    {
        m_message.recipients = {{RecipientKind::To, u"Anna"_s, u"desk@example.org"_s},
                                {RecipientKind::Cc, u"Tom"_s, u"tom@example.org"_s},
                                {RecipientKind::Bcc, u"Boss"_s, u"boss@shop.example"_s}};

        const Letter letter = made();
        const auto envelope = envelopeOf(letter);
        const auto device = LetterDevice::make(letter);

        QVERIFY(envelope && device);
        QCOMPARE(envelope->recipients,
                 (QList<QByteArray>{"desk@example.org", "tom@example.org", "boss@shop.example"}));
        const QByteArray bytes = (*device)->readAll();
        QVERIFY(bytes.contains("\r\nCc: "));
        QVERIFY(bytes.contains("<tom@example.org>"));
        QVERIFY(!bytes.contains("boss"));
        QVERIFY(!bytes.contains("anna@"));
    }

    void aCopyAloneNeedsNoTo()
    {
        m_message.recipients = {{RecipientKind::Bcc, {}, u"boss@shop.example"_s}};

        const Letter letter = made();

        QVERIFY(letter.to.isEmpty());
        QCOMPARE(envelopeOf(letter)->recipients, QList<QByteArray>{"boss@shop.example"});
        QVERIFY(LetterDevice::make(letter));
    }

    void itIsWrittenAsTheIdentity_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("address");
        QTest::addRow("none chosen") << QString() << u"support@shop.example"_s;
        QTest::addRow("chosen") << u"SALES@shop.example"_s << u"sales@shop.example"_s;
        QTest::addRow("one it has no more") << u"old@shop.example"_s << u"support@shop.example"_s;
    }

    void itIsWrittenAsTheIdentity()
    {
        QFETCH(const QString, sender);
        m_message.sender = sender;

        QTEST(made().from.address, "address");
        QCOMPARE(envelopeOf(made())->sender, made().from.address.toLatin1());
    }

    void aForwardedLetterAnswersNothing()
    {
        m_message.isForward = true;
        m_message.inReplyTo.clear();
        m_message.references.clear();

        QCOMPARE(made().subject, u"Fwd: Late parcel"_s);
        QVERIFY(made().inReplyTo.isEmpty());
    }

    void cleanup() { m_message = plain(); }

private:
    static OutgoingMessage plain()
    {
        OutgoingMessage message;
        message.wireId = u"0193@shop.example"_s;
        message.to = u"anna@example.org"_s;
        message.toName = u"Anna"_s;
        message.subject = u"Late parcel"_s;
        message.text = u"Dear Anna"_s;
        message.inReplyTo = u"a@example.org"_s;
        message.references = {u"a@example.org"_s};
        return message;
    }

    [[nodiscard]] Letter made() const
    {
        Account account;
        account.identity = u"North Lane"_s;
        account.address = u"support@shop.example"_s;
        account.settings.insert(u"identities"_s, u"Sales <sales@shop.example>"_s);
        return letterOf(m_message, account, Instant(std::chrono::seconds(1'700'000'000)), {});
    }

    OutgoingMessage m_message = plain();
};

QTEST_GUILESS_MAIN(TestOutgoingLetter)
#include "tst_outgoingletter.moc"
