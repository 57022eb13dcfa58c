// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/personmerge.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace aside {

class PersonDrawer;
struct WindowServices;

/// What the window does about who is who: merges, separates, keeps apart, and takes the last of these back.
/// Owned by the MainWindow.
class WindowPersons final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPersons)

public:
    WindowPersons(const WindowServices &services, PersonDrawer &drawer, QWidget *window);

Q_SIGNALS:
    void failed(const aside::Error &error);
    void announced(const QString &words);

private:
    void merge(PersonId other);
    void keepApart(PersonId other);
    void separate(PersonId part);
    void askForOther();
    void undo();
    void take(QFuture<Result<MergeReceipt>> done, PersonDecision what, const QString &words);
    void tookBack(const Result<MergeReceipt> &done);
    [[nodiscard]] QString by() const;

    const WindowServices &m_services;
    PersonDrawer &m_drawer;
    QWidget *m_window;
    std::optional<PersonDecided> m_last; ///< that can be taken back
};

} // namespace aside
