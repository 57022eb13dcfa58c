// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace aside {

/// One line across the window for what went wrong: never a box in the way, never lost work.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent);

    void showError(const Error &error);
    /// Something else to know, in whole sentences; a change of language puts it away.
    void showWords(const QString &words);
    [[nodiscard]] QString words() const;

    /// Adds a button for the trouble that is shown now; `words` as on a button.
    void offer(const QString &words);

Q_SIGNALS:
    void offerTaken();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void takeColors();
    void appear();

    QLabel *m_words;
    QPushButton *m_offer;
    QToolButton *m_dismiss;
    std::optional<Errc> m_error;
};

} // namespace aside
