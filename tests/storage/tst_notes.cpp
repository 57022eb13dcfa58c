// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/drafts.h"
#include "app/storage/notes.h"
#include "app/storage/search/searchindex.h"
#include "models/search/searchquery.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void noteIsAMessageAndItsDraftEnds();
    void noteIsFoundBySearch();
    void rowTellsTheNoteBesideWhatWasSaidLast();
    void noteTakenBackIsADraftAgain();
    void noteTakenBackGoesBeforeANewerDraft();
    void emptyNoteIsRefused();
    void importedMessageIsNotTakenBack();
    void noteMovesWithAMergedConversation();

private:
    [[nodiscard]] QString draft();

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestNotes::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    m_id = m_cache->home(QStringLiteral("a@x"));
}

QString TestNotes::draft()
{
    return loadDraft(m_cache->db(), m_id, DraftKind::Note).value_or(Draft{}).text;
}

void TestNotes::noteIsAMessageAndItsDraftEnds()
{
    const Instant now = m_cache->clock().now();
    QVERIFY(saveDraft(m_cache->db(), m_id, DraftKind::Note, QStringLiteral("ask the stock"), now));

    const auto note = addNote(m_cache->db(), m_id, QStringLiteral("ask the stock"), now);

    QVERIFY(note);
    const auto thread = conversationThread(m_cache->db(), m_id);
    QVERIFY(thread);
    QCOMPARE(thread->messages.size(), 2);
    QCOMPARE(thread->messages.constLast().direction, Direction::Note);
    QCOMPARE(thread->messages.constLast().text, QStringLiteral("ask the stock"));
    QCOMPARE(thread->conversation.messages, 2);
    QVERIFY(draft().isEmpty());
    QVERIFY(m_cache->isSound());
}

void TestNotes::noteIsFoundBySearch()
{
    QVERIFY(addNote(m_cache->db(), m_id, QStringLiteral("zebra"), m_cache->clock().now()));

    const auto found = searchConversations(m_cache->db(), parseSearchQuery(QStringLiteral("zebra"), {}), 10);

    QVERIFY(found);
    QCOMPARE(*found, QList<ConversationId>{m_id});
}

void TestNotes::rowTellsTheNoteBesideWhatWasSaidLast()
{
    QCOMPARE(conversationRows(m_cache->db(), {m_id}).value().constFirst().lastNote, std::nullopt);
    QVERIFY(addNote(m_cache->db(), m_id, QStringLiteral("zebra"), m_cache->clock().now()));

    const auto rows = conversationRows(m_cache->db(), {m_id});

    QVERIFY(rows && !rows->isEmpty());
    QCOMPARE(rows->constFirst().preview, QStringLiteral("Text of a@x"));
    QCOMPARE(rows->constFirst().lastDirection, Direction::Incoming);
    QCOMPARE(rows->constFirst().lastNote, QStringLiteral("zebra"));
    QCOMPARE(rows->constFirst().lastAt, m_cache->clock().now());
}

void TestNotes::noteTakenBackIsADraftAgain()
{
    const auto note = addNote(m_cache->db(), m_id, QStringLiteral("zebra"), m_cache->clock().now());

    const auto back = takeBackNote(m_cache->db(), note->id, m_cache->clock().now());

    QVERIFY(back);
    QCOMPARE(draft(), QStringLiteral("zebra"));
    const auto thread = conversationThread(m_cache->db(), m_id);
    QCOMPARE(thread->messages.size(), 1);
    QCOMPARE(thread->conversation.messages, 1);
    QCOMPARE(thread->conversation.preview, QStringLiteral("Text of a@x"));
    QCOMPARE(m_cache->number("SELECT count(*) FROM thread_node"), 1);
    const auto found = searchConversations(m_cache->db(), parseSearchQuery(QStringLiteral("zebra"), {}), 10);
    QVERIFY(found && found->isEmpty());
    QVERIFY(m_cache->isSound());
}

void TestNotes::noteTakenBackGoesBeforeANewerDraft()
{
    const Instant now = m_cache->clock().now();
    const auto note = addNote(m_cache->db(), m_id, QStringLiteral("first"), now);
    QVERIFY(saveDraft(m_cache->db(), m_id, DraftKind::Note, QStringLiteral("second"), now));

    QVERIFY(takeBackNote(m_cache->db(), note->id, now));

    QCOMPARE(draft(), QStringLiteral("first\n\nsecond"));
}

void TestNotes::emptyNoteIsRefused()
{
    const auto note = addNote(m_cache->db(), m_id, QStringLiteral(" \n"), m_cache->clock().now());

    QVERIFY(!note);
    QCOMPARE(note.error().code, Errc::Empty);
}

void TestNotes::importedMessageIsNotTakenBack()
{
    const MessageId imported{m_cache->number("SELECT id FROM message")};
    const QByteArray before = m_cache->dump();

    const auto back = takeBackNote(m_cache->db(), imported, m_cache->clock().now());

    QVERIFY(!back);
    QCOMPARE(back.error().code, Errc::Conflict);
    QCOMPARE(m_cache->dump(), before);
}

void TestNotes::noteMovesWithAMergedConversation()
{
    m_cache->apply({mail(QStringLiteral("b@x"), 1)});
    const ConversationId other = m_cache->home(QStringLiteral("b@x"));
    const auto note = addNote(m_cache->db(), other, QStringLiteral("ours"), m_cache->clock().now());
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("a@x"), QStringLiteral("b@x")})});

    const auto back = takeBackNote(m_cache->db(), note->id, m_cache->clock().now());

    QVERIFY(back);
    QCOMPARE(back->conversation, m_cache->home(QStringLiteral("b@x")));
    QCOMPARE(loadDraft(m_cache->db(), other, DraftKind::Note)->text, QStringLiteral("ours"));
    QVERIFY(m_cache->isSound());
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
