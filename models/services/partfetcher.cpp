// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/partfetcher.h"

#include <algorithm>
#include <utility>

namespace aside {

PartFetcher::PartFetcher(Parts parts, QObject *parent)
    : AttachmentSource(parent)
    , m_parts(std::move(parts))
{
}

PartFetcher::~PartFetcher()
{
    for (auto &[id, coming] : m_coming) {
        coming.stop.request_stop();
    }
}

PartFetcher::Bringing *PartFetcher::find(AttachmentId id)
{
    const auto found = m_coming.find(id.value);
    return found == m_coming.end() ? nullptr : &found->second;
}

std::optional<int> PartFetcher::progress(AttachmentId id) const
{
    const auto found = m_coming.find(id.value);
    return found == m_coming.end() ? std::nullopt : std::optional(found->second.percent);
}

void PartFetcher::bring(AttachmentId id)
{
    if (find(id) != nullptr) {
        return;
    }
    m_coming.emplace(id.value, Bringing());
    Q_EMIT progressed(id);
    m_parts.store.leftPart(id).then(this, [this, id](const Result<LeftPart> &left) {
        if (left) {
            connectFor(*left);
        } else if (left.error().code == Errc::Conflict) {
            end(id, {}); // it is here
        } else {
            end(id, std::unexpected(left.error()));
        }
    });
}

void PartFetcher::connectFor(const LeftPart &left)
{
    m_parts.accounts.accounts().then(this, [this, left](const Result<QList<Account>> &accounts) {
        const AttachmentId id = left.attachment;
        if (!accounts) {
            end(id, std::unexpected(accounts.error()));
            return;
        }
        const auto account = std::ranges::find(*accounts, left.account, &Account::id);
        if (account == accounts->end()) {
            end(id, fail(Errc::NotFound, QStringLiteral("its account is gone")));
            return;
        }
        download(left, *account);
    });
}

void PartFetcher::download(const LeftPart &left, const Account &account)
{
    const AttachmentId id = left.attachment;
    Bringing *coming = find(id);
    if (coming == nullptr || coming->stop.stop_requested()) {
        end(id, fail(Errc::Cancelled));
        return;
    }
    Result<std::unique_ptr<ChannelAdapter>> adapter = m_parts.channels.adapterFor(account);
    coming->file = std::make_shared<QTemporaryFile>(m_parts.folder + QStringLiteral("/part-XXXXXX"));
    if (!adapter || !coming->file->open()) {
        end(id,
            adapter ? Result<void>(fail(Errc::ReadOnly, QStringLiteral("no temporary file")))
                    : std::unexpected(adapter.error()));
        return;
    }
    coming->adapter = *std::move(adapter);
    const auto progress = [this, id](qint64 received, qint64 expected) {
        noteProgress(id, received, expected);
    };
    coming->adapter
        ->bring(left, {.into = coming->file, .progress = progress, .stop = coming->stop.get_token()})
        .then(this, [this, id](const Result<void> &brought) {
            if (brought) {
                keep(id);
            } else {
                end(id, brought);
            }
        });
}

void PartFetcher::keep(AttachmentId id)
{
    Bringing *coming = find(id);
    if (!coming->file->flush()) {
        end(id, fail(Errc::DiskFull, QStringLiteral("cannot write what was brought")));
        return;
    }
    m_parts.store.keepPart(id, coming->file).then(this, [this, id](const Result<void> &kept) {
        end(id, kept);
    });
}

void PartFetcher::noteProgress(AttachmentId id, qint64 received, qint64 expected)
{
    Bringing *coming = find(id);
    const auto percent
        = static_cast<int>(expected <= 0 ? 0 : std::clamp<qint64>(received * 100 / expected, 0, 99));
    if (coming != nullptr && coming->percent != percent) {
        coming->percent = percent;
        Q_EMIT progressed(id);
    }
}

void PartFetcher::cancel(AttachmentId id)
{
    if (Bringing *coming = find(id)) {
        coming->stop.request_stop();
    }
}

void PartFetcher::end(AttachmentId id, const Result<void> &result)
{
    if (Bringing *coming = find(id)) {
        if (coming->adapter != nullptr) {
            coming->adapter.release()->deleteLater(); // it may be what calls
        }
        m_coming.erase(id.value);
    }
    if (result) {
        Q_EMIT arrived(id);
    } else {
        Q_EMIT failed(id, result.error());
    }
}

} // namespace aside
