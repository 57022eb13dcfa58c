// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/person.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace aside {

class Clock;
class ConsentStore;

/// The part of the drawer that tells what the person allows: how each consent stands, what shows it, and on
/// demand all that was ever recorded.
class ConsentSection : public QWidget
{
    Q_OBJECT

public:
    ConsentSection(ConsentStore &consents, const Clock &clock, QWidget *parent);

    void show(const PersonCard &card);
    void retranslate();

Q_SIGNALS:
    /// The message that says so is to be shown.
    void evidenceAsked(aside::MessageId id);
    void recordAsked();
    void failed(const aside::Error &error);

private:
    void showStandings();
    void loadHistory();
    void showHistory(const QList<ConsentEntry> &entries);
    void addRow(QVBoxLayout *rows, const QString &icon, const QString &text, MessageId evidence);

    ConsentStore &m_consents;
    const Clock &m_clock;
    PersonCard m_card;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_historyRows;
    QPushButton *m_record;
    QPushButton *m_history;
};

} // namespace aside
