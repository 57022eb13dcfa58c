// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/draftmoves.h"
#include "app/storage/drafts.h"
#include "app/storage/lists.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void noDraftIsAnEmptyOne();
    void savedDraftIsLoaded_data();
    void savedDraftIsLoaded();
    void replyAndNoteAreKeptApart();
    void emptyTextEndsTheDraftAndKeepsItsVersions();
    void sameTextIsNoNewVersion();
    void unknownConversationIsNotFound();
    void mergedConversationTakesTheDraft();
    void typingGoesOnBelowTheDraftOfTheOther_data();
    void typingGoesOnBelowTheDraftOfTheOther();
    void quickTypingMakesOneVersion();
    void slowTypingMakesOneVersionEach();
    void deletedTextStaysInTheVersions_data();
    void deletedTextStaysInTheVersions();
    void goingBackToAVersionKeepsTheTextLeft();
    void newestVersionIsTheDraft();
    void recipientsAreKeptWithEachVersion();
    void recipientsGoIntoAMergedConversation();
    void filesOfAMessageAreCopied();

private:
    Draft save(const QString &text, DraftKind kind = DraftKind::Reply);
    QStringList versions();

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestDrafts::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    m_id = m_cache->home(QStringLiteral("a@x"));
}

Draft TestDrafts::save(const QString &text, DraftKind kind)
{
    return saveDraft(m_cache->db(), m_id, kind, text, m_cache->clock().now()).value_or(Draft{});
}

QStringList TestDrafts::versions()
{
    QStringList texts;
    for (const Draft &draft : draftVersions(m_cache->db(), m_id, DraftKind::Reply).value_or(QList<Draft>())) {
        texts.append(draft.text);
    }
    return texts;
}

void TestDrafts::noDraftIsAnEmptyOne()
{
    const auto draft = loadDraft(m_cache->db(), m_id, DraftKind::Reply);

    QVERIFY(draft);
    QCOMPARE(draft->version, 0);
    QVERIFY(draft->text.isEmpty());
    QCOMPARE(draft->conversation, m_id);
}

void TestDrafts::savedDraftIsLoaded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("words") << QStringLiteral("Dear Anna,\n\nit's on its way");
    QTest::addRow("emoji") << QStringLiteral("👍🏽 ок");
    QTest::addRow("NUL inside") << QString(QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"));
    QTest::addRow("blanks") << QStringLiteral("  \n ");
    QTest::addRow("long") << QString(1'000'000, u'я');
}

void TestDrafts::savedDraftIsLoaded()
{
    QFETCH(const QString, text);

    const Draft saved = save(text);

    QCOMPARE(saved.version, 1);
    QCOMPARE(saved.updatedAt, m_cache->clock().now());
    const auto loaded = loadDraft(m_cache->db(), m_id, DraftKind::Reply);
    QVERIFY(loaded && *loaded == saved);
    QVERIFY(loaded->text == text);
    QCOMPARE(conversationIds(m_cache->db(), {.view = View::Drafts}), QList<ConversationId>{m_id});
}

void TestDrafts::replyAndNoteAreKeptApart()
{
    save(QStringLiteral("to the customer"));
    save(QStringLiteral("for us alone"), DraftKind::Note);

    QCOMPARE(loadDraft(m_cache->db(), m_id, DraftKind::Reply)->text, QStringLiteral("to the customer"));
    QCOMPARE(loadDraft(m_cache->db(), m_id, DraftKind::Note)->text, QStringLiteral("for us alone"));
    QCOMPARE(versions(), QStringList{QStringLiteral("to the customer")});
}

void TestDrafts::emptyTextEndsTheDraftAndKeepsItsVersions()
{
    save(QStringLiteral("a text that somebody will want back"));

    save(QString());

    QVERIFY(loadDraft(m_cache->db(), m_id, DraftKind::Reply)->text.isEmpty());
    QVERIFY(conversationIds(m_cache->db(), {.view = View::Drafts})->isEmpty());
    QCOMPARE(versions(), (QStringList{QString(), QStringLiteral("a text that somebody will want back")}));
}

void TestDrafts::sameTextIsNoNewVersion()
{
    const Draft first = save(QStringLiteral("same"));
    m_cache->clock().advance(1h);

    const Draft second = save(QStringLiteral("same"));

    QCOMPARE(second, first);
    QCOMPARE(versions().size(), 1);
}

void TestDrafts::unknownConversationIsNotFound()
{
    const auto before = m_cache->dump();

    const auto saved = saveDraft(m_cache->db(), ConversationId{999}, DraftKind::Reply, QStringLiteral("lost"),
                                 m_cache->clock().now());

    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Errc::NotFound);
    QCOMPARE(m_cache->dump(), before);
}

void TestDrafts::mergedConversationTakesTheDraft()
{
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")})});
    const auto old = m_cache->home(QStringLiteral("c@x"));
    m_cache->apply({mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")})});
    QCOMPARE(m_cache->home(QStringLiteral("c@x")), m_id);

    const auto saved = saveDraft(m_cache->db(), old, DraftKind::Reply,
                                 QStringLiteral("typed while it merged"), m_cache->clock().now());

    QVERIFY(saved);
    QCOMPARE(saved->conversation, m_id);
    QCOMPARE(loadDraft(m_cache->db(), m_id, DraftKind::Reply)->text, QStringLiteral("typed while it merged"));
    QCOMPARE(loadDraft(m_cache->db(), old, DraftKind::Reply)->text, QStringLiteral("typed while it merged"));
    QCOMPARE(draftVersions(m_cache->db(), old, DraftKind::Reply)->size(), 1);
}

void TestDrafts::typingGoesOnBelowTheDraftOfTheOther_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const QString dear = QStringLiteral("Dear Anna,");
    const QString nothing;
    QTest::newRow("only there") << nothing << QStringLiteral("on its") << QStringLiteral("on its way")
                                << QStringLiteral("on its way");
    QTest::newRow("never saved") << dear << nothing << QStringLiteral("new")
                                 << QStringLiteral("Dear Anna,\n\nnew");
    QTest::newRow("goes on") << dear << QStringLiteral("on its") << QStringLiteral("on its way")
                             << QStringLiteral("Dear Anna,\n\non its way");
    QTest::newRow("goes on in paragraphs")
        << dear << QStringLiteral("one\n\ntwo") << QStringLiteral("one\n\ntwo three")
        << QStringLiteral("Dear Anna,\n\none\n\ntwo three");
    QTest::newRow("the same again") << dear << QStringLiteral("on its way") << QStringLiteral("on its way")
                                    << QStringLiteral("Dear Anna,\n\non its way");
    QTest::newRow("taken away") << dear << QStringLiteral("on its way") << nothing
                                << QStringLiteral("Dear Anna,\n\non its way");
    QTest::newRow("written anew") << dear << QStringLiteral("on its way") << QStringLiteral("other")
                                  << QStringLiteral("Dear Anna,\n\non its way\n\nother");
}

void TestDrafts::typingGoesOnBelowTheDraftOfTheOther()
{
    QFETCH(const QString, ours);
    QFETCH(const QString, saved);
    QFETCH(const QString, typed);
    QFETCH(const QString, expected);
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")})});
    const auto old = m_cache->home(QStringLiteral("c@x"));
    save(ours);
    QVERIFY(saveDraft(m_cache->db(), old, DraftKind::Reply, saved, m_cache->clock().now()));
    m_cache->apply({mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")})});

    const auto now = saveDraft(m_cache->db(), old, DraftKind::Reply, typed, m_cache->clock().now());

    QVERIFY(now);
    QCOMPARE(now->text, expected);
    QCOMPARE(loadDraft(m_cache->db(), m_id, DraftKind::Reply)->text, expected);
}

void TestDrafts::quickTypingMakesOneVersion()
{
    const QString text = QStringLiteral("Dear Anna, your parcel is here");

    for (qsizetype length = 1; length <= text.size(); ++length) {
        save(text.left(length));
        m_cache->clock().advance(300ms);
    }
    save(text.chopped(4) + QStringLiteral("there")); // a few letters mended

    QCOMPARE(versions(), QStringList{text.chopped(4) + QStringLiteral("there")});
}

void TestDrafts::slowTypingMakesOneVersionEach()
{
    save(QStringLiteral("one"));
    m_cache->clock().advance(30s);
    save(QStringLiteral("one two"));
    m_cache->clock().advance(30s);
    save(QStringLiteral("one two three"));

    QCOMPARE(
        versions(),
        (QStringList{QStringLiteral("one two three"), QStringLiteral("one two"), QStringLiteral("one")}));
}

void TestDrafts::deletedTextStaysInTheVersions_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString text = QStringLiteral("A paragraph that took a while to write.");
    QTest::addRow("all deleted") << text << QString();
    QTest::addRow("the end deleted") << text << text.left(10);
    QTest::addRow("the start deleted") << text << text.mid(25);
    QTest::addRow("pasted over, longer") << text << QStringLiteral("Dear customer, ").repeated(5);
    QTest::addRow("pasted over, same length") << text << QString(text.size(), u'x');
    QTest::addRow("emoji") << QStringLiteral("👍").repeated(30) << QStringLiteral("👍").repeated(15);
    QTest::addRow("after a NUL") << QString(QChar(u'\0') + text) << QString(QChar(u'\0'));
}

void TestDrafts::deletedTextStaysInTheVersions()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);

    save(before);
    m_cache->clock().advance(1s);
    save(after);

    QCOMPARE(versions(), (QStringList{after, before}));
}

void TestDrafts::goingBackToAVersionKeepsTheTextLeft()
{
    save(QStringLiteral("yes"));
    m_cache->clock().advance(60s);
    save(QStringLiteral("no"));

    save(QStringLiteral("yes")); // at once, and less than a deletion takes away

    QCOMPARE(versions(), (QStringList{QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("yes")}));
}

void TestDrafts::newestVersionIsTheDraft()
{
    save(QStringLiteral("one"));
    m_cache->clock().advance(1min);

    const Draft draft = save(QStringLiteral("two"));

    QCOMPARE(draft.version, 2);
    QCOMPARE(draftVersions(m_cache->db(), m_id, DraftKind::Reply)->constFirst(), draft);
}

void TestDrafts::recipientsAreKeptWithEachVersion()
{
    const Addressing all{.recipients = {{RecipientKind::To, QStringLiteral("Anna"), QStringLiteral("a@x")},
                                        {RecipientKind::Bcc, {}, QStringLiteral("b@x")}},
                         .forwarded = MessageId{4},
                         .sender = QStringLiteral("sales@x")};
    save(QStringLiteral("Dear Anna"));
    m_cache->clock().advance(60s);

    const auto addressed = addressDraft(m_cache->db(), m_id, all, m_cache->clock().now());

    QVERIFY(addressed);
    QCOMPARE(addressed->addressing, all);
    QCOMPARE(addressed->text, QStringLiteral("Dear Anna"));
    m_cache->clock().advance(60s);
    save(QStringLiteral("Dear Anna and B"));
    QCOMPARE(loadDraft(m_cache->db(), m_id, DraftKind::Reply)->addressing, all);
    const auto kept = draftVersions(m_cache->db(), m_id, DraftKind::Reply);
    QCOMPARE(kept->constFirst().addressing, all);
    QVERIFY(kept->constLast().addressing.isPlain());
    QVERIFY(loadDraft(m_cache->db(), m_id, DraftKind::Note)->addressing.isPlain());
}

void TestDrafts::recipientsGoIntoAMergedConversation()
{
    const Addressing all{.recipients = {{RecipientKind::To, {}, QStringLiteral("a@x")}}};
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")})});
    const auto other = m_cache->home(QStringLiteral("c@x"));
    save(QStringLiteral("ours"));
    QVERIFY(addressDraft(m_cache->db(), other, all, m_cache->clock().now()));
    QVERIFY(
        saveDraft(m_cache->db(), other, DraftKind::Reply, QStringLiteral("theirs"), m_cache->clock().now()));

    m_cache->apply({mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")})});

    const auto draft = loadDraft(m_cache->db(), m_cache->home(QStringLiteral("a@x")), DraftKind::Reply);
    QVERIFY(draft->text.contains(QStringLiteral("theirs")));
    QCOMPARE(draft->addressing, all);
}

void TestDrafts::filesOfAMessageAreCopied()
{
    auto message = mail(QStringLiteral("f@x"), 3);
    message.attachments
        = {attachment(QStringLiteral("a.png"), "bytes"), attachment(QStringLiteral("b.png"), "more")};
    m_cache->apply({message});
    const auto id = m_cache->home(QStringLiteral("f@x"));
    const MessageId with{m_cache->number("SELECT id FROM message WHERE remote_id = 'f@x'")};

    const auto draft = attachFilesOf(m_cache->db(), id, with, m_cache->clock().now());

    QVERIFY(draft);
    QCOMPARE(draft->attachments.size(), 2);
    QCOMPARE(draft->attachments.constFirst().name, QStringLiteral("a.png"));
    QCOMPARE(m_cache->number("SELECT count(*) FROM attachment"), 2); // the message keeps its own
    m_cache->set("UPDATE attachment SET size = 26000000");
    const auto tooMuch = attachFilesOf(m_cache->db(), id, with, m_cache->clock().now());
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().code, Errc::TooLarge);
    QCOMPARE(loadDraft(m_cache->db(), id, DraftKind::Reply)->attachments.size(), 2);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
