// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/conversationlistmodel.h"
#include "tests/support/fakestores.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;
using test::FakeStores;

namespace {

using Ids = QList<ConversationId>;
const Error ioError{.code = Errc::Io, .detail = u"scripted"_s, .retryAfter = {}};

ConversationRow conversation(qint64 id)
{
    ConversationRow row;
    row.id = ConversationId{id};
    row.subject = u"Subject %1"_s.arg(id);
    return row;
}

Ids asIds(std::initializer_list<qint64> values)
{
    Ids ids;
    for (const qint64 value : values) {
        ids.append(ConversationId{value});
    }
    return ids;
}

} // namespace

class TestConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The model tester asks for pictures, and a program without Qt Gui has none.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s));
        m_stores = std::make_unique<FakeStores>();
        m_model = std::make_unique<ConversationListModel>(*m_stores, *m_stores, m_stores->changes);
        m_model->setTextProvider([](const ConversationRow &row) { return row.subject; });
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_stores.reset();
    }

    void aRowIsEmptyUntilItIsLoaded()
    {
        m_stores->addConversation(conversation(1));
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_model->showView({.view = View::Inbox});
        m_stores->answerAll();
        QTRY_COMPARE(m_model->rowCount(), 1);
        const QModelIndex first = m_model->index(0);
        QVERIFY(!first.data(ConversationListModel::LoadedRole).toBool());
        QVERIFY(!first.data().isValid());
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);

        QTRY_COMPARE(m_stores->heldBack(), 1);
        m_stores->answerAll();

        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(first.data(ConversationListModel::LoadedRole).toBool());
        QCOMPARE(first.data().toString(), u"Subject 1"_s);
        QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), u"Subject 1"_s);
        QCOMPARE(first.data(ConversationListModel::IdRole).toLongLong(), 1);
        QCOMPARE(first.data(ConversationListModel::RowRole).value<ConversationRow>(), conversation(1));
    }

    void rowsAreFetchedByThePageAndOnlyOnce()
    {
        show(300);
        QTRY_VERIFY(isLoaded(0));
        m_stores->calls.clear();

        QTRY_VERIFY(isLoaded(200));
        QVERIFY(isLoaded(192) && isLoaded(255));

        QCOMPARE(m_stores->calls, QStringList{u"rows 64"_s});
        QVERIFY(!m_model->rowFor(m_model->idAt(140)));
    }

    void rowsNobodyLookedAtForLongAreForgotten()
    {
        show(64 * 42);
        for (int page = 0; page < 42; ++page) {
            QTRY_VERIFY(isLoaded(page * 64));
        }

        QVERIFY(!m_model->rowFor(m_model->idAt(63)));
        QVERIFY(m_model->rowFor(m_model->idAt(64 * 41)));
    }

    void aChangedRowShowsTheOldWordsUntilTheNewAreHere()
    {
        show(3);
        QTRY_VERIFY(isLoaded(1));
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_stores->conversations[1].subject = u"New"_s;

        m_stores->announce({ConversationId{2}});
        QTRY_COMPARE(m_stores->heldBack(), 2);
        QCOMPARE(m_model->index(1).data().toString(), u"Subject 2"_s);
        m_stores->answerAll();

        QTRY_COMPARE(m_model->index(1).data().toString(), u"New"_s);
    }

    void aRowThatChangesWhileItLoadsIsLoadedAgain()
    {
        show(3);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QVERIFY(!m_model->index(1).data().isValid());
        QTRY_COMPARE(m_stores->heldBack(), 1);
        m_stores->conversations[1].subject = u"New"_s;
        m_stores->announce({ConversationId{2}});
        m_stores->setAnswers(FakeStores::Answers::AtOnce);

        m_stores->answerAll();

        QTRY_COMPARE(m_model->index(1).data().toString(), u"New"_s);
    }

    void newActivityMovesARowAndKeepsWhatIsSelected()
    {
        show(5);
        const QPersistentModelIndex selected = m_model->index(3);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);

        m_stores->conversations.move(3, 0);
        m_stores->conversations.removeAt(4);
        m_stores->conversations.insert(2, conversation(9));
        m_stores->announce(asIds({4, 5, 9}));

        QTRY_COMPARE(m_model->idAt(2), ConversationId{9});
        QCOMPARE(selected.row(), 0);
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(m_model->rowOf(ConversationId{4}), 0);
        QCOMPARE(m_model->rowOf(ConversationId{5}), -1);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void aWholeNewOrderKeepsWhatIsSelected()
    {
        show(2000);
        const QPersistentModelIndex selected = m_model->index(3);
        const QPersistentModelIndex gone = m_model->index(1999);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy arranged(m_model.get(), &QAbstractItemModel::layoutChanged);

        m_stores->conversations.removeLast();
        std::ranges::reverse(m_stores->conversations);
        m_stores->announce({ConversationId{1}});

        QTRY_COMPARE(arranged.count(), 1);
        QCOMPARE(selected.row(), 1995);
        QVERIFY(!gone.isValid());
        QCOMPARE(m_model->rowOf(ConversationId{1}), 1998);
        QCOMPARE(reset.count(), 0);
    }

    void anotherOrderMovesTheRowsAndKeepsWhatIsSelected()
    {
        for (int id = 1; id <= 3; ++id) {
            ConversationRow row = conversation(id);
            row.waitingSince = fromMillis(1000 - id);
            m_stores->conversations.append(row);
        }
        m_model->showView({});
        QTRY_COMPARE(m_model->rowCount(), 3);
        const QPersistentModelIndex selected = m_model->index(0);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

        m_model->showView({.order = SortOrder::WaitingLongest});

        QTRY_COMPARE(m_model->idAt(0), ConversationId{3});
        QCOMPARE(selected.row(), 2);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(m_model->view().order, SortOrder::WaitingLongest);
    }

    void anotherOrderThatCannotBeReadKeepsTheList()
    {
        show(3);
        QSignalSpy failed(m_model.get(), &ConversationListModel::failed);
        m_stores->failNext(ioError);

        m_model->showView({.order = SortOrder::Oldest});

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void aRowThatWaitsNoMoreMovesToTheEnd()
    {
        for (int id = 1; id <= 3; ++id) {
            ConversationRow row = conversation(id);
            row.waitingSince = fromMillis(1000 + id);
            m_stores->conversations.append(row);
        }
        m_model->showView({.order = SortOrder::Urgency});
        QTRY_COMPARE(m_model->rowCount(), 3);
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);

        m_stores->conversations.first().waitingSince = {};
        m_stores->announce({ConversationId{1}});

        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(m_model->rowOf(ConversationId{1}), 2);
    }

    void manyChangesAskForTheIdsFewTimes()
    {
        show(10);
        m_stores->calls.clear();

        for (int i = 0; i < 100; ++i) {
            m_stores->addConversation(conversation(100 + i));
            m_stores->announce({ConversationId{100 + i}});
        }

        QTRY_COMPARE(m_model->rowCount(), 110);
        QVERIFY(m_stores->count(u"ids"_s) <= 2);
    }

    void theAnswerForAViewLeftBehindIsDropped()
    {
        show(3);
        m_stores->conversations[0].state = ConversationState::Closed;
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy loaded(m_model.get(), &ConversationListModel::idsLoaded);

        m_model->showView({.view = View::Closed});
        m_model->showView({.view = View::Inbox});
        m_stores->answerAll();

        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(loaded.count(), 1);
    }

    void aSearchShowsItsHitsAndAnEmptyOneTheViewAgain()
    {
        show(20);

        m_model->showSearch(u"subject 7"_s);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(m_model->isSearching());
        QCOMPARE(m_model->idAt(0), ConversationId{7});
        m_model->showSearch(u" "_s);

        QTRY_COMPARE(m_model->rowCount(), 20);
        QVERIFY(!m_model->isSearching());
    }

    void aViewThatCannotBeReadIsEmptyAndSaysSo()
    {
        show(3);
        QSignalSpy failed(m_model.get(), &ConversationListModel::failed);
        m_stores->failNext(ioError);

        m_model->showView({.view = View::Closed});

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::Io);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aRefreshThatFailsKeepsTheList()
    {
        show(3);
        QSignalSpy failed(m_model.get(), &ConversationListModel::failed);
        m_stores->failNext(ioError);

        m_stores->announce({ConversationId{99}});

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void rowsThatCannotBeReadAreTriedWhenLookedAtAgain()
    {
        show(3);
        QSignalSpy failed(m_model.get(), &ConversationListModel::failed);
        m_stores->failNext(ioError);

        QVERIFY(!isLoaded(0));
        QTRY_COMPARE(failed.count(), 1);

        QTRY_VERIFY(isLoaded(0));
    }

    void aHundredThousandConversationsAreNoBurden()
    {
        constexpr int many = 100'000;
        show(many);

        QCOMPARE(m_model->rowOf(ConversationId{many}), many - 1);
        m_stores->conversations.move(many - 1, 0);
        m_stores->announce({ConversationId{many}});

        QTRY_COMPARE(m_model->rowOf(ConversationId{many}), 0);
        QCOMPARE(m_model->rowOf(ConversationId{1}), 1);
    }

private:
    void show(int count)
    {
        for (int id = 1; id <= count; ++id) {
            m_stores->conversations.append(conversation(id));
        }
        m_model->showView({.view = View::Inbox});
        QTRY_COMPARE(m_model->rowCount(), count);
    }
    [[nodiscard]] bool isLoaded(int row) const
    {
        return m_model->index(row).data(ConversationListModel::LoadedRole).toBool();
    }

    std::unique_ptr<FakeStores> m_stores;
    std::unique_ptr<ConversationListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
