// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailsources.h"
#include "app/import/mail/ownaddresses.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const auto fromLine = "From anna@shop.example Thu Sep 19 12:41:43 1991\n"_ba;

QByteArray mail(int number, const QByteArray &extra = {}, const QByteArray &text = "Text\n")
{
    const QByteArray id = QByteArray::number(number);
    return "From: c" + id + "@mail.example\nTo: help@shop.example\nSubject: S" + id + "\nMessage-ID: <" + id
        + "@x>\n" + extra + "\n" + text;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// All that a source gives.
ImportStep readAll(ImportSource &source)
{
    ImportStep all;
    for (int steps = 0; steps < 10'000 && !all.atEnd; ++steps) {
        auto step = source.next();
        if (!step) {
            QTest::qFail(qPrintable(step.error().detail), __FILE__, __LINE__);
            return all;
        }
        all.messages += step->messages;
        all.problems += step->problems;
        all.atEnd = step->atEnd;
        all.cursor = step->cursor;
    }
    return all;
}

QStringList subjects(const ImportStep &step)
{
    QStringList found;
    for (const IncomingMessage &message : step.messages) {
        found.append(message.subject);
    }
    return found;
}

} // namespace

class MailReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mboxIsCutAtFromLines_data()
    {
        QTest::addColumn<QByteArray>("mbox");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QString>("text");
        const QStringList two{u"S1"_s, u"S2"_s};
        const auto text = u"Text"_s;
        QTest::newRow("LF") << fromLine + mail(1) + "\n" + fromLine + mail(2) << two << text;
        QTest::newRow("CRLF") << (fromLine + mail(1) + "\n" + fromLine + mail(2)).replace("\n", "\r\n") << two
                              << text;
        QTest::newRow("no blank line but a header below")
            << fromLine + mail(1) + fromLine + mail(2) << two << text;
        QTest::newRow("bare From") << "From - \n" + mail(1) + "\nFrom 17@xxx\n" + mail(2) << two << text;
        QTest::newRow("prose is no separator") << fromLine + mail(1, {}, "Hi\n\nFrom Russia with love\nx\n")
                                               << QStringList{u"S1"_s} << u"Hi\n\nFrom Russia with love\nx"_s;
        QTest::newRow("a date in the middle of a text")
            << fromLine + mail(1, {}, "Hi\n" + fromLine + "x\n") << QStringList{u"S1"_s}
            << u"Hi\n"_s + QString::fromLatin1(fromLine) + u"x"_s;
        QTest::newRow("mboxrd") << fromLine + mail(1, {}, ">From a\n>>From b\n> From c\n")
                                << QStringList{u"S1"_s} << u"From a\n>From b\n> From c"_s;
        QTest::newRow("cut off") << fromLine + mail(1) + "\n" + fromLine + mail(2).chopped(3) << two << text;
        QTest::newRow("cut off in the header")
            << fromLine + mail(1) + "\n" + fromLine + "Subject: S2" << two << text;
    }

    void mboxIsCutAtFromLines()
    {
        QFETCH(const QByteArray, mbox);
        QFETCH(const QStringList, found);
        QFETCH(const QString, text);
        const QTemporaryDir dir;
        write(dir.filePath(u"m"_s), mbox);

        const auto source = openMbox(dir.filePath(u"m"_s), {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QCOMPARE(subjects(all), found);
        QCOMPARE(all.messages.constFirst().text, text);
        QVERIFY(all.problems.isEmpty());
    }

    void mboxKnowsReadMarksAndDates()
    {
        const QTemporaryDir dir;
        write(dir.filePath(u"m"_s),
              fromLine + mail(1, "Status: RO\n") + "\n" + fromLine + mail(2, "X-Mozilla-Status: 0000\n"));

        const auto source = openMbox(dir.filePath(u"m"_s), {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QVERIFY(all.messages.at(0).isRead);
        QVERIFY(!all.messages.at(1).isRead);
        QCOMPARE(toMillis(all.messages.at(0).sentAt), 685284103000);
    }

    void mboxGoesOnAfterAnyStep()
    {
        const QTemporaryDir dir;
        QByteArray mbox;
        QStringList expected;
        for (int number = 0; number < 450; ++number) {
            mbox += fromLine + mail(number, {}, QByteArray(5000, 'x') + "\n") + "\n";
            expected.append(u"S%1"_s.arg(number));
        }
        write(dir.filePath(u"m"_s), mbox);

        QStringList found;
        QByteArray cursor;
        for (bool atEnd = false; !atEnd;) {
            const auto source = openMbox(dir.filePath(u"m"_s), {});
            QVERIFY(source);
            QVERIFY(cursor.isEmpty() || (*source)->resume(cursor));
            const auto step = (*source)->next();
            QVERIFY(step);
            QVERIFY(step->messages.size() <= 200);
            found += subjects(*step);
            cursor = step->cursor;
            atEnd = step->atEnd;
        }

        QCOMPARE(found, expected);
    }

    void hugeMessageIsSkippedAndTheNextIsRead()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"m"_s);
        write(path, fromLine + mail(1) + "\n" + fromLine + mail(2));
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::Append));
            // A hole in the file takes no disk: 200 MB without a line end.
            QVERIFY(file.resize(file.size() + (200LL * 1024 * 1024)));
            QVERIFY(file.seek(file.size()));
            file.write("\n\n" + fromLine + mail(3));
        }

        const auto source = openMbox(path, {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QCOMPARE(subjects(all), (QStringList{u"S1"_s, u"S3"_s}));
        QCOMPARE(all.problems.size(), 1);
        QCOMPARE(all.problems.constFirst().error.code, Errc::TooLarge);
    }

    void strangeCursorIsRefused()
    {
        const QTemporaryDir dir;
        write(dir.filePath(u"m"_s), fromLine + mail(1));

        const auto source = openMbox(dir.filePath(u"m"_s), {});
        QVERIFY(source);

        QVERIFY(!(*source)->resume("x"));
        QVERIFY(!(*source)->resume("999999"));
    }

    void maildirIsReadWithItsFolders()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        for (const auto &folder : {u"cur"_s, u"new"_s, u"tmp"_s, u".Sent/cur"_s, u"Archive/2024/cur"_s,
                                   u".&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-/cur"_s}) {
            QVERIFY(root.mkpath(folder));
        }
        write(root.filePath(u"cur/1:2,S"_s), mail(1));
        write(root.filePath(u"cur/2:2,"_s), mail(2));
        write(root.filePath(u"cur/.hidden"_s), mail(9));
        write(root.filePath(u"new/3"_s), mail(3));
        write(root.filePath(u"tmp/4"_s), mail(4));
        write(root.filePath(u".Sent/cur/5"_s), mail(5));
        write(root.filePath(u"Archive/2024/cur/6"_s), mail(6));
        write(root.filePath(u".&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-/cur/7"_s), mail(7));

        QVERIFY(looksLikeMaildir(dir.path()));
        const auto source = openMaildir(dir.path(), {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QMap<QString, const IncomingMessage *> found;
        for (const auto &message : all.messages) {
            found.insert(message.subject, &message);
        }
        QCOMPARE(found.keys(), (QStringList{u"S1"_s, u"S2"_s, u"S3"_s, u"S5"_s, u"S6"_s, u"S7"_s}));
        QVERIFY(found[u"S1"_s]->isRead);
        QVERIFY(!found[u"S2"_s]->isRead);
        QCOMPARE(found[u"S1"_s]->direction, Direction::Incoming);
        QCOMPARE(found[u"S5"_s]->direction, Direction::Outgoing);
        QCOMPARE(found[u"S7"_s]->direction, Direction::Outgoing);
    }

    void maildirGoesOnAfterAnyStep()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"cur"_s));
        for (int number = 0; number < 450; ++number) {
            write(dir.filePath(u"cur/%1:2,S"_s.arg(number)), mail(number));
        }

        QSet<QString> found;
        QByteArray cursor;
        for (bool atEnd = false; !atEnd;) {
            const auto source = openMaildir(dir.path(), {});
            QVERIFY(source);
            QVERIFY((*source)->resume(cursor));
            const auto step = (*source)->next();
            QVERIFY(step);
            for (const QString &subject : subjects(*step)) {
                QVERIFY(!found.contains(subject));
                found.insert(subject);
            }
            cursor = step->cursor;
            atEnd = step->atEnd;
        }

        QCOMPARE(found.size(), 450);
    }

    void brokenFileIsAProblemAndTheRestIsRead()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"cur"_s));
        write(dir.filePath(u"cur/1"_s), "not mail");
        write(dir.filePath(u"cur/2"_s), mail(2));
        QVERIFY(QFile::link(dir.filePath(u"nowhere"_s), dir.filePath(u"cur/3"_s)));

        const auto source = openMaildir(dir.path(), {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QCOMPARE(subjects(all), QStringList{u"S2"_s});
        QCOMPARE(all.problems.size(), 2);
        QCOMPARE(all.problems.at(0).error.code, Errc::BrokenItem);
        QCOMPARE(all.problems.at(1).error.code, Errc::NotFound);
    }

    void singleFileIsOneStep()
    {
        const QTemporaryDir dir;
        write(dir.filePath(u"a.eml"_s), mail(1));

        auto source = openEml(dir.filePath(u"a.eml"_s), {});
        QVERIFY(source);
        const auto all = readAll(**source);
        QCOMPARE(subjects(all), QStringList{u"S1"_s});

        source = openEml(dir.filePath(u"a.eml"_s), {});
        QVERIFY(source);
        QVERIFY((*source)->resume(all.cursor));
        QVERIFY(readAll(**source).messages.isEmpty());
    }

    void whatCannotBeOpenedSaysWhy()
    {
        const QTemporaryDir dir;
        write(dir.filePath(u"empty"_s), {});

        QCOMPARE(openMbox(dir.filePath(u"none"_s), {}).error().code, Errc::NotFound);
        QCOMPARE(openMbox(dir.path(), {}).error().code, Errc::NotAFile);
        QCOMPARE(openMbox(dir.filePath(u"empty"_s), {}).error().code, Errc::Empty);
        QCOMPARE(openMaildir(dir.filePath(u"empty"_s), {}).error().code, Errc::NotADirectory);
    }

    void formatsAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isMbox");
        QTest::addColumn<bool>("isMail");
        QTest::newRow("mbox") << fromLine + mail(1) << true << false;
        QTest::newRow("bare mbox") << "From - \n" + mail(1) << true << false;
        QTest::newRow("message") << mail(1) << false << true;
        QTest::newRow("CRLF message") << mail(1).replace("\n", "\r\n") << false << true;
        QTest::newRow("table") << "From,To,Subject\na,b,c\n"_ba << false << false;
        QTest::newRow("JSON") << "{\"From\": 1}\n"_ba << false << false;
        QTest::newRow("prose") << "From Russia with love\n\nText: more\n"_ba << false << false;
        QTest::newRow("settings") << "key: value\nother: value\n"_ba << false << false;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0",
                                              6)
                                << false << false;
        QTest::newRow("nothing") << QByteArray() << false << false;
    }

    void formatsAreTold()
    {
        QFETCH(const QByteArray, bytes);

        QTEST(looksLikeMbox(bytes), "isMbox");
        QTEST(looksLikeMail(bytes), "isMail");
    }

    void ownAddressIsGuessed_data()
    {
        QTest::addColumn<QList<QStringList>>("messages");
        QTest::addColumn<QStringList>("own");
        QList<QStringList> help;
        QList<QStringList> house;
        QList<QStringList> provider;
        QList<QStringList> couple;
        for (int number = 0; number < 20; ++number) {
            const QString customer = u"c%1@mail.ru"_s.arg(number);
            help.append({customer, u"Help@Shop.example"_s});
            house.append({customer, u"agent%1@shop.example"_s.arg(number)});
            provider.append({customer, u"d%1@gmail.com"_s.arg(number)});
            couple.append({u"a@one.example"_s, u"b@two.example"_s});
        }
        QTest::newRow("address") << help << QStringList{u"help@shop.example"_s};
        QTest::newRow("nearly always")
            << help.mid(0, 18) + provider.mid(0, 2) << QStringList{u"help@shop.example"_s};
        QTest::newRow("too seldom") << help.mid(0, 10) + provider.mid(0, 5) << QStringList{};
        QTest::newRow("domain") << house << QStringList{u"@shop.example"_s};
        QTest::newRow("provider") << provider << QStringList{};
        QTest::newRow("two people") << couple << QStringList{};
        QTest::newRow("too few") << help.mid(0, 4) << QStringList{};
    }

    void ownAddressIsGuessed()
    {
        QFETCH(const QList<QStringList>, messages);
        QFETCH(const QStringList, own);

        QCOMPARE(guessOwnAddresses(messages), own);
    }

    void readersGuessWhoseMailItIs()
    {
        const QTemporaryDir dir;
        QByteArray mbox;
        for (int number = 0; number < 9; ++number) {
            mbox += fromLine + mail(number) + "\n";
        }
        mbox += fromLine + "From: help@shop.example\nTo: c1@mail.example\nSubject: Answer\n\nText\n";
        write(dir.filePath(u"m"_s), mbox);

        const auto source = openMbox(dir.filePath(u"m"_s), {});
        QVERIFY(source);
        const auto all = readAll(**source);

        QCOMPARE(all.messages.constFirst().direction, Direction::Incoming);
        QCOMPARE(all.messages.constLast().direction, Direction::Outgoing);
        QCOMPARE(all.messages.constLast().personHandle, u"c1@mail.example"_s);
    }
};

QTEST_GUILESS_MAIN(MailReadersTest)
#include "tst_mailreaders.moc"
