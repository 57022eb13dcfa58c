// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times a thread with many messages: opening it up to its first paint, and each frame of scrolling.
// aside_threadbench [COUNT…]; prints {"1000": {"open_ms": …, "frames_ms": {…}}, …}.

#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/threadview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

namespace {

class BenchClock final : public aside::Clock
{
public:
    [[nodiscard]] aside::Instant now() const override { return aside::fromMillis(1'780'000'000'000); }
};

/// Nothing is fetched here.
class NoStore final : public aside::ConversationStore
{
public:
    QFuture<aside::Result<QList<aside::ConversationId>>> ids(aside::ListQuery) override { return {}; }
    QFuture<aside::Result<QList<aside::ConversationRow>>> rows(QList<aside::ConversationId>) override
    {
        return {};
    }
    QFuture<aside::Result<aside::Thread>> thread(aside::ConversationId) override { return {}; }
    QFuture<aside::Result<aside::InboxCounts>> counts() override { return {}; }
    QFuture<aside::Result<QByteArray>> attachment(aside::AttachmentId) override { return {}; }
    QFuture<aside::Result<aside::TriageReceipt>> triage(aside::Triage, QList<aside::ConversationId>) override
    {
        return {};
    }
    QFuture<aside::Result<void>> revert(aside::TriageReceipt) override { return {}; }
    QFuture<aside::Result<aside::WakeReport>> wakeDue() override { return {}; }
};

QList<aside::Message> messages(int count, const aside::Clock &clock)
{
    QList<aside::Message> all;
    for (int i = 0; i < count; ++i) {
        aside::Message message;
        message.id = aside::MessageId{i + 1};
        message.author = i % 3 == 0 ? QStringLiteral("Anna") : QStringLiteral("Борис");
        message.direction = i % 3 == 0 ? aside::Direction::Outgoing : aside::Direction::Incoming;
        message.sentAt = clock.now() - std::chrono::minutes(11 * (count - i));
        message.text = QStringLiteral("Where is my order %1? Где мой заказ? ").arg(i).repeated(1 + i % 7);
        if (i % 9 == 0) {
            message.html = QStringLiteral("<div><p>%1</p><ul><li>one<li>two</ul><p><b>Thanks</b> <a "
                                          "href=https://shop.example/%2>here</a></div>")
                               .arg(message.text)
                               .arg(i);
        }
        all.append(message);
    }
    return all;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QJsonObject scroll(aside::ThreadView &view)
{
    QList<double> frames;
    for (int i = 0; i < 300; ++i) {
        QElapsedTimer frame;
        frame.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 60);
        view.repaint();
        frames.append(milliseconds(frame));
        QCoreApplication::processEvents(); // what is made ready between two frames
    }
    std::ranges::sort(frames);
    return {{QStringLiteral("p50"), frames.at(150)},
            {QStringLiteral("p99"), frames.at(297)},
            {QStringLiteral("max"), frames.last()}};
}

QJsonObject measure(int count, const aside::Clock &clock, aside::ConversationStore &store)
{
    const QList<aside::Message> all = messages(count, clock);
    aside::ThreadView view(clock, store, nullptr);
    view.resize(860, 700);
    view.QWidget::show();
    view.show(all.first(20));
    view.repaint();
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    view.show(all);
    view.repaint();
    const double opened = milliseconds(timer);
    QCoreApplication::processEvents();
    return {{QStringLiteral("open_ms"), opened}, {QStringLiteral("frames_ms"), scroll(view)}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    aside::applyTheme(application, aside::ColorMode::Light);
    const BenchClock clock;
    NoStore store;
    QStringList counts = QCoreApplication::arguments().sliced(1);
    if (counts.isEmpty()) {
        counts = {QStringLiteral("1000"), QStringLiteral("50000")};
    }
    QJsonObject results;
    for (const QString &count : std::as_const(counts)) {
        results.insert(count, measure(std::max(20, count.toInt()), clock, store));
    }
    QTextStream(stdout) << QJsonDocument(results).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
