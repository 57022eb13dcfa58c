// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace aside::cli {

namespace {

// A signal handler can reach nothing but a global.
std::atomic_bool stopAsked = false;
static_assert(std::atomic_bool::is_always_lock_free);

extern "C" void noteStop(int signal)
{
    stopAsked.store(true);
    std::signal(signal, SIG_DFL);
}

} // namespace

void SignalInterrupt::watch()
{
    std::signal(SIGINT, &noteStop);
    std::signal(SIGTERM, &noteStop);
}

bool SignalInterrupt::asked() const
{
    return stopAsked.load();
}

} // namespace aside::cli
