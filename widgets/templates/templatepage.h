// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templaterunner.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QTimer;

namespace aside {

class ReplyDesk;
class TemplateEditor;
class TemplateLibrary;
struct CheckReport;

/// One template being written: its file, what it makes of the open conversation, and what is wrong with it,
/// looked at soon after each key and away from the window's thread.
class TemplatePage : public QWidget
{
    Q_OBJECT
public:
    TemplatePage(TemplateLibrary &library, ReplyDesk &desk, QWidget *parent);

    void show(const QString &id, const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isChanged() const;
    /// What is written now lies in the file.
    void keep();
    /// What the preview is made for; none: with gaps for everything.
    void setSource(const TemplateSource &source);

    enum class Way : quint8 { Next, Previous };
    /// Puts the caret on the next thing to look at, round and round, and says what it is.
    void goToMark(Way way);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Something to look at.
    struct Mark {
        TextRange range; ///< in the whole file
        QString words;
    };

    struct Look {
        std::expected<Template, TemplateProblem> read;
        QList<TemplateProblem> problems;
    };

    void build();
    void look();
    void take(const Look &seen);
    void takeFindings(const CheckReport &report);
    void preview(const Template &read);
    void fillList();
    void collectMarks();
    void showState();
    void retranslate();

    TemplateLibrary &m_library;
    ReplyDesk &m_desk;
    TemplateRunner m_runner;
    TemplateEditor *m_editor;
    QPlainTextEdit *m_preview;
    QLabel *m_state;
    QListWidget *m_list;
    QTimer *m_timer;
    QString m_id;
    QString m_kept; ///< what the file says
    TemplateSource m_source;
    QList<TemplateProblem> m_problems;
    QList<Finding> m_findings; ///< ranges in the whole file
    QList<Mark> m_marks; ///< in the order of the text
    qsizetype m_bodyStart = 0;
    quint64 m_looks = 0; ///< only the answer to the latest counts
};

} // namespace aside
