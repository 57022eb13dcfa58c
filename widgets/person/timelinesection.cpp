// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/timelinesection.h"

#include "models/core/clock.h"
#include "models/persons/timeline.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/person/consentwords.h"
#include "widgets/person/mergewords.h"
#include "widgets/person/personparts.h"

#include <QBoxLayout>
#include <QPushButton>

namespace aside {

namespace {

constexpr int gap = 4;

} // namespace

TimelineSection::TimelineSection(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(gap);
}

void TimelineSection::show(const PersonCard &card, ConversationId open)
{
    m_card = card;
    m_open = open;
    retranslate();
}

void TimelineSection::retranslate()
{
    emptyRows(m_rows);
    for (const auto &item : personTimeline(m_card)) {
        switch (item.kind) {
        case TimelineItem::Kind::Conversation:
            addConversation(m_card.conversations.at(item.index));
            break;
        case TimelineItem::Kind::Consent: {
            const auto &said = m_card.consents.at(item.index);
            //: %1 is what it is about ("Calls"), %2 what was said ("Refused")
            addEvent(consentIconName(said.state), item.at,
                     tr("%1: %2").arg(consentSubject(said), consentSaidLabel(said.state)));
            break;
        }
        case TimelineItem::Kind::PromiseMade:
            addEvent(QStringLiteral("clock"), item.at,
                     tr("Promised: %1").arg(isolated(oneLine(m_card.promises.at(item.index).words))));
            break;
        case TimelineItem::Kind::PromiseKept:
            addEvent(QStringLiteral("checkmark"), item.at,
                     tr("Promise kept: %1").arg(isolated(oneLine(m_card.promises.at(item.index).words))));
            break;
        case TimelineItem::Kind::Merged:
            addEvent(QStringLiteral("user"), item.at,
                     tr("Merged with %1").arg(mergedLabel(m_card.merged.at(item.index))));
            break;
        }
    }
}

void TimelineSection::addConversation(const ConversationRow &row)
{
    auto *link = conversationLink(row, m_clock.now(), this);
    link->setEnabled(row.id != m_open);
    connect(link, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT conversationChosen(id); });
    m_rows->addWidget(link);
}

void TimelineSection::addEvent(const QString &icon, Instant at, const QString &words)
{
    auto *row = new QWidget(this);
    static_cast<void>(
        iconLines(*row, icon, QStringLiteral("%1 · %2").arg(whenLabel(at, m_clock.now()), words)));
    row->setObjectName(QStringLiteral("timelineEvent"));
    m_rows->addWidget(row);
}

} // namespace aside
