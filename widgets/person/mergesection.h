// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/person.h"
#include "models/persons/mergesuggestions.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace aside {

class PersonRecords;

/// The part of the drawer that says who may be the same person, and who was found to be. It asks; deciding is
/// somebody else's.
class MergeSection : public QWidget
{
    Q_OBJECT

public:
    MergeSection(PersonRecords &records, QWidget *parent);

    void show(const PersonCard &card);
    /// Offers to take back what was just decided about `people`, until somebody else is shown; empty words
    /// offer nothing.
    void offerUndo(const QString &words, const QList<PersonId> &people);
    void retranslate();

Q_SIGNALS:
    void sameAsked(aside::PersonId other);
    void differentAsked(aside::PersonId other);
    void separateAsked(aside::PersonId part);
    void mergeAsked();
    void undoAsked();
    /// The message that shows it is to be seen.
    void evidenceAsked(aside::MessageId id);
    void failed(const aside::Error &error);

private:
    void load();
    void showSuggestions();
    void showMerged();
    void addSuggestion(const MergeSuggestion &suggestion);
    void addEvidence(QVBoxLayout *column, const MergeEvidence &evidence, QWidget *box);
    void addMerged(const MergedPerson &merged);

    PersonRecords &m_records;
    PersonCard m_card;
    QList<MergeSuggestion> m_suggestions;
    QList<PersonId> m_decided; ///< whom what can be undone is about
    QVBoxLayout *m_suggestionRows;
    QVBoxLayout *m_mergedRows;
    QWidget *m_done;
    QLabel *m_doneWords;
    QPushButton *m_undo;
    QPushButton *m_merge;
};

} // namespace aside
