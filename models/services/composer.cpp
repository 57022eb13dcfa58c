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

QString joined(const QString &above, const QString &below)
{
    return above.isEmpty() ? below : below.isEmpty() ? above : above + QStringLiteral("\n\n") + below;
}

} // namespace

Composer::Composer(DraftStore &drafts, OutboxStore &outbox, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_outbox(outbox)
    , m_files(drafts, nullptr)
{
    connect(&m_files, &DraftFiles::failed, this, &Composer::failed);
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
    for (const auto &[key, text] : std::as_const(m_unsaved).asKeyValueRange()) {
        static_cast<void>(
            m_drafts.save(key.conversation, key.kind, text)); // nobody is left to hear the answer
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
    m_kind = DraftKind::Reply; // a reply is what a conversation is opened for
    if (id.isValid()) {
        load();
    }
}

void Composer::setKind(DraftKind kind)
{
    if (kind != m_kind) {
        m_moving.reset();
        goTo(kind);
    }
}

void Composer::goTo(DraftKind kind)
{
    flush();
    m_kind = kind;
    m_text.clear();
    if (m_conversation.isValid()) {
        load();
    }
}

void Composer::moveTextTo(DraftKind kind)
{
    if (kind == m_kind || !m_conversation.isValid() || m_text.isEmpty()) {
        return;
    }
    m_moving = Moving{.from = current(), .text = m_text};
    goTo(kind);
}

DraftKind Composer::kind() const
{
    return m_kind;
}

DraftKey Composer::current() const
{
    return {.conversation = m_conversation, .kind = m_kind};
}

void Composer::close()
{
    flush();
    ++m_loads;
    m_moving.reset();
    m_files.close();
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
    m_files.open(current());
    if (const auto local = localText(current())) {
        show(*local);
        return;
    }
    m_drafts.load(m_conversation, m_kind).then(this, [this, asked](const Result<Draft> &draft) {
        if (asked != m_loads || m_isKnown) { // left, or already typed over
            return;
        }
        if (!draft) {
            m_moving.reset(); // the text stays where it is
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
    if (const auto moved = std::exchange(m_moving, std::nullopt)) {
        setText(text.isEmpty() ? moved->text : text + QStringLiteral("\n\n") + moved->text);
        m_unsaved.insert(moved->from, QString()); // only now: the text is never in neither
        Q_EMIT draftLoaded(m_text);
        flush();
    }
}

/// What is newer here than in the store.
std::optional<QString> Composer::localText(const DraftKey &key) const
{
    if (const auto unsaved = m_unsaved.constFind(key); unsaved != m_unsaved.cend()) {
        return *unsaved;
    }
    if (m_saving && m_saving->key == key) {
        return m_saving->text;
    }
    if (const auto sending = m_sending.constFind(key); sending != m_sending.cend()) {
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
    m_unsaved.insert(current(), text);
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
        const bool isBeingTyped = next.key() == current() && m_afterLastKey.isActive();
        if (isBeingTyped || m_sending.contains(next.key())) {
            continue;
        }
        const Saving saving{.key = next.key(), .text = next.value()};
        m_unsaved.erase(next);
        m_saving = saving;
        m_drafts.save(saving.key.conversation, saving.key.kind, saving.text)
            .then(this, [this](const Result<Draft> &saved) { takeSaved(saved); });
        return;
    }
}

void Composer::takeSaved(const Result<Draft> &saved)
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
    sendNext();
    announceSaved();
}

QFuture<Result<QList<Draft>>> Composer::versions()
{
    flush();
    return m_drafts.versions(m_conversation, m_kind).then(this, [this](Result<QList<Draft>> versions) {
        if (!versions) {
            Q_EMIT failed(versions.error());
        }
        return versions;
    });
}

void Composer::setUndoWindow(std::chrono::milliseconds undoWindow)
{
    m_undoWindow = undoWindow;
}

void Composer::send()
{
    send(m_undoWindow);
}

void Composer::send(std::chrono::milliseconds undoWindow)
{
    if (!m_conversation.isValid() || m_sending.contains(current()) || m_files.isBusy()) {
        return;
    }
    if (m_text.trimmed().isEmpty() && m_files.files().isEmpty()) {
        Q_EMIT failed({.code = Errc::Empty, .detail = QStringLiteral("no text to send"), .retryAfter = {}});
        return;
    }
    m_afterLastKey.stop();
    m_afterFirstKey.stop();
    m_sending.insert(current(), {.text = m_text, .undoWindow = undoWindow});
    sendNext();
    announceSaved();
}

void Composer::sendNext()
{
    for (const DraftKey &key : m_sending.keys()) {
        const auto sending = m_sending.find(key);
        const bool isBusy = m_saving && m_saving->key == key;
        if (sending == m_sending.end() || sending->isBegun || isBusy) {
            continue;
        }
        sending->isBegun = true;
        if (const auto unsaved = m_unsaved.constFind(key);
            unsaved != m_unsaved.cend() && *unsaved == sending->text) {
            sending->wasUnsaved = true;
            m_unsaved.erase(unsaved);
        }
        begin(key, *sending);
    }
}

void Composer::begin(const DraftKey &key, const Sending &sending)
{
    if (key.kind == DraftKind::Note) {
        m_drafts.addNote(key.conversation, sending.text).then(this, [this, key](const Result<Note> &note) {
            finishSending(key, note.transform([](const Note &) { }));
            if (note) {
                Q_EMIT noteAdded(*note);
            }
        });
        return;
    }
    m_outbox.hold(key.conversation, sending.text, sending.undoWindow)
        .then(this, [this, key](const Result<OutboxItem> &item) {
            finishSending(key, item.transform([](const OutboxItem &) { }));
            if (item) {
                Q_EMIT held(*item);
            }
        });
}

void Composer::finishSending(const DraftKey &key, const Result<void> &done)
{
    const Sending sent = m_sending.take(key);
    if (!done) {
        if (sent.wasUnsaved && !m_unsaved.contains(key)) {
            m_unsaved.insert(key, sent.text);
        }
        Q_EMIT failed(done.error());
    } else {
        if (const auto same = m_unsaved.constFind(key); same != m_unsaved.cend() && *same == sent.text) {
            m_unsaved.erase(same);
        }
        if (key == current()) {
            m_files.open(key); // they went with it
        }
        if (key == current() && m_text == sent.text) { // else the person wrote on
            m_afterLastKey.stop();
            m_afterFirstKey.stop();
            show({});
        }
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
        giveBack({.conversation = item->conversation, .kind = DraftKind::Reply}, item->text);
        Q_EMIT withdrawn(*item);
    });
}

void Composer::undoNote(MessageId id)
{
    m_drafts.takeBackNote(id).then(this, [this](const Result<Note> &note) {
        if (!note) {
            Q_EMIT failed(note.error());
            return;
        }
        giveBack({.conversation = note->conversation, .kind = DraftKind::Note}, note->text);
        Q_EMIT noteTakenBack(*note);
    });
}

void Composer::release(OutboxId id)
{
    m_outbox.release(id).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            Q_EMIT failed(item.error());
            return;
        }
        Q_EMIT released(*item);
    });
}

void Composer::giveBack(const DraftKey &key, const QString &text)
{
    const bool isOpen = key == current();
    if (isOpen) {
        m_files.open(key);
    }
    const auto local = localText(key);
    const QString newer = isOpen && m_isKnown ? m_text : local.value_or(QString());
    if (!local && newer.isEmpty()) { // the store has it all
        if (isOpen && m_isKnown) {
            show(text);
        } else if (isOpen) {
            load();
        }
        return;
    }
    replace(key, joined(text, newer));
}

void Composer::append(ConversationId id, const QString &text)
{
    const DraftKey key{.conversation = id, .kind = DraftKind::Reply};
    if (key == current() && m_isKnown) {
        replace(key, joined(m_text, text));
        return;
    }
    m_drafts.load(id, DraftKind::Reply).then(this, [this, key, text](const Result<Draft> &draft) {
        const bool isTyped = key == current() && m_isKnown; // meanwhile
        const auto local = isTyped ? std::optional(m_text) : localText(key);
        if (!draft && !local) {
            Q_EMIT failed(draft.error());
        }
        replace(key, joined(local.value_or(draft ? draft->text : QString()), text));
    });
}

/// As if the person had typed it.
void Composer::replace(const DraftKey &key, const QString &text)
{
    m_unsaved.insert(key, text);
    if (key == current()) {
        m_afterLastKey.stop();
        m_afterFirstKey.stop();
        show(text);
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
