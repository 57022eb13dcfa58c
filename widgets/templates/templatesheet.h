// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"
#include "models/ports/checkstore.h"
#include "models/templates/templaterunner.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace aside {

/// One template to look at: why it is sent, what the customer should feel, how it is done, the text it makes
/// for the open conversation, and how it fared.
class TemplateSheet : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateSheet(QWidget *parent);

    /// Null: nothing is chosen.
    void showTemplate(const Template *one, const TemplateStatistics &statistics);
    void showText(const TemplateResult &rendered);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeFont();

    QLabel *m_title;
    QLabel *m_why;
    QLabel *m_feeling;
    QLabel *m_how;
    QPlainTextEdit *m_text;
    QLabel *m_files;
    QLabel *m_statistics;
};

} // namespace aside
