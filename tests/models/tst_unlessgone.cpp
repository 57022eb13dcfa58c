// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/unlessgone.h"

#include <QFuture>
#include <QPromise>
#include <QTest>

#include <memory>

using namespace aside;

namespace {

/// Asks for something that does not come; counts in `cancelled`, which outlives it.
class Asker : public QObject
{
public:
    Asker(const QFuture<int> &future, int &cancelled)
        : m_cancelled(cancelled)
    {
        QFuture<int>(future).then(this, [](int) {}).onCanceled(this, unlessGone(this, [this] { count(); }));
    }

private:
    void count() { ++m_cancelled; }

    int &m_cancelled;
};

} // namespace

class TestUnlessGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsThereHearsOfIt()
    {
        auto promise = std::make_unique<QPromise<int>>();
        promise->start();
        int cancelled = 0;
        const Asker asker(promise->future(), cancelled);

        promise.reset();

        QTRY_COMPARE(cancelled, 1);
    }

    void whoGoesDoesNotDoItHalfGone()
    {
        QPromise<int> promise;
        promise.start();
        int cancelled = 0;
        auto asker = std::make_unique<Asker>(promise.future(), cancelled);

        asker.reset();
        promise.future().cancel();
        promise.finish();
        QCoreApplication::processEvents();

        QCOMPARE(cancelled, 0);
    }
};

QTEST_GUILESS_MAIN(TestUnlessGone)
#include "tst_unlessgone.moc"
