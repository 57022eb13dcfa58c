// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/personmerge.h"

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace aside {

class PersonRecords;

/// Asks who else a person is. Closes and goes by itself.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(PersonRecords &records, PersonId person, QWidget *parent);

Q_SIGNALS:
    void chosen(aside::PersonId other);
    void failed(const aside::Error &error);

private:
    void look(const QString &typed);
    void take(const QList<PersonName> &found);
    void choose();

    PersonRecords &m_records;
    PersonId m_person;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_merge;
    QList<PersonName> m_found;
    QString m_typed;
};

} // namespace aside
