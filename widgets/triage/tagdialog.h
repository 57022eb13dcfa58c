// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/listquery.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace aside {

/// Shows which tags some conversations carry, and adds and removes them at once: Space ticks, a new name and
/// Enter make a tag. Deletes itself.
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rows` are the conversations as they are now, `tags` all tags in use.
    TagDialog(const QList<ConversationRow> &rows, const QList<TagCount> &tags, QWidget *parent);

Q_SIGNALS:
    void added(const QString &tag);
    void removed(const QString &tag);

private:
    void addItem(const QString &tag, Qt::CheckState state);
    void filter(const QString &text);
    void enter();
    void ticked(QListWidgetItem *item);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace aside
