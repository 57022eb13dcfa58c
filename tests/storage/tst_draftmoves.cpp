// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftfiles.h"
#include "app/storage/draftmoves.h"
#include "app/storage/drafts.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

/// Text that is added to a draft, and drafts that move between reply and note.
class TestDraftMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void textIsPutBelowTheDraft();
    void textMakesADraftWhereThereIsNone();
    void movingKeepsTheVersionsOfBoth();
    void filesMoveWithTheText();
    void filesAloneMove();
    void nothingMovesWhereTheFilesAreTooMuch();
    void whatIsNotThereIsNotFound();

private:
    [[nodiscard]] Database &db() { return m_cache->db(); }
    [[nodiscard]] Instant now() { return m_cache->clock().now(); }
    void save(DraftKind kind, const char *text);
    void attach(DraftKind kind, const QByteArray &bytes);
    [[nodiscard]] Draft draft(DraftKind kind);

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestDraftMoves::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    m_id = m_cache->home(QStringLiteral("a@x"));
}

void TestDraftMoves::save(DraftKind kind, const char *text)
{
    QVERIFY(saveDraft(db(), m_id, kind, QString::fromLatin1(text), now()));
}

void TestDraftMoves::attach(DraftKind kind, const QByteArray &bytes)
{
    QVERIFY(attachData(db(), m_cache->blobs(), {.conversation = m_id, .kind = kind},
                       {.name = QStringLiteral("f"), .mimeType = {}, .data = bytes}, now()));
}

Draft TestDraftMoves::draft(DraftKind kind)
{
    return loadDraft(db(), m_id, kind).value_or(Draft{});
}

void TestDraftMoves::textIsPutBelowTheDraft()
{
    save(DraftKind::Reply, "Dear Anna");

    const auto added = appendToDraft(db(), m_id, DraftKind::Reply, QStringLiteral("PS"), now());

    QVERIFY(added);
    QCOMPARE(added->text, QStringLiteral("Dear Anna\n\nPS"));
    QCOMPARE(draft(DraftKind::Reply), *added);
    QVERIFY(draft(DraftKind::Note).text.isEmpty());
}

void TestDraftMoves::textMakesADraftWhereThereIsNone()
{
    const auto added = appendToDraft(db(), m_id, DraftKind::Note, QStringLiteral("PS"), now());

    QVERIFY(added);
    QCOMPARE(added->text, QStringLiteral("PS"));
    QCOMPARE(added->version, 1);
}

void TestDraftMoves::movingKeepsTheVersionsOfBoth()
{
    save(DraftKind::Reply, "Dear Anna");
    save(DraftKind::Note, "ask the depot about the green parcel");

    const auto moved = moveDraft(db(), m_id, DraftKind::Note, now());

    QVERIFY(moved);
    QCOMPARE(moved->kind, DraftKind::Reply);
    QCOMPARE(moved->text, QStringLiteral("Dear Anna\n\nask the depot about the green parcel"));
    QVERIFY(draft(DraftKind::Note).text.isEmpty());
    const auto versions = draftVersions(db(), m_id, DraftKind::Note);
    QVERIFY(versions);
    QCOMPARE(versions->constLast().text, QStringLiteral("ask the depot about the green parcel"));
}

void TestDraftMoves::filesMoveWithTheText()
{
    save(DraftKind::Note, "see the list");
    attach(DraftKind::Note, "one");
    attach(DraftKind::Reply, "two");

    const auto moved = moveDraft(db(), m_id, DraftKind::Note, now());

    QVERIFY(moved);
    QCOMPARE(moved->attachments.size(), 2);
    QVERIFY(draft(DraftKind::Note).attachments.isEmpty());
    QVERIFY(m_cache->isSound());
}

void TestDraftMoves::filesAloneMove()
{
    attach(DraftKind::Reply, "one");

    const auto moved = moveDraft(db(), m_id, DraftKind::Reply, now());

    QVERIFY(moved);
    QCOMPARE(moved->kind, DraftKind::Note);
    QCOMPARE(moved->attachments.size(), 1);
    QVERIFY(draft(DraftKind::Reply).attachments.isEmpty());
}

void TestDraftMoves::nothingMovesWhereTheFilesAreTooMuch()
{
    save(DraftKind::Note, "see the film");
    attach(DraftKind::Note, QByteArray(mostAttached, 'x'));
    attach(DraftKind::Reply, "y");
    const QByteArray before = m_cache->dump();

    const auto moved = moveDraft(db(), m_id, DraftKind::Note, now());

    QVERIFY(!moved);
    QCOMPARE(moved.error().code, Errc::TooLarge);
    QCOMPARE(m_cache->dump(), before);
}

void TestDraftMoves::whatIsNotThereIsNotFound()
{
    const ConversationId nowhere{99};
    const QByteArray before = m_cache->dump();

    const auto added = appendToDraft(db(), nowhere, DraftKind::Reply, QStringLiteral("PS"), now());
    const auto moved = moveDraft(db(), nowhere, DraftKind::Reply, now());

    QVERIFY(!added && !moved);
    QCOMPARE(added.error().code, Errc::NotFound);
    QCOMPARE(moved.error().code, Errc::NotFound);
    QCOMPARE(m_cache->dump(), before);
}

QTEST_GUILESS_MAIN(TestDraftMoves)
#include "tst_draftmoves.moc"
