// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowpromises.h"

#include "widgets/actions/commands.h"
#include "widgets/common/words.h"
#include "widgets/mainwindow.h"
#include "widgets/person/promisedialog.h"
#include "widgets/promises/promiseclock.h"
#include "widgets/promises/promiseofferbar.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadheader.h"

#include <QThreadPool>

namespace aside {

WindowPromises::WindowPromises(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_services(parts.services)
    , m_conversation(parts.conversation)
    , m_window(window)
    , m_bar(new PromiseOfferBar(&parts.conversation))
    , m_clock(new PromiseClock(parts.services.clock,
                               {parts.commands.action("promise.keep"), parts.commands.action("promise.delay"),
                                parts.commands.action("promise.add")},
                               &parts.conversation.header()))
{
    m_conversation.setOffer(m_bar);
    m_conversation.header().setMark(m_clock);
    parts.commands.on("promise.add", this, &WindowPromises::askForPromise);
    parts.commands.on("promise.keep", this, &WindowPromises::keepFirst);
    m_clock->show({}); // nothing is open yet, and nothing can be done about it
    connect(&m_conversation, &ConversationPane::shown, this, &WindowPromises::look);
    connect(m_bar, &PromiseOfferBar::keepAsked, this,
            qOverload<const PromiseOffer &, PromiseId>(&WindowPromises::accept));
    connect(m_bar, &PromiseOfferBar::changeAsked, this, &WindowPromises::change);
    connect(m_bar, &PromiseOfferBar::dismissAsked, this, &WindowPromises::dismiss);
}

void WindowPromises::look(const ConversationRow &row)
{
    if (row.id != m_shown) {
        m_bar->clear(); // they are the other conversation's
        m_shown = row.id;
    }
    m_clock->show(row.promisedAt);
    ++m_looks;
    m_services.promises.sentReplies(row.id).then(
        this, [this, id = row.id, asked = m_looks](const Result<QList<SentReply>> &replies) {
            if (replies && asked == m_looks) { // where it is gone the thread says so
                read(id, *replies);
            }
        });
}

/// Long texts are read away from the window's thread.
void WindowPromises::read(ConversationId id, const QList<SentReply> &replies)
{
    if (replies.isEmpty()) {
        m_bar->clear();
        return;
    }
    m_services.promises.promises(id)
        .then(QThreadPool::globalInstance(),
              [replies, calendar = m_calendar](const Result<QList<Promise>> &known) {
                  return promiseOffers(replies, known.value_or(QList<Promise>()), calendar);
              })
        .then(this, [this, id, asked = m_looks](const QList<PromiseOffer> &offers) {
            if (asked == m_looks) {
                show(id, offers);
            }
        });
}

void WindowPromises::show(ConversationId id, const QList<PromiseOffer> &offers)
{
    if (id == m_conversation.current()) {
        m_bar->show(offers, m_services.clock.now());
    }
}

void WindowPromises::accept(const PromiseOffer &offer, PromiseId instead)
{
    accept({.reply = offer.reply,
            .place = offer.place,
            .dueAt = offer.dueAt,
            .words = offer.words,
            .instead = instead});
}

void WindowPromises::accept(const AcceptedDate &date)
{
    m_services.promises.acceptDate(date).then(this, [this](const Result<Promise> &made) {
        if (!made) {
            lookAgain(made.error());
            return;
        }
        //: %1 is a date with the hour
        Q_EMIT announced(tr("Promised: %1. It is in the view “Promises due” until it is kept.")
                             .arg(untilLabel(made->dueAt, m_services.clock.now())));
    });
}

void WindowPromises::change(const PromiseOffer &offer)
{
    auto *dialog = new PromiseDialog(m_services.clock.now(), m_window);
    dialog->setPromise(offer.words, offer.dueAt);
    connect(dialog, &PromiseDialog::promised, this, [this, offer](Instant dueAt, const QString &words) {
        accept({.reply = offer.reply,
                .place = offer.place,
                .dueAt = dueAt,
                .words = words,
                .instead = offer.instead ? offer.instead->id : PromiseId()});
    });
    dialog->open();
}

void WindowPromises::dismiss(const PromiseOffer &offer)
{
    m_services.promises.dismissDate(offer.reply, offer.place).then(this, [this](const Result<void> &done) {
        if (!done) {
            lookAgain(done.error());
        }
    });
}

/// What was decided on elsewhere meanwhile is not offered any more; what failed is offered again.
void WindowPromises::lookAgain(const Error &error)
{
    if (error.code != Errc::Conflict) {
        Q_EMIT failed(error);
    }
    m_bar->clear();
    look(m_conversation.row());
}

void WindowPromises::keepFirst()
{
    const auto fail = [this](const Error &error) {
        Q_EMIT failed(error);
    };
    m_services.promises.promises(m_conversation.current())
        .then(this, [this, fail](const Result<QList<Promise>> &known) {
            if (!known) {
                fail(known.error());
                return;
            }
            if (known->isEmpty() || !known->constFirst().isOpen()) {
                return; // it ended meanwhile
            }
            m_services.promises.keepPromise(known->constFirst().id)
                .then(this, [this, fail](const Result<Promise> &kept) {
                    if (!kept) {
                        fail(kept.error());
                    } else {
                        Q_EMIT announced(tr("The promise is kept."));
                    }
                });
        });
}

void WindowPromises::askForPromise()
{
    if (!m_conversation.current().isValid()) {
        return;
    }
    auto *dialog = new PromiseDialog(m_services.clock.now(), m_window);
    connect(dialog, &PromiseDialog::promised, this,
            [this, id = m_conversation.current()](Instant dueAt, const QString &words) {
                m_services.promises.addPromise(id, dueAt, words)
                    .then(this, [this](const Result<Promise> &promise) {
                        if (!promise) {
                            Q_EMIT failed(promise.error());
                        }
                    });
            });
    dialog->open();
}

} // namespace aside
