// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keychain.h"

#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace aside {

namespace {

const QString service = QStringLiteral("aside");

/// Lets the machine's owner (and the tests) do without the keychain: ASIDE_KEYCHAIN=off.
bool switchedOff()
{
    return qEnvironmentVariable("ASIDE_KEYCHAIN") == u"off";
}

/// Runs a job in the event loop of a thread of its own, so that the caller may simply wait.
template <typename Job, typename Setup>
Result<Secret> runJob(Setup setup, std::chrono::milliseconds patience)
{
    if (switchedOff()) {
        return fail(Errc::KeyMissing, QStringLiteral("the keychain is switched off"));
    }
    Result<Secret> answer = fail(Errc::KeyMissing, QStringLiteral("the keychain did not answer in time"));
    QThread thread;
    thread.setObjectName(QStringLiteral("keychain"));
    auto context = std::make_unique<QObject>();
    context->moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, context.get(), [&] {
        auto *job = new Job(service, context.get());
        job->setAutoDelete(false);
        job->setInsecureFallback(false);
        setup(*job);
        QObject::connect(
            job, &QKeychain::Job::finished, context.get(), [&answer, &thread](QKeychain::Job *done) {
                if (done->error() != QKeychain::NoError) {
                    answer = fail(Errc::KeyMissing, QStringLiteral("keychain error %1").arg(done->error()));
                } else if (auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(done)) {
                    answer = Secret(read->binaryData());
                } else {
                    answer = Secret();
                }
                thread.quit();
            });
        QTimer::singleShot(patience, context.get(), [&thread] { thread.quit(); });
        job->start();
    });
    QObject::connect(
        &thread, &QThread::finished, context.get(), [&] { context.reset(); }, Qt::DirectConnection);
    thread.start();
    thread.wait();
    return answer;
}

} // namespace

Result<Secret> readKeychain(const QString &name, std::chrono::milliseconds patience)
{
    return runJob<QKeychain::ReadPasswordJob>([&](QKeychain::ReadPasswordJob &job) { job.setKey(name); },
                                              patience);
}

Result<void> writeKeychain(const QString &name, const Secret &secret, std::chrono::milliseconds patience)
{
    const auto setup = [&](QKeychain::WritePasswordJob &job) {
        job.setKey(name);
        job.setBinaryData(secret.bytes());
    };
    return runJob<QKeychain::WritePasswordJob>(setup, patience).transform([](const Secret &) { });
}

} // namespace aside
