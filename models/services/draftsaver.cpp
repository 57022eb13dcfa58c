// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/draftsaver.h"

#include "models/core/logging.h"

#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto defaultDelay = 150ms;
constexpr auto longestDelay = 300ms;
constexpr auto retryDelay = 2s;

} // namespace

DraftSaver::DraftSaver(DraftStore &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
    m_afterLastKey.setInterval(defaultDelay);
    m_afterFirstKey.setInterval(longestDelay);
    m_retry.setInterval(retryDelay);
    for (QTimer *timer : {&m_afterLastKey, &m_afterFirstKey, &m_retry}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &DraftSaver::flush);
    }
}

DraftSaver::~DraftSaver()
{
    for (const auto &[key, text] : std::as_const(m_unsaved).asKeyValueRange()) {
        static_cast<void>(
            m_drafts.save(key.conversation, key.kind, text)); // nobody is left to hear the answer
    }
}

void DraftSaver::setDelay(std::chrono::milliseconds delay)
{
    m_afterLastKey.setInterval(delay);
}

void DraftSaver::saveSoon(const DraftKey &key, const QString &text)
{
    m_unsaved.insert(key, text);
    m_typed = key;
    m_afterLastKey.start();
    if (!m_afterFirstKey.isActive()) {
        m_afterFirstKey.start();
    }
    Q_EMIT changed();
}

void DraftSaver::saveNow(const DraftKey &key, const QString &text)
{
    m_unsaved.insert(key, text);
    if (key == m_typed) {
        m_afterLastKey.stop();
        m_afterFirstKey.stop();
    }
    saveNext();
    Q_EMIT changed();
}

void DraftSaver::flush()
{
    m_afterLastKey.stop();
    m_afterFirstKey.stop();
    m_retry.stop();
    saveNext();
}

void DraftSaver::pause(const DraftKey &key)
{
    m_paused.insert(key);
    if (key == m_typed) {
        m_afterLastKey.stop();
        m_afterFirstKey.stop();
    }
}

void DraftSaver::resume(const DraftKey &key)
{
    m_paused.remove(key);
    saveNext();
}

bool DraftSaver::forget(const DraftKey &key, const QString &text)
{
    const auto unsaved = m_unsaved.constFind(key);
    if (unsaved == m_unsaved.cend() || *unsaved != text) {
        return false;
    }
    m_unsaved.erase(unsaved);
    return true;
}

bool DraftSaver::isSaving(const DraftKey &key) const
{
    return m_saving && m_saving->key == key;
}

bool DraftSaver::isIdle() const
{
    return m_unsaved.isEmpty() && !m_saving;
}

std::optional<QString> DraftSaver::newer(const DraftKey &key) const
{
    if (const auto unsaved = m_unsaved.constFind(key); unsaved != m_unsaved.cend()) {
        return *unsaved;
    }
    return isSaving(key) ? std::optional(m_saving->text) : std::nullopt;
}

bool DraftSaver::isWaiting(const DraftKey &key) const
{
    return m_unsaved.contains(key);
}

void DraftSaver::saveNext()
{
    if (m_saving) {
        return;
    }
    for (auto next = m_unsaved.begin(); next != m_unsaved.end(); ++next) {
        const bool isBeingTyped = next.key() == m_typed && m_afterLastKey.isActive();
        if (isBeingTyped || m_paused.contains(next.key())) {
            continue;
        }
        const Saving saving{.key = next.key(), .text = next.value()};
        m_unsaved.erase(next);
        m_saving = saving;
        m_drafts.save(saving.key.conversation, saving.key.kind, saving.text)
            .then(this, [this](const Result<Draft> &saved) { take(saved); });
        return;
    }
}

void DraftSaver::take(const Result<Draft> &saved)
{
    const Saving done = std::exchange(m_saving, std::nullopt).value_or(Saving());
    if (!saved) {
        qCWarning(logOutbox) << "a draft was not saved:" << errcName(saved.error().code);
        if (!m_unsaved.contains(done.key)) { // else a newer text waits
            m_unsaved.insert(done.key, done.text);
        }
        m_retry.start();
        Q_EMIT failed(saved.error());
    } else {
        saveNext();
    }
    Q_EMIT ended();
    Q_EMIT changed();
}

} // namespace aside
