// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the window on a real profile, one thing a run, and prints JSON:
//   aside_windowbench empty NANOSECONDS          first paint of an empty window: the floor
//   aside_windowbench start NANOSECONDS PROFILE  first paint with the rows of the inbox
//   aside_windowbench scroll PROFILE             frames while the list scrolls through everything
//   aside_windowbench open PROFILE               first paint of conversations
//   aside_windowbench arrive PROFILE SECONDS     stalls while 100 messages a second come in
// NANOSECONDS is CLOCK_MONOTONIC just before this program was started.

#include "app/profile.h"
#include "models/core/clock.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/conversationstore.h"
#include "models/ports/messagesink.h"
#include "widgets/mainwindow.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

qint64 monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

double megabytesInUse()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:")) {
            return line.mid(4).simplified().split(' ').constFirst().toDouble() / 1000;
        }
    }
    return -1;
}

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values.at(qMax(0, int(std::ceil(share * double(values.size()))) - 1));
}

int print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

QJsonObject frames(const QList<double> &ms)
{
    return {{u"frames"_s, ms.size()},
            {u"p50"_s, percentile(ms, 0.5)},
            {u"p95"_s, percentile(ms, 0.95)},
            {u"p99"_s, percentile(ms, 0.99)},
            {u"max"_s, percentile(ms, 1)},
            {u"over16"_s, qint64(std::ranges::count_if(ms, [](double each) { return each > 16; }))},
            {u"pss_mb"_s, megabytesInUse()}};
}

/// Calls back after each paint of a widget.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<void()> painted)
        : QObject(widget)
        , m_painted(std::move(painted))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            QMetaObject::invokeMethod(this, m_painted, Qt::QueuedConnection); // when it is on the screen
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

struct OpenWindow {
    std::unique_ptr<Profile> profile;
    std::unique_ptr<MainWindow> window;
    QListView *list = nullptr;

    explicit OpenWindow(const QString &directory)
    {
        Result<std::unique_ptr<Profile>> opened = Profile::open({.directory = directory});
        if (!opened) {
            std::fprintf(stderr, "the profile cannot be opened: %s\n", qPrintable(opened.error().detail));
            std::exit(1);
        }
        profile = std::move(*opened);
        window = std::make_unique<MainWindow>(WindowServices{.conversations = profile->conversations(),
                                                             .drafts = profile->drafts(),
                                                             .outbox = profile->outbox(),
                                                             .search = profile->search(),
                                                             .persons = profile->persons(),
                                                             .promises = profile->promises(),
                                                             .changes = profile->changes(),
                                                             .clock = profile->clock()});
        list = window->findChild<QListView *>(u"conversationList"_s);
        window->resize(1280, 800);
        window->show();
    }

    [[nodiscard]] bool isFilled() const
    {
        return list->model()->rowCount() > 0
            && list->model()->index(0, 0).data(ConversationListModel::LoadedRole).toBool();
    }

    void waitUntilFilled() const
    {
        while (!isFilled()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
};

void settle()
{
    QElapsedTimer quiet;
    quiet.start();
    while (quiet.elapsed() < 300) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
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
    bool isShown = false;
    QObject::connect(open.window.get(), &MainWindow::threadShown, open.window.get(), [&] { isShown = true; });
    for (int row = 1; row < qMin(200, open.list->model()->rowCount()); ++row) {
        isShown = false;
        QElapsedTimer frame;
        frame.start();
        open.list->setCurrentIndex(open.list->model()->index(row, 0));
        while (!isShown) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        open.window->repaint();
        ms.append(double(frame.nsecsElapsed()) / 1e6);
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
    QElapsedTimer beat;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
        gaps.append(double(beat.nsecsElapsed()) / 1e6);
        beat.restart();
    });
    beat.start();
    heart.start(2);
    source.start(1000 / batchesASecond);
    QApplication::exec();
    QJsonObject result = frames(gaps);
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
