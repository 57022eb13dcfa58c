// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowoutbox.h"

#include "models/ports/accountstore.h"
#include "models/services/composer.h"
#include "models/services/connectivity.h"
#include "widgets/actions/commands.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/mainwindow.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxdelegate.h"
#include "widgets/outbox/outboxview.h"
#include "widgets/outbox/posteddialog.h"
#include "widgets/outbox/sendlatermenu.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPointer>
#include <QSignalBlocker>

namespace aside {

WindowOutbox::WindowOutbox(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectView();
    connectCommands();
    connect(&m_parts.status, &ConnectionStatus::announced, this, &WindowOutbox::announced);
}

void WindowOutbox::connectView()
{
    OutboxStore &outbox = m_parts.services.outbox;
    connect(&m_parts.view, &OutboxView::sendAsked, this, [this, &outbox](OutboxId id) {
        take(outbox.release(id), tr("The reply goes as soon as it can."));
    });
    connect(&m_parts.view, &OutboxView::sendAnywayAsked, this, [this, &outbox](OutboxId id, MessageId seen) {
        take(outbox.sendAnyway(id, seen), tr("The reply goes as soon as it can."));
    });
    connect(&m_parts.view, &OutboxView::foundByOperator, this, [this, &outbox](OutboxId id) {
        take(outbox.settle(id, Settlement::Sent), tr("The reply counts as sent."));
    });
    connect(&m_parts.view, &OutboxView::notFoundByOperator, this, [this, &outbox](OutboxId id) {
        take(outbox.settle(id, Settlement::Unsent),
             tr("The reply was not sent. Send it again, or take it back."));
    });
    connect(&m_parts.view, &OutboxView::takeAsked, this, &WindowOutbox::takeToPost);
    connect(&m_parts.view, &OutboxView::postedAsked, this, &WindowOutbox::askForProof);
}

void WindowOutbox::connectCommands()
{
    m_parts.commands.on("outbox.freeze", this, [this] { toggleFreeze(); });
    m_parts.commands.action("outbox.freeze")->setCheckable(true);
    m_parts.commands.on("reply.sendLater", this, [this] { sendLater(); });
}

void WindowOutbox::take(const QFuture<Result<OutboxItem>> &change, const QString &words)
{
    QFuture<Result<OutboxItem>>(change).then(this, [this, words](const Result<OutboxItem> &item) {
        if (item) {
            Q_EMIT announced(words);
        } else {
            Q_EMIT failed(item.error());
        }
    });
}

/// The store says first whether it may be posted now: only then it is handed out.
void WindowOutbox::takeToPost(OutboxId id)
{
    m_parts.services.outbox.takeToPost(id).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            Q_EMIT failed(item.error());
        } else if (!waitsForHand(*item)) {
            Q_EMIT announced(outboxHoldReason(*item));
        } else {
            QGuiApplication::clipboard()->setText(item->text);
            if (!item->page.isEmpty()) {
                QDesktopServices::openUrl(QUrl(item->page));
            }
            Q_EMIT announced(tr("The text is copied. Post it, then say here that it is posted."));
        }
    });
}

void WindowOutbox::askForProof(const OutboxItem &item)
{
    auto *dialog = new PostedDialog(item, &m_parts.view);
    connect(dialog, &PostedDialog::proved, this,
            [this, id = item.id, dialog = QPointer(dialog)](const PostProof &proof) {
                m_parts.services.outbox.notePosted(id, proof).then(
                    this, [this, dialog](const Result<OutboxItem> &posted) {
                        if (posted) {
                            Q_EMIT announced(tr("The reply counts as sent."));
                        }
                        if (dialog && posted) {
                            dialog->accept();
                        } else if (dialog) {
                            dialog->showProblem(posted.error());
                        }
                    });
            });
    dialog->open();
}

void WindowOutbox::toggleFreeze()
{
    const FreezeSwitch to = m_freeze.since ? FreezeSwitch::Thaw : FreezeSwitch::Freeze;
    m_parts.services.outbox.setFreeze(to).then(this, [this](const Result<OutboxFreeze> &freeze) {
        if (!freeze) {
            takeFreeze(m_freeze); // the mark in the menu is as it was
            Q_EMIT failed(freeze.error());
            return;
        }
        takeFreeze(*freeze);
    });
}

void WindowOutbox::takeFreeze(const OutboxFreeze &freeze)
{
    m_freeze = freeze;
    m_parts.commands.action("outbox.freeze")->setChecked(freeze.since.has_value());
    m_parts.status.setFreeze(freeze);
}

void WindowOutbox::sendLater()
{
    ComposerPanel &composer = m_parts.conversation.composer();
    if (!composer.canSendReply()) {
        return;
    }
    auto *menu = new SendLaterMenu(m_parts.services.clock, &composer);
    connect(menu, &SendLaterMenu::chosen, &composer, &ComposerPanel::sendLater);
    menu->popup(composer.mapToGlobal(composer.rect().center()));
}

void WindowOutbox::refresh()
{
    const WindowServices &services = m_parts.services;
    services.outbox.items().then(this, [this](const Result<QList<OutboxItem>> &items) {
        if (!items) {
            Q_EMIT failed(items.error());
            return;
        }
        m_parts.view.show(*items);
        m_parts.conversation.setOutbox(*items);
        m_parts.status.setItems(*items);
    });
    services.accounts.accounts().then(this, [this](const Result<QList<Account>> &accounts) {
        if (accounts) {
            m_parts.status.setAccounts(*accounts);
            m_parts.conversation.composer().composer().addresses().setAccounts(*accounts);
        } else {
            Q_EMIT failed(accounts.error());
        }
    });
    services.outbox.freeze().then(this, [this](const Result<OutboxFreeze> &freeze) {
        if (freeze) {
            takeFreeze(*freeze);
        } else {
            Q_EMIT failed(freeze.error());
        }
    });
}

} // namespace aside
