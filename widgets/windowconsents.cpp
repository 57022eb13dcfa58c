// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowconsents.h"

#include "models/check/replydesk.h"
#include "models/core/clock.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"
#include "models/privacy/consentnow.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/person/consentdialog.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace aside {

WindowConsents::WindowConsents(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(&m_parts.drawer, &PersonDrawer::consentAsked, this, &WindowConsents::askForConsent);
    connect(&m_parts.drawer, &PersonDrawer::evidenceAsked, this, &WindowConsents::showMessage);
    connect(&m_parts.drawer, &PersonDrawer::callAsked, this, &WindowConsents::call);
    connect(&m_parts.conversation.thread(), &ThreadView::callAsked, this, &WindowConsents::call);
    connect(&m_parts.conversation, &ConversationPane::shown, this, &WindowConsents::reachMessage);
}

void WindowConsents::showMessage(MessageId id)
{
    m_parts.services.conversations.messagesById({id}).then(
        this, [this, id](const Result<QList<Message>> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
            } else if (found->isEmpty()) {
                m_parts.notice.showWords(
                    tr("The message is not here any more. What was recorded of it stays."));
            } else {
                m_wanted = id;
                m_wantedIn = found->constFirst().conversation;
                Q_EMIT conversationAsked(m_wantedIn);
                reachMessage(m_parts.conversation.row());
            }
        });
}

void WindowConsents::reachMessage(const ConversationRow &row)
{
    if (m_wanted.isValid() && row.id == m_wantedIn && row.id == m_parts.conversation.current()) {
        m_parts.conversation.thread().goToMessage(std::exchange(m_wanted, {}));
    }
}

void WindowConsents::askForConsent()
{
    load([this](const PersonCard &card, const ThreadOutline &outline) {
        ask(card, outline.messages, std::nullopt);
    });
}

void WindowConsents::askAbout(const CallAnswer &answer)
{
    load([this, answer](const PersonCard &card, const ThreadOutline &outline) {
        ask(card, outline.messages, answer);
    });
}

/// The customer of the open conversation and its newest messages, unless the operator moves on meanwhile.
void WindowConsents::load(const std::function<void(const PersonCard &, const ThreadOutline &)> &then)
{
    const auto open = m_parts.conversation.current();
    m_parts.services.persons.card(open).then(this, [this, open, then](const Result<PersonCard> &card) {
        if (!card) {
            Q_EMIT failed(card.error());
            return;
        }
        m_parts.services.conversations.outline(open).then(
            this, [this, open, then, known = *card](const Result<ThreadOutline> &outline) {
                const bool isWanted = open == m_parts.conversation.current() && known.id.isValid();
                if (outline && isWanted) { // where it is gone the thread says so
                    then(known, *outline);
                }
            });
    });
}

void WindowConsents::ask(const PersonCard &card, const QList<Message> &messages,
                         const std::optional<CallAnswer> &answer)
{
    const QString named = m_parts.services.replyDesk.profile().operatorName;
    ConsentDialog::Facts facts{.card = card,
                               .by = named.isEmpty() ? m_parts.services.operatorName : named,
                               .now = m_parts.services.clock.now()};
    const auto fits = [&answer](const Message &message) {
        return answer ? message.id == answer->message : message.direction == Direction::Incoming;
    };
    const auto newest = std::ranges::find_if(std::views::reverse(messages), fits);
    if (newest != std::views::reverse(messages).end()) {
        facts.newest = *newest;
    }
    if (answer) {
        facts.said = answer->isYes ? ConsentState::Given : ConsentState::Refused;
        facts.number = answer->number;
    }
    auto *dialog = new ConsentDialog(std::move(facts), m_window);
    connect(dialog, &ConsentDialog::recorded, this,
            [this, person = card.id](const ConsentEntry &entry) { record(person, entry); });
    dialog->open();
}

void WindowConsents::record(PersonId person, const ConsentEntry &entry)
{
    m_parts.services.consents.record(person, entry).then(this, [this](const Result<ConsentEntry> &kept) {
        if (kept) {
            Q_EMIT announced(tr("Recorded."));
        } else {
            Q_EMIT failed(kept.error());
        }
    });
}

void WindowConsents::call(const QUrl &number)
{
    const auto open = m_parts.conversation.current();
    m_parts.services.persons.card(open).then(this, [this, number, open](const Result<PersonCard> &card) {
        if (!card || open != m_parts.conversation.current()) {
            return; // nobody knows who that would be
        }
        const ConsentQuestion question{
            .to = ConsentTo::Phone, .channel = Channel::Phone, .handle = number.path()};
        const auto state = consentNow(card->consents, question, m_parts.services.clock.now());
        if (state == ConsentState::Given) {
            m_parts.conversation.thread().call(number);
        } else {
            m_parts.notice.showWords(
                tr("Not allowed to phone %1: no consent is recorded for that number. Ask for it in writing, "
                   "and record the answer in the drawer \"Person\".")
                    .arg(isolated(oneLine(number.path(), 60))));
        }
    });
}

} // namespace aside
