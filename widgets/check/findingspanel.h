// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace aside {

/// The questions of the reply check beside the text, and what can be done about the one that is chosen:
/// its fixes, a reason, switching the rule off for this draft, and why the rule is there.
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
    void build();
    void retranslate();
    void fillRows();
    void showCurrent();
    void showFixes(const Finding &finding);
    void showWhy();
    void applyFirstFix();

    QList<Finding> m_findings;
    QLabel *m_title;
    QListWidget *m_list;
    QWidget *m_actions;
    QBoxLayout *m_fixes;
    QPushButton *m_reason;
    QPushButton *m_off;
    QPushButton *m_why;
    bool m_isFilling = false;
};

/// What a fix can do where this panel is used: those of other kinds are not offered.
[[nodiscard]] bool isOffered(const Fix &fix);

} // namespace aside
