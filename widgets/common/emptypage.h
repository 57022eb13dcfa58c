// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace aside {

/// Says what is not there and what to do next.
class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyPage(QWidget *parent);

    /// An empty `action` shows no button.
    void show(const QString &title, const QString &words, const QString &action);
    /// What is likelier to be wanted, above the action; empty: nothing is.
    void offerFirst(const QString &first);

Q_SIGNALS:
    void actionChosen();
    void firstChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeFont();

    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_first;
    QPushButton *m_action;
};

} // namespace aside
