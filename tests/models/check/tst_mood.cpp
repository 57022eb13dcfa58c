// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/mood.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestMood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListsAreSound();
    void wordsTellTheMood_data();
    void wordsTellTheMood();
    void oneComplaintOutweighsPraiseAndIsQuoted();
    void aTeamsOwnWordsCount();
    void whatIsNotTextIsNeutral();
};

void TestMood::theListsAreSound()
{
    const auto book = MoodReader::loadBook({});

    QStringList problems;
    for (const PhraseProblem &problem : book->problems()) {
        problems << problem.file + u':' + problem.excerpt;
    }
    QCOMPARE(problems, QStringList());
    QVERIFY(book->list(u"mood.complaint") >= 0 && book->list(u"mood.praise") >= 0);
}

void TestMood::wordsTellTheMood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Mood>("mood");
    const auto row = [](const char *text, Mood mood) {
        QTest::newRow(text) << QString::fromUtf8(text) << mood;
    };
    row("Третью неделю жду посылку, верните деньги!", Mood::Negative);
    row("До сих пор не приехал курьер.", Mood::Negative);
    row("Никто не отвечает на письма", Mood::Negative);
    row("Это просто обман какой-то", Mood::Negative);
    row("Пришла чашка с трещиной, полный брак", Mood::Negative);
    row("Я очень недоволен обслуживанием", Mood::Negative);
    row("Деньги списали дважды", Mood::Negative);
    row("Спасибо, конечно, но приложение так и не работает", Mood::Negative);
    row("Кофемашина сломалась через день", Mood::Negative);
    row("Подскажите, во сколько вы открываетесь в субботу?", Mood::Neutral);
    row("Здравствуйте! Есть ли у вас зелёный чай? Спасибо", Mood::Neutral);
    row("Какие условия возврата денег?", Mood::Neutral);
    row("Буду очень рада, если подскажете размер", Mood::Neutral);
    row("Заранее спасибо!", Mood::Neutral);
    row("Где можно посмотреть меню?", Mood::Neutral);
    row("Спасибо!", Mood::Positive);
    row("Огромное спасибо команде, всё привезли вовремя", Mood::Positive);
    row("Вы молодцы, так держать", Mood::Positive);
    row("Очень понравился кофе, рекомендую всем", Mood::Positive);
    row("Качество не разочаровало, всё отлично", Mood::Positive);
    row("Мне не понравилось", Mood::Neutral);

    row("Third week and still no answer. I want my money back.", Mood::Negative);
    row("My parcel never arrived", Mood::Negative);
    row("The app does not work any more", Mood::Negative);
    row("Terrible service, avoid", Mood::Negative);
    row("The cup arrived broken.", Mood::Negative);
    row("You charged me twice", Mood::Negative);
    row("I have been waiting for weeks", Mood::Negative);
    row("Nobody replies to my emails", Mood::Negative);
    row("What time do you open on Saturday?", Mood::Neutral);
    row("Do you ship to Norway? Thanks", Mood::Neutral);
    row("Could you tell me about your refund policy?", Mood::Neutral);
    row("It would be great if you had it in green", Mood::Neutral);
    row("Thanks in advance", Mood::Neutral);
    row("Thank you!", Mood::Positive);
    row("Great service, I love it", Mood::Positive);
    row("Highly recommend, arrived without any delay", Mood::Positive);
    row("Thank you so much for the quick help", Mood::Positive);
    row("Not bad at all, I am very happy", Mood::Positive);
}

void TestMood::wordsTellTheMood()
{
    QFETCH(const QString, text);
    QFETCH(const Mood, mood);
    static MoodReader reader(MoodReader::loadBook({}));

    const MoodReading reading = reader.read({text});

    QVERIFY2(reading.mood == mood,
             qPrintable(u"%1: %2"_s.arg(moodName(reading.mood)).arg(reading.words.join(u" | "_s))));
    QCOMPARE(reading.words.isEmpty(), mood == Mood::Neutral);
}

void TestMood::oneComplaintOutweighsPraiseAndIsQuoted()
{
    MoodReader reader(MoodReader::loadBook({}));

    const MoodReading reading
        = reader.read({u"Отличный магазин, молодцы."_s, u"Но ТРЕТЬЮ  неделю жду — верните деньги."_s});

    QCOMPARE(reading.mood, Mood::Negative);
    QVERIFY2(reading.words.contains(u"ТРЕТЬЮ неделю"_s), qPrintable(reading.words.join(u'|')));
    QVERIFY(reading.words.contains(u"верните деньги"_s));
}

void TestMood::aTeamsOwnWordsCount()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mood.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[complaint]\nphrases = [\"грабли\"]\n") > 0);
    file.close();
    MoodReader reader(MoodReader::loadBook({folder.path()}));

    QCOMPARE(reader.read({u"Опять эти грабли"_s}).mood, Mood::Negative);
    QCOMPARE(MoodReader(MoodReader::loadBook({})).read({u"Опять эти грабли"_s}).mood, Mood::Neutral);
}

void TestMood::whatIsNotTextIsNeutral()
{
    MoodReader reader(MoodReader::loadBook({}));

    QCOMPARE(reader.read({}), MoodReading{});
    QCOMPARE(reader.read({QString(), u"\n \t"_s, QString(5000, QChar(0xd800)), u"🙂🙂"_s}), MoodReading{});
}

QTEST_MAIN(TestMood)
#include "tst_mood.moc"
