// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/callanswer.h"
#include "models/check/phrasebook.h"
#include "models/check/textreader.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// "us: …", "anna: …", "boris: …", oldest first; the first has id 1.
QList<Message> talk(const QStringList &lines)
{
    QList<Message> messages;
    for (const auto &line : lines) {
        const auto who = line.section(u':', 0, 0);
        Message message;
        message.id = MessageId{messages.size() + 1};
        message.direction = who == u"us" ? Direction::Outgoing : Direction::Incoming;
        message.handle = who == u"us" ? QString() : u'@' + who;
        message.text = line.section(u':', 1).trimmed();
        messages.append(message);
    }
    return messages;
}

std::optional<CallAnswer> answerIn(const QStringList &lines, const QString &handle = u"@anna"_s)
{
    static const auto book = PhraseBook::load();
    TextReader reader(book);
    return readCallAnswer(talk(lines), handle, reader);
}

} // namespace

/// What a customer answers when we ask whether we may phone.
class TestCallAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void yesHasManyForms_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto *words : {"Yes",
                                  "Yes, please.",
                                  "Sure, after five",
                                  "OK",
                                  "Of course, any time",
                                  "Fine by me",
                                  "You can call me tomorrow",
                                  "Call me on Friday after 10",
                                  "Go ahead",
                                  "That works for me",
                                  "Please do",
                                  "Да",
                                  "Да, можно",
                                  "Можно после обеда",
                                  "Конечно, звоните",
                                  "Хорошо, жду",
                                  "Звоните после шести",
                                  "Ладно, наберите меня",
                                  "Я не против",
                                  "Давайте завтра",
                                  "Согласна, но не раньше десяти",
                                  "Окей"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }
    void yesHasManyForms()
    {
        QFETCH(const QString, words);
        const auto answer = answerIn({u"us: May we call you?"_s, u"anna: "_s + words});

        QVERIFY(answer);
        QVERIFY(answer->isYes);
        QCOMPARE(answer->message, MessageId{2});
    }

    void noIsNeverAYes_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto *words :
             {"No", "No, thanks", "Please don't call", "Do not phone me", "I'd rather write",
              "No calls please", "Yes to the refund, but don't call me", "Only by mail", "Нет",
              "Нет, спасибо", "Не надо звонить", "Не звоните мне", "Лучше пишите сюда",
              "Да ну, давайте без звонков", "Хорошо, но звонить не нужно", "Только письменно"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }
    void noIsNeverAYes()
    {
        QFETCH(const QString, words);
        const auto answer = answerIn({u"us: Можно вам позвонить?"_s, u"anna: "_s + words});

        QVERIFY(answer);
        QVERIFY(!answer->isYes);
    }

    void whatIsNeitherIsNoAnswer_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto *words : {"Where is my parcel?", "The lamp is still broken", "Где мой заказ?",
                                  "Вы издеваетесь", "Who are you?"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }
    void whatIsNeitherIsNoAnswer()
    {
        QFETCH(const QString, words);
        QVERIFY(!answerIn({u"us: May we call you?"_s, u"anna: "_s + words}));
    }

    void wordsOfCustomersAreRead_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        QStringList lines;
        for (const auto &name : {u"heldout.tsv"_s, u"second.tsv"_s, u"third.tsv"_s}) {
            QFile file(QStringLiteral(TEST_DATA_DIR "/callanswers/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            lines += QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        }
        for (const auto &line : lines) {
            QTest::newRow(qPrintable(line)) << line.section(u'\t', 0, 0) << line.section(u'\t', 1);
        }
        QVERIFY(lines.size() >= 80);
    }
    void wordsOfCustomersAreRead()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, expected);
        const bool isRussian = words.contains(QRegularExpression(u"[а-яё]"_s));
        const auto asked = isRussian ? u"us: Можно вам позвонить?"_s : u"us: May we call you?"_s;

        const auto answer = answerIn({asked, u"anna: "_s + words});

        QCOMPARE(answer ? answer->isYes ? u"yes"_s : u"no"_s : u"-"_s, expected);
    }

    void requestsAreKnownInManyForms_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto *words :
             {"May we call you?", "Could I phone you tomorrow at ten?", "Can we give you a call?",
              "Would it be all right if we rang you?", "When may we call you?", "Можно вам позвонить?",
              "Разрешите позвонить вам завтра?", "Удобно ли, если мы позвоним?",
              "Не против, если мы позвоним вам в пятницу?", "Когда вам удобно принять звонок?"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }
    void requestsAreKnownInManyForms()
    {
        QFETCH(const QString, words);
        const auto answer = answerIn({u"us: "_s + words, u"anna: Да, yes"_s});
        QVERIFY(answer && answer->isYes);
    }

    void aYesToSomethingElseIsNone()
    {
        QVERIFY(!answerIn({u"us: Shall we send a new lamp?"_s, u"anna: Yes, please"_s}));
        QVERIFY(!answerIn({u"anna: Yes"_s, u"us: May we call you?"_s}));
    }

    void whatTheySaidLastCounts()
    {
        const auto answer = answerIn(
            {u"us: May we call you?"_s, u"anna: Yes"_s, u"anna: No, please don't call after all"_s});
        QVERIFY(answer && !answer->isYes);
        // Asked again, nothing was answered yet.
        QVERIFY(!answerIn({u"us: May we call you?"_s, u"anna: Yes"_s, u"us: May we call you once more?"_s}));
    }

    void othersDoNotAnswerForThem()
    {
        QVERIFY(!answerIn({u"us: May we call you?"_s, u"boris: Yes, sure"_s}));
        QVERIFY(answerIn({u"us: May we call you?"_s, u"boris: Yes, sure"_s}, {}));
    }

    void theNumberIsTakenWhereThereIsOne()
    {
        QCOMPARE(answerIn({u"us: May we call you?"_s, u"anna: Yes, +7 495 123-45-67"_s})->number,
                 u"+74951234567"_s);
        QVERIFY(answerIn({u"us: May we call you?"_s, u"anna: Yes"_s})->number.isEmpty());
        QVERIFY(answerIn({u"us: May we call you?"_s, u"anna: Yes, +7 495 123-45-67 or +7 495 123-45-68"_s})
                    ->number.isEmpty());
    }

    void whatWasQuotedIsNotTheirs()
    {
        QVERIFY(!answerIn({u"us: May we call you?"_s, u"anna: Hm.\n> Yes, call me"_s}));
    }
};

QTEST_APPLESS_MAIN(TestCallAnswer)
#include "tst_callanswer.moc"
