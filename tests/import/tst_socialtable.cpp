// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"
#include "app/import/social/instants.h"
#include "app/import/social/tablecharset.h"
#include "tests/support/fakesink.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

namespace {

/// A table written for one test.
class Table
{
public:
    explicit Table(const QByteArray &bytes)
        : m_path(m_dir.filePath(QStringLiteral("table")))
    {
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }

    const QString &path() const { return m_path; }
    Result<std::unique_ptr<ImportSource>> open(const ImportOptions &options = {}) const
    {
        return openImport(m_path, options);
    }
    test::Drained read(const ImportOptions &options = {}) const
    {
        const auto source = open(options);
        return source ? test::drain(**source) : test::Drained{.error = source.error()};
    }

private:
    QTemporaryDir m_dir;
    QString m_path;
};

ImportOptions mapped(const QMap<QString, QString> &columns)
{
    ImportOptions options;
    options.columns = columns;
    return options;
}

} // namespace

class TestSocialTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theTwitterColumnsAreKnown()
    {
        const auto source = openImport(QStringLiteral(TEST_DATA_DIR "/social/tweets.csv"), {});
        QVERIFY(source);
        const auto all = test::drain(**source);

        QCOMPARE(all.messages.size(), 4);
        const auto &first = all.messages.at(0);
        QCOMPARE(first.channel, Channel::X);
        QCOMPARE(first.audience, Audience::Public);
        QCOMPARE(first.direction, Direction::Outgoing);
        QCOMPARE(first.references, QStringList{QStringLiteral("3")});
        QCOMPARE(first.answers, QStringList{QStringLiteral("2")});
        QCOMPARE(toMillis(first.sentAt), 1'509'487'847'000);
        QVERIFY(first.personName.isEmpty());
        const auto &third = all.messages.at(2);
        QCOMPARE(third.direction, Direction::Incoming);
        QCOMPARE(third.personHandle, QStringLiteral("115712"));
        QCOMPARE(third.text, QStringLiteral("@sprintcare I have sent \"several\" messages,\nno one answers"));
        QCOMPARE(third.answers, (QStringList{QStringLiteral("1"), QStringLiteral("4")}));
        QVERIFY(all.messages.at(3).remoteId.startsWith(QStringLiteral("sha256:")));
    }

    void brokenRowsAreNamedByTheirLine()
    {
        const QString path = QStringLiteral(TEST_DATA_DIR "/social/tweets.csv");
        const auto source = openImport(path, {});
        QVERIFY(source);
        const auto all = test::drain(**source);

        QStringList places;
        for (const auto &problem : all.problems) {
            QCOMPARE(problem.error.code, Errc::BrokenItem);
            places.append(problem.source);
        }
        QCOMPARE(places,
                 (QStringList{path + QStringLiteral(":6"), path + QStringLiteral(":7"),
                              path + QStringLiteral(":8")}));
    }

    void tablesAreReadHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const QString plain = QStringLiteral("привет, мир");
        QTest::newRow("comma") << QByteArray("id,text,at\n1,\"привет, мир\",1509487847\n") << plain;
        QTest::newRow("semicolon") << QByteArray("id;text;at\n1;привет, мир;1509487847\n") << plain;
        QTest::newRow("tab") << QByteArray("id\ttext\tat\n1\tпривет, мир\t1509487847\n") << plain;
        QTest::newRow("CRLF") << QByteArray("id;text;at\r\n1;привет, мир;1509487847\r\n") << plain;
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBFid;text;at\n1;привет, мир;1509487847") << plain;
        QTest::newRow("cp1251") << QByteArray(
            "id;text;at\n1;\xEF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0;1509487847\n")
                                << plain;
        QTest::newRow("line break") << QByteArray("id,text,at\n1,\"a\r\nb\"\"c\",1509487847")
                                    << QStringLiteral("a\r\nb\"c");
        QTest::newRow("quote inside")
            << QByteArray("id,text,at\n1,5\" pipe,1509487847") << QStringLiteral("5\" pipe");
        QTest::newRow("JSON Lines") << QByteArray("{\"id\":1,\"text\":\"привет, мир\",\"at\":1509487847}\n")
                                    << plain;
        QTest::newRow("upper case") << QByteArray("ID,Text,AT\n1,x,1509487847\n") << QStringLiteral("x");
    }

    void tablesAreReadHoweverTheyAreWritten()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, text);

        const auto all = Table(bytes).read();

        QVERIFY(!all.error);
        QVERIFY(all.problems.isEmpty());
        QCOMPARE(all.messages.size(), 1);
        QCOMPARE(all.messages.first().text, text);
        QCOMPARE(all.messages.first().remoteId, QStringLiteral("1"));
        QCOMPARE(toMillis(all.messages.first().sentAt), 1'509'487'847'000);
    }

    void columnsCanBeMapped()
    {
        const Table table("nr,who,what,when,kind,thread\n7,Ann,hello,31.10.2017 22:10,out,T1\n");
        auto options = mapped({{QStringLiteral("id"), QStringLiteral("nr")},
                               {QStringLiteral("author"), QStringLiteral("who")},
                               {QStringLiteral("text"), QStringLiteral("what")},
                               {QStringLiteral("at"), QStringLiteral("when")},
                               {QStringLiteral("inbound"), QStringLiteral("kind")},
                               {QStringLiteral("conversation"), QStringLiteral("thread")}});
        options.channel = Channel::Vk;
        options.audience = Audience::Public;

        const auto all = table.read(options);

        QCOMPARE(all.messages.size(), 1);
        const auto &message = all.messages.first();
        QCOMPARE(message.channel, Channel::Vk);
        QCOMPARE(message.audience, Audience::Public);
        QCOMPARE(message.direction, Direction::Outgoing);
        QCOMPARE(message.conversationKey, QStringLiteral("T1"));
        QCOMPARE(toMillis(message.sentAt), 1'509'487'800'000);
    }

    void aBadMappingSaysWhatThereIs()
    {
        const Table table("nr,what\n7,hello\n");

        const auto noField = table.open(mapped({{QStringLiteral("txt"), QStringLiteral("what")}}));
        const auto noColumn = table.open(mapped({{QStringLiteral("text"), QStringLiteral("body")}}));

        QVERIFY(!noField && !noColumn);
        QCOMPARE(noField.error().code, Errc::InvalidInput);
        QVERIFY(noField.error().detail.contains(QStringLiteral("txt")));
        QVERIFY(noField.error().detail.contains(QStringLiteral("replies_to")));
        QCOMPARE(noColumn.error().code, Errc::InvalidInput);
        QVERIFY(noColumn.error().detail.contains(QStringLiteral("body")));
        QVERIFY(noColumn.error().detail.contains(QStringLiteral("nr, what")));
    }

    void longIdsInJsonLinesStayExact()
    {
        const auto all
            = Table(R"({"id":1245425308704149506,"text":"x","answers":[1,2],"at":"2020-04-01"})").read();

        QCOMPARE(all.messages.size(), 1);
        QCOMPARE(all.messages.first().remoteId, QStringLiteral("1245425308704149506"));
        QCOMPARE(all.messages.first().answers, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    }

    void aBrokenJsonLineIsAProblem()
    {
        const Table table(
            "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\n\n{\"id\":\"3\",\"text\":\"z\"}\n{\"id\":\"4\"");

        const auto all = table.read();

        QCOMPARE(all.messages.size(), 2);
        QCOMPARE(all.problems.size(), 2);
        QCOMPARE(all.problems.first().source, table.path() + QStringLiteral(":2"));
        QCOMPARE(all.problems.last().source, table.path() + QStringLiteral(":5"));
    }

    void aQuoteThatNeverClosesCostsOneLine()
    {
        const auto all = Table("id,text\n1,a\n2,\"b\n3,c\n4,d\n").read();

        QCOMPARE(all.messages.size(), 3);
        QCOMPARE(all.problems.size(), 1);
        QCOMPARE(all.problems.first().error.code, Errc::Truncated);
        QVERIFY(all.problems.first().source.endsWith(QStringLiteral(":3")));
    }

    void resumingAfterAnyStepGivesTheSameMessages()
    {
        QByteArray bytes("id,text\n");
        for (int i = 0; i < 1700; ++i) {
            bytes += QByteArray::number(i) + (i % 7 == 0 ? ",\"two\nlines\"\n" : i % 11 == 0 ? "\n" : ",x\n");
        }
        const Table table(bytes);
        const auto all = table.read();
        QVERIFY(all.cursors.size() > 3);
        QVERIFY(!all.problems.isEmpty());

        for (qsizetype i = 0; i < all.cursors.size(); ++i) {
            const auto source = table.open();
            QVERIFY(source && (*source)->resume(all.cursors.at(i)));
            const auto rest = test::drain(**source);

            QCOMPARE(all.messages.first(all.counts.at(i)) + rest.messages, all.messages);
            QCOMPARE(rest.problems, all.problems.last(rest.problems.size()));
        }
    }

    void naughtyStringsSurvive()
    {
        QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.txt"));
        if (!file.open(QIODevice::ReadOnly)) {
            QSKIP("the naughty strings are not here");
        }
        const QStringList naughty = QString::fromUtf8(file.readAll()).split(u'\n');
        QString table = QStringLiteral("id,text\n");
        for (qsizetype i = 0; i < naughty.size(); ++i) {
            QString text = naughty.at(i);
            table += QStringLiteral("%1,\"").arg(i) + text.replace(u'"', QStringLiteral("\"\""))
                + QStringLiteral("\"\n");
        }

        const auto source = Table(table.toUtf8());
        const auto all = source.read();

        QVERIFY(!all.error);
        QCOMPARE(all.messages.size(), naughty.size());
        for (qsizetype i = 0; i < naughty.size(); ++i) {
            QCOMPARE(all.messages.at(i).text, naughty.at(i));
        }
    }

    void datesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis");
        const qint64 at = 1'509'487'847'000;
        QTest::newRow("Twitter") << QStringLiteral("Tue Oct 31 22:10:47 +0000 2017") << at;
        QTest::newRow("Twitter, zone") << QStringLiteral("Wed Nov 01 01:10:47 +0300 2017") << at;
        QTest::newRow("ISO") << QStringLiteral("2017-10-31T22:10:47Z") << at;
        QTest::newRow("ISO, millis") << QStringLiteral("2017-10-31T22:10:47.500Z") << at + 500;
        QTest::newRow("ISO, zone") << QStringLiteral("2017-11-01T01:10:47+03:00") << at;
        QTest::newRow("ISO, bare") << QStringLiteral("2017-10-31 22:10:47") << at;
        QTest::newRow("ISO, UTC") << QStringLiteral("2017-10-31 22:10:47 UTC") << at;
        QTest::newRow("day") << QStringLiteral("2017-10-31") << qint64{1'509'408'000'000};
        QTest::newRow("seconds") << QStringLiteral("1509487847") << at;
        QTest::newRow("millis") << QStringLiteral("1509487847000") << at;
        QTest::newRow("dotted") << QStringLiteral("31.10.2017 22:10:47") << at;
        QTest::newRow("dotted, short") << QStringLiteral("31.10.2017 22:10") << at - 47'000;
        QTest::newRow("RFC 2822") << QStringLiteral("Tue, 31 Oct 2017 22:10:47 +0000") << at;
        QTest::newRow("no day") << QStringLiteral("2017-02-30T10:00:00Z") << qint64{-1};
        QTest::newRow("words") << QStringLiteral("yesterday") << qint64{-1};
        QTest::newRow("empty") << QString() << qint64{-1};
        QTest::newRow("huge") << QStringLiteral("99999999999999999999") << qint64{-1};
        QTest::newRow("no month") << QStringLiteral("Tue Foo 31 22:10:47 +0000 2017") << qint64{-1};
    }

    void datesAreReadAsTheyAreWritten()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, millis);

        const auto at = parseInstant(text);

        QCOMPARE(at ? toMillis(*at) : -1, millis);
    }
};

QTEST_GUILESS_MAIN(TestSocialTable)
#include "tst_socialtable.moc"
