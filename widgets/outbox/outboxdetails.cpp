// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxdetails.h"

#include "models/core/clock.h"
#include "models/domain/channelcapabilities.h"
#include "models/outbox/retrypolicy.h"
#include "widgets/common/errortext.h"
#include "widgets/common/evidencetext.h"
#include "widgets/common/flowrow.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/refusaltext.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/outbox/outboxdelegate.h"
#include "widgets/outbox/outboxhalves.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

namespace {

constexpr qsizetype longestText = 300;
constexpr int gap = 8;

bool hasMoved(const OutboxItem &item)
{
    return item.state == OutboxState::Held && item.holdReason == HoldReason::ThreadMoved;
}

/// Whether the operator may have it sent now.
bool canBeSent(const OutboxItem &item)
{
    const bool isFree = item.state == OutboxState::Held && item.holdReason != HoldReason::Freeze
        && item.holdReason != HoldReason::Review && item.holdReason != HoldReason::ByHand;
    const bool waits = item.state == OutboxState::Queued && toMillis(item.record.nextAttemptAt) > 0;
    return isFree || waits || item.state == OutboxState::Refused;
}

QStringList recordLines(const OutboxItem &item, Instant now)
{
    const SendRecord &record = item.record;
    QStringList lines;
    const std::optional<Refusal> refusal = refusalFromName(record.serverCode);
    const QString said
        = QStringList{refusal ? QString() : record.serverCode, record.serverWords}.join(u' ').trimmed();
    if (refusal) {
        lines.append(refusalText(*refusal));
    }
    if (capabilitiesOf(item.channel).byHand && item.state == OutboxState::Sent) {
        const QString proof = QStringList{record.remoteId, said}.join(u' ').trimmed();
        lines.append(
            OutboxDetails::tr("Posted by hand. What speaks for it: %1").arg(oneLine(proof, longestText)));
    } else if (!said.isEmpty()) {
        lines.append(OutboxDetails::tr("The server said: %1").arg(oneLine(said, longestText)));
    } else if (record.fault && !refusal && item.state != OutboxState::Sent) {
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

/// What the operator does with one that programs cannot send.
QStringList handLines(const OutboxItem &item, Instant now)
{
    if (!waitsForHand(item)) {
        return {};
    }
    QStringList lines;
    if (item.record.attempts == 0) {
        lines.append(
            OutboxDetails::tr("Take the text, post it there, and come back to say where it stands. It "
                              "counts as sent only then."));
    } else {
        //: %1 is when the operator copied the text of a reply
        lines.append(OutboxDetails::tr("You took the text, %1. Look whether it is posted before you post it "
                                       "again.")
                         .arg(whenLabel(item.record.attemptAt, now)));
    }
    if (!item.page.isEmpty()) {
        lines.append(OutboxDetails::tr("Its page: %1").arg(oneLine(item.page, longestText)));
    }
    if (!item.attachments.isEmpty()) {
        lines.append(OutboxDetails::tr("Attach it there yourself: %1").arg(outboxFiles(item)));
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
                              oneLine(spokenText(item.channel, arrival.text), longestText)));
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
    , m_take(new QPushButton(this))
    , m_posted(new QPushButton(this))
{
    setObjectName(QStringLiteral("outboxDetails"));
    m_words->setObjectName(QStringLiteral("outboxWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_send->setObjectName(QStringLiteral("outboxSendButton"));
    m_isThere->setObjectName(QStringLiteral("isThereButton"));
    m_isNotThere->setObjectName(QStringLiteral("isNotThereButton"));
    m_take->setObjectName(QStringLiteral("takeToPostButton"));
    m_posted->setObjectName(QStringLiteral("postedButton"));
    auto *buttons = new FlowRow(gap);
    for (QPushButton *button : {m_isThere, m_isNotThere, m_take, m_posted, m_send}) {
        buttons->addWidget(button);
    }
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
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeAsked(m_item.id); });
    connect(m_posted, &QPushButton::clicked, this, [this] { Q_EMIT postedAsked(m_item); });
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
            + handLines(m_item, m_clock.now()) + copyLines(m_item.record.copy, m_clock.now())
            + arrivalLines(m_item, m_clock.now())
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
    const bool isByHand = m_hasItem && waitsForHand(m_item);
    m_take->setVisible(isByHand);
    m_take->setText(m_item.page.isEmpty() ? tr("Cop&y the text") : tr("Cop&y the text and open the page"));
    m_posted->setVisible(isByHand);
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
    m_posted->setText(tr("It is &posted…"));
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
