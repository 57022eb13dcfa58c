// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"
#include "models/domain/template.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace aside {

/// The text of a template's file: coloured, with problems and the reply check's questions underlined, and
/// with the names that fit offered after "{{", "|" and "{%".
class TemplateEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TemplateEditor(QWidget *parent);

    /// Names of the template's own fields, offered as well.
    void setFieldNames(const QStringList &names) { m_fields = names; }
    /// Ranges are those of the text now.
    void showMarks(const QList<TemplateProblem> &problems, const QList<Finding> &findings);
    /// Puts the caret there and takes the keyboard.
    void goTo(qsizetype place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QStringList namesAtCaret() const;
    [[nodiscard]] QString prefix() const;
    void offerNames();
    void complete(const QString &name);
    void showToolTip(const QPoint &at, const QPoint &onScreen);

    QCompleter *m_completer;
    QStringListModel *m_names;
    QStringList m_fields;
    QList<TemplateProblem> m_problems;
    QList<Finding> m_findings;
};

} // namespace aside
