// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/template.h"
#include "models/templates/templatevariables.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace aside {

class Clock;
class ProposalsPage;
class ReplyDesk;
class TemplateLibrary;
class TemplatePage;

/// What the window of templates works with.
struct TemplateWindowParts {
    TemplateLibrary &library;
    ReplyDesk &desk;
    const Clock &clock;
};

/// All templates by scope and folder, each to be read, tried with the open conversation, changed, kept as
/// mine or proposed to the team; and the proposals of others.
class TemplateWindow : public QDialog
{
    Q_OBJECT
public:
    TemplateWindow(const TemplateWindowParts &parts, QWidget *parent);

    /// What previews are made for.
    void setSource(const TemplateSource &source);

    /// Esc asks as well before anything unsaved is lost.
    void reject() override;

Q_SIGNALS:
    void failed(const aside::Error &error);
    void announced(const QString &words);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Place {
        TemplateScope scope = TemplateScope::Mine;
        QString id;
    };

    void build();
    [[nodiscard]] QWidget *buildLeft();
    [[nodiscard]] QWidget *buildRight();
    void connectParts();
    void fillTree();
    void choose(const QTreeWidgetItem *item);
    void load(const Place &place);
    void makeNew();
    void save();
    void propose();
    void updateButtons();
    void leaveTo(const Place &place);
    [[nodiscard]] QTreeWidgetItem *itemOf(const Place &place) const;

    TemplateWindowParts m_parts;
    QTabWidget *m_tabs;
    QTreeWidget *m_tree;
    QPushButton *m_new;
    QLineEdit *m_name;
    TemplatePage *m_page;
    QPushButton *m_save;
    QPushButton *m_propose;
    QLabel *m_nothing;
    ProposalsPage *m_proposals;
    Place m_place; ///< what is in the editor; an empty id: a new one
    bool m_isFilling = false;
};

} // namespace aside
