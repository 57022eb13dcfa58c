// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/upgrade.h"

#include <QWidget>

#include <variant>

class QLabel;
class QProgressBar;
class QPushButton;

namespace aside {

/// What is seen while a profile of an earlier version is brought to this one: what happens, how far it is,
/// and a way to stop it. Closing it asks to stop, too.
class UpgradeWindow : public QWidget
{
    Q_OBJECT
public:
    explicit UpgradeWindow(QWidget *parent = nullptr);

    void showProgress(const UpgradeProgress &progress);
    /// Stays until it is closed.
    void showFailure(const Error &error);

Q_SIGNALS:
    void stopAsked();
    /// After a failure was read.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Stopping takes a moment, in which nothing can be asked for.
    struct Stopping {
    };

    void build();
    void refresh();
    void takeFont();
    void askToStop();
    [[nodiscard]] QString stepWords() const;

    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_step;
    QProgressBar *m_bar;
    QPushButton *m_button;
    std::variant<UpgradeProgress, Stopping, Error> m_state;
};

} // namespace aside
