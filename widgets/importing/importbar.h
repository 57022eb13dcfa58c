// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/importreport.h"

#include <QWidget>

#include <variant>

class QLabel;
class QProgressBar;
class QPushButton;

namespace aside {

/// Shows a running import with its progress and a way to stop it, then what became of it.
class ImportBar : public QWidget
{
    Q_OBJECT
public:
    explicit ImportBar(QWidget *parent);

    void showProgress(const ImportProgress &progress);
    void showReport(const ImportReport &report);
    /// The import could not begin or go on.
    void showFailure(const Error &error);
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void cancelAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Buttons : quint8 { WhileRunning, AtTheEnd };

    void retranslate();
    [[nodiscard]] QString wordsFor(const ImportReport &report) const;
    [[nodiscard]] QString currentWords() const;
    void refresh(Buttons buttons);
    void showProblems();

    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_problems;
    QPushButton *m_dismiss;
    std::variant<ImportProgress, ImportReport, Error> m_state;
};

} // namespace aside
