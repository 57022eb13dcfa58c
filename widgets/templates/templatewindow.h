// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/template.h"
#include "models/templates/templatevariables.h"
#include "widgets/templates/templateshelf.h"

#include <QDialog>
#include <QKeySequence>

class QLineEdit;
class QPushButton;
class QTabWidget;

namespace aside {

class Clock;
class ProposalsPage;
class ReplyDesk;
class TemplateLibrary;
class TemplatePage;
class TemplateRemover;
class UndoBar;

/// What the window of templates works with.
struct TemplateWindowParts {
    TemplateLibrary &library;
    ReplyDesk &desk;
    const Clock &clock;
    QKeySequence nextKeys{Qt::Key_F8}; ///< to the next problem in the text
    QKeySequence previousKeys{Qt::SHIFT | Qt::Key_F8};
};

/// All templates by scope and folder, each to be read, tried with the open conversation, changed, kept as
/// mine, removed or proposed to the team; and the proposals of others.
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
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildRight();
    void connectParts();
    void connectRemover();
    void retranslate();
    void load(const TemplateAddress &address);
    void makeNew();
    void save();
    void askWhy();
    void propose(const QString &why);
    void updateButtons();
    void leaveTo(const TemplateAddress &address);

    TemplateWindowParts m_parts;
    QTabWidget *m_tabs;
    TemplateShelf *m_shelf;
    QLineEdit *m_name;
    TemplatePage *m_page;
    QPushButton *m_save;
    QPushButton *m_propose;
    UndoBar *m_undo;
    ProposalsPage *m_proposals;
    TemplateRemover *m_remover;
    TemplateAddress m_place; ///< what is in the editor; an empty id: a new one
};

} // namespace aside
