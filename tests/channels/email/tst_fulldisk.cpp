// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/stores.h"
#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/waiting.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::settled;

namespace {

constexpr int letters = 12;
constexpr int attached = 300'000; // bytes, that no compression makes less
constexpr qint64 room = 1'500'000; // what is left when bringing mail over begins

/// A file system of 16 MB that only this process sees; why not, where that is not allowed.
QString mountSmall(const QString &path)
{
    const int own = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    if (unshare(own) != 0) {
        return u"no mounts of its own: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
    }
    const bool isPrivate = mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    if (!isPrivate || mount("tmpfs", QFile::encodeName(path).constData(), "tmpfs", 0, "size=16m") != 0) {
        return u"nothing can be mounted: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
    }
    return {};
}

QByteArray noise(int number)
{
    QByteArray bytes(attached, Qt::Uninitialized);
    QRandomGenerator random(static_cast<quint32>(number) + 1);
    for (char &byte : bytes) {
        byte = static_cast<char>(random.bounded(256));
    }
    return bytes;
}

QByteArray letter(int number)
{
    const QByteArray id = QByteArray::number(number);
    QByteArray encoded = noise(number).toBase64();
    for (qsizetype at = 76; at < encoded.size(); at += 78) {
        encoded.insert(at, "\r\n");
    }
    return "From: Anna <anna" + id + "@example.test>\r\nTo: op1@localhost\r\nSubject: Parcel " + id
        + "\r\nMessage-ID: <full" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWhere is "
          "it?\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
          "Content-Disposition: attachment; filename=scan.bin\r\n\r\n"
        + encoded + "\r\n--b--\r\n";
}

} // namespace

/// The disk is really full while mail comes: a real Dovecot, a real store on a small file system.
class TestFullDisk : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    /// Something else takes the room.
    void fill()
    {
        QFile filler(path(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(64 * 1024, 'x');
        while (QStorageInfo(m_folder->path()).bytesAvailable() > room) {
            QCOMPARE(filler.write(block), block.size());
        }
    }

    [[nodiscard]] Result<void> fetch()
    {
        EmailAdapter adapter(test::mailParts(u"op1"_s, "secret1", m_servers->imap(Security::Tls),
                                             m_servers->smtp(), m_servers->edge(), m_clock));
        const test::OneFetch one(adapter, *m_stores);
        return test::waitFor([&] { return one.isOver(); }, 60'000) ? one.result() : fail(Errc::Timeout);
    }

    /// How many letters are here; each whole, with what it brought.
    [[nodiscard]] int wholeLetters()
    {
        const auto ids = settled(m_stores->ids({.view = View::Inbox})).value_or(QList<ConversationId>());
        int whole = 0;
        for (const ConversationId id : ids) {
            const auto thread = settled(m_stores->thread(id));
            if (!thread || thread->messages.size() != 1
                || thread->messages.constFirst().attachments.size() != 1) {
                return -1;
            }
            const Message &message = thread->messages.constFirst();
            const auto bytes = settled(m_stores->attachment(message.attachments.constFirst().id));
            const int number = thread->conversation.subject.section(u' ', -1).toInt();
            if (!bytes || *bytes != noise(number)) {
                return -1;
            }
            ++whole;
        }
        return whole;
    }

    [[nodiscard]] bool isSound()
    {
        const auto found = settled(m_stores->examine(Repair::No)).value_or(QList<CheckResult>());
        return !found.isEmpty() && std::ranges::all_of(found, [](const CheckResult &one) {
            const bool isData = one.check == Check::Database || one.check == Check::ForeignKeys
                || one.check == Check::SearchIndex || one.check == Check::Blobs;
            return !isData || one.health == Health::Ok;
        });
    }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStores> m_stores;
    test::TestClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        for (int number = 0; number < letters; ++number) {
            QVERIFY(m_servers->deliver(u"op1"_s, letter(number)));
        }
        m_folder = std::make_unique<QTemporaryDir>();
        if (const QString why = mountSmall(m_folder->path()); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
    }
    void init() { QTest::failOnWarning(); }
    void cleanupTestCase()
    {
        m_stores.reset();
        m_servers.reset();
        if (m_folder) {
            umount2(QFile::encodeName(m_folder->path()).constData(), MNT_DETACH);
        }
    }

    void bringingMailOverStopsWholeAndGoesOnOnceThereIsRoom()
    {
        auto stores = SqliteStores::open({.directory = m_folder->path(), .key = {}}, m_clock);
        QVERIFY(stores);
        m_stores = *std::move(stores);
        Account account;
        account.address = u"op1@localhost"_s;
        QCOMPARE(settled(m_stores->addAccount(account)).value_or(Account()).id, AccountId{1});
        fill();

        const Result<void> stopped = fetch();

        QVERIFY(!stopped);
        QVERIFY2(stopped.error().code == Errc::DiskFull, qPrintable(stopped.error().detail));
        const int before = wholeLetters();
        QVERIFY2(before >= 0 && before < letters, qPrintable(QString::number(before)));
        QVERIFY(isSound());
        QCOMPARE(fetch().error_or(Error()).code, Errc::DiskFull); // it stays clear, and does no harm
        QCOMPARE(wholeLetters(), before);

        QVERIFY(QFile::remove(path(u"filler"_s)));
        QCOMPARE(fetch(), Result<void>());

        QCOMPARE(wholeLetters(), letters);
        QVERIFY(isSound());
        QCOMPARE(fetch(), Result<void>());
        QCOMPARE(wholeLetters(), letters);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
