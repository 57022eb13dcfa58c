// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/moodkeeper.h"

#include <QThread>

#include <optional>
#include <utility>

namespace aside {

namespace {

constexpr int conversationsAtOnce = 200;

} // namespace

/// Reads the phrase lists with the first text, not when the window starts.
class MoodKeeper::Desk
{
public:
    explicit Desk(QStringList folders)
        : m_folders(std::move(folders))
    {
    }

    QList<MoodAnswer> answer(const QList<MoodQuestion> &questions)
    {
        if (!m_reader) {
            m_reader.emplace(MoodReader::loadBook(m_folders));
        }
        QList<MoodAnswer> answers;
        for (const MoodQuestion &question : questions) {
            const MoodReading reading = m_reader->read(question.texts);
            answers.append({.conversation = question.conversation,
                            .heardAt = question.heardAt,
                            .mood = reading.mood,
                            .words = reading.words});
        }
        return answers;
    }

private:
    QStringList m_folders;
    std::optional<MoodReader> m_reader;
};

MoodKeeper::MoodKeeper(ReplyClockStore &store, ChangeFeed &changes, QStringList phraseFolders,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_desk(std::make_shared<Desk>(std::move(phraseFolders)))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    connect(&changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (m_isStarted && !set.conversations.isEmpty()) {
            look();
        }
    });
}

MoodKeeper::~MoodKeeper()
{
    m_pool.waitForDone();
}

void MoodKeeper::start()
{
    m_isStarted = true;
    look();
}

void MoodKeeper::look()
{
    m_looksAgain = m_isLooking;
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    m_store.moodQuestions(conversationsAtOnce).then(this, [this](const Result<QList<MoodQuestion>> &asked) {
        if (!asked) {
            Q_EMIT failed(asked.error());
            end();
        } else if (asked->isEmpty()) {
            end();
        } else {
            read(*asked);
        }
    });
}

void MoodKeeper::read(const QList<MoodQuestion> &questions)
{
    QtFuture::makeReadyValueFuture(questions)
        .then(&m_pool, [desk = m_desk](const QList<MoodQuestion> &asked) { return desk->answer(asked); })
        .then(this, [this](const QList<MoodAnswer> &answers) { keep(answers); });
}

void MoodKeeper::keep(const QList<MoodAnswer> &answers)
{
    m_store.setMoods(answers).then(this, [this](const Result<void> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error()); // the next change tries again
            m_looksAgain = false;
        } else {
            m_looksAgain = true; // there may be more than were asked for
        }
        end();
    });
}

void MoodKeeper::end()
{
    m_isLooking = false;
    if (std::exchange(m_looksAgain, false)) {
        look();
    } else {
        Q_EMIT finished();
    }
}

} // namespace aside
