// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/conversationpane.h"

#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"
#include "models/services/composer.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/composer/addressfields.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/offerstack.h"
#include "widgets/thread/pendingreplies.h"
#include "widgets/thread/threadheader.h"
#include "widgets/thread/threadview.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aside {

namespace {

const QList<int> rowHeights{480, 220};

Instant newestSince(const ThreadOutline &thread)
{
    return thread.messages.size() == thread.places.size()
        ? Instant{}
        : thread.places
              .at(thread.places.size() - std::clamp<qsizetype>(thread.messages.size(), 1, messagesInOutline))
              .sentAt;
}

/// The last that was stored, whatever its time: what came after it is what its reader has not seen.
MessageId newestStored(const ThreadOutline &thread)
{
    return thread.places.isEmpty() ? MessageId{} : std::ranges::max(thread.places, {}, &MessagePlace::id).id;
}

} // namespace

ConversationPane::ConversationPane(const ConversationServices &services, Composer &composer, ReplyDesk &desk,
                                   QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_composer(composer)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPage(m_stack))
    , m_page(new QWidget(m_stack))
    , m_header(new ThreadHeader(m_page))
    , m_offers(new OfferStack(m_page))
    , m_story(new StoryBar(m_page))
    , m_rows(new QSplitter(Qt::Vertical, m_page))
    , m_thread(new ThreadView(services.clock, services.conversations, services.pictures, m_rows))
    , m_pending(new PendingReplies(m_thread->viewport()))
    , m_composerPanel(new ComposerPanel(m_composer, desk, services.clock, m_rows))
    , m_composerHeight(rowHeights.at(1))
{
    m_composerPanel->addressFields().setPersons(services.persons);
    build();
    retranslate();
    m_thread->setTail(m_pending);
    connectParts();
}

void ConversationPane::connectParts()
{
    connect(m_rows, &QSplitter::splitterMoved, this, [this] { m_composerHeight = m_rows->sizes().at(1); });
    connect(m_composerPanel, &ComposerPanel::needsLess, this, &ConversationPane::giveRoomBack,
            Qt::QueuedConnection); // when the panel's layout knows
    connect(m_pending, &PendingReplies::resized, m_thread, &ThreadView::fitTail);
    connect(m_thread, &ThreadView::failed, this, &ConversationPane::failed);
    connect(m_thread, &ThreadView::remoteImagesDecided, this, [this](MessageId id, RemoteImages decision) {
        m_services.persons.setRemoteImages(id, decision).then(this, [this](const Result<void> &kept) {
            if (!kept) {
                Q_EMIT failed(kept.error());
            }
        });
    });
    connect(&m_composer, &Composer::failed, this, [this](const Error &error) {
        if (error.code == Errc::NotFound && m_current.isValid()) {
            load(); // is it still there?
        }
    });
    connect(&m_services.changes, &ChangeFeed::changed, this, [this](const ChangeSet &changed) {
        if (m_current.isValid() && changed.conversations.contains(m_current)) {
            load();
        }
    });
}

void ConversationPane::build()
{
    m_thread->setObjectName(QStringLiteral("threadView"));
    m_rows->addWidget(m_thread);
    m_rows->addWidget(m_composerPanel);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setStretchFactor(0, 1);
    m_rows->setSizes(rowHeights);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(m_offers);
    m_offers->add(m_story);
    page->addWidget(m_rows, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void ConversationPane::setOffer(QWidget *offer)
{
    m_offers->add(offer);
}

void ConversationPane::retranslate()
{
    m_empty->show(tr("No conversation chosen"), tr("Choose one on the left to read and answer it."), {});
    m_thread->setAccessibleName(tr("Messages"));
}

void ConversationPane::open(ConversationId id)
{
    if (!id.isValid() || id == m_current) {
        return;
    }
    m_current = id;
    m_story->clear(); // it is the other conversation's
    m_composerPanel->reset();
    m_composer.open(id);
    load();
}

void ConversationPane::load()
{
    const ConversationId asked = m_current;
    m_services.conversations.outline(asked).then(this, [this, asked](const Result<ThreadOutline> &thread) {
        if (asked != m_current) {
            return; // the operator has moved on
        }
        if (thread) {
            showThread(*thread);
            return;
        }
        Q_EMIT failed(thread.error());
        if (thread.error().code == Errc::NotFound) {
            forget();
        }
    });
}

void ConversationPane::close()
{
    showNone();
    m_row = {};
    static_cast<void>(m_composer.abandon()); // nobody is to have it
    m_composerPanel->reset();
}

void ConversationPane::showNone()
{
    m_current = {};
    m_thread->clear();
    m_messages.clear();
    m_newestSince = {};
    showPending();
    m_stack->setCurrentWidget(m_empty);
}

void ConversationPane::forget()
{
    showNone();
    const ConversationRow gone = std::exchange(m_row, {});
    const QStringList texts = m_composer.abandon();
    m_composerPanel->reset();
    if (!texts.isEmpty()) {
        Q_EMIT textsLeft(gone, texts);
    }
}

void ConversationPane::showThread(const ThreadOutline &thread)
{
    const bool another = m_row.id != thread.conversation.id;
    const bool arrived
        = another || thread.places.size() > m_row.messages; // not what was marked unread by hand
    const bool isMerged = thread.conversation.id != m_current;
    if (isMerged) {
        m_current = thread.conversation.id;
        m_composer.follow(m_current); // the store has joined the drafts
    }
    m_row = thread.conversation;
    m_header->show(m_row);
    m_composerPanel->setConversation(m_row, thread.messages);
    m_stack->setCurrentWidget(m_page);
    m_messages = thread.messages;
    m_newestSince = newestSince(thread);
    m_composer.setSeen(newestStored(thread));
    showPending();
    if (another) {
        m_thread->show(thread);
    } else {
        m_thread->refresh(thread);
    }
    const Message newest = thread.messages.isEmpty() ? Message{} : thread.messages.constLast();
    if (!another && newest.id != m_newest && newest.direction == Direction::Incoming) {
        sayArrival(newest);
    }
    m_newest = newest.id;
    if (m_row.unread > 0 && arrived) {
        m_services.conversations.triage({.kind = Triage::Kind::MarkRead}, {m_current})
            .then(this, [this](const Result<TriageReceipt> &receipt) {
                // Nobody asked for it: of a conversation that went away meanwhile, what is lost is told
                // instead.
                if (!receipt && receipt.error().code != Errc::NotFound) {
                    Q_EMIT failed(receipt.error());
                }
            });
    }
    Q_EMIT shown(m_row);
    if (isMerged) {
        Q_EMIT merged(m_row);
    }
}

void ConversationPane::setOutbox(const QList<OutboxItem> &items)
{
    m_items = items;
    showPending();
}

void ConversationPane::showPending()
{
    QList<OutboxItem> here;
    std::ranges::copy_if(m_items, std::back_inserter(here), [this](const OutboxItem &item) {
        // Of what left long ago, the message is further up than what is here.
        const bool isFurtherUp = item.state == OutboxState::Sent && item.createdAt < m_newestSince;
        return item.conversation == m_row.id && !isFurtherUp;
    });
    m_pending->show(here, m_messages);
}

void ConversationPane::sayArrival(const Message &message)
{
    const QString who = authorName(message);
    //: To a screen reader, of a message that came into the open conversation: who, what
    QAccessibleAnnouncementEvent said(this, tr("New message from %1: %2").arg(who, oneLine(message.text)));
    QAccessible::updateAccessibility(&said);
}

QByteArray ConversationPane::saveState() const
{
    return m_rows->saveState();
}

void ConversationPane::restoreState(const QByteArray &state)
{
    if (m_rows->restoreState(state)) {
        m_composerHeight = m_rows->sizes().at(1);
    }
}

void ConversationPane::giveRoomBack()
{
    const QList<int> sizes = m_rows->sizes();
    if (sizes.at(1) > m_composerHeight) {
        m_rows->setSizes({sizes.at(0) + sizes.at(1) - m_composerHeight, m_composerHeight});
    }
}

void ConversationPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
