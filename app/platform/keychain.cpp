// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keychain.h"

#include <QPromise>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>
#include <utility>

namespace aside {

namespace {

const QString service = QStringLiteral("aside");

/// Lets the machine's owner (and the tests) do without the keychain: ASIDE_KEYCHAIN=off.
bool switchedOff()
{
    return qEnvironmentVariable("ASIDE_KEYCHAIN") == u"off";
}

Errc meaning(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Errc::SecretMissing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Errc::KeychainSilent;
    default: // QtKeychain's: no bus, no service, no backend
        return Errc::KeychainMissing;
    }
}

Result<Secret> answerOf(QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError) {
        return fail(meaning(job.error()), QStringLiteral("keychain error %1").arg(job.error()));
    }
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(&job);
    return read == nullptr ? Secret() : Secret(read->binaryData());
}

/// What is asked of the keychain. Answered once, on the keychain's thread.
struct Request {
    std::function<QKeychain::Job *(QObject *parent)> make;
    QPromise<Result<Secret>> promise;
    bool isAnswered = false;

    void answer(const Result<Secret> &answer)
    {
        if (!std::exchange(isAnswered, true)) {
            promise.addResult(answer);
            promise.finish();
            make = {}; // it may hold a secret
        }
    }
};

/// Asks for one thing after the other. A job that does not come back holds up the others, each until its own
/// time is over: it cannot be taken back from the keychain.
class Desk final : public QObject
{
public:
    void take(const std::shared_ptr<Request> &request, std::chrono::milliseconds patience)
    {
        m_waiting.append(request);
        QTimer::singleShot(patience, this, [request] {
            request->answer(
                fail(Errc::KeychainSilent, QStringLiteral("the keychain did not answer in time")));
        });
        startNext();
    }

private:
    void startNext()
    {
        while (m_running == nullptr && !m_waiting.isEmpty()) {
            const std::shared_ptr<Request> request = m_waiting.takeFirst();
            if (!request->isAnswered) {
                start(request);
            }
        }
    }

    void start(const std::shared_ptr<Request> &request)
    {
        m_running = request->make(this); // deletes itself
        m_running->setInsecureFallback(false);
        connect(m_running, &QKeychain::Job::finished, this, [this, request](QKeychain::Job *job) {
            request->answer(answerOf(*job));
            m_running = nullptr;
            startNext();
        });
        m_running->start();
    }

    QList<std::shared_ptr<Request>> m_waiting;
    QKeychain::Job *m_running = nullptr;
};

/// QtKeychain runs all jobs of a process through one object that belongs to the thread of the first job. So
/// they have one thread, for as long as the program runs.
class KeychainThread
{
    Q_DISABLE_COPY_MOVE(KeychainThread)

public:
    KeychainThread()
    {
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_desk.moveToThread(&m_thread);
        m_thread.start();
    }
    ~KeychainThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] Desk &desk() { return m_desk; }

private:
    QThread m_thread;
    Desk m_desk;
};

Desk &theDesk()
{
    static KeychainThread thread;
    return thread.desk();
}

template <typename Job, typename Setup>
QFuture<Result<Secret>> ask(std::chrono::milliseconds patience, Setup setup)
{
    const auto request = std::make_shared<Request>(); // of the caller's thread until the keychain's has it
    request->promise.start();
    QFuture<Result<Secret>> future = request->promise.future();
    if (switchedOff()) {
        request->answer(fail(Errc::KeychainMissing, QStringLiteral("the keychain is switched off")));
        return future;
    }
    request->make = [setup = std::move(setup)](QObject *parent) {
        auto *job = new Job(service, parent);
        setup(*job);
        return job;
    };
    Desk &desk = theDesk();
    QMetaObject::invokeMethod(
        &desk, [&desk, request, patience] { desk.take(request, patience); }, Qt::QueuedConnection);
    return future;
}

/// Success, or what went wrong.
Result<void> done(const Result<Secret> &answer)
{
    return answer ? Result<void>() : std::unexpected(answer.error());
}

} // namespace

Keychain::Keychain(std::chrono::milliseconds patience)
    : m_patience(patience)
{
}

QFuture<Result<Secret>> Keychain::read(QString name)
{
    return ask<QKeychain::ReadPasswordJob>(
        m_patience, [name = std::move(name)](QKeychain::ReadPasswordJob &job) { job.setKey(name); });
}

QFuture<Result<void>> Keychain::keep(QString name, Secret secret)
{
    return ask<QKeychain::WritePasswordJob>(
               m_patience,
               [name = std::move(name), secret = std::move(secret)](QKeychain::WritePasswordJob &job) {
                   job.setKey(name);
                   job.setBinaryData(secret.bytes());
               })
        .then(done);
}

QFuture<Result<void>> Keychain::forget(QString name)
{
    return ask<QKeychain::DeletePasswordJob>(
               m_patience, [name = std::move(name)](QKeychain::DeletePasswordJob &job) { job.setKey(name); })
        .then([](const Result<Secret> &answer) {
            const bool isGone = !answer && answer.error().code == Errc::SecretMissing;
            return isGone ? Result<void>() : done(answer);
        });
}

} // namespace aside
