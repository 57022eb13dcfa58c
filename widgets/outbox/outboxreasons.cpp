// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxreasons.h"

#include "models/check/draftcontext.h"
#include "models/check/replydesk.h"
#include "models/check/rulewords.h"
#include "models/ports/conversationstore.h"
#include "widgets/check/checkwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappedlist.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>

#include <algorithm>
#include <iterator>

namespace aside {

namespace {

constexpr int spacing = 6;
constexpr int mostLines = 12; // more are scrolled

QString titleOfRule(const QString &rule)
{
    const auto title = RuleWords::delivered().text(rule, checkLanguage()).title;
    return title.isEmpty() ? oneLine(rule, 60) : title;
}

/// The latest messages that the author of the reply had before him.
QList<MessageId> seenBy(const OutboxItem &reply, const QList<MessagePlace> &places)
{
    const auto newest = std::ranges::find(places, reply.seen, &MessagePlace::id);
    const auto end = newest == places.cend() ? newest : newest + 1;
    QList<MessageId> seen;
    std::transform(end - std::min<qsizetype>(end - places.cbegin(), mostMessagesRead), end,
                   std::back_inserter(seen), [](const MessagePlace &place) { return place.id; });
    return seen;
}

void addRow(QListWidget &list, const QIcon &icon, const QStringList &lines)
{
    auto *row = new QListWidgetItem(icon, lines.join(u'\n'), &list); // the list owns it
    row->setData(Qt::AccessibleTextRole, lines.join(QStringLiteral(". ")));
}

} // namespace

OutboxReasons::OutboxReasons(const ReasonSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_title(plainLabel(this))
    , m_list(makeWrappedList(QStringLiteral("outboxReasonList"), this))
{
    setObjectName(QStringLiteral("outboxReasons"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_list);
    hide();
    retranslate();
}

void OutboxReasons::show(const OutboxItem *item)
{
    const auto id = item == nullptr ? OutboxId{} : item->id;
    if (id == m_shown) {
        return; // what was answered goes along with a reply and stays
    }
    m_shown = id;
    m_answers = {};
    m_findings.clear();
    fill();
    if (item == nullptr) {
        return;
    }
    m_sources.checks.checksOf(id).then(this, [this, reply = *item](const Result<DraftChecks> &answers) {
        if (reply.id != m_shown) {
            return; // another one was chosen
        }
        if (!answers) {
            Q_EMIT failed(answers.error());
            return;
        }
        m_answers = *answers;
        fill();
        if (!m_answers.reasons.isEmpty()) {
            readTalk(reply);
        }
    });
}

/// Many questions are about the talk. Where that is gone, those about the words alone are asked.
void OutboxReasons::readTalk(const OutboxItem &reply)
{
    auto &store = m_sources.conversations;
    store.outline(reply.conversation).then(this, [this, &store, reply](const Result<ThreadOutline> &outline) {
        if (reply.id != m_shown) {
            return;
        }
        if (!outline) {
            ask(reply, {});
            return;
        }
        store.messagesById(seenBy(reply, outline->places))
            .then(this, [this, reply](const Result<QList<Message>> &talk) {
                ask(reply, talk.value_or(QList<Message>()));
            });
    });
}

void OutboxReasons::ask(const OutboxItem &reply, const QList<Message> &talk)
{
    if (reply.id != m_shown) {
        return;
    }
    m_sources.desk.checkReply(reply, {.messages = talk, .checks = m_answers})
        .then(this, [this, id = reply.id](const CheckReport &report) {
            if (id == m_shown) {
                m_findings = report.findings;
                fill();
            }
        });
}

void OutboxReasons::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const auto &given : m_answers.reasons) {
        addReason(given);
    }
    for (const auto &rule : m_answers.switchedOff) {
        addSwitchedOff(rule);
    }
    m_list->setCurrentRow(qMin(qMax(row, 0), m_list->count() - 1));
    limitLines(*m_list, mostLines);
    setVisible(m_list->count() > 0);
}

/// The question is that of the words it was about; where those were changed since, there is none.
void OutboxReasons::addReason(const GivenReason &given)
{
    const auto asked = std::ranges::find_if(m_findings, [&given](const Finding &finding) {
        return finding.rule == given.rule && finding.fingerprint == given.fingerprint;
    });
    QStringList lines{titleOfRule(given.rule)};
    if (asked != m_findings.cend()) {
        lines.append(questionOf(*asked));
    }
    //: %1 is the operator's reason for what the reply check asked about
    lines.append(tr("✓ %1").arg(oneLine(given.reason, 200)));
    addRow(*m_list, severityIcon(Severity::Ask), lines);
}

void OutboxReasons::addSwitchedOff(const QString &rule)
{
    addRow(*m_list, themedIcon(QStringLiteral("dialog-cancel"), IconColor::Secondary),
           {titleOfRule(rule), tr("Was switched off for this reply")});
}

void OutboxReasons::retranslate()
{
    m_title->setText(tr("Answers to the reply check"));
    m_title->setFont(scaledFont(*this, 1.0, QFont::DemiBold));
    m_list->setAccessibleName(m_title->text());
    fill();
}

void OutboxReasons::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
    }
}

} // namespace aside
