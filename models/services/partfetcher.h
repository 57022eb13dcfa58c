// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/accountstore.h"
#include "models/ports/attachmentsource.h"
#include "models/ports/leftparts.h"
#include "models/services/channelregistry.h"

#include <QTemporaryFile>

#include <memory>
#include <unordered_map>

namespace aside {

/// Brings attachments over a connection of their own, into a file without a name, and has the store keep
/// them.
class PartFetcher final : public AttachmentSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartFetcher)

public:
    struct Parts {
        LeftPartStore &store;
        AccountStore &accounts;
        const ChannelRegistry &channels;
        QString folder; ///< for those files; of the disk where they will lie
    };

    explicit PartFetcher(Parts parts, QObject *parent = nullptr);
    /// What is on its way stays at its server.
    ~PartFetcher() override;

    void bring(AttachmentId id) override;
    void cancel(AttachmentId id) override;
    [[nodiscard]] std::optional<int> progress(AttachmentId id) const override;

private:
    /// One that is on its way.
    struct Bringing {
        std::stop_source stop;
        std::unique_ptr<ChannelAdapter> adapter;
        std::shared_ptr<QTemporaryFile> file; ///< shared with the adapter, then with the store
        int percent = 0;
    };

    void connectFor(const LeftPart &left);
    void download(const LeftPart &left, const Account &account);
    void keep(AttachmentId id);
    void noteProgress(AttachmentId id, qint64 received, qint64 expected);
    void end(AttachmentId id, const Result<void> &result);
    [[nodiscard]] Bringing *find(AttachmentId id);

    Parts m_parts;
    std::unordered_map<qint64, Bringing> m_coming; ///< by attachment
};

} // namespace aside
