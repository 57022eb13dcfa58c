// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowpassphrase.h"

#include "widgets/accounts/passphrasedialog.h"

#include <QApplication>

#include <utility>

namespace aside {

namespace {

void give(QPromise<Result<Secret>> &promise, Result<Secret> answer)
{
    if (!promise.future().isFinished()) {
        promise.addResult(std::move(answer));
        promise.finish();
    }
}

} // namespace

QFuture<Result<Secret>> WindowPassphrase::ask(PassphraseUse use)
{
    const auto answer = std::make_shared<QPromise<Result<Secret>>>();
    answer->start();
    QMetaObject::invokeMethod(this, [this, use, answer] { show(use, answer); }, Qt::QueuedConnection);
    return answer->future();
}

void WindowPassphrase::askAgain()
{
    m_isDeclined = false;
}

void WindowPassphrase::show(PassphraseUse use, const Answer &answer)
{
    if (m_isDeclined && use == PassphraseUse::Open) {
        give(*answer, fail(Errc::PassphraseMissing, QStringLiteral("the person does not want to")));
        return;
    }
    auto *dialog = new PassphraseDialog(use, QApplication::activeWindow());
    connect(dialog, &PassphraseDialog::given, this, [this, answer](const Secret &passphrase) {
        m_isDeclined = false;
        give(*answer, passphrase);
    });
    connect(dialog, &QDialog::rejected, this, [this, answer] {
        m_isDeclined = true;
        give(*answer, fail(Errc::PassphraseMissing, QStringLiteral("closed without an answer")));
    });
    dialog->open();
}

} // namespace aside
