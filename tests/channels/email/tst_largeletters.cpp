// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/stores.h"
#include "models/services/partfetcher.h"
#include "tests/channels/email/largeletter.h"
#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/servers/mailservers.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::CuttingProxy;
using test::letter;
using test::noise;
using test::settled;

namespace {

/// Kilobytes that this program had in memory at most, since it was last forgotten.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return at < 0 ? 0 : all.sliced(at + 6, all.indexOf('k', at) - at - 6).trimmed().toLongLong();
}

bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

} // namespace

/// Letters whose files stay at a real Dovecot until somebody wants them.
class TestLargeLetters : public QObject
{
    Q_OBJECT

private:
    using Brought = std::optional<Result<void>>;

    void put(const QByteArray &bytes)
    {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        QVERIFY(settled(m_other->append("INBOX", {}, std::move(buffer))));
    }

    /// Takes the letter with this id away from the server, with nobody told.
    void remove(const QByteArray &id)
    {
        QVERIFY(settled(m_other->select("INBOX")));
        const auto uids = settled(m_other->searchHeader("Message-ID", id));
        QVERIFY(uids && !uids->isEmpty());
        QVERIFY(settled(m_other->store(*uids, imap::StoreMode::Add, {"\\Deleted"})));
        QVERIFY(settled(m_other->expunge(*uids)));
    }

    [[nodiscard]] EmailAdapter::Parts parts() const
    {
        EmailAdapter::Parts made = test::mailParts(
            u"op1"_s, "secret1",
            {.host = u"localhost"_s, .port = m_proxy->serverPort(), .security = Security::PlainLoopback},
            m_servers->smtp(), m_servers->edge(), m_clock);
        made.account = m_account;
        return made;
    }

    [[nodiscard]] bool fetch()
    {
        EmailAdapter adapter(parts());
        AccountFetch fetch(adapter, m_account.id, *m_stores, nullptr);
        const QSignalSpy finished(&fetch, &AccountFetch::finished);
        const QSignalSpy failed(&fetch, &AccountFetch::failed);
        fetch.start();
        return test::waitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 60'000)
            && failed.isEmpty();
    }

    /// The letter with this id, as it is in the store.
    [[nodiscard]] Message stored(const QString &id)
    {
        const auto hits = settled(m_stores->searchConversations(u"subject:"_s + id, 10));
        if (!hits || hits->isEmpty()) {
            return {};
        }
        const auto thread = settled(m_stores->thread(hits->constFirst()));
        return thread && !thread->messages.isEmpty() ? thread->messages.constFirst() : Message();
    }

    [[nodiscard]] Result<void> brought(AttachmentId id)
    {
        PartFetcher fetcher(fetcherParts());
        Brought end;
        follow(fetcher, end);
        fetcher.bring(id);
        return test::waitFor([&] { return end.has_value(); }, 60'000) ? *end : fail(Errc::Timeout);
    }

    static void follow(PartFetcher &fetcher, Brought &end)
    {
        connect(&fetcher, &AttachmentSource::arrived, &fetcher, [&end] { end = Result<void>(); });
        connect(&fetcher, &AttachmentSource::failed, &fetcher,
                [&end](AttachmentId, const Error &error) { end = std::unexpected(error); });
    }

    [[nodiscard]] PartFetcher::Parts fetcherParts()
    {
        return {
            .store = *m_stores, .accounts = *m_stores, .channels = m_channels, .folder = m_folder->path()};
    }

    [[nodiscard]] QByteArray bytesOf(AttachmentId id)
    {
        return settled(m_stores->attachment(id)).value_or("not here");
    }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<CuttingProxy> m_proxy;
    std::unique_ptr<imap::ImapSession> m_other; ///< another program with the same mailbox
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStores> m_stores;
    ChannelRegistry m_channels;
    Account m_account;
    test::TestClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_proxy = std::make_unique<CuttingProxy>(m_servers->imap(Security::PlainLoopback).port);
        m_other = std::make_unique<imap::ImapSession>(m_servers->edge(), imap::Limits{});
        QVERIFY(settled(m_other->signIn(m_servers->imap(Security::Tls),
                                        test::MailServers::user(u"op1"_s, "secret1"), {})));
        m_channels.add(Channel::Email, [this](const Account &) {
            return Result<std::unique_ptr<ChannelAdapter>>(std::make_unique<EmailAdapter>(parts()));
        });
    }

    void init()
    {
        QTest::failOnWarning();
        m_proxy->leaveAlone();
        m_folder = std::make_unique<QTemporaryDir>();
        auto stores = SqliteStores::open({.directory = m_folder->path(), .key = Secret(QByteArray(32, 'k'))},
                                         m_clock);
        QVERIFY(stores);
        m_stores = *std::move(stores);
        Account account;
        account.identity = u"North Lane"_s;
        account.address = u"op1@localhost"_s;
        const auto added = settled(m_stores->addAccount(account));
        QVERIFY(added);
        m_account = *added;
        QVERIFY(settled(m_other->select("INBOX")));
        const auto all = settled(m_other->searchAll());
        if (all && !all->isEmpty()) {
            QVERIFY(settled(m_other->store(*all, imap::StoreMode::Add, {"\\Deleted"})));
            QVERIFY(settled(m_other->expunge(*all)));
        }
    }

    void cleanup() { m_stores.reset(); }

    void aHundredMegabytes()
    {
        const QByteArray first = noise(48'000'000, 1);
        const QByteArray second = noise(10'000'001, 2);
        {
            const QByteArray bytes = letter("huge", "Посмотрите чертежи фундамента.",
                                            {{.name = "plan.dwg", .bytes = first},
                                             {.name = "list.bin", .bytes = second, .isQuoted = true}});
            QCOMPARE_GT(bytes.size(), 95'000'000);
            put(bytes);
        }
        const bool isForgotten = forgetPeak();
        const qint64 before = peakMemory();

        QVERIFY(fetch());

        const qint64 grown = peakMemory() - before;
        QVERIFY2(!isForgotten || grown < 40 * 1'024, qPrintable(QString::number(grown)));
        const Message message = stored(u"huge"_s);
        QCOMPARE(message.text, u"Посмотрите чертежи фундамента."_s);
        QCOMPARE(settled(m_stores->search(u"фундамент"_s, 10)).value_or(QList<SearchHit>()).size(), 1);
        QCOMPARE(message.attachments.size(), 2);
        QCOMPARE(message.attachments.at(0).name, u"plan.dwg"_s);
        QCOMPARE(message.attachments.at(1).name, u"list.bin"_s);
        QVERIFY(message.attachments.at(0).isAtServer && message.attachments.at(1).isAtServer);
        QCOMPARE_LE(qAbs(message.attachments.at(0).size - first.size()), 100);
        QCOMPARE(settled(m_stores->attachment(message.attachments.at(0).id)).error().code, Errc::AtServer);

        QVERIFY(brought(message.attachments.at(0).id));
        QVERIFY(brought(message.attachments.at(1).id));

        const Message after = stored(u"huge"_s);
        QVERIFY(!after.attachments.at(0).isAtServer && !after.attachments.at(1).isAtServer);
        QCOMPARE(after.attachments.at(0).size, first.size());
        QVERIFY(bytesOf(after.attachments.at(0).id) == first);
        QVERIFY(bytesOf(after.attachments.at(1).id) == second);
        QVERIFY(brought(after.attachments.at(0).id)); // it is here already
        const auto checks = settled(m_stores->examine(Repair::No));
        QVERIFY(checks && std::ranges::all_of(*checks, [](const CheckResult &one) {
                    return one.health == Health::Ok;
                }));
    }

    void aCutInTheMiddleIsGoneOnFrom()
    {
        const QByteArray bytes = noise(6'000'000, 3);
        put(letter("cut", "x", {{.name = "a.bin", .bytes = bytes}}));
        QVERIFY(fetch());
        const AttachmentId id = stored(u"cut"_s).attachments.value(0).id;
        m_proxy->harm(test::Harm::Cut, CuttingProxy::Side::Server, 4'000'000);

        const Result<void> done = brought(id);

        QVERIFY(m_proxy->isDone());
        QVERIFY(done);
        QCOMPARE_LT(m_proxy->fromServer(), 6'000'000); // the second connection did not begin anew
        QVERIFY(bytesOf(id) == bytes);
    }

    void whereTheServerCannotBeReachedItStays()
    {
        const QByteArray bytes = noise(3'000'000, 4);
        put(letter("away", "x", {{.name = "a.bin", .bytes = bytes}}));
        QVERIFY(fetch());
        const AttachmentId id = stored(u"away"_s).attachments.value(0).id;
        m_proxy->cutAfter({}, 300);

        const Result<void> done = brought(id);

        QVERIFY(!done);
        QCOMPARE(done.error().code, Errc::Network);
        QVERIFY(stored(u"away"_s).attachments.value(0).isAtServer);
        m_proxy->leaveAlone();
        QVERIFY(brought(id));
        QVERIFY(bytesOf(id) == bytes);
    }

    void whatIsStoppedStays()
    {
        const QByteArray bytes = noise(6'000'000, 5);
        put(letter("stop", "x", {{.name = "a.bin", .bytes = bytes}}));
        QVERIFY(fetch());
        const AttachmentId id = stored(u"stop"_s).attachments.value(0).id;
        PartFetcher fetcher(fetcherParts());
        Brought end;
        follow(fetcher, end);
        QList<int> seen;
        connect(&fetcher, &AttachmentSource::progressed, &fetcher, [&](AttachmentId which) {
            seen.append(fetcher.progress(which).value_or(-1));
            if (seen.constLast() > 20) {
                fetcher.cancel(which);
            }
        });

        fetcher.bring(id);
        fetcher.bring(id); // asked for by two

        QVERIFY(test::waitFor([&] { return end.has_value(); }, 30'000));
        QVERIFY(!*end);
        QCOMPARE(end->error().code, Errc::Cancelled);
        QVERIFY(std::ranges::is_sorted(seen) && seen.constFirst() == 0 && seen.constLast() < 99);
        QVERIFY(!fetcher.progress(id));
        QVERIFY(stored(u"stop"_s).attachments.value(0).isAtServer);
    }

    void whatIsGoneAtTheServerIsSaidSo()
    {
        put(letter("gone", "Письмо", {{.name = "a.bin", .bytes = noise(3'000'000, 6)}}));
        QVERIFY(fetch());
        const AttachmentId id = stored(u"gone"_s).attachments.value(0).id;
        remove("gone@example.test");

        const Result<void> before = brought(id); // the program has not heard of it
        QVERIFY(fetch());
        const Result<void> after = brought(id);

        QCOMPARE(before.error().code, Errc::NotFound);
        QCOMPARE(after.error().code, Errc::NotFound);
        QVERIFY(stored(u"gone"_s).attachments.value(0).isAtServer);
        QCOMPARE(stored(u"gone"_s).text, u"Письмо"_s);
    }

    void neverAPartOfAnotherLetter_data()
    {
        QTest::addColumn<bool>("isRenumbered");
        QTest::newRow("another has its number") << false;
        QTest::newRow("the numbers are others") << true;
    }

    void neverAPartOfAnotherLetter()
    {
        QFETCH(const bool, isRenumbered);
        const QByteArray bytes = noise(3'000'000, 7);
        put(letter("mine", "x", {{.name = "a.bin", .bytes = bytes}}));
        put(letter("twin", "x", {{.name = "a.bin", .bytes = noise(3'000'000, 8)}}));
        QVERIFY(fetch());
        const auto mine = settled(m_stores->leftPart(stored(u"mine"_s).attachments.value(0).id));
        const auto twin = settled(m_stores->leftPart(stored(u"twin"_s).attachments.value(0).id));
        QVERIFY(mine && twin);
        LeftPart misplaced = *mine;
        misplaced.places = twin->places;
        misplaced.places.first().uidValidity += isRenumbered ? 1 : 0;
        EmailAdapter adapter(parts());
        const auto into = std::make_shared<QBuffer>();
        QVERIFY(into->open(QIODevice::WriteOnly));

        const auto found = settled(adapter.bring(misplaced, {.into = into}));
        remove("mine@example.test");
        const auto lost = settled(adapter.bring(misplaced, {.into = std::make_shared<QBuffer>()}));

        QVERIFY(found);
        QVERIFY(into->data() == bytes);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, Errc::NotFound);
    }

    void theSameLetterIsNoSecondOne()
    {
        const QByteArray bytes = letter("once", "Текст", {{.name = "a.bin", .bytes = noise(3'000'000, 9)}});
        put(bytes);
        QVERIFY(fetch());
        auto whole = test::mailReaderFor(u"op1@localhost"_s)(bytes, {});
        QVERIFY(whole);

        const auto report
            = settled(m_stores->apply({.source = {}, .cursor = {}, .account = {}, .messages = {*whole}}));

        QVERIFY(report);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(report->imported, 0);
    }

    void aTextTooLongToComeWholeIsStillThatLetter_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isImportedFirst");
        for (const QByteArray &type : {"plain"_ba, "html"_ba}) {
            QTest::addRow("%s, imported first", type.constData()) << type << true;
            QTest::addRow("%s, fetched first", type.constData()) << type << false;
        }
    }
    void aTextTooLongToComeWholeIsStillThatLetter()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const bool, isImportedFirst);
        const QByteArray text = "Где мой заказ? <b>A line &amp; another.</b>\r\n"_ba.repeated(60'000);
        QByteArray bytes = letter("long", text, {{.name = "a.bin", .bytes = noise(200'000, 10)}});
        bytes.replace("text/plain", "text/" + type);
        const auto whole = test::mailReaderFor(u"op1@localhost"_s)(bytes, {});
        QVERIFY(whole);
        const auto import = [&] {
            return settled(
                m_stores->apply({.source = {}, .cursor = {}, .account = {}, .messages = {*whole}}));
        };
        put(bytes);

        const bool isDone = isImportedFirst ? import() && fetch() : fetch() && import();

        QVERIFY(isDone);
        const auto hits = settled(m_stores->searchConversations(u"subject:long"_s, 10));
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
        QCOMPARE(settled(m_stores->thread(hits->constFirst()))->messages.size(), 1);
        QCOMPARE(stored(u"long"_s).attachments.size(), isImportedFirst ? 1 : 2); // the rest of the text
    }
};

QTEST_GUILESS_MAIN(TestLargeLetters)
#include "tst_largeletters.moc"
