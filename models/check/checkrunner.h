// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/callanswer.h"
#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/spellchecker.h"
#include "models/domain/message.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace aside {

/// One draft to be checked. Where there are messages, the facts of the thread are made from them, once.
struct CheckJob {
    CheckContext context;
    /// Shared, because every key sends the same thread; a new pointer means that it changed.
    std::shared_ptr<const QList<Message>> messages;
};

/// Where phrases lie beside those that come with Aside, and who knows how words are spelt.
struct CheckSources {
    QStringList phraseFolders;
    /// Called on the runner's thread; none: no spelling.
    std::function<std::unique_ptr<SpellChecker>()> makeSpelling;
};

/// What the runner found there.
struct CheckSupplies {
    QList<PhraseProblem> problems; ///< of phrase lists
    QStringList dictionaries; ///< languages

    bool operator==(const CheckSupplies &) const = default;
};

/// Where drafts are checked: tests that press keys want the answer at once.
enum class CheckPlace : quint8 { OwnThread, CallersThread };

/// A thread on which drafts are checked, one after the other, so that no key ever waits for the check. Made
/// and destroyed on one thread, run() from any.
class CheckRunner
{
public:
    explicit CheckRunner(CheckSources sources, CheckPlace place = CheckPlace::OwnThread);
    /// Finishes what was handed in.
    ~CheckRunner();
    Q_DISABLE_COPY_MOVE(CheckRunner)

    [[nodiscard]] QFuture<CheckReport> run(CheckJob job);
    [[nodiscard]] QFuture<CheckSupplies> supplies();
    /// See readCallAnswer().
    [[nodiscard]] QFuture<std::optional<CallAnswer>> callAnswer(QList<Message> messages, QString handle);
    /// See asksToCall().
    [[nodiscard]] QFuture<bool> asksToCall(QString text);
    /// The phrases are read from these folders before the next draft is checked.
    void reload(QStringList phraseFolders);

private:
    class Worker;

    template <typename T, typename Work>
    [[nodiscard]] QFuture<T> answer(Work work);

    CheckPlace m_place;
    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace aside
