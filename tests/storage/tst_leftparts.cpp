// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftmoves.h"
#include "app/storage/leftparts.h"
#include "tests/storage/storagefixture.h"

#include <QTemporaryFile>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const ServerPart plan{.section = u"2.1"_s, .encoding = PartEncoding::Base64, .size = 78'000'000};

/// A letter with a file that is here and one that is at the server.
IncomingMessage letter(const QString &id)
{
    IncomingMessage message = mail(id, 1);
    message.attachments = {attachment(u"a.png"_s, "bytes"), attachment(u"plan.pdf"_s, {})};
    message.attachments[1].part = plan;
    message.place = ServerPlace{.folder = u"INBOX"_s, .uidValidity = 7, .uid = 12};
    return message;
}

} // namespace

class TestLeftParts : public QObject
{
    Q_OBJECT

private:
    void addAccounts()
    {
        m_cache->set("INSERT INTO account (id, channel, name, identity, address, folded, is_on)"
                     " VALUES (1, 0, 'a', '', 'a@x', 'a@x', 1), (2, 0, 'b', '', 'b@x', 'b@x', 1)");
    }
    [[nodiscard]] AttachmentId file(const QString &name)
    {
        auto select = m_cache->db().prepare("SELECT id FROM attachment WHERE name = ?1");
        return AttachmentId{select->bind(1, name).step().value_or(false) ? select->integer(0) : 0};
    }

    std::unique_ptr<Cache> m_cache;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_cache = std::make_unique<Cache>();
        addAccounts();
    }

    void itIsKnownWhereItIs()
    {
        m_cache->applyFrom(AccountId{2}, {letter(u"a@x"_s)});

        const auto left = leftPart(m_cache->db(), file(u"plan.pdf"_s));

        QVERIFY(left);
        QCOMPARE(left->account, AccountId{2});
        QCOMPARE(left->messageId, u"a@x"_s);
        QCOMPARE(left->part, plan);
        QCOMPARE(left->places.size(), 1);
        QCOMPARE(left->places.constFirst().uid, 12U);
        QCOMPARE(m_cache->number("SELECT size FROM attachment WHERE name = 'plan.pdf'"), 57'000'000);
        QCOMPARE(leftPart(m_cache->db(), file(u"a.png"_s)).error().code, Errc::NotFound);
        QVERIFY(m_cache->isSound());
    }

    void whereItLiesNowhereItIsGone()
    {
        m_cache->apply({letter(u"a@x"_s)});

        QCOMPARE(leftPart(m_cache->db(), file(u"plan.pdf"_s)).error().code, Errc::NotFound);
    }

    void keptItIsAsAnyOther()
    {
        m_cache->applyFrom(AccountId{1}, {letter(u"a@x"_s)});
        const AttachmentId id = file(u"plan.pdf"_s);
        const auto sha256 = m_cache->blobs().put("the plan");
        QVERIFY(sha256);

        const auto home = keepLeftPart(m_cache->db(), id, *sha256, 8);

        QVERIFY(home);
        QCOMPARE(*home, m_cache->home(u"a@x"_s));
        QCOMPARE(m_cache->number("SELECT size FROM attachment WHERE name = 'plan.pdf'"), 8);
        QCOMPARE(leftPart(m_cache->db(), id).error().code, Errc::Conflict);
        QCOMPARE(keepLeftPart(m_cache->db(), AttachmentId{999}, *sha256, 8).error().code, Errc::NotFound);
    }

    void itIsForwardedOnceItIsHere()
    {
        m_cache->applyFrom(AccountId{1}, {letter(u"a@x"_s)});
        const MessageId with{m_cache->number("SELECT id FROM message WHERE remote_id = 'a@x'")};
        const auto forward = [&] {
            return attachFilesOf(m_cache->db(), m_cache->home(u"a@x"_s), with, m_cache->clock().now());
        };

        const auto early = forward();
        const auto kept = m_cache->blobs().put("the plan").and_then([&](const QByteArray &sha256) {
            return keepLeftPart(m_cache->db(), file(u"plan.pdf"_s), sha256, 8);
        });
        const auto late = forward();

        QCOMPARE(early.error().code, Errc::AtServer);
        QVERIFY(kept && late);
        QCOMPARE(late->attachments.size(), 2);
    }

    void wholeAndInPartsAreOneLetter()
    {
        IncomingMessage whole = letter(u"a@x"_s);
        whole.attachments[1].part.reset();
        whole.attachments[1].data = "the plan";
        IncomingMessage other = whole;
        other.subject = u"Another letter that says it has this id"_s;
        m_cache->apply({letter(u"a@x"_s)});

        QCOMPARE(m_cache->apply({whole}).report.duplicates, 1);
        QCOMPARE(m_cache->apply({other}).report.imported, 1);
    }

    void theRestOfATextIsNoFileMore_data()
    {
        QTest::addColumn<bool>("isWholeFirst");
        QTest::addColumn<bool>("isAnotherText");
        QTest::addColumn<int>("files"); // at the server, beside the rest of the text
        QTest::addColumn<int>("duplicates");
        for (const bool isWholeFirst : {true, false}) {
            const char *order = isWholeFirst ? "whole first" : "in parts first";
            QTest::addRow("%s", order) << isWholeFirst << false << 0 << 1;
            QTest::addRow("%s, another text", order) << isWholeFirst << true << 0 << 0;
            QTest::addRow("%s, a file more", order) << isWholeFirst << false << 1 << 0;
        }
    }
    void theRestOfATextIsNoFileMore()
    {
        QFETCH(const bool, isWholeFirst);
        QFETCH(const bool, isAnotherText);
        QFETCH(const int, files);
        QFETCH(const int, duplicates);
        IncomingMessage whole = mail(u"a@x"_s, 1);
        whole.text = u"Where is my order?  "_s.repeated(500);
        IncomingMessage parts = whole;
        parts.text = isAnotherText ? u"Where is my refund?"_s : whole.text.first(7'000);
        parts.attachments = {attachment({}, {})};
        parts.attachments[0].mimeType = u"text/plain"_s;
        parts.attachments[0].part = ServerPart{.section = u"1"_s, .size = 3'000'000};
        for (int i = 0; i < files; ++i) {
            parts.attachments.append(attachment(u"plan.pdf"_s, {}));
            parts.attachments.last().part = plan;
        }

        m_cache->apply({isWholeFirst ? whole : parts});

        QCOMPARE(m_cache->apply({isWholeFirst ? parts : whole}).report.duplicates, duplicates);
    }

    void filesOfAnySizeAreSealedAlike_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("isSealed");
        for (const qint64 size : {0, 1, 1'048'576, 3'000'001}) {
            QTest::addRow("%lld, plain", size) << size << false;
            QTest::addRow("%lld, sealed", size) << size << true;
        }
    }

    void filesOfAnySizeAreSealedAlike()
    {
        QFETCH(const qint64, size);
        QFETCH(const bool, isSealed);
        const QTemporaryDir folder;
        const BlobStore blobs(folder.path(), isSealed ? Secret(QByteArray(32, 'k')) : Secret());
        QByteArray bytes(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<char>(i * 31 + i / 1'000);
        }
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(bytes) == size && file.flush());

        const auto sha256 = blobs.putFile(file);

        QVERIFY(sha256);
        QVERIFY(blobs.get(*sha256) == bytes);
        QCOMPARE(blobs.put(bytes), *sha256);
        QCOMPARE(blobs.putFile(file), *sha256); // it is there already
        QCOMPARE(blobs.list().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLeftParts)
#include "tst_leftparts.moc"
