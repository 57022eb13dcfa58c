// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/uuid.h"

#include <QRandomGenerator>
#include <QUuid>

namespace aside {

QString uuidV7(Instant now)
{
    const auto millis = static_cast<quint64>(toMillis(now));
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 more = QRandomGenerator::system()->generate64();
    const auto byte = [](quint64 from, int shift) {
        return static_cast<uchar>((from >> shift) & 0xff);
    };
    return QUuid(static_cast<uint>(millis >> 16), static_cast<ushort>(millis & 0xffff),
                 static_cast<ushort>(0x7000 | (random & 0x0fff)),
                 static_cast<uchar>(0x80 | (byte(more, 56) & 0x3f)), byte(more, 48), byte(more, 40),
                 byte(more, 32), byte(more, 24), byte(more, 16), byte(more, 8), byte(more, 0))
        .toString(QUuid::WithoutBraces);
}

} // namespace aside
