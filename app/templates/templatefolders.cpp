// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/templatefolders.h"

#include "app/templates/proposalfiles.h"
#include "app/templates/startertemplates.h"
#include "app/templates/templatefiles.h"
#include "app/templates/templatestore.h"
#include "models/core/logging.h"
#include "models/templates/templatecatalog.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

/// Lives on the thread: the files, what watches them, and the timers.
class TemplateFolders::Worker : public QObject
{
public:
    using Answer = std::function<void(std::shared_ptr<const TemplateCatalog>)>;

    Worker(const TemplatePlaces &places, const TemplateWatch &watch, Answer answer)
        : m_store(places)
        , m_watch(watch)
        , m_answer(std::move(answer))
    {
    }

    [[nodiscard]] const TemplateStore &store() const { return m_store; }

    void begin()
    {
        if (const auto made = addStarter(); !made) {
            qCWarning(logPlatform) << "the starter templates could not be copied:"
                                   << errcName(made.error().code);
        }
        m_watcher = std::make_unique<FolderWatch>(m_watch);
        m_soon = std::make_unique<QTimer>();
        m_soon->setSingleShot(true);
        connect(m_watcher.get(), &FolderWatch::changed, this, [this] { read(); });
        connect(m_watcher.get(), &FolderWatch::lookAsked, this, [this] {
            if (seen() != m_seen) {
                read();
            }
        });
        connect(m_soon.get(), &QTimer::timeout, this, [this] { read(); });
        read();
    }

    /// Once what is being asked for is answered.
    void readSoon() { m_soon->start(); }

private:
    /// What lies in the folders.
    struct Seen {
        TemplateListing mine;
        TemplateListing team;
        TemplateListing proposals;

        bool operator==(const Seen &) const = default;
    };

    [[nodiscard]] Result<void> addStarter() const
    {
        const auto &folder = m_store.places().mine;
        return folder.isEmpty() ? Result<void>() : addStarterTemplates(folder);
    }

    /// Reads all again and tells where it is other than before.
    void read()
    {
        // Watched first and read then: what changes in between is told and read once more.
        auto now = seen();
        keepWatch(now);
        auto catalog = readTemplates(m_store.places());
        const bool isOther = !m_catalog || *catalog != *m_catalog || now.proposals != m_seen.proposals;
        m_seen = std::move(now);
        if (isOther) {
            m_catalog = std::move(catalog);
            m_answer(m_catalog);
        }
    }

    [[nodiscard]] Seen seen() const
    {
        const auto &places = m_store.places();
        return {.mine = listTemplates(places.mine),
                .team = listTemplates(templateFolder(places, TemplateScope::Team)),
                .proposals = proposalListing()};
    }

    [[nodiscard]] TemplateListing proposalListing() const
    {
        TemplateListing listing;
        const QDir folder(m_store.proposalFolder());
        if (m_store.proposalFolder().isEmpty() || !folder.exists()) {
            return listing;
        }
        listing.folders = {folder.path()};
        for (const auto &info : folder.entryInfoList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
            listing.files.append({.id = info.fileName(),
                                  .path = info.filePath(),
                                  .size = info.size(),
                                  .modifiedAt = info.lastModified().toMSecsSinceEpoch()});
        }
        return listing;
    }

    /// The folders first, because they tell of what comes and goes.
    void keepWatch(const Seen &now)
    {
        QStringList wanted;
        for (const auto &root : {m_store.places().mine, m_store.places().team}) {
            if (!root.isEmpty()) {
                wanted.append(root);
            }
        }
        for (const auto *listing : {&now.mine, &now.team, &now.proposals}) {
            wanted.append(listing->folders);
        }
        for (const auto *listing : {&now.mine, &now.team, &now.proposals}) {
            for (const auto &file : listing->files) {
                wanted.append(file.path);
            }
        }
        m_watcher->keep(wanted);
    }

    TemplateStore m_store;
    TemplateWatch m_watch;
    Answer m_answer;
    std::unique_ptr<FolderWatch> m_watcher;
    std::unique_ptr<QTimer> m_soon;
    std::shared_ptr<const TemplateCatalog> m_catalog; ///< shared with the library
    Seen m_seen;
};

TemplateFolders::TemplateFolders(const TemplatePlaces &places, const Clock &clock, QObject *parent)
    : TemplateFolders(places, TemplateWatch{}, clock, parent)
{
}

TemplateFolders::TemplateFolders(const TemplatePlaces &places, const TemplateWatch &watch, const Clock &clock,
                                 QObject *parent)
    : TemplateLibrary(parent)
    , m_catalog(std::make_shared<const TemplateCatalog>())
    , m_clock(clock)
{
    // Posted to the thread of the library. The worker is gone before the library is.
    m_worker
        = std::make_unique<Worker>(places, watch, [this](std::shared_ptr<const TemplateCatalog> catalog) {
              QMetaObject::invokeMethod(
                  this, [this, catalog = std::move(catalog)]() mutable { take(std::move(catalog)); },
                  Qt::QueuedConnection);
          });
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(u"templates"_s);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker.get(), &Worker::begin, Qt::QueuedConnection);
}

TemplateFolders::~TemplateFolders()
{
    // Behind all that was asked for; the worker goes on its own thread, where its timers are.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_worker.release()->deleteLater();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void TemplateFolders::take(std::shared_ptr<const TemplateCatalog> catalog)
{
    m_catalog = std::move(catalog);
    Q_EMIT changed();
}

template <typename T>
QFuture<Result<T>> TemplateFolders::run(std::function<Result<T>(Worker &)> work)
{
    // Shared because the closure that is posted must be copyable and a promise is not.
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), promise, work = std::move(work)] {
            promise->addResult(work(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<QString>> TemplateFolders::source(TemplateScope scope, QString id)
{
    return run<QString>(
        [scope, id = std::move(id)](Worker &worker) { return worker.store().source(scope, id); });
}

QFuture<Result<void>> TemplateFolders::save(TemplateScope scope, QString id, QString text)
{
    return run<void>([scope, id = std::move(id), text = std::move(text)](Worker &worker) {
        return worker.store().save(scope, id, text).transform([&] { worker.readSoon(); });
    });
}

QFuture<Result<void>> TemplateFolders::remove(TemplateScope scope, QString id)
{
    return run<void>([scope, id = std::move(id)](Worker &worker) {
        return worker.store().remove(scope, id).transform([&] { worker.readSoon(); });
    });
}

QFuture<Result<QString>> TemplateFolders::attachment(TemplateScope scope, QString id, QString path)
{
    return run<QString>([scope, id = std::move(id), path = std::move(path)](Worker &worker) {
        return worker.store().attachment(scope, id, path);
    });
}

QFuture<Result<QList<TemplateProposal>>> TemplateFolders::proposals()
{
    return run<QList<TemplateProposal>>([](Worker &worker) -> Result<QList<TemplateProposal>> {
        return readProposals(worker.store().proposalFolder());
    });
}

QFuture<Result<TemplateProposal>> TemplateFolders::propose(TemplateProposal proposal)
{
    return run<TemplateProposal>([proposal = std::move(proposal), now = m_clock.now()](Worker &worker) {
        auto kept = worker.store().propose(proposal, now);
        if (kept) {
            worker.readSoon();
        }
        return kept;
    });
}

QFuture<Result<void>> TemplateFolders::accept(QString proposalId)
{
    return run<void>([id = std::move(proposalId)](Worker &worker) {
        return worker.store().accept(id).transform([&] { worker.readSoon(); });
    });
}

QFuture<Result<void>> TemplateFolders::giveBack(QString proposalId, QString words)
{
    return run<void>([id = std::move(proposalId), words = std::move(words)](Worker &worker) {
        return worker.store().giveBack(id, words).transform([&] { worker.readSoon(); });
    });
}

} // namespace aside
