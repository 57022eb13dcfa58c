// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/newspace.h"

#include <algorithm>

namespace aside::mail {

std::chrono::milliseconds NewsPace::next(Instant now)
{
    const bool wasQuiet = m_wait.count() == 0 || now - m_last > 2 * longest;
    m_wait = wasQuiet ? shortest : std::min(2 * m_wait, longest);
    m_last = now;
    return m_wait;
}

} // namespace aside::mail
