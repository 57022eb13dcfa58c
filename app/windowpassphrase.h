// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/passphrasesource.h"

#include <QObject>
#include <QPromise>

#include <memory>

namespace aside {

/// Asks the person in the window for the passphrase. Who closes the dialog without an answer is asked again
/// only after askAgain(), or where something new is to be kept.
class WindowPassphrase final : public QObject, public PassphraseSource
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QFuture<Result<Secret>> ask(PassphraseUse use) override;

public Q_SLOTS:
    void askAgain();

private:
    using Answer = std::shared_ptr<QPromise<Result<Secret>>>; // of the dialog and of who waits

    void show(PassphraseUse use, const Answer &answer);

    bool m_isDeclined = false;
};

} // namespace aside
