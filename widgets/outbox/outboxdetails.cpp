// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxdetails.h"

#include "models/core/clock.h"
#include "models/domain/refusal.h"
#include "models/outbox/retrypolicy.h"
#include "widgets/common/errortext.h"
#include "widgets/common/evidencetext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/outbox/outboxhalves.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

namespace {

constexpr qsizetype longestText = 300;

bool hasMoved(const OutboxItem &item)
{
    return item.state == OutboxState::Held && item.holdReason == HoldReason::ThreadMoved;
}

/// Whether the operator may have it sent now.
bool canBeSent(const OutboxItem &item)
{
    const bool isFree = item.state == OutboxState::Held && item.holdReason != HoldReason::Freeze
        && item.holdReason != HoldReason::Review;
    const bool waits = item.state == OutboxState::Queued && toMillis(item.record.nextAttemptAt) > 0;
    return isFree || waits || item.state == OutboxState::Refused;
}

QStringList recordLines(const OutboxItem &item, Instant now)
{
    const SendRecord &record = item.record;
    QStringList lines;
    const QString said = QStringList{record.serverCode, record.serverWords}.join(u' ').trimmed();
    if (said == answerOnThePage) {
        lines.append(OutboxDetails::tr("Nobody can answer here. Open the page, answer there, and close the "
                                       "conversation."));
    } else if (!said.isEmpty()) {
        lines.append(OutboxDetails::tr("The server said: %1").arg(oneLine(said, longestText)));
    } else if (record.fault && item.state != OutboxState::Sent) {
        lines.append(errorText(*record.fault));
    }
    if (item.state == OutboxState::Queued && record.attempts > 0) {
        lines.append(OutboxDetails::tr("Tried %n time(s); next attempt: %1.", nullptr, record.attempts)
                         .arg(untilLabel(record.nextAttemptAt, now)));
    }
    if (item.state == OutboxState::Uncertain) {
        lines.append(evidenceText(record));
        const QString foreign
            = record.evidenceWords.isEmpty() ? QString() : oneLine(record.evidenceWords, longestText);
        if (const QString looked = lookText(record.look, foreign); !looked.isEmpty()) {
            lines.append(looked);
        }
    }
    return lines;
}

/// Why what was sent has no copy at the server, and what comes next.
QStringList copyLines(const SentCopy &copy, Instant now)
{
    if (!copy.isWanted || copy.tries == 0) {
        return {};
    }
    const std::optional<std::chrono::milliseconds> wait = nextCopy(copy.tries);
    QStringList lines{OutboxDetails::tr("It left, but its copy is not in the folder for sent mail.")};
    if (!copy.words.isEmpty()) {
        lines.append(OutboxDetails::tr("The server said: %1").arg(oneLine(copy.words, longestText)));
    } else if (copy.fault) {
        lines.append(errorText(*copy.fault));
    }
    lines.append(wait ? OutboxDetails::tr("Tried %n time(s); next attempt: %1.", nullptr, copy.tries)
                            .arg(untilLabel(copy.triedAt + *wait, now))
                      : OutboxDetails::tr("Tried %n time(s), and given up. The text stays here.", nullptr,
                                          copy.tries));
    return lines;
}

QStringList arrivalLines(const OutboxItem &item, Instant now)
{
    if (item.arrivals.isEmpty()) {
        return {};
    }
    QStringList lines{OutboxDetails::tr("Since you wrote this, %n message(s) came:", nullptr,
                                        static_cast<int>(item.arrivals.size()))};
    for (const OutboxArrival &arrival : item.arrivals) {
        //: When a customer wrote, who, and the beginning of what
        lines.append(OutboxDetails::tr("%1, %2: %3")
                         .arg(whenLabel(arrival.at, now), isolated(oneLine(arrival.author, 60)),
                              oneLine(arrival.text, longestText)));
    }
    return lines;
}

} // namespace

OutboxDetails::OutboxDetails(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_words(plainLabel(this))
    , m_send(new QPushButton(this))
    , m_isThere(new QPushButton(this))
    , m_isNotThere(new QPushButton(this))
{
    setObjectName(QStringLiteral("outboxDetails"));
    m_words->setObjectName(QStringLiteral("outboxWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_send->setObjectName(QStringLiteral("outboxSendButton"));
    m_isThere->setObjectName(QStringLiteral("isThereButton"));
    m_isNotThere->setObjectName(QStringLiteral("isNotThereButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_isThere);
    buttons->addWidget(m_isNotThere);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addLayout(buttons);
    connectButtons();
    retranslate();
}

void OutboxDetails::connectButtons()
{
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (hasMoved(m_item)) {
            const MessageId seen = m_item.arrivals.isEmpty() ? m_item.seen : m_item.arrivals.constLast().id;
            Q_EMIT sendAnywayAsked(m_item.id, seen);
        } else {
            Q_EMIT sendAsked(m_item.id);
        }
    });
    connect(m_isThere, &QPushButton::clicked, this, [this] { Q_EMIT foundByOperator(m_item.id); });
    connect(m_isNotThere, &QPushButton::clicked, this, [this] { Q_EMIT notFoundByOperator(m_item.id); });
}

void OutboxDetails::show(const OutboxItem *item, const QList<OutboxItem> &all)
{
    m_all = all;
    m_hasItem = item != nullptr;
    m_item = m_hasItem ? *item : OutboxItem();
    refresh();
}

void OutboxDetails::refresh()
{
    const QStringList lines = m_hasItem ? outboxHalfLines(m_item, m_all) + recordLines(m_item, m_clock.now())
            + copyLines(m_item.record.copy, m_clock.now()) + arrivalLines(m_item, m_clock.now())
                                        : QStringList();
    m_words->setText(lines.join(u'\n'));
    m_words->setVisible(!lines.isEmpty());
    showButtons();
    setVisible(m_hasItem && (!lines.isEmpty() || m_send->isVisibleTo(this) || m_isThere->isVisibleTo(this)));
}

void OutboxDetails::showButtons()
{
    const bool isUncertain = m_hasItem && m_item.state == OutboxState::Uncertain;
    m_isThere->setVisible(isUncertain);
    m_isNotThere->setVisible(isUncertain);
    m_send->setVisible(m_hasItem && canBeSent(m_item));
    m_send->setText(hasMoved(m_item)                               ? tr("Send any&way")
                        : m_item.state == OutboxState::Refused     ? tr("Send &again")
                        : m_item.holdReason == HoldReason::NotSent ? tr("Send &again")
                                                                   : tr("Send &now"));
}

void OutboxDetails::retranslate()
{
    m_isThere->setText(tr("It &is there"));
    m_isNotThere->setText(tr("It is not the&re"));
    refresh();
}

void OutboxDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
