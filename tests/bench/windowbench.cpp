// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the window on a real profile, one thing a run, and prints JSON:
//   aside_windowbench empty NANOSECONDS          first paint of an empty window: the floor
//   aside_windowbench start NANOSECONDS PROFILE  first paint with the rows of the inbox
//   aside_windowbench scroll PROFILE             frames while the list scrolls through everything
//   aside_windowbench open PROFILE               first paint of conversations
//   aside_windowbench arrive PROFILE SECONDS     stalls while 100 messages a second come in
// NANOSECONDS is CLOCK_MONOTONIC just before this program was started.

#include "models/core/clock.h"
#include "models/domain/incoming.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/messagesink.h"
#include "tests/bench/benchwindow.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <utility>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

qint64 monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

int measureEmpty(qint64 began)
{
    QWidget window;
    window.resize(1280, 800);
    PaintWatch watch(&window, [began] {
        print({{u"painted_ms"_s, double(monotonicNow() - began) / 1e6}, {u"pss_mb"_s, megabytesInUse()}});
        QCoreApplication::exit(0);
    });
    window.show();
    return QApplication::exec();
}

int measureStart(qint64 began, const QString &directory)
{
    OpenWindow open(directory);
    PaintWatch watch(open.list->viewport(), [&open, began] {
        if (open.isFilled()) {
            print({{u"painted_ms"_s, double(monotonicNow() - began) / 1e6},
                   {u"rows"_s, open.list->model()->rowCount()},
                   {u"pss_mb"_s, megabytesInUse()}});
            QCoreApplication::exit(0);
        }
    });
    return QApplication::exec();
}

int measureScroll(const QString &directory)
{
    const OpenWindow open(directory);
    open.waitUntilFilled();
    settle();
    QScrollBar *bar = open.list->verticalScrollBar();
    const int step = qMax(40, bar->maximum() / 2000);
    QList<double> ms;
    for (int value = 0; value < bar->maximum(); value += step) {
        QElapsedTimer frame;
        frame.start();
        bar->setValue(value);
        open.list->viewport()->repaint();
        QApplication::processEvents();
        if (value > 50 * step) { // after warm-up
            ms.append(double(frame.nsecsElapsed()) / 1e6);
        }
    }
    QJsonObject result = frames(ms);
    result.insert(u"rows"_s, open.list->model()->rowCount());
    return print(result);
}

int measureOpen(const QString &directory)
{
    const OpenWindow open(directory);
    open.waitUntilFilled();
    settle();
    QList<double> ms;
    for (int row = 1; row < qMin(200, open.list->model()->rowCount()); ++row) {
        const QModelIndex index = open.list->model()->index(row, 0);
        ms.append(open.open(ConversationId{index.data(ConversationListModel::IdRole).toLongLong()}));
        settle();
    }
    return print(frames(ms));
}

IncomingBatch arrivals(qint64 number, int count, Instant now)
{
    IncomingBatch batch;
    for (int i = 0; i < count; ++i) {
        IncomingMessage message;
        message.channel = Channel::Telegram;
        message.conversationKey = u"bench/%1"_s.arg((number * count + i) % 500);
        message.remoteId = u"bench/%1/%2"_s.arg(number).arg(i);
        message.authorName = message.personName = u"Customer %1"_s.arg((number * count + i) % 500);
        message.authorHandle = message.personHandle = message.authorName;
        message.sentAt = now;
        message.text = u"Where is my order? This is message %1 of a busy minute."_s.arg(number);
        batch.messages.append(message);
    }
    return batch;
}

int measureArrivals(const QString &directory, int seconds)
{
    OpenWindow open(directory);
    open.waitUntilFilled();
    settle();
    constexpr int batchesASecond = 10;
    constexpr int messagesABatch = 10;
    qint64 sent = 0;
    QTimer source;
    QObject::connect(&source, &QTimer::timeout, &source, [&] {
        open.profile->sink()
            .apply(arrivals(sent++, messagesABatch, open.profile->clock().now()))
            .then(&source, [&](const Result<ApplyReport> &) { });
        if (sent == qint64(seconds) * batchesASecond) {
            QTimer::singleShot(1000, &source, [] { QCoreApplication::exit(0); });
            source.stop();
        }
    });
    QList<double> gaps;
    QList<double> worked;
    double workedBefore = workedMilliseconds();
    QElapsedTimer beat;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
        gaps.append(double(beat.nsecsElapsed()) / 1e6);
        beat.restart();
        worked.append(workedMilliseconds() - std::exchange(workedBefore, workedMilliseconds()));
    });
    beat.start();
    heart.start(2);
    source.start(1000 / batchesASecond);
    QApplication::exec();
    QJsonObject result = frames(gaps);
    result.insert(u"worked"_s, frames(worked));
    result.insert(u"messages"_s, sent * messagesABatch);
    return print(result);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyTheme(app, ColorMode::Light);
    const QStringList arguments = QApplication::arguments();
    const QString mode = arguments.value(1);
    if (mode == u"empty") {
        return measureEmpty(arguments.value(2).toLongLong());
    }
    if (mode == u"start") {
        return measureStart(arguments.value(2).toLongLong(), arguments.value(3));
    }
    if (mode == u"scroll") {
        return measureScroll(arguments.value(2));
    }
    if (mode == u"open") {
        return measureOpen(arguments.value(2));
    }
    if (mode == u"arrive") {
        return measureArrivals(arguments.value(2), arguments.value(3).toInt());
    }
    std::fprintf(stderr, "aside_windowbench empty|start|scroll|open|arrive …\n");
    return 2;
}
