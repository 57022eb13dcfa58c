// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secret.h"

namespace aside {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Secret::~Secret()
{
    if (m_bytes.isDetached()) { // a shared copy still needs the bytes
        volatile char *at = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            at[i] = '\0';
        }
    }
}

} // namespace aside
