// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/doctor.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"
#include "app/storage/lists.h"
#include "app/storage/notes.h"
#include "app/storage/outbox.h"
#include "app/storage/stores.h"
#include "tests/storage/storagefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

class TestDraftFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fileLiesWithItsDraft();
    void emptyFileIsAttached();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void tooMuchIsRefusedAndWritesNothing();
    void fileAloneMakesADraft();
    void fileIsTakenAwayAndDescribed();
    void fileGoesWithTheReplyAndComesBack();
    void fileIsSentWithoutText();
    void noteTakesItsFilesAndGivesThemBack();
    void filesMoveWithAMergedConversation();
    void fileOnItsWayIsNotTouched();
    void everyStepThatFailsLeavesAllOrNothing();
    void doctorKnowsTheFilesOfDrafts();
    void fileIsReadOnTheStoragesThread();

private:
    [[nodiscard]] Database &db() { return m_cache->db(); }
    [[nodiscard]] Instant now() { return m_cache->clock().now(); }
    [[nodiscard]] DraftKey reply() const { return {.conversation = m_id, .kind = DraftKind::Reply}; }
    [[nodiscard]] DraftKey note() const { return {.conversation = m_id, .kind = DraftKind::Note}; }
    QString file(const QString &name, const QByteArray &data);
    Draft attach(const DraftKey &to, const QString &name = QStringLiteral("bill.txt"));
    [[nodiscard]] QStringList names(DraftKind kind);
    template <typename Write>
    void failEachStep(Write write);

    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<QTemporaryDir> m_folder;
    ConversationId m_id;
};

void TestDraftFiles::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    m_id = m_cache->home(QStringLiteral("a@x"));
}

QString TestDraftFiles::file(const QString &name, const QByteArray &data)
{
    QFile made(m_folder->filePath(name));
    if (!made.open(QIODevice::WriteOnly) || made.write(data) != data.size()) {
        qFatal("cannot write a test file");
    }
    return made.fileName();
}

Draft TestDraftFiles::attach(const DraftKey &to, const QString &name)
{
    const auto draft = attachFile(db(), m_cache->blobs(), to, file(name, "bytes of " + name.toUtf8()), now());
    if (!draft) {
        qFatal("not attached: %s", qPrintable(draft.error().detail));
    }
    return *draft;
}

QStringList TestDraftFiles::names(DraftKind kind)
{
    QStringList all;
    const auto draft = loadDraft(db(), m_id, kind);
    for (const DraftAttachment &one : draft.value_or(Draft{}).attachments) {
        all.append(one.name);
    }
    return all;
}

void TestDraftFiles::fileLiesWithItsDraft()
{
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));

    const Draft draft = attach(reply());

    QCOMPARE(draft.attachments.size(), 1);
    QCOMPARE(draft.text, QStringLiteral("Dear Anna"));
    const DraftAttachment &one = draft.attachments.constFirst();
    QCOMPARE(one.name, QStringLiteral("bill.txt"));
    QCOMPARE(one.mimeType, QStringLiteral("text/plain"));
    QCOMPARE(one.size, 17);
    QCOMPARE(m_cache->blobs().get(one.sha256), QByteArrayLiteral("bytes of bill.txt"));
    QCOMPARE(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Dear"), now())->attachments.size(), 1);
    QVERIFY(names(DraftKind::Note).isEmpty());
}

void TestDraftFiles::emptyFileIsAttached()
{
    const auto draft
        = attachFile(db(), m_cache->blobs(), reply(), file(QStringLiteral("empty"), QByteArray()), now());

    QVERIFY(draft);
    QCOMPARE(draft->attachments.constFirst().size, 0);
    QCOMPARE(m_cache->blobs().get(draft->attachments.constFirst().sha256), QByteArray());
}

void TestDraftFiles::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Errc>("code");
    QTest::addRow("vanished") << QStringLiteral("gone.txt") << Errc::NotFound;
    QTest::addRow("folder") << QStringLiteral(".") << Errc::NotAFile;
    QTest::addRow("device") << QStringLiteral("/dev/zero") << Errc::NotAFile;
    QTest::addRow("unreadable") << QStringLiteral("locked.txt") << Errc::NoPermission;
}

void TestDraftFiles::whatIsNoFileIsRefused()
{
    QFETCH(const QString, path);
    QFETCH(const Errc, code);
    if (code == Errc::NoPermission) {
        QVERIFY(QFile::setPermissions(file(path, "secret"), {}));
        if (QFile probe(m_folder->filePath(path)); probe.open(QIODevice::ReadOnly)) {
            QSKIP("root reads every file");
        }
    }
    const QByteArray before = m_cache->dump();

    const auto draft
        = attachFile(db(), m_cache->blobs(), reply(), QDir(m_folder->path()).absoluteFilePath(path), now());

    QVERIFY(!draft);
    QCOMPARE(draft.error().code, code);
    QCOMPARE(m_cache->dump(), before);
}

void TestDraftFiles::tooMuchIsRefusedAndWritesNothing()
{
    const QByteArray most(mostAttached, 'x');
    const QByteArray half(mostAttached / 2, 'y');
    const auto data = [](const QByteArray &bytes) {
        return NewAttachment{.name = QStringLiteral("film"), .mimeType = {}, .data = bytes};
    };

    const auto alone
        = attachFile(db(), m_cache->blobs(), reply(), file(QStringLiteral("film"), most + 'x'), now());
    const auto first = attachData(db(), m_cache->blobs(), reply(), data(half), now());
    const auto second = attachData(db(), m_cache->blobs(), reply(), data(half + "zz"), now());
    const auto fits = attachData(db(), m_cache->blobs(), note(), data(most), now());

    QVERIFY(first && fits);
    QVERIFY(!alone && !second);
    QCOMPARE(alone.error().code, Errc::TooLarge);
    QCOMPARE(second.error().code, Errc::TooLarge);
    QCOMPARE(m_cache->blobs().list().size(), 2);
    QCOMPARE(names(DraftKind::Reply).size(), 1);
}

void TestDraftFiles::fileAloneMakesADraft()
{
    attach(reply());

    QCOMPARE(conversationIds(db(), {.view = View::Drafts}), QList<ConversationId>{m_id});
    QVERIFY(conversationRows(db(), {m_id})->constFirst().hasDraft);
    QVERIFY(draftVersions(db(), m_id, DraftKind::Reply)->isEmpty());
    const auto saved = saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Hi"), now());
    QCOMPARE(saved->version, 1);
    QVERIFY(detachFile(db(), saved->attachments.constFirst().id));
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QString(), now()));
    QVERIFY(conversationIds(db(), {.view = View::Drafts})->isEmpty());
}

void TestDraftFiles::fileIsTakenAwayAndDescribed()
{
    attach(reply(), QStringLiteral("one.png"));
    const Draft draft = attach(reply(), QStringLiteral("two.png"));

    const auto described
        = describeFile(db(), draft.attachments.constLast().id, QStringLiteral("A broken lamp"));
    const auto left = detachFile(db(), draft.attachments.constFirst().id);

    QVERIFY(described && left);
    QCOMPARE(described->attachments.constLast().alt, QStringLiteral("A broken lamp"));
    QCOMPARE(left->attachments, described->attachments.sliced(1));
    const auto again = detachFile(db(), draft.attachments.constFirst().id);
    QVERIFY(!again);
    QCOMPARE(again.error().code, Errc::NotFound);
}

void TestDraftFiles::fileGoesWithTheReplyAndComesBack()
{
    const Draft draft = attach(reply());

    const auto item = holdReply(db(), m_id, QStringLiteral("Dear Anna"), {.undoWindow = 10s}, now());
    QVERIFY(item);
    QCOMPARE(item->attachments, draft.attachments);
    QCOMPARE(outboxItems(db())->constFirst().attachments, draft.attachments);
    QVERIFY(names(DraftKind::Reply).isEmpty());
    attach(reply(), QStringLiteral("newer.txt"));
    const auto back = withdrawReply(db(), item->id, now());

    QVERIFY(back && back->attachments.isEmpty());
    QCOMPARE(names(DraftKind::Reply), QStringList({QStringLiteral("bill.txt"), QStringLiteral("newer.txt")}));
    QVERIFY(m_cache->isSound());
}

void TestDraftFiles::fileIsSentWithoutText()
{
    QVERIFY(!holdReply(db(), m_id, QString(), {.undoWindow = 10s}, now()));
    attach(reply());

    const auto item = holdReply(db(), m_id, QString(), {.undoWindow = 10s}, now());

    QVERIFY(item);
    QVERIFY(item->text.isEmpty());
    QVERIFY(withdrawReply(db(), item->id, now()));
    QCOMPARE(names(DraftKind::Reply), QStringList{QStringLiteral("bill.txt")});
    QVERIFY(loadDraft(db(), m_id, DraftKind::Reply)->text.isEmpty());
}

void TestDraftFiles::noteTakesItsFilesAndGivesThemBack()
{
    const Draft draft = attach(note(), QStringLiteral("shelf.png"));
    QVERIFY(describeFile(db(), draft.attachments.constFirst().id, QStringLiteral("The shelf")));

    const auto added = addNote(db(), m_id, QString(), now());

    QVERIFY(added);
    QVERIFY(names(DraftKind::Note).isEmpty());
    const auto thread = conversationThread(db(), m_id);
    QCOMPARE(thread->messages.constLast().attachments.size(), 1);
    QCOMPARE(thread->messages.constLast().attachments.constFirst().name, QStringLiteral("shelf.png"));
    QVERIFY(thread->conversation.hasAttachments);
    QVERIFY(takeBackNote(db(), added->id, now()));
    const auto again = loadDraft(db(), m_id, DraftKind::Note);
    QCOMPARE(again->attachments.size(), 1);
    QCOMPARE(again->attachments.constFirst().alt, QStringLiteral("The shelf"));
    QVERIFY(!conversationRows(db(), {m_id})->constFirst().hasAttachments);
    QCOMPARE(m_cache->number("SELECT count(*) FROM attachment"), 0);
    QVERIFY(m_cache->isSound());
}

void TestDraftFiles::filesMoveWithAMergedConversation()
{
    attach(reply(), QStringLiteral("one.txt"));
    m_cache->apply({mail(QStringLiteral("b@x"), 1)});
    const ConversationId other = m_cache->home(QStringLiteral("b@x"));
    attach({.conversation = other, .kind = DraftKind::Reply}, QStringLiteral("two.txt"));
    attach({.conversation = other, .kind = DraftKind::Note}, QStringLiteral("three.txt"));

    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("a@x"), QStringLiteral("b@x")})});

    m_id = m_cache->home(QStringLiteral("a@x"));
    QCOMPARE(names(DraftKind::Reply), QStringList({QStringLiteral("one.txt"), QStringLiteral("two.txt")}));
    QCOMPARE(names(DraftKind::Note), QStringList{QStringLiteral("three.txt")});
    QCOMPARE(m_cache->number("SELECT sum(attachment_count) FROM draft"), 3);
    QVERIFY(m_cache->isSound());
}

void TestDraftFiles::fileOnItsWayIsNotTouched()
{
    const Draft draft = attach(reply());
    QVERIFY(holdReply(db(), m_id, QString(), {.undoWindow = 10s}, now()));
    const QByteArray before = m_cache->dump();

    const auto detached = detachFile(db(), draft.attachments.constFirst().id);

    QVERIFY(!detached);
    QCOMPARE(detached.error().code, Errc::Conflict);
    QCOMPARE(m_cache->dump(), before);
}

template <typename Write>
void TestDraftFiles::failEachStep(Write write)
{
    const QByteArray before = m_cache->dump();
    for (int after = 0; after < 100; ++after) {
        db().failWriteAfter(after);
        const bool done = write();
        db().failWriteAfter(-1);
        QVERIFY(m_cache->isSound());
        if (done) {
            QVERIFY2(after >= 3, "a write did not go through the seam");
            QVERIFY(m_cache->dump() != before);
            return;
        }
        QCOMPARE(m_cache->dump(), before);
    }
    QFAIL("it never succeeded");
}

void TestDraftFiles::everyStepThatFailsLeavesAllOrNothing()
{
    const QString path = file(QStringLiteral("a.txt"), "a");
    const auto first = [this](DraftKind kind) {
        return loadDraft(db(), m_id, kind)->attachments.value(0).id;
    };
    OutboxId item;
    MessageId added;

    failEachStep([&] { return attachFile(db(), m_cache->blobs(), reply(), path, now()).has_value(); });
    failEachStep(
        [&] { return describeFile(db(), first(DraftKind::Reply), QStringLiteral("x")).has_value(); });
    failEachStep([&] {
        const auto held = holdReply(db(), m_id, QStringLiteral("Hi"), {.undoWindow = 10s}, now());
        item = held ? held->id : OutboxId{};
        return held.has_value();
    });
    failEachStep([&] { return withdrawReply(db(), item, now()).has_value(); });
    failEachStep([&] { return detachFile(db(), first(DraftKind::Reply)).has_value(); });
    attach(note());
    failEachStep([&] {
        const auto written = addNote(db(), m_id, QStringLiteral("n"), now());
        added = written ? written->id : MessageId{};
        return written.has_value();
    });
    failEachStep([&] { return takeBackNote(db(), added, now()).has_value(); });

    QCOMPARE(names(DraftKind::Note), QStringList{QStringLiteral("bill.txt")});
    QVERIFY(names(DraftKind::Reply).isEmpty());
}

void TestDraftFiles::doctorKnowsTheFilesOfDrafts()
{
    const QByteArray sha256 = attach(reply()).attachments.constFirst().sha256;
    const auto healthOf = [this](Check check) {
        const auto results = examineDatabase(db(), m_cache->blobs(), Repair::No);
        return std::ranges::find(results, check, &CheckResult::check)->health;
    };

    QCOMPARE(healthOf(Check::Blobs), Health::Ok);
    QCOMPARE(healthOf(Check::OrphanBlobs), Health::Ok);
    QVERIFY(holdReply(db(), m_id, QString(), {.undoWindow = 10s}, now()));
    QCOMPARE(healthOf(Check::OrphanBlobs), Health::Ok);
    QVERIFY(m_cache->blobs().setAside(sha256));

    QCOMPARE(healthOf(Check::Blobs), Health::Broken);
}

void TestDraftFiles::fileIsReadOnTheStoragesThread()
{
    QTemporaryDir profile;
    const auto stores = SqliteStores::open({.directory = profile.path(), .key = Secret()}, m_cache->clock());
    QVERIFY(stores);
    auto applied = (*stores)->apply({.source = {}, .cursor = {}, .messages = {mail(QStringLiteral("a"), 0)}});
    QVERIFY(applied.result());
    const ConversationId id = (*stores)->ids({}).result()->constFirst();

    auto attached = (*stores)->attach(id, DraftKind::Reply, file(QStringLiteral("a.txt"), "a"));
    auto pasted = (*stores)->attachData(
        id, DraftKind::Reply,
        {.name = QStringLiteral("b.png"), .mimeType = QStringLiteral("image/png"), .data = "b"});

    QVERIFY(attached.result() && pasted.result());
    const auto draft = (*stores)->load(id, DraftKind::Reply).result();
    QCOMPARE(draft->attachments.size(), 2);
    QCOMPARE(
        (*stores)->describe(draft->attachments.at(1).id, QStringLiteral("b")).result()->attachments.at(1).alt,
        QStringLiteral("b"));
    QCOMPARE((*stores)->detach(draft->attachments.at(0).id).result()->attachments.size(), 1);
}

QTEST_GUILESS_MAIN(TestDraftFiles)
#include "tst_draftfiles.moc"
