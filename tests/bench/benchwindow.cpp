// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchwindow.h"

#include "models/items/conversationlistmodel.h"
#include "models/ports/conversationstore.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace aside {

using namespace Qt::StringLiterals;

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

double workedMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values.at(qMax(0, int(std::ceil(share * double(values.size()))) - 1));
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

int print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

void settle()
{
    QElapsedTimer quiet;
    quiet.start();
    while (quiet.elapsed() < 300) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

OpenWindow::OpenWindow(const QString &directory)
{
    Result<std::unique_ptr<Profile>> opened = Profile::open({.directory = directory});
    if (!opened) {
        std::fprintf(stderr, "the profile cannot be opened: %s\n", qPrintable(opened.error().detail));
        std::exit(1);
    }
    profile = std::move(*opened);
    runner = std::make_unique<CheckRunner>(CheckSources{});
    desk = std::make_unique<ReplyDesk>(ReplyDeskParts{.store = profile->checks(),
                                                      .persons = profile->persons(),
                                                      .runner = *runner,
                                                      .clock = profile->clock()});
    templates = std::make_unique<TemplateFolders>(
        TemplatePlaces{.mine = profile->directory() + u"/templates"_s, .team = {}}, profile->clock());
    connectivity = std::make_unique<Connectivity>(network, profile->clock());
    window = std::make_unique<MainWindow>(WindowServices{.conversations = profile->conversations(),
                                                         .drafts = profile->drafts(),
                                                         .outbox = profile->outbox(),
                                                         .search = profile->search(),
                                                         .persons = profile->persons(),
                                                         .records = profile->personRecords(),
                                                         .promises = profile->promises(),
                                                         .consents = profile->consents(),
                                                         .accounts = profile->accounts(),
                                                         .pictures = pictures,
                                                         .connectivity = *connectivity,
                                                         .changes = profile->changes(),
                                                         .replyDesk = *desk,
                                                         .checks = profile->checks(),
                                                         .templates = *templates,
                                                         .clock = profile->clock(),
                                                         .holidays = profile->holidays()});
    list = window->findChild<QListView *>(u"conversationList"_s);
    window->resize(1280, 800);
    window->show();
}

bool OpenWindow::isFilled() const
{
    return list->model()->rowCount() > 0
        && list->model()->index(0, 0).data(ConversationListModel::LoadedRole).toBool();
}

void OpenWindow::waitUntilFilled() const
{
    while (!isFilled()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

double OpenWindow::open(ConversationId id) const
{
    bool isShown = false;
    QObject context;
    QObject::connect(window.get(), &MainWindow::threadShown, &context, [&] { isShown = true; });
    QElapsedTimer timer;
    timer.start();
    window->openConversation(id);
    while (!isShown) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    window->repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace aside
