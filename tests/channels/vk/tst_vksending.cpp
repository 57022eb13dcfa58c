// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/arrival.h"
#include "tests/channels/vk/communityfixture.h"

#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;

/// What goes out to a community, and what is known where it did not.
class TestVkSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void whoNeverWroteIsNotWrittenTo();
    void errorsOfSendingAreTold_data();
    void errorsOfSendingAreTold();
    void lostAnswerIsSafeToRepeat();
    void lostMessageIsFoundByItsNumber();
    void filesGoOut();
    void refusedFileEndsTheAttempt();
    void topicsAreNotAnswered();
    void complaintIsMovedToPrivate();
};

void TestVkSending::whoNeverWroteIsNotWrittenTo()
{
    Community shop;

    const SendOutcome outcome = shop.send(privately(u"Where do you live?"_s));

    const auto *refused = std::get_if<Refused>(&outcome);
    QVERIFY(refused != nullptr);
    QCOMPARE(refused->code, u"901"_s);
    QCOMPARE(shop.server.count(u"messages.send"_s), 0);
    shop.server.allow(anna);
    QVERIFY(std::holds_alternative<Sent>(shop.send(privately(u"Where do you live?"_s))));
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkSending::errorsOfSendingAreTold_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isFinal");
    for (const int code :
         {7, 15, 18, 100, 113, 121, 212, 213, 222, 223, 900, 901, 902, 911, 912, 913, 914, 917, 944}) {
        QTest::addRow("%d", code) << code << true;
    }
    for (const int code : {5, 6, 9, 10, 14, 17, 29}) {
        QTest::addRow("%d", code) << code << false;
    }
}

void TestVkSending::errorsOfSendingAreTold()
{
    QFETCH(const int, code);
    QFETCH(const bool, isFinal);
    Community shop;
    shop.server.allow(anna);
    shop.server.script(
        u"messages.send"_s,
        {.code = code, .words = u"No."_s, .more = {{u"redirect_uri"_s, u"https://id.vk.example/captcha"_s}}});

    const SendOutcome outcome = shop.send(privately(u"Hello"_s));

    if (isFinal) {
        const auto *refused = std::get_if<Refused>(&outcome);
        QVERIFY(refused != nullptr);
        QCOMPARE(refused->code, QString::number(code));
        QCOMPARE(refused->words, u"No."_s);
    } else {
        const auto *later = std::get_if<RetryLater>(&outcome);
        QVERIFY(later != nullptr);
        QCOMPARE(later->code, QString::number(code));
        QCOMPARE(later->words, u"No. https://id.vk.example/captcha"_s);
        QCOMPARE(later->scope, code == 9 ? FaultScope::Item : FaultScope::Account);
    }
    QVERIFY(shop.server.talk(anna).isEmpty());
}

void TestVkSending::lostAnswerIsSafeToRepeat()
{
    Community shop;
    shop.server.allow(anna);
    const qint64 id = shop.server.comment(anna, post, u"Never came!"_s);
    const QString place = u"wall-7_10/%1"_s.arg(id);
    shop.server.script(u"messages.send"_s, {.code = 0});
    shop.server.script(u"wall.createComment"_s, {.code = 0});

    QVERIFY(std::holds_alternative<RetryLater>(shop.send(privately(u"Hello"_s))));
    QVERIFY(std::holds_alternative<RetryLater>(shop.send(openly(u"Hello"_s, place))));
    const SendOutcome talk = shop.send(privately(u"Hello"_s));
    const SendOutcome comment = shop.send(openly(u"Hello"_s, place));

    QVERIFY(std::holds_alternative<Sent>(talk));
    QCOMPARE(std::get<Sent>(talk).remoteId, u"talk7:55/1"_s);
    QVERIFY(std::holds_alternative<Sent>(comment));
    QCOMPARE(shop.server.talk(anna).size(), 1);
    QCOMPARE(shop.server.comments.size(), 1);
}

void TestVkSending::lostMessageIsFoundByItsNumber()
{
    Community shop;
    shop.server.allow(anna);
    shop.server.write(anna, u"Hello?"_s);
    shop.server.script(u"messages.send"_s, {.code = 0});
    const OutgoingMessage lost = privately(u"Hello"_s, u"1234567"_s);
    QVERIFY(std::holds_alternative<RetryLater>(shop.send(lost)));

    const Result<Reconciliation> found = answerOf(shop.adapter->reconcile(lost));
    const Result<Reconciliation> other = answerOf(shop.adapter->reconcile(privately(u"Hello"_s, u"8"_s)));

    QVERIFY(found);
    QCOMPARE(found->evidence, Evidence::Found);
    QCOMPARE(found->remoteId, u"talk7:55/2"_s);
    QVERIFY(other);
    QCOMPARE(other->evidence, Evidence::NotFound);
}

void TestVkSending::filesGoOut()
{
    Community shop;
    shop.server.allow(anna);
    const qint64 id = shop.server.comment(anna, post, u"Never came!"_s);
    OutgoingMessage message = privately(u"See"_s);
    message.files = {{.name = u"a.png"_s, .mimeType = u"image/png"_s, .alt = u"A lamp"_s, .data = "p"},
                     {.name = u"b.pdf"_s, .mimeType = u"application/pdf"_s, .alt = {}, .data = "d"}};
    OutgoingMessage open = openly(u"See"_s, u"wall-7_10/%1"_s.arg(id));
    open.files = message.files;

    QVERIFY(std::holds_alternative<Sent>(shop.send(message)));
    QVERIFY(std::holds_alternative<Sent>(shop.send(open)));

    QCOMPARE(shop.server.uploads.size(), 4);
    QCOMPARE(shop.server.uploads.at(0), std::pair(u"photo"_s, "p"_ba));
    QCOMPARE(shop.server.uploads.at(1), std::pair(u"file"_s, "d"_ba));
    const QJsonObject sent = shop.server.talk(anna).first().toObject();
    QCOMPARE(sent[u"text"].toString(), u"See\n\nA lamp"_s);
    QVERIFY(sent[u"attachment"].toString().startsWith("photo-7_"_L1));
    QVERIFY(shop.server.comments.constFirst()[u"attachments"].toString().startsWith("doc-7_"_L1));
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkSending::refusedFileEndsTheAttempt()
{
    Community shop;
    shop.server.allow(anna);
    OutgoingMessage message = privately(u"See"_s);
    message.files = {{.name = u"a.png"_s, .mimeType = u"image/png"_s, .alt = {}, .data = "p"}};
    shop.server.script(u"photos.saveMessagesPhoto"_s, {.code = 121});
    shop.server.script(u"photos.getMessagesUploadServer"_s, {.code = 10});

    QVERIFY(std::holds_alternative<RetryLater>(shop.send(message)));
    QVERIFY(std::holds_alternative<Refused>(shop.send(message)));
    QVERIFY(shop.server.talk(anna).isEmpty());
}

void TestVkSending::topicsAreNotAnswered()
{
    Community shop;

    const SendOutcome outcome = shop.send(openly(u"Hello"_s, u"board7_3/4"_s));

    QVERIFY(std::holds_alternative<Refused>(outcome));
    QCOMPARE(std::get<Refused>(outcome).code, u"27"_s);
    QCOMPARE(shop.server.count(u"board.createComment"_s), 0);
}

void TestVkSending::complaintIsMovedToPrivate()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.comment(anna, post, u"My parcel never came!"_s);
    const IncomingMessage complaint = shop.all().messages.value(0);
    const QString payload = newMovePayload();
    const QString link = linkWithPayload(Channel::Vk, u"https://vk.me/shop"_s, payload);

    QVERIFY(std::holds_alternative<Refused>(shop.send(privately(u"Where do you live?"_s, u"1"_s))));
    QVERIFY(std::holds_alternative<Sent>(
        shop.send(openly(u"Please write to us: "_s + link, complaint.remoteId, u"2"_s))));
    shop.server.write(anna, u"It is me"_s, {{u"ref"_s, payload}});
    QList<IncomingMessage> news = shop.all().messages;
    news.removeIf([](const IncomingMessage &message) { return message.audience == Audience::Public; });
    QCOMPARE(news.size(), 2);
    PrivateMove move;
    move.id = PrivateMoveId{3};
    move.channel = Channel::Vk;
    move.handle = complaint.personHandle;
    move.state = MoveState::Awaited;
    move.payload = payload;

    const QList<ArrivalCandidate> candidates = arrivalCandidates({.channel = Channel::Vk,
                                                                  .audience = news.at(0).audience,
                                                                  .handle = news.at(0).personHandle,
                                                                  .firstText = news.at(0).text,
                                                                  .at = news.at(0).sentAt},
                                                                 {move});
    QCOMPARE(candidates.size(), 1);
    QCOMPARE(candidates.constFirst().sign, ArrivalSign::LinkAndHandle);
    OutgoingMessage answer = privately(u"Where do you live?"_s, u"3"_s);
    answer.inReplyTo = news.at(1).remoteId;
    QVERIFY(std::holds_alternative<Sent>(shop.send(answer)));
    QVERIFY(std::holds_alternative<Sent>(
        shop.send(openly(u"We have answered you in private."_s, complaint.remoteId, u"4"_s))));

    QCOMPARE(shop.server.comments.size(), 2);
    QCOMPARE(shop.server.talk(anna).size(), 2);
    QCOMPARE(shop.server.talk(anna).last().toObject()[u"text"].toString(), u"Where do you live?"_s);
    QVERIFY(!shop.server.comments.at(1)[u"text"].toString().contains("live"_L1));
    QCOMPARE(shop.server.refused, QStringList());
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkSending)
#include "tst_vksending.moc"
