// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/promises/promiseoffers.h"

#include <QObject>

namespace aside {

class Commands;
class ConversationPane;
class PromiseClock;
class PromiseOfferBar;
struct ConversationRow;
struct WindowServices;

/// What the window does about promises: offers the dates of sent replies above their thread, and asks for a
/// date by hand. Makes no promise by itself. Owned by the MainWindow.
class WindowPromises final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPromises)

public:
    struct Parts {
        const WindowServices &services;
        Commands &commands;
        ConversationPane &conversation;
    };

    WindowPromises(const Parts &parts, QWidget *window);

    /// By which dates are read from now on.
    void setHours(const WorkingHours &hours) { m_calendar = WorkCalendar(hours); }
    /// For the open conversation.
    void askForPromise();

Q_SIGNALS:
    void failed(const aside::Error &error);
    void announced(const QString &words);

private:
    void look(const ConversationRow &row);
    void keepFirst();
    void read(ConversationId id, const QList<SentReply> &replies);
    void show(ConversationId id, const QList<PromiseOffer> &offers);
    void accept(const PromiseOffer &offer, PromiseId instead);
    void accept(const AcceptedDate &date);
    void change(const PromiseOffer &offer);
    void dismiss(const PromiseOffer &offer);
    void lookAgain(const Error &error);

    const WindowServices &m_services;
    ConversationPane &m_conversation;
    QWidget *m_window;
    PromiseOfferBar *m_bar;
    PromiseClock *m_clock;
    WorkCalendar m_calendar{WorkingHours{}};
    ConversationId m_shown; ///< whose offers the bar shows
    quint64 m_looks = 0; ///< only the answer to the latest counts
};

} // namespace aside
