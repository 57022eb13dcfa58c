// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace aside {

/// The bytes that base64 stands for. Forgiving: what is not of the alphabet is left out, and "=" ends a run,
/// after which another may begin. Several times as fast as Qt's, because attachments are most of what mail
/// weighs.
[[nodiscard]] QByteArray decodeBase64(QByteArrayView text);

} // namespace aside
