// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/telegram/telegrambot.h"

namespace aside {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

const auto question = u"May we phone you? Ten minutes, tomorrow."_s;

OutgoingFile bill()
{
    return {.name = u"bill.pdf"_s, .mimeType = u"application/pdf"_s, .alt = {}, .data = "%PDF"};
}

} // namespace

/// The question whether we may phone goes with a button that gives the number of who presses it.
class TestTelegramButtons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void numberComesByTheButton();
    void buttonIsInTheLanguageOfTheLetter();
    void buttonGoesWithTheNextMessage();
    void nobodyElsesNumberIsTheirs();
    void onlyPrivateTalksHaveIt();
    void filesHaveItToo();
    void serverRefusesItInPublic();
};

void TestTelegramButtons::numberComesByTheButton()
{
    Bot bot;
    bot.server.write(anna, u"It broke."_s);
    QCOMPARE(bot.all().size(), 1);
    QVERIFY(!bot.server.pressShareNumber(anna, u"79990001122"_s));

    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(question))));
    QCOMPARE(bot.server.buttonOf(anna), u"Share my phone number"_s);
    const QJsonObject markup = bot.server.sent.constFirst().value("reply_markup"_L1).toObject();
    QVERIFY(markup.value("one_time_keyboard"_L1).toBool());
    QVERIFY(bot.server.pressShareNumber(anna, u"79990001122"_s));
    const QList<IncomingMessage> answer = bot.all();

    QCOMPARE(answer.size(), 1);
    QCOMPARE(answer.constFirst().ownNumber, u"+79990001122"_s);
    QVERIFY(answer.constFirst().text.contains(u"+79990001122"));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramButtons::buttonIsInTheLanguageOfTheLetter()
{
    Bot bot;
    bot.server.write(anna, u"Сломалось."_s);

    QVERIFY(std::holds_alternative<Sent>(
        bot.send(privately(u"Здравствуйте, Анна! Разрешите вам позвонить? (phone you)"_s))));

    QCOMPARE(bot.server.buttonOf(anna), u"Отправить мой номер"_s);
}

void TestTelegramButtons::buttonGoesWithTheNextMessage()
{
    Bot bot;
    bot.server.write(anna, u"It broke."_s);

    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(u"Good morning"_s))));
    QVERIFY(!bot.server.sent.constLast().contains("reply_markup"_L1));
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(question))));
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(u"Thank you!"_s))));

    QVERIFY(bot.server.buttonOf(anna).isEmpty());
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(u"Goodbye"_s))));
    QVERIFY(!bot.server.sent.constLast().contains("reply_markup"_L1));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramButtons::nobodyElsesNumberIsTheirs()
{
    Bot bot;
    bot.server.write(anna, u"It broke."_s);
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(question))));
    bot.server.sendContact(anna, 99, u"79990001122"_s);
    bot.server.sendContact(anna, 0, u"79990001122"_s);

    const QList<IncomingMessage> messages = bot.all();

    QCOMPARE(messages.size(), 3);
    for (const IncomingMessage &message : messages) {
        QVERIFY(message.ownNumber.isEmpty());
        QVERIFY2(!message.text.contains(u"999"), qPrintable(message.text));
    }
}

void TestTelegramButtons::onlyPrivateTalksHaveIt()
{
    Bot bot;
    bot.server.post(anna, group, u"Broken!"_s);
    bot.server.write(anna, u"Hello"_s);
    const QString complaint = bot.all().constFirst().remoteId;
    OutgoingMessage business = privately(question);
    business.inReplyTo = u"7~conn:55/4"_s;
    OutgoingMessage channel = privately(question);
    channel.inReplyTo = u"-100123#5/4"_s;

    for (const OutgoingMessage &message : {openly(question, complaint), business, channel}) {
        QVERIFY(std::holds_alternative<Sent>(bot.send(message)));
        QVERIFY(!bot.server.sent.constLast().contains("reply_markup"_L1));
    }
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramButtons::filesHaveItToo()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    OutgoingMessage one = privately(question);
    one.files = {bill()};
    OutgoingMessage album = one;
    album.files.append(bill()); // an album takes no button: the question is asked without

    QVERIFY(std::holds_alternative<Sent>(bot.send(one)));
    QVERIFY(bot.server.sent.constLast().contains("reply_markup"_L1));
    QVERIFY(std::holds_alternative<Sent>(bot.send(album)));
    QVERIFY(!bot.server.sent.constLast().contains("reply_markup"_L1));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramButtons::serverRefusesItInPublic()
{
    Bot bot;
    telegram::Call call = telegram::callsFor(privately(question), {.chat = QString::number(group)},
                                             telegram::ReplyButtons::ShareNumber)
                              .constFirst();
    telegram::BotApi api(bot.server.url(), bot.token, bot.edge(), bot.clock);

    const ApiReply reply = answerOf(api.call(call, {}));

    const auto outcome = telegram::outcomeOf(reply, bot.clock.now(), {});
    QVERIFY(std::holds_alternative<Refused>(outcome));
    QVERIFY(std::get<Refused>(outcome).words.contains(u"private chats only"));
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramButtons)
#include "tst_telegrambuttons.moc"
