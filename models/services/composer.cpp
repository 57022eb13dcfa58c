// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/composer.h"

#include <utility>

namespace aside {

namespace {

QString joined(const QString &above, const QString &below)
{
    return above.isEmpty() ? below : below.isEmpty() ? above : above + QStringLiteral("\n\n") + below;
}

} // namespace

Composer::Composer(DraftStore &drafts, OutboxStore &outbox, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_files(drafts, nullptr)
    , m_addresses(drafts, nullptr)
    , m_saver(drafts, nullptr)
    , m_sender(drafts, outbox, m_saver, nullptr)
    , m_undo(drafts, outbox, nullptr)
{
    connect(&m_files, &DraftFiles::failed, this, &Composer::failed);
    connect(&m_files, &DraftFiles::changed, this, &Composer::moveWhenFilesAreThere);
    connect(&m_files, &DraftFiles::read, &m_addresses, &AddressDesk::takeDraft);
    connect(&m_addresses, &AddressDesk::failed, this, &Composer::failed);
    connect(&m_saver, &DraftSaver::failed, this, &Composer::failed);
    connect(&m_saver, &DraftSaver::changed, this, &Composer::announceSaved);
    connect(&m_saver, &DraftSaver::added, this, &Composer::takeAdded);
    connect(&m_saver, &DraftSaver::movedAway, this, &Composer::takeMovedAway);
    connect(&m_saver, &DraftSaver::ended, this, &Composer::goOnFollowing);
    connect(&m_sender, &DraftSender::failed, this, &Composer::failed);
    connect(&m_sender, &DraftSender::changed, this, &Composer::announceSaved);
    connect(&m_sender, &DraftSender::left, this, &Composer::clearSent);
    connect(&m_sender, &DraftSender::held, this, &Composer::held);
    connect(&m_sender, &DraftSender::noteAdded, this, &Composer::noteAdded);
    connect(&m_undo, &SentUndo::failed, this, &Composer::failed);
    connect(&m_undo, &SentUndo::returned, this, &Composer::giveBack);
    connect(&m_undo, &SentUndo::withdrawn, this, &Composer::withdrawn);
    connect(&m_undo, &SentUndo::noteTakenBack, this, &Composer::noteTakenBack);
    connect(&m_undo, &SentUndo::released, this, &Composer::released);
}

void Composer::setSaveDelay(std::chrono::milliseconds delay)
{
    m_saver.setDelay(delay);
}

void Composer::open(ConversationId id)
{
    if (id == m_conversation) {
        return;
    }
    close();
    m_saver.welcome(id);
    m_conversation = id;
    m_seen = {};
    m_kind = DraftKind::Reply; // a reply is what a conversation is opened for
    if (id.isValid()) {
        load();
    }
}

void Composer::setKind(DraftKind kind)
{
    if (kind != m_kind) {
        m_moveTo.reset();
        goTo(kind);
    }
}

void Composer::goTo(DraftKind kind)
{
    m_saver.flush();
    m_kind = kind;
    m_text.clear();
    if (m_conversation.isValid()) {
        load();
    }
}

void Composer::moveTo(DraftKind kind)
{
    if (kind == m_kind || !m_conversation.isValid() || (m_text.isEmpty() && m_files.files().isEmpty())) {
        return;
    }
    if (m_files.isBusy()) { // the file on its way moves as well
        m_moveTo = kind;
        return;
    }
    m_saver.move(current(), m_text);
    goTo(kind);
}

void Composer::moveWhenFilesAreThere()
{
    if (m_moveTo && !m_files.isBusy()) {
        moveTo(*std::exchange(m_moveTo, std::nullopt));
    }
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
    m_saver.flush();
    m_following = {};
    ++m_loads;
    m_moveTo.reset();
    m_files.close();
    m_addresses.close();
    m_conversation = {};
    m_text.clear();
    m_isKnown = false;
}

void Composer::follow(ConversationId into)
{
    m_following = into;
    m_saver.flush();
    goOnFollowing();
}

/// The draft there is read only when the store has put all of this one to it.
void Composer::goOnFollowing()
{
    if (m_following.isValid() && !m_saver.newer(current())) {
        const DraftKind kind = m_kind;
        open(m_following);
        setKind(kind);
    }
}

QStringList Composer::abandon()
{
    const DraftKey shown = current();
    const DraftKey other{.conversation = m_conversation,
                         .kind = m_kind == DraftKind::Reply ? DraftKind::Note : DraftKind::Reply};
    QStringList texts{m_text.isEmpty() ? localText(shown).value_or(QString()) : m_text,
                      localText(other).value_or(QString())};
    texts.removeIf([](const QString &text) { return text.trimmed().isEmpty(); });
    m_saver.abandon(m_conversation);
    close();
    return texts;
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
    return m_saver.isIdle() && m_sender.isIdle();
}

void Composer::load()
{
    m_isKnown = false;
    const quint64 asked = ++m_loads;
    openParts(current());
    if (const auto local = localText(current())) {
        show(*local);
        return;
    }
    m_drafts.load(m_conversation, m_kind).then(this, [this, asked](const Result<Draft> &draft) {
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

/// What lies beside the text.
void Composer::openParts(const DraftKey &key)
{
    m_addresses.open(key.conversation);
    m_files.open(key);
}

void Composer::show(const QString &text)
{
    m_isKnown = true;
    m_text = text;
    Q_EMIT draftLoaded(text);
}

/// What is newer here than in the store.
std::optional<QString> Composer::localText(const DraftKey &key) const
{
    const auto unsaved = m_saver.newer(key);
    return unsaved ? unsaved : m_sender.text(key);
}

void Composer::setText(const QString &text)
{
    if (!m_conversation.isValid() || text == m_text) {
        return;
    }
    m_isKnown = true;
    m_text = text;
    m_saver.saveSoon(current(), text);
}

QFuture<Result<QList<Draft>>> Composer::versions()
{
    m_saver.flush();
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
    send({.undoWindow = m_undoWindow});
}

void Composer::send(const SendTerms &terms)
{
    if (!m_conversation.isValid() || m_sender.isSending(current()) || m_files.isBusy()) {
        return;
    }
    if (m_text.trimmed().isEmpty() && m_files.files().isEmpty()) {
        Q_EMIT failed({.code = Errc::Empty, .detail = QStringLiteral("no text to send"), .retryAfter = {}});
        return;
    }
    SendTerms complete = terms;
    complete.seen = terms.seen.isValid() ? terms.seen : m_seen;
    if (m_kind == DraftKind::Reply) {
        if (m_addresses.isChosen() && !m_addresses.hasRecipients()) {
            Q_EMIT failed({.code = Errc::InvalidInput,
                           .detail = QStringLiteral("nobody to send it to"),
                           .retryAfter = {}});
            return;
        }
        complete.addressing = m_addresses.addressing();
    }
    m_sender.send(current(), m_text, complete);
}

void Composer::clearSent(const DraftKey &key, const QString &text)
{
    if (key != current()) {
        return;
    }
    openParts(key); // they went with it
    if (m_text == text) { // else the person wrote on
        show({});
    }
}

void Composer::undo(OutboxId id)
{
    m_undo.takeBack(id);
}

void Composer::undoNote(MessageId id)
{
    m_undo.takeBack(id);
}

void Composer::takeGivenBack(ConversationId id, const QString &text)
{
    giveBack({.conversation = id, .kind = DraftKind::Reply}, text);
}

void Composer::refresh(ConversationId id)
{
    if (id == m_conversation && !localText(current())) {
        load();
    }
}

void Composer::release(OutboxId id)
{
    m_undo.release(id);
}

void Composer::giveBack(const DraftKey &key, const QString &text)
{
    const bool isOpen = key == current();
    if (isOpen) {
        openParts(key);
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
    } else if (const auto newer = m_saver.newer(key)) {
        replace(key, joined(*newer, text));
    } else {
        m_saver.append(key, text); // whether or not the draft can be read now
    }
}

void Composer::takeAdded(const DraftKey &key, const QString &whole, const QString &text)
{
    if (m_sender.isSending(key)) { // the draft ends with what is sent
        m_saver.append(key, text);
        return;
    }
    if (const auto newer = m_saver.newer(key)) { // typed meanwhile
        if (!newer->contains(text)) {
            replace(key, joined(*newer, text));
        }
    } else if (key == current()) {
        show(whole);
    }
    if (key == current()) {
        openParts(key); // they may have come along
    }
}

void Composer::takeMovedAway(const DraftKey &from)
{
    if (from != current()) {
        return;
    }
    openParts(from);
    if (!m_saver.newer(from)) {
        show({});
    }
}

/// As if the person had typed it.
void Composer::replace(const DraftKey &key, const QString &text)
{
    m_saver.saveNow(key, text);
    if (key == current()) {
        show(text);
    }
}

void Composer::announceSaved()
{
    if (const bool saved = isSaved(); saved != m_wasSaved) {
        m_wasSaved = saved;
        Q_EMIT savedChanged();
    }
}

} // namespace aside
