// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures long conversations, from the store to the screen: opening them up to their first paint, each frame
// of scrolling, going to the first message, finding words in all of them, and the memory that takes.
//   aside_threadbench PROFILE [COUNT…]
// The profile is filled where it is empty. Prints {"1000": {"open": {…}, "scroll": {…}, …}, "50000": …}.

#include "models/core/clock.h"
#include "models/domain/incoming.h"
#include "models/ports/messagesink.h"
#include "models/ports/searchindex.h"
#include "tests/bench/benchwindow.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int opens = 15;
constexpr int messagesABatch = 1000;
constexpr int scrolledFrames = 600;
constexpr int frameStep = 60;

IncomingMessage message(int number, int count, Instant now)
{
    IncomingMessage made;
    made.channel = Channel::Telegram;
    made.direction = number % 3 == 0 ? Direction::Outgoing : Direction::Incoming;
    made.conversationKey = u"long/%1"_s.arg(count);
    made.remoteId = u"long/%1/%2"_s.arg(count).arg(number);
    made.authorName = number % 3 == 0 ? u"Борис"_s : u"Anna"_s;
    made.authorHandle = made.authorName;
    made.personName = u"Anna"_s;
    made.personHandle = u"anna%1"_s.arg(count);
    made.sentAt = now - std::chrono::minutes(11 * (count - number));
    made.isRead = true;
    made.text = u"Where is my order %1? Где мой заказ? "_s.arg(number).repeated(1 + number % 7);
    if (number == 0) {
        made.text += u" zebra%1"_s.arg(count); // to find it by
    }
    if (number % 9 == 0) {
        made.html = u"<div><p>%1</p><ul><li>one<li>two</ul><p><b>Thanks</b> <a "
                    "href=https://shop.example/%2>here</a></div>"_s.arg(made.text)
                        .arg(number);
    }
    return made;
}

/// The conversation of that many messages; made where it is not there.
ConversationId conversationOf(Profile &profile, int count)
{
    const QString word = u"zebra%1"_s.arg(count);
    auto found = profile.search().searchConversations(word, 1).result();
    for (int done = 0; found && found->isEmpty() && done < count; done += messagesABatch) {
        IncomingBatch batch;
        for (int i = done; i < std::min(count, done + messagesABatch); ++i) {
            batch.messages.append(message(i, count, profile.clock().now()));
        }
        if (!profile.sink().apply(batch).result()) {
            break;
        }
    }
    found = profile.search().searchConversations(word, 1).result();
    if (!found || found->isEmpty()) {
        std::fputs("the profile cannot be filled\n", stderr);
        std::exit(1);
    }
    return found->constFirst();
}

template <typename Done>
double waitUntil(Done done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        QApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

bool isShown(const ThreadView &view, const QString &words)
{
    const auto all = view.findChildren<MessageView *>();
    return std::ranges::any_of(
        all, [&](MessageView *each) { return each->isVisible() && each->accessibleName().contains(words); });
}

QJsonObject scroll(ThreadView &view)
{
    QList<double> ms;
    QList<double> worked;
    for (int i = 0; i < scrolledFrames; ++i) {
        const double before = workedMilliseconds();
        QElapsedTimer frame;
        frame.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - frameStep);
        view.viewport()->repaint();
        QApplication::processEvents(); // what is read and made ready between two frames
        ms.append(double(frame.nsecsElapsed()) / 1e6);
        worked.append(workedMilliseconds() - before);
    }
    QJsonObject result = frames(ms);
    result.insert(u"worked"_s, frames(worked));
    return result;
}

double find(ThreadView &view, const QString &words)
{
    view.openFind();
    auto *line = view.findChild<QLineEdit *>(u"findWords"_s);
    auto *count = view.findChild<QLabel *>(u"findCount"_s);
    line->setText(words);
    const double took = waitUntil([count] { return count->text() == u"1 of 1"; });
    line->clear();
    QTest::keyClick(line, Qt::Key_Escape);
    return took;
}

QJsonObject measure(const OpenWindow &open, ConversationId id, int count, ConversationId other)
{
    QList<double> ms;
    QList<double> worked;
    const double before = megabytesInUse();
    for (int i = 0; i < opens; ++i) {
        (void)open.open(other);
        settle();
        const double workedBefore = workedMilliseconds();
        ms.append(open.open(id));
        worked.append(workedMilliseconds() - workedBefore);
        settle();
    }
    ThreadView &view = open.window->conversation().thread();
    QJsonObject result{{u"open"_s, frames(ms)},
                       {u"open_worked"_s, frames(worked)},
                       {u"pss_before"_s, before},
                       {u"pss_open"_s, megabytesInUse()},
                       {u"scroll"_s, scroll(view)}};
    view.setFocus();
    QElapsedTimer home;
    home.start();
    QTest::keyClick(&view, Qt::Key_Home);
    (void)waitUntil([&view] { return isShown(view, u"order 0?"_s); });
    result.insert(u"first_ms"_s, double(home.nsecsElapsed()) / 1e6);
    QTest::keyClick(&view, Qt::Key_End);
    settle();
    result.insert(u"find_ms"_s, find(view, u"zebra%1"_s.arg(count)));
    settle();
    result.insert(u"pss_after"_s, megabytesInUse());
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyTheme(app, ColorMode::Light);
    QStringList counts = QApplication::arguments().sliced(1);
    const OpenWindow open(counts.isEmpty() ? QString() : counts.takeFirst());
    if (counts.isEmpty()) {
        counts = {u"1000"_s, u"50000"_s};
    }
    const ConversationId other = conversationOf(*open.profile, 20);
    QJsonObject results;
    for (const QString &words : std::as_const(counts)) {
        const int count = std::max(100, words.toInt());
        results.insert(words, measure(open, conversationOf(*open.profile, count), count, other));
    }
    return print(results);
}
