// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a text leaves the composer, and how it or an earlier one comes back.

#include "models/core/clock.h"
#include "models/services/composer.h"
#include "widgets/check/composercheck.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/words.h"
#include "widgets/composer/addressfields.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/filetray.h"
#include "widgets/composer/replyfield.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/composer/versionsdialog.h"

#include <QLabel>

#include <utility>

namespace aside {

void ComposerPanel::connectUndo()
{
    connect(m_text, &ReplyField::undoAskedWhileEmpty, this, &ComposerPanel::undoSend);
    connect(m_undoBar, &SendUndoBar::undoAsked, this, &ComposerPanel::undoSend);
    connect(m_undoBar, &SendUndoBar::announced, this, &ComposerPanel::announced);
    connect(m_undoBar, &SendUndoBar::sendNowAsked, this, [this] {
        m_undoBar->stop();
        m_composer.release(std::exchange(m_held, {}));
        focusText();
    });
    connect(m_undoBar, &SendUndoBar::ended, this, [this] {
        m_added = {};
        if (std::exchange(m_held, {}).isValid()) {
            Q_EMIT announced(tr("The reply waits in the outbox."));
        }
    });
}

void ComposerPanel::send()
{
    m_addressFields->commit();
    if (canSend()) {
        m_files->commit();
        m_check->sendWhenAnswered([this] { handOver(std::nullopt); });
    } else if (m_composer.files().isBusy()) {
        Q_EMIT announced(tr("A file is still being attached."));
    }
}

void ComposerPanel::sendLater(Instant at)
{
    m_addressFields->commit();
    if (canSendReply()) {
        m_files->commit();
        m_check->sendWhenAnswered([this, at] { handOver(at); });
    }
}

bool ComposerPanel::canSendReply() const
{
    return canSend() && m_composer.kind() == DraftKind::Reply;
}

/// Nothing is to be answered.
void ComposerPanel::handOver(std::optional<Instant> sendAt)
{
    if (!canSend()) {
        return;
    }
    m_send->setEnabled(false);
    if (sendAt) {
        m_composer.send(SendTerms{.sendAt = sendAt});
    } else {
        m_composer.send();
    }
}

void ComposerPanel::showHeld(const OutboxItem &item)
{
    m_added = {};
    m_state->clear();
    if (item.holdReason == HoldReason::Schedule) {
        m_held = {};
        m_undoBar->stop();
        //: %1 is a time to come
        Q_EMIT announced(tr("The reply leaves %1. It can be taken back until then.")
                             .arg(untilLabel(item.holdUntil, m_clock.now())));
        return;
    }
    m_held = item.id;
    m_undoBar->start(SendUndoBar::About::Reply, item.holdUntil);
}

void ComposerPanel::showAdded(const Note &note)
{
    constexpr std::chrono::seconds undoWindow{10};
    m_added = note.id;
    m_held = {};
    m_state->clear();
    m_undoBar->start(SendUndoBar::About::Note, note.addedAt + undoWindow);
}

void ComposerPanel::undoSend()
{
    if (!canUndoSend()) {
        return;
    }
    m_undoBar->stop();
    if (const OutboxId held = std::exchange(m_held, {}); held.isValid()) {
        m_composer.undo(held);
    } else {
        m_composer.undoNote(std::exchange(m_added, {}));
    }
    focusText();
}

bool ComposerPanel::canUndoSend() const
{
    return m_held.isValid() || m_added.isValid();
}

void ComposerPanel::showVersions()
{
    const ConversationId id = m_composer.conversation();
    const DraftKind kind = m_composer.kind();
    m_composer.versions().then(this, [this, id, kind](const Result<QList<Draft>> &versions) {
        if (!versions || id != m_composer.conversation() || kind != m_composer.kind()) {
            return; // the person moved on; a failure was told by the Composer
        }
        auto *dialog = new VersionsDialog(*versions, m_text->toPlainText(), m_clock, this);
        connect(dialog, &VersionsDialog::versionChosen, this, [this](const Draft &version) {
            replaceText(version.text);
            if (version.kind == DraftKind::Reply) {
                m_composer.addresses().choose(version.addressing);
            }
        });
        dialog->open();
    });
}

/// One step for the field's own undo.
void ComposerPanel::replaceText(const QString &text)
{
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    focusText();
}

} // namespace aside
