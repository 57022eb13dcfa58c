// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/fetchbridge.h"
#include "app/channels/email/adapter/foldertroubles.h"
#include "app/channels/email/sync/foldercursor.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;

class TestFolderTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theCursorTellsWhatCouldNotBeRead()
    {
        const FolderCursor good{.uidValidity = 7, .done = {1, 2, 3}};
        const FolderCursor bad{.uidValidity = 7, .done = {1, 2, 3}, .unread = {2, 3}};
        const QByteArray cursor = FetchBridge::toBytes({{u"&BBAEQARFBDgEMg-"_s, bad.toBytes()},
                                                        {u"A & B"_s, bad.toBytes()},
                                                        {u"Broken"_s, "no cursor"},
                                                        {u"INBOX"_s, good.toBytes()}});
        QCOMPARE(
            unreadOf(cursor),
            (QList<FolderTrouble>{{.folder = u"Архив"_s, .unread = 2}, {.folder = u"A & B"_s, .unread = 2}}));
        QCOMPARE(unreadOf({}), QList<FolderTrouble>());
        QCOMPARE(unreadOf("nonsense"), QList<FolderTrouble>());
    }

    void aChosenFolderThatIsNotThereIsTold()
    {
        const QList<imap::Folder> found{{.wireName = "INBOX", .name = u"INBOX"_s}};
        QCOMPARE(missingFolders(found, {"INBOX", "&BBAEQARFBDgEMg-"}),
                 (QList<FolderTrouble>{{.folder = u"Архив"_s, .fault = Errc::NotFound}}));
        QCOMPARE(missingFolders(found, {}), QList<FolderTrouble>());
    }

    void oneFolderDoesNotKeepTheOthers_data()
    {
        QTest::addColumn<Errc>("fault");
        QTest::addColumn<imap::FolderRole>("role");
        QTest::addColumn<bool>("goesOn");
        QTest::addRow("refused") << Errc::ServerRefused << imap::FolderRole::Archive << true;
        QTest::addRow("not allowed") << Errc::NoPermission << imap::FolderRole::None << true;
        QTest::addRow("gone") << Errc::NotFound << imap::FolderRole::None << true;
        QTest::addRow("the inbox") << Errc::ServerRefused << imap::FolderRole::Inbox << false;
        QTest::addRow("no network") << Errc::Network << imap::FolderRole::None << false;
        QTest::addRow("no room here") << Errc::DiskFull << imap::FolderRole::None << false;
    }
    void oneFolderDoesNotKeepTheOthers()
    {
        QFETCH(const Errc, fault);
        QFETCH(const imap::FolderRole, role);
        QTEST(concernsOneFolder(fault, role), "goesOn");
    }
};

QTEST_GUILESS_MAIN(TestFolderTroubles)
#include "tst_foldertroubles.moc"
