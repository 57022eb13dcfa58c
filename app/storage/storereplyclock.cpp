// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/moods.h"
#include "app/storage/replyclock.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

constexpr int conversationsAStep = 2000; // some 20 ms, so that a reply never waits behind them

} // namespace

QFuture<Result<bool>> SqliteStores::followHours(WorkingHours hours)
{
    return write(
               [hours = std::move(hours)](Database &db) {
                   return registerReplyClock(db, hours).and_then(
                       [&] { return aside::followHours(db, hours, conversationsAStep); });
               },
               [](const Result<ClockStep> &step) { return ChangeSet{.conversations = step->changed}; })
        .then([](const Result<ClockStep> &step) {
            return step.transform([](const ClockStep &one) { return !one.isDone; });
        });
}

QFuture<Result<QList<MoodQuestion>>> SqliteStores::moodQuestions(int most)
{
    return m_searcher->run([most](Database &db) { return aside::moodQuestions(db, most); });
}

QFuture<Result<void>> SqliteStores::setMoods(QList<MoodAnswer> answers)
{
    return write([answers = std::move(answers)](Database &db) { return aside::setMoods(db, answers); },
                 [](const Result<QList<ConversationId>> &changed) {
                     return ChangeSet{.conversations = *changed};
                 })
        .then([](const Result<QList<ConversationId>> &changed) {
            return changed.transform([](const QList<ConversationId> &) { });
        });
}

} // namespace aside
