// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <stop_token>

namespace aside {

/// Fetches images that a message only points at. Whoever serves them learns that, when and from where the
/// message is read: to be called for what the operator asked for, and nothing else. On the UI thread; nothing
/// blocks.
class RemotePictures
{
public:
    RemotePictures() = default;
    virtual ~RemotePictures() = default;
    RemotePictures(const RemotePictures &) = delete;
    RemotePictures &operator=(const RemotePictures &) = delete;

    /// The bytes as they came; they may be anything. Errc::Insecure where the address is not https,
    /// Errc::PrivateAddress where it leads into the operator's own network, Errc::Cancelled after a stop.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> fetch(QString address, std::stop_token stop) = 0;
};

} // namespace aside
