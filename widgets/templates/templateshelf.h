// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace aside {

class TemplateCatalog;
class TemplateLibrary;

/// Which file: whose it is, and its path.
struct TemplateAddress {
    TemplateScope scope = TemplateScope::Mine;
    QString id{}; ///< empty: none

    bool operator==(const TemplateAddress &) const = default;
};

/// All templates by scope and folder, and below them the files that are broken, each with its line and the
/// reason. Follows the library.
class TemplateShelf : public QWidget
{
    Q_OBJECT
public:
    TemplateShelf(TemplateLibrary &library, QWidget *parent);

    /// The one that is open, marked in the tree.
    void setCurrent(const TemplateAddress &address);

Q_SIGNALS:
    void chosen(const aside::TemplateAddress &address);
    void newAsked();
    void removeAsked(const aside::TemplateAddress &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void fill();
    void fillTree(const TemplateCatalog &catalog);
    void fillBroken(const TemplateCatalog &catalog);
    void addTemplate(QTreeWidgetItem *top, const Template &one, const QString &warning);
    [[nodiscard]] TemplateAddress selected() const;
    [[nodiscard]] QTreeWidgetItem *itemOf(const TemplateAddress &address) const;

    TemplateLibrary &m_library;
    QLabel *m_nothing;
    QTreeWidget *m_tree;
    QWidget *m_brokenPart;
    QLabel *m_brokenTitle;
    QListWidget *m_broken;
    QPushButton *m_new;
    QPushButton *m_remove;
    TemplateAddress m_current;
    bool m_isFilling = false;
};

} // namespace aside
