// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/remotepictures.h"

namespace aside {

/// Paints what other servers would send, so that screens with loaded images need no network.
class StagePictures final : public RemotePictures
{
public:
    [[nodiscard]] QFuture<Result<QByteArray>> fetch(QString address, std::stop_token stop) override;
};

} // namespace aside
