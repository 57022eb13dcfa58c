// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkrunner.h"

#include "models/check/textreader.h"

#include <QPromise>

#include <utility>

namespace aside {

/// Lives on the thread. Phrases and dictionaries are read with the first draft, not when the window starts.
class CheckRunner::Worker : public QObject
{
public:
    explicit Worker(CheckSources sources)
        : m_sources(std::move(sources))
    {
    }

    CheckReport check(CheckJob job)
    {
        load();
        if (job.messages) {
            const auto region = job.context.account.region;
            if (job.messages != m_messages || region != m_region) {
                m_facts = std::make_shared<const ThreadFacts>(factsOf(*job.messages, *m_reader, region));
                m_messages = job.messages;
                m_region = region;
            }
            job.context.thread = m_facts;
        }
        job.context.spelling = m_spelling.get();
        return m_check->check(job.context);
    }

    std::optional<CallAnswer> callAnswer(const QList<Message> &messages, const QString &handle)
    {
        load();
        return readCallAnswer(messages, handle, *m_reader);
    }

    bool asksToCall(const QString &text)
    {
        load();
        return aside::asksToCall(text, *m_reader);
    }

    CheckSupplies supplies()
    {
        load();
        return {.problems = m_book->problems(),
                .dictionaries = m_spelling ? m_spelling->languages() : QStringList()};
    }

    void reload(QStringList phraseFolders)
    {
        m_sources.phraseFolders = std::move(phraseFolders);
        m_book.reset();
        m_messages.reset(); // its facts are of the old phrases
    }

private:
    void load()
    {
        if (!m_book) {
            m_book = PhraseBook::load(m_sources.phraseFolders);
            m_check = std::make_unique<ReplyCheck>(m_book);
            m_reader = std::make_unique<TextReader>(m_book);
        }
        if (!m_spelling && m_sources.makeSpelling) {
            m_spelling = m_sources.makeSpelling();
        }
    }

    CheckSources m_sources;
    std::shared_ptr<const PhraseBook> m_book; ///< shared with what reads by it
    std::unique_ptr<ReplyCheck> m_check;
    std::unique_ptr<TextReader> m_reader;
    std::unique_ptr<SpellChecker> m_spelling;
    std::shared_ptr<const QList<Message>> m_messages; ///< those that m_facts are of; shared with the desk
    QString m_region;
    std::shared_ptr<const ThreadFacts> m_facts; ///< shared with the contexts
};

CheckRunner::CheckRunner(CheckSources sources, CheckPlace place)
    : m_place(place)
    , m_worker(std::make_unique<Worker>(std::move(sources)))
{
    if (place == CheckPlace::CallersThread) {
        return;
    }
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("check"));
    m_thread.start();
}

CheckRunner::~CheckRunner()
{
    if (m_place == CheckPlace::CallersThread) {
        return;
    }
    // Behind all that was posted; the worker goes on its own thread, where its dictionaries were made.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_worker.release()->deleteLater();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <typename T, typename Work>
QFuture<T> CheckRunner::answer(Work work)
{
    // Shared because the closure that is posted must be copyable and a promise is not.
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto future = promise->future();
    auto task = [worker = m_worker.get(), promise, work = std::move(work)]() mutable {
        promise->addResult(work(*worker));
        promise->finish();
    };
    if (m_place == CheckPlace::CallersThread) {
        task();
    } else {
        QMetaObject::invokeMethod(m_worker.get(), std::move(task), Qt::QueuedConnection);
    }
    return future;
}

QFuture<CheckReport> CheckRunner::run(CheckJob job)
{
    return answer<CheckReport>(
        [job = std::move(job)](Worker &worker) mutable { return worker.check(std::move(job)); });
}

QFuture<CheckSupplies> CheckRunner::supplies()
{
    return answer<CheckSupplies>([](Worker &worker) { return worker.supplies(); });
}

QFuture<std::optional<CallAnswer>> CheckRunner::callAnswer(QList<Message> messages, QString handle)
{
    return answer<std::optional<CallAnswer>>(
        [messages = std::move(messages), handle = std::move(handle)](Worker &worker) {
            return worker.callAnswer(messages, handle);
        });
}

QFuture<bool> CheckRunner::asksToCall(QString text)
{
    return answer<bool>([text = std::move(text)](Worker &worker) { return worker.asksToCall(text); });
}

void CheckRunner::reload(QStringList phraseFolders)
{
    const auto task = [worker = m_worker.get(), folders = std::move(phraseFolders)] {
        worker->reload(folders);
    };
    if (m_place == CheckPlace::CallersThread) {
        task();
    } else {
        QMetaObject::invokeMethod(m_worker.get(), task, Qt::QueuedConnection);
    }
}

} // namespace aside
