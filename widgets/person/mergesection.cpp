// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/mergesection.h"

#include "models/ports/personrecords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/person/mergewords.h"
#include "widgets/person/personparts.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace aside {

namespace {

constexpr int gap = 8;

QVBoxLayout *rowsIn(QVBoxLayout *column)
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(gap);
    column->addLayout(rows);
    return rows;
}

QLabel *wordsIn(QVBoxLayout *column, const QString &name, const QString &text, QWidget *parent)
{
    QLabel *words = plainLabel(parent);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setText(breakable(text));
    words->setAccessibleName(text);
    column->addWidget(words);
    return words;
}

QPushButton *buttonIn(QVBoxLayout *column, const QString &name, const QString &text, const QString &spoken,
                      QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    column->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

} // namespace

MergeSection::MergeSection(PersonRecords &records, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_done(new QWidget(this))
    , m_merge(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    auto *done = new QVBoxLayout(m_done);
    done->setContentsMargins(0, 0, 0, 0);
    m_doneWords = wordsIn(done, QStringLiteral("mergeDoneWords"), {}, m_done);
    m_undo = buttonIn(done, QStringLiteral("mergeUndoButton"), {}, {}, m_done);
    m_done->hide();
    column->addWidget(m_done);
    m_suggestionRows = rowsIn(column);
    m_mergedRows = rowsIn(column);
    m_merge->setObjectName(QStringLiteral("mergeWithButton"));
    column->addWidget(m_merge, 0, Qt::AlignLeft);
    connect(m_undo, &QPushButton::clicked, this, &MergeSection::undoAsked);
    connect(m_merge, &QPushButton::clicked, this, &MergeSection::mergeAsked);
}

void MergeSection::show(const PersonCard &card)
{
    const bool isAnother = card.id != m_card.id;
    m_card = card;
    if (isAnother) {
        m_suggestions.clear();
    }
    if (!m_decided.contains(card.id)) {
        offerUndo({}, {});
    }
    retranslate();
    load();
}

void MergeSection::offerUndo(const QString &words, const QList<PersonId> &people)
{
    m_decided = people;
    m_doneWords->setText(words);
    m_undo->setAccessibleName(tr("Undo: %1").arg(words));
    m_done->setVisible(!words.isEmpty());
}

void MergeSection::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_merge->setText(tr("Merge with…"));
    m_merge->setAccessibleName(tr("Merge this person with another"));
    m_merge->setEnabled(m_card.id.isValid());
    showSuggestions();
    showMerged();
}

void MergeSection::load()
{
    if (!m_card.id.isValid()) {
        return;
    }
    m_records.suggestions(m_card.id).then(
        this, [this, asked = m_card.id](const Result<QList<MergeSuggestion>> &found) {
            if (asked != m_card.id) {
                return; // the operator has moved on
            }
            if (!found && found.error().code != Errc::NotFound) {
                Q_EMIT failed(found.error());
            }
            m_suggestions = found.value_or(QList<MergeSuggestion>());
            showSuggestions();
        });
}

void MergeSection::showSuggestions()
{
    emptyRows(m_suggestionRows);
    for (const auto &suggestion : std::as_const(m_suggestions)) {
        addSuggestion(suggestion);
    }
}

void MergeSection::addSuggestion(const MergeSuggestion &suggestion)
{
    const auto who = personLabel(suggestion.other);
    auto *box = new QFrame(this);
    box->setObjectName(QStringLiteral("mergeSuggestion"));
    box->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    wordsIn(column, QStringLiteral("mergeQuestion"),
            //: %1 is a channel, %2 a name or an address
            tr("Is this the same person as %2 (%1)?").arg(channelLabel(suggestion.other.channel), who), box);
    for (const auto &evidence : suggestion.evidence) {
        addEvidence(column, evidence, box);
    }
    const auto id = suggestion.other.id;
    //: A button: both are one
    const auto *same = buttonIn(column, QStringLiteral("samePersonButton"), tr("Same person"),
                                tr("Same person as %1").arg(who), box);
    const auto *other = buttonIn(column, QStringLiteral("differentPeopleButton"), tr("Different people"),
                                 tr("Different people: this one and %1").arg(who), box);
    connect(same, &QPushButton::clicked, this, [this, id] { Q_EMIT sameAsked(id); });
    connect(other, &QPushButton::clicked, this, [this, id] { Q_EMIT differentAsked(id); });
    m_suggestionRows->addWidget(box);
}

void MergeSection::addEvidence(QVBoxLayout *column, const MergeEvidence &evidence, QWidget *box)
{
    const auto text = mergeSignLabel(evidence);
    wordsIn(column, QStringLiteral("mergeEvidence"), text, box);
    if (!evidence.message.isValid()) {
        return;
    }
    auto *link = new QToolButton(box);
    link->setObjectName(QStringLiteral("mergeEvidenceButton"));
    link->setText(tr("Show the message"));
    link->setAccessibleName(tr("Show the message: %1").arg(text));
    connect(link, &QToolButton::clicked, this, [this, id = evidence.message] { Q_EMIT evidenceAsked(id); });
    column->addWidget(link, 0, Qt::AlignLeft);
}

void MergeSection::showMerged()
{
    emptyRows(m_mergedRows);
    for (const auto &merged : std::as_const(m_card.merged)) {
        addMerged(merged);
    }
}

void MergeSection::addMerged(const MergedPerson &merged)
{
    const auto who = mergedLabel(merged);
    auto *box = new QFrame(this);
    box->setObjectName(QStringLiteral("mergedPerson"));
    box->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    const auto words = merged.by.isEmpty()
        ? tr("Merged with %1.").arg(who)
        : tr("Merged with %1 by %2.").arg(who, isolated(oneLine(merged.by, 60)));
    wordsIn(column, QStringLiteral("mergedWords"), words, box);
    if (!merged.note.isEmpty()) {
        wordsIn(column, QStringLiteral("mergedNote"), tr("Note: %1").arg(isolated(forDisplay(merged.note))),
                box);
    }
    const auto *button = buttonIn(column, QStringLiteral("separateButton"), tr("Separate again"),
                                  tr("Separate %1 again").arg(who), box);
    connect(button, &QPushButton::clicked, this, [this, id = merged.id] { Q_EMIT separateAsked(id); });
    m_mergedRows->addWidget(box);
}

} // namespace aside
