// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>
#include <QObject>
#include <QTextCursor>

#include <optional>

class QMenu;
class QPlainTextEdit;

namespace aside {

/// Underlines findings in a text: waves for problems, dashes for questions, dots for hints and for what has
/// its reason. Only what is near the part in sight is marked: a field draws all marks of a paragraph at each
/// key, and a long one has hundreds. Tells the question under the pointer, and in the text's menu.
class CheckMarks : public QObject
{
    Q_OBJECT
public:
    explicit CheckMarks(QPlainTextEdit *field);

    /// The ranges are those of the field's text now.
    void show(const QList<Finding> &findings);
    void clear() { show({}); }
    /// Stands out among the others.
    void setCurrent(qsizetype index);
    /// The finding at a place of the text, the gravest first.
    [[nodiscard]] std::optional<qsizetype> findingAt(int place) const;
    void takeColors();

Q_SIGNALS:
    /// The person opens the text's menu on a finding: fill it in.
    void menuOpens(qsizetype finding, QMenu *menu);
    /// The caret came to rest in a finding.
    void caretEntered(qsizetype finding);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is seen of the text, and a page before and after it.
    [[nodiscard]] TextRange inSight() const;
    void paint();
    void showMenu(QPoint at, int place);

    QPlainTextEdit *m_field;
    QList<Finding> m_findings;
    QList<QTextCursor> m_places; ///< move along with what is typed
    qsizetype m_current = -1;
};

} // namespace aside
