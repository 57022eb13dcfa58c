// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/serverplace.h"

#include <QFile>
#include <QFuture>

#include <functional>
#include <memory>
#include <stop_token>

namespace aside {

/// An attachment that was left at its server, and where its message lay when it was seen last.
struct LeftPart {
    AttachmentId attachment;
    AccountId account;
    QString messageId{}; ///< the channel's own id of the message, by which it is known again
    ServerPart part{};
    QList<ServerPlace> places{};

    bool operator==(const LeftPart &) const = default;
};

/// How a part is brought.
struct PartWay {
    std::shared_ptr<QIODevice> into; ///< decoded; shared with whoever keeps it then
    std::function<void(qint64 received, qint64 expected)> progress{}; ///< of the bytes as they are sent
    std::stop_token stop{};
};

/// What was left at servers, as the store knows it. Any thread may call.
class LeftPartStore
{
public:
    LeftPartStore() = default;
    virtual ~LeftPartStore() = default;
    LeftPartStore(const LeftPartStore &) = delete;
    LeftPartStore &operator=(const LeftPartStore &) = delete;

    /// Errc::NotFound where nothing was left of it, or its message lies nowhere any more; Conflict where it
    /// is here already.
    [[nodiscard]] virtual QFuture<Result<LeftPart>> leftPart(AttachmentId id) = 0;
    /// The attachment is this from now on. The file is read on another thread and not touched by the caller
    /// any more.
    [[nodiscard]] virtual QFuture<Result<void>> keepPart(AttachmentId id, std::shared_ptr<QFile> content) = 0;
};

} // namespace aside
