// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/composer.h"

#include "models/core/logging.h"

#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto defaultDelay = 150ms;
constexpr auto longestDelay = 300ms;
constexpr auto retryDelay = 2s;

} // namespace

Composer::Composer(DraftStore &drafts, OutboxStore &outbox, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_outbox(outbox)
{
    m_afterLastKey.setInterval(defaultDelay);
    m_afterFirstKey.setInterval(longestDelay);
    m_retry.setInterval(retryDelay);
    for (QTimer *timer : {&m_afterLastKey, &m_afterFirstKey, &m_retry}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &Composer::flush);
    }
}

Composer::~Composer()
{
    for (const auto &[id, text] : std::as_const(m_unsaved).asKeyValueRange()) {
        static_cast<void>(m_drafts.save(id, DraftKind::Reply, text)); // nobody is left to hear the answer
    }
}

void Composer::setSaveDelay(std::chrono::milliseconds delay)
{
    m_afterLastKey.setInterval(delay);
}

void Composer::open(ConversationId id)
{
    if (id == m_conversation) {
        return;
    }
    close();
    m_conversation = id;
    if (id.isValid()) {
        load();
    }
}

void Composer::close()
{
    flush();
    ++m_loads;
    m_conversation = {};
    m_text.clear();
    m_isKnown = false;
}

ConversationId Composer::conversation() const
{
    return m_conversation;
}

QString Composer::text() const
{
    return m_text;
}

bool Composer::isSaved() const
{
    return m_unsaved.isEmpty() && !m_saving && m_sending.isEmpty();
}

void Composer::load()
{
    m_isKnown = false;
    const quint64 asked = ++m_loads;
    if (const auto local = localText(m_conversation)) {
        show(*local);
        return;
    }
    m_drafts.load(m_conversation, DraftKind::Reply).then(this, [this, asked](const Result<Draft> &draft) {
        if (asked != m_loads || m_isKnown) { // left, or already typed over
            return;
        }
        if (!draft) {
            Q_EMIT failed(draft.error());
            return;
        }
        show(draft->text);
    });
}

void Composer::show(const QString &text)
{
    m_isKnown = true;
    m_text = text;
    Q_EMIT draftLoaded(text);
}

/// What is newer here than in the store.
std::optional<QString> Composer::localText(ConversationId id) const
{
    if (const auto unsaved = m_unsaved.constFind(id); unsaved != m_unsaved.cend()) {
        return *unsaved;
    }
    if (m_saving && m_saving->id == id) {
        return m_saving->text;
    }
    if (const auto sending = m_sending.constFind(id); sending != m_sending.cend()) {
        return sending->text;
    }
    return std::nullopt;
}

void Composer::setText(const QString &text)
{
    if (!m_conversation.isValid() || text == m_text) {
        return;
    }
    m_isKnown = true;
    m_text = text;
    m_unsaved.insert(m_conversation, text);
    m_afterLastKey.start();
    if (!m_afterFirstKey.isActive()) {
        m_afterFirstKey.start();
    }
    announceSaved();
}

void Composer::flush()
{
    m_afterLastKey.stop();
    m_afterFirstKey.stop();
    m_retry.stop();
    saveNext();
}

void Composer::saveNext()
{
    if (m_saving) {
        return;
    }
    for (auto next = m_unsaved.begin(); next != m_unsaved.end(); ++next) {
        const bool isBeingTyped = next.key() == m_conversation && m_afterLastKey.isActive();
        if (isBeingTyped || m_sending.contains(next.key())) {
            continue;
        }
        const Saving saving{.id = next.key(), .text = next.value()};
        m_unsaved.erase(next);
        m_saving = saving;
        m_drafts.save(saving.id, DraftKind::Reply, saving.text)
            .then(this, [this](const Result<Draft> &saved) { takeSaved(saved); });
        return;
    }
}

void Composer::takeSaved(const Result<Draft> &saved)
{
    const Saving done = std::exchange(m_saving, std::nullopt).value_or(Saving());
    if (!saved) {
        qCWarning(logOutbox) << "a draft was not saved:" << errcName(saved.error().code);
        if (!m_unsaved.contains(done.id)) { // else a newer text waits
            m_unsaved.insert(done.id, done.text);
        }
        m_retry.start();
        Q_EMIT failed(saved.error());
    } else {
        saveNext();
    }
    sendNext();
    announceSaved();
}

void Composer::send(std::chrono::milliseconds undoWindow)
{
    if (!m_conversation.isValid() || m_sending.contains(m_conversation)) {
        return;
    }
    if (m_text.trimmed().isEmpty()) {
        Q_EMIT failed({.code = Errc::Empty, .detail = QStringLiteral("no text to send"), .retryAfter = {}});
        return;
    }
    m_afterLastKey.stop();
    m_afterFirstKey.stop();
    m_sending.insert(m_conversation, {.text = m_text, .undoWindow = undoWindow});
    sendNext();
    announceSaved();
}

void Composer::sendNext()
{
    for (const ConversationId id : m_sending.keys()) {
        const auto sending = m_sending.find(id);
        const bool isBusy = m_saving && m_saving->id == id;
        if (sending == m_sending.end() || sending->isBegun || isBusy) {
            continue;
        }
        sending->isBegun = true;
        if (const auto unsaved = m_unsaved.constFind(id);
            unsaved != m_unsaved.cend() && *unsaved == sending->text) {
            sending->wasUnsaved = true;
            m_unsaved.erase(unsaved);
        }
        m_outbox.hold(id, sending->text, sending->undoWindow)
            .then(this, [this, id](const Result<OutboxItem> &item) { takeHeld(id, item); });
    }
}

void Composer::takeHeld(ConversationId id, const Result<OutboxItem> &item)
{
    const Sending sent = m_sending.take(id);
    if (!item) {
        if (sent.wasUnsaved && !m_unsaved.contains(id)) {
            m_unsaved.insert(id, sent.text);
        }
        Q_EMIT failed(item.error());
    } else {
        if (const auto same = m_unsaved.constFind(id); same != m_unsaved.cend() && *same == sent.text) {
            m_unsaved.erase(same);
        }
        if (id == m_conversation && m_text == sent.text) { // else the person wrote on
            m_afterLastKey.stop();
            m_afterFirstKey.stop();
            show({});
        }
        Q_EMIT held(*item);
    }
    saveNext();
    announceSaved();
}

void Composer::undo(OutboxId id)
{
    m_outbox.withdraw(id).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            Q_EMIT failed(item.error());
            return;
        }
        giveBack(*item);
        Q_EMIT withdrawn(*item);
    });
}

void Composer::giveBack(const OutboxItem &item)
{
    const ConversationId id = item.conversation;
    const bool isOpen = id == m_conversation;
    const auto local = localText(id);
    const QString current = isOpen && m_isKnown ? m_text : local.value_or(QString());
    if (!local && current.isEmpty()) { // the store has it all
        if (isOpen && m_isKnown) {
            show(item.text);
        } else if (isOpen) {
            load();
        }
        return;
    }
    const QString joined = current.isEmpty() ? item.text : item.text + QStringLiteral("\n\n") + current;
    m_unsaved.insert(id, joined);
    if (isOpen) {
        m_afterLastKey.stop();
        m_afterFirstKey.stop();
        show(joined);
    }
    saveNext();
    announceSaved();
}

void Composer::announceSaved()
{
    if (const bool saved = isSaved(); saved != m_wasSaved) {
        m_wasSaved = saved;
        Q_EMIT savedChanged();
    }
}

} // namespace aside
