// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/folderchoice.h"
#include "app/channels/email/sync/foldercursor.h"
#include "app/channels/email/sync/foldersync.h"
#include "app/channels/email/sync/mailbatch.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using imap::UidSet;

class FolderPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatHappenedUnseenIsNoticed_data()
    {
        QTest::addColumn<imap::Mailbox>("now");
        QTest::addColumn<bool>("isBehind");
        const imap::Mailbox same{.uidValidity = 7, .uidNext = 10, .exists = 9, .highestModSeq = 5};
        imap::Mailbox other = same;
        QTest::newRow("nothing") << same << false;
        other.uidNext = 11;
        QTest::newRow("new mail") << other << true;
        other = same;
        other.highestModSeq = 6;
        QTest::newRow("a flag") << other << true;
        other.highestModSeq.reset();
        QTest::newRow("a server that does not count") << other << false;
        other = same;
        other.uidValidity = 8;
        QTest::newRow("another numbering") << other << false; // the next fetch begins anew in its turn
    }
    void whatHappenedUnseenIsNoticed()
    {
        QFETCH(const imap::Mailbox, now);
        const FolderCursor cursor{
            .uidValidity = 7,
            .done = *UidSet::parse("1:9"),
            .whole = FolderCursor::Whole{.since = {}, .uidNext = 10, .modSeq = 5, .exists = 9}};
        QTEST(isBehind(cursor.toBytes(), now), "isBehind");
        QVERIFY(!isBehind({}, now)); // the first fetch is not over
    }

    void cursorsComeBack_data()
    {
        QTest::addColumn<FolderCursor>("cursor");
        QTest::newRow("nothing known") << FolderCursor();
        QTest::newRow("begun") << FolderCursor{.uidValidity = 7, .done = *UidSet::parse("1:3,9")};
        QTest::newRow("whole") << FolderCursor{
            .uidValidity = 7,
            .done = *UidSet::parse("1:9"),
            .whole = FolderCursor::Whole{.since = {}, .uidNext = 10, .modSeq = 5}};
        QTest::newRow("whole since a day, and empty")
            << FolderCursor{.uidValidity = 7,
                            .done = {},
                            .whole = FolderCursor::Whole{
                                .since = QDate(2026, 1, 2), .uidNext = 1, .modSeq = 18446744073709551615ULL}};
        QTest::newRow("begun, with what could not be read") << FolderCursor{
            .uidValidity = 7, .done = *UidSet::parse("1:9"), .unread = *UidSet::parse("3,5:6")};
        QTest::newRow("whole, with what could not be read")
            << FolderCursor{.uidValidity = 7,
                            .done = *UidSet::parse("1:9"),
                            .whole = FolderCursor::Whole{.since = {}, .uidNext = 10, .modSeq = 5},
                            .unread = {4}};
    }

    void cursorsComeBack()
    {
        QFETCH(const FolderCursor, cursor);

        const auto read = FolderCursor::parse(cursor.toBytes());

        QVERIFY(read);
        QCOMPARE(*read, cursor);
    }

    void whatIsNoCursorIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes :
             {"x", "imap2 7 1", "imap1", "imap1 a 1", "imap1 7 0", "imap1 7 1 -", "imap1 7 1 x 1 1",
              "imap1 7 1 - x 1", "imap1 7 1 - 1 x", "imap1 7 1 - 1 1 x", "imap1 7 1 - 1 1 1 1"}) {
            QTest::newRow(bytes) << QByteArray(bytes);
        }
    }

    void whatIsNoCursorIsRefused()
    {
        QFETCH(const QByteArray, bytes);

        QVERIFY(!FolderCursor::parse(bytes));
    }

    void theUsualFolders()
    {
        using imap::Folder;
        using imap::FolderRole;
        const auto folder = [](const QByteArray &name, FolderRole role) {
            return Folder{.wireName = name, .name = QString::fromLatin1(name), .role = role};
        };
        QList<Folder> folders{folder("Shop", FolderRole::None),    folder("Trash", FolderRole::Trash),
                              folder("Spam", FolderRole::Junk),    folder("Sent", FolderRole::Sent),
                              folder("All", FolderRole::All),      folder("INBOX", FolderRole::Inbox),
                              folder("Drafts", FolderRole::Drafts)};
        folders.append({.wireName = "Parent", .name = u"Parent"_s, .canBeSelected = false});

        QByteArrayList names;
        for (const Folder &usual : usualFolders(folders)) {
            names.append(usual.wireName);
        }

        QCOMPARE(names, (QByteArrayList{"INBOX", "Sent", "Shop"}));
        QCOMPARE(chosenFolders(folders, {}), usualFolders(folders));
    }

    void foldersThatSomebodyChose()
    {
        const QList<imap::Folder> folders{
            {.wireName = "Spam", .name = u"Spam"_s, .role = imap::FolderRole::Junk},
            {.wireName = "Sent", .name = u"Sent"_s, .role = imap::FolderRole::Sent},
            {.wireName = "INBOX", .name = u"INBOX"_s, .role = imap::FolderRole::Inbox},
            {.wireName = "Parent", .name = u"Parent"_s, .canBeSelected = false}};

        const QList<imap::Folder> chosen = chosenFolders(folders, {"Parent", "Spam", "INBOX", "Gone"});

        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.first().wireName, "INBOX");
        QCOMPARE(chosen.last().wireName, "Spam");
    }

    void inboxNeedsNoList()
    {
        const auto inbox = chosenInbox({});

        QVERIFY(inbox);
        QCOMPARE(inbox->wireName, "INBOX"_ba);
        QCOMPARE(inbox->role, imap::FolderRole::Inbox);
        QVERIFY(inbox->canBeSelected);
        QCOMPARE(chosenInbox({"Spam", "INBOX"}), inbox);
        QVERIFY(!chosenInbox({"Spam"}));
    }

    void smallOnesGoTogetherAndLargeOnesAlone()
    {
        QList<imap::Fetched> sizes;
        const auto add = [&](imap::Uid uid, std::optional<quint64> size) {
            sizes.append(imap::Fetched{.uid = uid, .size = size});
        };
        add(1, 1'000);
        add(2, 3'000'000);
        add(3, 2'000'000);
        add(4, 30'000'000);
        add(5, 90'000'000);
        add(6, {});
        add(7, 10);
        add(7, 10); // said twice

        QList<QByteArray> batches;
        for (const MailBatch &batch : planBatches(sizes, 2'500'000)) {
            batches.append((batch.isInParts ? "parts of " : "") + batch.uids.toBytes());
        }
        QCOMPARE(batches,
                 (QList<QByteArray>{"7", "parts of 6", "parts of 5", "parts of 4", "3", "parts of 2", "1"}));
    }
};

QTEST_GUILESS_MAIN(FolderPlanTest)
#include "tst_folderplan.moc"
