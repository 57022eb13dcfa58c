// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowcalloffer.h"

#include "models/check/replydesk.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/mainwindow.h"
#include "widgets/person/consentoffer.h"
#include "widgets/thread/conversationpane.h"

#include <algorithm>

namespace aside {

WindowCallOffer::WindowCallOffer(const WindowServices &services, ConversationPane &conversation,
                                 QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_conversation(conversation)
    , m_offer(new ConsentOffer(&conversation))
{
    m_conversation.setOffer(m_offer);
    connect(&m_conversation, &ConversationPane::shown, this, &WindowCallOffer::look);
    connect(m_offer, &ConsentOffer::recordAsked, this, [this] { Q_EMIT recordAsked(m_answer); });
    connect(m_offer, &ConsentOffer::dismissed, this, [this] { m_dismissed.insert(m_answer.message); });
}

void WindowCallOffer::look(const ConversationRow &row)
{
    m_offer->hide();
    m_services.conversations.outline(row.id).then(this, [this](const Result<ThreadOutline> &outline) {
        if (outline && outline->conversation.id == m_conversation.current()) {
            read(*outline);
        }
    });
}

void WindowCallOffer::read(const ThreadOutline &outline)
{
    const auto id = outline.conversation.id;
    m_services.replyDesk.callAnswer(outline.messages, outline.conversation.handle)
        .then(this, [this, id](const std::optional<CallAnswer> &answer) {
            if (!answer || m_dismissed.contains(answer->message)) {
                return;
            }
            m_services.persons.card(id).then(
                this, [this, id, said = *answer](const Result<PersonCard> &card) {
                    const bool isNew = card && card->id.isValid()
                        && std::ranges::none_of(card->consents, [&](const Consent &one) {
                                           return one.to == ConsentTo::Phone && one.evidence == said.message;
                                       });
                    if (isNew) {
                        offer(id, said);
                    }
                });
        });
}

void WindowCallOffer::offer(ConversationId in, const CallAnswer &answer)
{
    if (in != m_conversation.current()) {
        return; // the operator has moved on
    }
    m_answer = answer;
    const auto name = isolated(personName(m_conversation.row(), 60));
    m_offer->offer(
        answer.isYes
            ? tr("%1 seems to allow you to phone. Record it, with the message as evidence?").arg(name)
            : tr("%1 seems not to want a call. Record it, with the message as evidence?").arg(name));
}

} // namespace aside
