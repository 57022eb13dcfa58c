// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTextEdit>
#include <QToolButton>

namespace aside::test {

/// Looks at every visible widget of a window as a screen reader would: what takes the keyboard, every button,
/// picture and row has words and says what it is.
class AccessAudit
{
public:
    /// What is wrong below this window, one line each.
    [[nodiscard]] QStringList findings(QWidget *window)
    {
        m_findings.clear();
        checkTitle(window);
        visit(window);
        m_findings.removeDuplicates();
        return m_findings;
    }

private:
    void visit(QWidget *widget)
    {
        check(widget);
        for (QObject *child : widget->children()) {
            auto *inner = qobject_cast<QWidget *>(child);
            if (inner != nullptr && !inner->isWindow() && inner->isVisible()) {
                visit(inner);
            }
        }
    }

    void checkTitle(QWidget *window)
    {
        if (qobject_cast<QMenu *>(window) == nullptr && window->windowTitle().isEmpty()) {
            report(window, "is a window without a title");
        }
    }

    void check(QWidget *widget)
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr) {
            report(widget, "is not there for a screen reader");
            return;
        }
        if (needsName(widget) && interface->text(QAccessible::Name).trimmed().isEmpty()) {
            report(widget, "has no name");
        }
        if (takesTab(widget) && !hasRole(*interface)) {
            report(widget, "does not say what it is");
        }
        checkText(widget, *interface);
        if (auto *list = qobject_cast<QAbstractItemView *>(widget)) {
            checkRows(list);
        }
    }

    static bool takesTab(const QWidget *widget)
    {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
    }

    static bool needsName(QWidget *widget)
    {
        const auto *label = qobject_cast<QLabel *>(widget);
        // A question of Qt's says what it is itself; its picture adds nothing.
        const bool isOfQt = widget->objectName().startsWith(QStringLiteral("qt_msgbox"));
        const bool isPicture = label != nullptr && !label->pixmap().isNull() && !isOfQt;
        const bool isMenu
            = qobject_cast<QMenuBar *>(widget) != nullptr || qobject_cast<QMenu *>(widget) != nullptr;
        return isPicture || qobject_cast<QProgressBar *>(widget) != nullptr
            || qobject_cast<QAbstractButton *>(widget) != nullptr || (takesTab(widget) && !isMenu);
    }

    static bool hasRole(const QAccessibleInterface &interface)
    {
        const QAccessible::Role role = interface.role();
        return role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Pane;
    }

    void checkText(QWidget *widget, QAccessibleInterface &interface)
    {
        const auto *line = qobject_cast<QLineEdit *>(widget);
        if (line != nullptr && qobject_cast<QAbstractSpinBox *>(line->parentWidget()) != nullptr) {
            return; // the box speaks for it
        }
        const auto *plain = qobject_cast<QPlainTextEdit *>(widget);
        const auto *rich = qobject_cast<QTextEdit *>(widget);
        const bool isText = line != nullptr || plain != nullptr || rich != nullptr;
        const bool isEdited = (line != nullptr && !line->isReadOnly())
            || (plain != nullptr && !plain->isReadOnly()) || (rich != nullptr && !rich->isReadOnly());
        if (isText && interface.textInterface() == nullptr) {
            report(widget, "cannot be read out");
        } else if (isEdited && interface.editableTextInterface() == nullptr) {
            report(widget, "cannot be written in");
        }
    }

    void checkRows(QAbstractItemView *list)
    {
        const QAbstractItemModel *model = list->model();
        for (int row = 0; model != nullptr && row < std::min(model->rowCount(), mostRows); ++row) {
            const QModelIndex index = model->index(row, 0);
            QString words = index.data(Qt::AccessibleTextRole).toString();
            if (words.isEmpty()) {
                words = index.data().toString();
            }
            const bool isPainted = list->visualRect(index).intersects(list->viewport()->rect());
            if (isPainted && words.trimmed().isEmpty()) {
                report(list, "has a row without words");
            }
        }
    }

    void report(const QWidget *widget, const char *what)
    {
        const QWidget *parent = widget->parentWidget();
        m_findings.append(QStringLiteral("%1 \"%2\" in \"%3\" %4")
                              .arg(QString::fromLatin1(widget->metaObject()->className()),
                                   widget->objectName(), parent == nullptr ? QString() : parent->objectName(),
                                   QString::fromLatin1(what)));
    }

    static constexpr int mostRows = 200;
    QStringList m_findings;
};

} // namespace aside::test
