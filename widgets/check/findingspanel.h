// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace aside {

class ElidedButton;

/// The questions of the reply check beside the text, and what can be done about the one that is chosen: its
/// first fix and a reason; in a menu its other fixes, switching the rule off for this draft, and why the rule
/// is there. Three questions are seen where there is room, and the others by scrolling.
class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent);

    /// Keeps the choice where the same question is still asked.
    void show(const QList<Finding> &findings);
    [[nodiscard]] qsizetype current() const;
    void choose(qsizetype index);
    /// Round the list; nothing where it is empty.
    void chooseNext();
    void choosePrevious();
    /// How tall it may ask to be, in pixels; where that is too little for three questions, fewer are seen.
    void setTallest(int height);

Q_SIGNALS:
    /// The person went to it.
    void chosen(qsizetype index);
    void fixAsked(qsizetype index, const aside::Fix &fix);
    void reasonAsked(qsizetype index);
    void reasonTakenBack(qsizetype index);
    void offAsked(qsizetype index);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameParts();
    void build();
    void connectParts();
    void retranslate();
    void fillRows();
    void fitRows();
    void showCurrent();
    void showFixes(const QList<Fix> &fixes);
    void applyFirstFix();
    void showWhy();
    void popUpMenu(QPoint at);

    QList<Finding> m_findings;
    QLabel *m_title;
    QListWidget *m_list;
    ElidedButton *m_fix;
    QPushButton *m_reason;
    QToolButton *m_more;
    QMenu *m_menu;
    QAction *m_off;
    QAction *m_why;
    int m_tallest = 0;
    bool m_isFilling = false;
};

} // namespace aside
