// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/ports/templatelibrary.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace aside {

class Clock;

/// What others want the team's templates to say, word by word against what they say now: to be accepted, or
/// given back with a few words.
class ProposalsPage : public QWidget
{
    Q_OBJECT
public:
    ProposalsPage(TemplateLibrary &library, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void failed(const aside::Error &error);
    void announced(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void load();
    void fill(const QList<TemplateProposal> &proposals);
    void showCurrent();
    void showDiff(const QString &before, const TemplateProposal &proposal);
    void accept();
    void giveBack();
    [[nodiscard]] const TemplateProposal *current() const;

    TemplateLibrary &m_library;
    const Clock &m_clock;
    QListWidget *m_list;
    QLabel *m_about;
    QTextBrowser *m_text;
    QLineEdit *m_words;
    QPushButton *m_accept;
    QPushButton *m_giveBack;
    QList<TemplateProposal> m_proposals;
};

} // namespace aside
