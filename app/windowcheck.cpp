// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcheck.h"

#include "app/platform/checkfile.h"
#include "app/spelling/sonnetspelling.h"
#include "app/spelling/teamdictionary.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace aside {

namespace {

/// On the pool: a dictionary may lie in a folder of the network.
template <typename Work>
auto onPool(QThreadPool &pool, Work work) -> QFuture<std::invoke_result_t<Work>>
{
    // Shared because the closure of the pool must be copyable and a promise is not.
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    auto future = promise->future();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

WindowCheck::WindowCheck(Profile &profile)
    : m_directory(profile.directory())
    , m_file(readCheckFile(m_directory)) // small, and read before there is a window
    , m_runner({.phraseFolders = foldersOf(QStringLiteral("/phrases")),
                .makeSpelling =
                    [] {
                        return std::make_unique<SonnetSpelling>();
                    }})
    , m_desk({.store = profile.checks(),
              .persons = profile.persons(),
              .runner = m_runner,
              .clock = profile.clock()})
    , m_files(m_directory)
{
    m_desk.setProfile(m_file.value_or(CheckProfile{}));
    m_writer.setMaxThreadCount(1); // in the order asked
    connect(&m_desk, &ReplyDesk::levelsChanged, this, &WindowCheck::saveProfile);
    connect(&m_files, &WindowCheckFiles::read, this, &WindowCheck::take);
    const auto learn = [this, &accounts = profile.accounts()] {
        accounts.accounts().then(this, [this](const Result<QList<Account>> &all) {
            if (all) { // else the usual limits of their channels hold
                m_desk.setAccounts(*all);
            }
        });
    };
    connect(&profile.changes(), &ChangeFeed::changed, this, [learn](const ChangeSet &changes) {
        if (changes.accountsChanged) {
            learn();
        }
    });
    learn();
}

Result<void> WindowCheck::problem() const
{
    return m_file.transform([](const CheckProfile &) { });
}

void WindowCheck::saveProfile()
{
    const auto write = [directory = m_directory, profile = m_desk.profile()] {
        return writeCheckFile(directory, profile);
    };
    onPool(m_writer, write).then(this, [this](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
        }
    });
}

/// The profile's own, and the team's where there is one.
QStringList WindowCheck::foldersOf(const QString &name) const
{
    QStringList folders{m_directory + name};
    if (m_file && !m_file->teamFolder.isEmpty()) {
        folders.append(m_file->teamFolder + name);
    }
    return folders;
}

/// A file that cannot be understood, for a moment or for longer, leaves what it said before.
void WindowCheck::take(const CheckFiles &files)
{
    const bool isWorse = !files.profile && (m_file || m_file.error() != files.profile.error());
    m_file = files.profile;
    if (isWorse) {
        Q_EMIT failed(files.profile.error());
    }
    if (files.profile) {
        auto fresh = *files.profile;
        fresh.capabilities = m_desk.profile().capabilities; // these are no part of the file
        fresh.addresses = m_desk.profile().addresses;
        if (fresh != m_desk.profile()) {
            m_desk.setProfile(fresh);
        }
    }
    // The runner reads its lists with the first draft, and those are the ones of the start.
    if (std::exchange(m_isRead, true) && files.phrases != m_phrases) {
        m_desk.reloadPhrases(files.phraseFolders);
    }
    m_phrases = files.phrases;
    Q_EMIT filesRead();
}

void WindowCheck::addWord(const QString &word)
{
    const auto add = [folder = foldersOf(QStringLiteral("/dictionary")).constLast(), word] {
        return addTeamWord(folder, word);
    };
    onPool(m_writer, add).then(this, [this](const Result<void> &done) {
        if (done) {
            m_files.readSoon();
        } else {
            Q_EMIT failed(done.error());
        }
    });
}

} // namespace aside
