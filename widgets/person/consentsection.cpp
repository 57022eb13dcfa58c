// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/consentsection.h"

#include "models/core/clock.h"
#include "models/ports/consentstore.h"
#include "models/privacy/consentnow.h"
#include "widgets/common/foreigntext.h"
#include "widgets/person/consentwords.h"
#include "widgets/person/personparts.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <ranges>

namespace aside {

namespace {

constexpr int gap = 8;
constexpr int glyph = 16;

QVBoxLayout *rowsIn(QVBoxLayout *column)
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(gap / 2);
    column->addLayout(rows);
    return rows;
}

/// "3 March: calls, allowed. At the counter (recorded by olga)"
QString wordsOf(const ConsentEntry &entry)
{
    const auto what
        = ConsentSection::tr("%1 · %2: %3", "a day, what it is about, what was said")
              .arg(consentDay(entry.said.at), consentSubject(entry.said), consentSaidLabel(entry.said.state));
    QStringList more;
    if (!entry.words.isEmpty()) {
        more.append(isolated(oneLine(entry.words)));
    }
    more.append(entry.by.isEmpty() ? ConsentSection::tr("recorded on %1").arg(consentDay(entry.recordedAt))
                                   : ConsentSection::tr("recorded on %1 by %2")
                                         .arg(consentDay(entry.recordedAt), isolated(oneLine(entry.by, 60))));
    return what + u'\n' + more.join(QStringLiteral(" · "));
}

} // namespace

ConsentSection::ConsentSection(ConsentStore &consents, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_consents(consents)
    , m_clock(clock)
    , m_record(new QPushButton(this))
    , m_history(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap / 2);
    m_rows = rowsIn(column);
    m_record->setObjectName(QStringLiteral("recordConsentButton"));
    m_history->setObjectName(QStringLiteral("consentHistoryButton"));
    m_history->setCheckable(true);
    column->addWidget(m_record, 0, Qt::AlignLeft);
    column->addWidget(m_history, 0, Qt::AlignLeft);
    m_historyRows = rowsIn(column);
    connect(m_record, &QPushButton::clicked, this, &ConsentSection::recordAsked);
    connect(m_history, &QPushButton::toggled, this, &ConsentSection::loadHistory);
}

void ConsentSection::show(const PersonCard &card)
{
    if (card.id != m_card.id) {
        m_history->setChecked(false);
    }
    m_card = card;
    retranslate();
}

void ConsentSection::retranslate()
{
    m_record->setText(tr("Record a consent…"));
    m_record->setEnabled(m_card.id.isValid());
    m_history->setText(tr("All that was recorded"));
    m_history->setVisible(!m_card.consents.isEmpty());
    showStandings();
    loadHistory();
}

void ConsentSection::addRow(QVBoxLayout *rows, const QString &icon, const QString &text, MessageId evidence)
{
    auto *row = new QWidget(this);
    auto *picture = new QLabel(row);
    picture->setPixmap(themedIcon(icon, IconColor::Secondary).pixmap(glyph, glyph));
    picture->setAccessibleName(text);
    QLabel *words = plainLabel(row);
    words->setObjectName(QStringLiteral("consentWords"));
    words->setText(text);
    words->setWordWrap(true);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    line->addWidget(picture, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(gap / 2);
    column->addWidget(words);
    line->addLayout(column, 1);
    if (evidence.isValid()) {
        auto *link = new QToolButton(row);
        link->setObjectName(QStringLiteral("consentEvidenceButton"));
        link->setText(tr("Show the message"));
        link->setAccessibleName(tr("Show the message: %1").arg(oneLine(text)));
        connect(link, &QToolButton::clicked, this, [this, evidence] { Q_EMIT evidenceAsked(evidence); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    rows->addWidget(row);
}

void ConsentSection::showStandings()
{
    emptyRows(m_rows);
    for (const auto &[said, state] : consentStandings(m_card.consents, m_clock.now())) {
        addRow(m_rows, consentIconName(state), consentLine(said, state), said.evidence);
    }
    if (m_card.consents.isEmpty()) {
        QLabel *none = plainLabel(this);
        none->setObjectName(QStringLiteral("noConsents"));
        none->setWordWrap(true);
        none->setText(tr("Nothing was recorded: no calls, no mailings."));
        m_rows->addWidget(none);
    }
}

void ConsentSection::loadHistory()
{
    if (!m_history->isChecked() || !m_card.id.isValid()) {
        emptyRows(m_historyRows);
        return;
    }
    m_consents.ledger(m_card.id).then(this,
                                      [this, asked = m_card.id](const Result<QList<ConsentEntry>> &entries) {
                                          if (asked != m_card.id || !m_history->isChecked()) {
                                              return;
                                          }
                                          if (entries) {
                                              showHistory(*entries);
                                          } else {
                                              Q_EMIT failed(entries.error());
                                          }
                                      });
}

void ConsentSection::showHistory(const QList<ConsentEntry> &entries)
{
    emptyRows(m_historyRows);
    for (const auto &entry : std::views::reverse(entries)) {
        addRow(m_historyRows, consentIconName(entry.said.state), wordsOf(entry), entry.said.evidence);
    }
}

} // namespace aside
