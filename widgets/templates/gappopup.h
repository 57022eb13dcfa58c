// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QFrame>
#include <QStringList>

class QCalendarWidget;
class QListWidget;

namespace aside {

/// What can be filled into a gap, below it: a list of choices or a calendar. The keyboard stays in the text,
/// which hands its keys over, so that typing goes on as if the popup were not there.
class GapPopup : public QFrame
{
    Q_OBJECT
public:
    explicit GapPopup(QWidget *window);

    /// `at` is where the gap stands, in the window.
    void showChoices(const QStringList &choices, const QRect &at);
    void showDays(QDate today, const QRect &at);
    /// False: the key is the text's.
    bool keyPressed(int key);

Q_SIGNALS:
    void choiceTaken(const QString &choice);
    void dayTaken(QDate day);
    void choicePointed(const QString &choice);
    void dayPointed(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool chooseByKey(int key);
    bool chooseDayByKey(int key);
    void take();
    void place(const QRect &at);
    void retranslate();

    QListWidget *m_choices;
    QCalendarWidget *m_days;
};

} // namespace aside
