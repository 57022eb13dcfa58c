// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/listener.h"

#include <chrono>
#include <utility>

namespace aside::imap {

namespace {

constexpr std::chrono::minutes longestIdle{29}; // RFC 2177
constexpr std::chrono::minutes pollInterval{2};

bool isChange(const Response &response)
{
    const auto *fetched = std::get_if<Fetched>(&response);
    const auto *vanished = std::get_if<Vanished>(&response);
    return std::holds_alternative<Expunged>(response) || (vanished != nullptr && !vanished->isEarlier)
        || (fetched != nullptr && fetched->flags);
}

} // namespace

Listener::Listener(ImapLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_renewal(link.edge())
{
    connect(&m_link, &ImapLink::drained, this, &Listener::listen, Qt::QueuedConnection);
    connect(&m_link, &ImapLink::closed, this, &Listener::stop);
    connect(&m_link, &ImapLink::told, this, [this](const Response &response) {
        if (m_isWanted && (m_isListening || m_isPolling) && isChange(response)) {
            Q_EMIT changed();
        }
    });
}

void Listener::start()
{
    m_isWanted = true;
    listen();
}

void Listener::stop()
{
    m_isWanted = false;
    m_renewal.drop();
    if (m_isListening) {
        m_link.endIdle();
    }
}

void Listener::listen()
{
    if (!m_isWanted || m_isListening || !m_link.isIdle() || !m_link.isOpen()) {
        return;
    }
    if (m_link.can("IDLE") && !m_isRefused) {
        idle();
    } else {
        m_renewal.set(pollInterval, [this] { poll(); });
    }
}

void Listener::idle()
{
    m_isListening = true;
    m_renewal.set(longestIdle, [this] { m_link.endIdle(); });
    m_link.run({.command = Command("IDLE"), .talk = Talk::Idle})
        .then(this, [this](const Result<Reply> &ended) {
            m_isListening = false;
            m_renewal.drop();
            m_isRefused = !ended;
            listen();
        });
}

void Listener::poll()
{
    m_isPolling = true;
    m_link.run({.command = Command("NOOP")}).then(this, [this](const Result<Reply> &) {
        m_isPolling = false;
        listen();
    });
}

} // namespace aside::imap
