// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/person.h"

#include <QWidget>

class QVBoxLayout;

namespace aside {

class Clock;

/// The part of the drawer that tells what there was with a person on every channel, the latest first.
class TimelineSection : public QWidget
{
    Q_OBJECT

public:
    TimelineSection(const Clock &clock, QWidget *parent);

    /// `open` is on the screen already and leads nowhere.
    void show(const PersonCard &card, ConversationId open);
    void retranslate();

Q_SIGNALS:
    void conversationChosen(aside::ConversationId id);

private:
    void addConversation(const ConversationRow &row);
    void addEvent(const QString &icon, Instant at, const QString &words);

    const Clock &m_clock;
    PersonCard m_card;
    ConversationId m_open;
    QVBoxLayout *m_rows;
};

} // namespace aside
