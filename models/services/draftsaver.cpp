// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/draftsaver.h"

#include "models/core/logging.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto defaultDelay = 150ms;
constexpr auto longestDelay = 300ms;
constexpr auto retryDelay = 2s;

DraftKey otherOf(const DraftKey &key)
{
    return {.conversation = key.conversation, .kind = otherKind(key.kind)};
}

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
    for (const Job &job : std::as_const(m_jobs)) {
        static_cast<void>(start(job));
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

void DraftSaver::append(const DraftKey &key, const QString &text)
{
    m_jobs.append({.kind = Job::Kind::Append, .key = key, .text = text});
    flush();
    Q_EMIT changed();
}

void DraftSaver::move(const DraftKey &from, const QString &text)
{
    m_jobs.append({.kind = Job::Kind::Move, .key = from, .text = text});
    flush();
    Q_EMIT changed();
}

void DraftSaver::flush()
{
    m_afterLastKey.stop();
    m_afterFirstKey.stop();
    m_retry.stop();
    saveNext();
}

void DraftSaver::abandon(ConversationId id)
{
    m_gone.insert(id);
    m_unsaved.removeIf([id](const auto &unsaved) { return unsaved.key().conversation == id; });
    Q_EMIT changed();
}

void DraftSaver::welcome(ConversationId id)
{
    m_gone.remove(id);
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
    return (m_saving && m_saving->key == key) || (m_doing && m_doing->key.conversation == key.conversation);
}

bool DraftSaver::isIdle() const
{
    return m_unsaved.isEmpty() && m_jobs.isEmpty() && !m_saving && !m_doing;
}

std::optional<QString> DraftSaver::newer(const DraftKey &key) const
{
    if (const auto unsaved = m_unsaved.constFind(key); unsaved != m_unsaved.cend()) {
        return *unsaved;
    }
    return m_saving && m_saving->key == key ? std::optional(m_saving->text) : std::nullopt;
}

bool DraftSaver::isWaiting(const DraftKey &key) const
{
    return m_unsaved.contains(key);
}

void DraftSaver::saveNext()
{
    if (!m_saving && !m_doing && !saveOne()) {
        doOne();
    }
}

bool DraftSaver::saveOne()
{
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
        return true;
    }
    return false;
}

void DraftSaver::doOne()
{
    const auto next = std::ranges::find_if(m_jobs, [this](const Job &job) { return isFree(job); });
    if (next == m_jobs.end()) {
        return;
    }
    m_doing = *next;
    m_jobs.erase(next);
    start(*m_doing).then(this, [this](const Result<Draft> &done) { takeDone(done); });
}

/// The store must have the newest text of what a job works on.
bool DraftSaver::isFree(const Job &job) const
{
    return std::ranges::none_of(std::array{job.key, otherOf(job.key)}, [this](const DraftKey &key) {
        return m_unsaved.contains(key) || m_paused.contains(key);
    });
}

QFuture<Result<Draft>> DraftSaver::start(const Job &job)
{
    switch (job.kind) {
    case Job::Kind::Append:
        return m_drafts.append(job.key.conversation, job.key.kind, job.text);
    case Job::Kind::Move:
        return m_drafts.move(job.key.conversation, job.key.kind);
    }
    Q_UNREACHABLE_RETURN({});
}

void DraftSaver::take(const Result<Draft> &saved)
{
    const Saving done = std::exchange(m_saving, std::nullopt).value_or(Saving());
    if (!saved && m_gone.contains(done.key.conversation)) {
        saveNext(); // its text was given away
    } else if (!saved) {
        if (!m_unsaved.contains(done.key)) { // else a newer text waits
            m_unsaved.insert(done.key, done.text);
        }
        retry(saved.error());
    } else {
        saveNext();
    }
    Q_EMIT ended();
    Q_EMIT changed();
}

void DraftSaver::takeDone(const Result<Draft> &done)
{
    const Job job = std::exchange(m_doing, std::nullopt).value_or(Job());
    if (done && job.kind == Job::Kind::Append) {
        Q_EMIT added(job.key, done->text, job.text);
    } else if (done) {
        Q_EMIT movedAway(job.key);
        Q_EMIT added(otherOf(job.key), done->text, job.text);
    } else if (job.kind == Job::Kind::Append) { // this text lies nowhere else
        m_jobs.prepend(job);
        retry(done.error());
    } else {
        Q_EMIT failed(done.error());
    }
    if (!m_retry.isActive()) {
        saveNext();
    }
    Q_EMIT ended();
    Q_EMIT changed();
}

void DraftSaver::retry(const Error &error)
{
    qCWarning(logOutbox) << "a draft was not saved:" << errcName(error.code);
    m_retry.start();
    Q_EMIT failed(error);
}

} // namespace aside
