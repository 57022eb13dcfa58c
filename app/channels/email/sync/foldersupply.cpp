// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/foldersupply.h"

#include "app/channels/flow/promises.h"

#include <utility>

namespace aside::mail {

namespace {

constexpr quint64 sizesAtOnce = 500;

} // namespace

FolderSupply::FolderSupply(FolderRun &run, imap::UidSet missing)
    : m_run(run)
    , m_missing(std::move(missing))
{
}

void FolderSupply::askAhead()
{
    if (!m_asked && !m_missing.isEmpty() && m_planned.size() < 2) {
        const imap::UidSet window = m_missing.takeLast(sizesAtOnce);
        m_asked
            = Asked{.window = window,
                    .sizes = m_run.session->fetch(window, imap::FetchItem::Size | imap::FetchItem::Flags)};
    }
}

/// Those that are gone meanwhile are done with the last batch of their window.
void FolderSupply::plan(const imap::UidSet &window, const QList<imap::Fetched> &sizes)
{
    const QList<MailBatch> batches = planBatches(sizes, m_run.task.largestWhole);
    if (batches.isEmpty()) {
        m_run.cursor.done.add(window);
        m_run.cursor.unread.remove(window);
        return;
    }
    for (const MailBatch &batch : batches) {
        m_planned.push_back({.batch = batch, .covers = batch.uids});
    }
    m_planned.back().covers = window;
}

QCoro::Task<Result<FolderSupply::Next>> FolderSupply::next()
{
    askAhead();
    while (m_planned.empty() && m_asked) {
        const Asked asked = *std::exchange(m_asked, std::nullopt);
        const Result<QList<imap::Fetched>> sizes = co_await arrival(asked.sizes);
        if (!sizes) {
            co_return std::unexpected(sizes.error());
        }
        if (const Result<void> wanted = m_run.wanted(); !wanted) {
            co_return std::unexpected(wanted.error());
        }
        plan(asked.window, *sizes);
        askAhead();
    }
    if (m_planned.empty()) {
        co_return Next();
    }
    Next next = std::move(m_planned.front());
    m_planned.pop_front();
    co_return next;
}

} // namespace aside::mail
