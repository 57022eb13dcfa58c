// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/ports/logbook.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace aside {

/// What the program noted about itself, as it goes on: to read, filter, copy and save.
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    LogDialog(const LogBook &book, QWidget *parent);

Q_SIGNALS:
    void failed(const aside::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    [[nodiscard]] bool isWanted(const LogLine &line) const;
    void fill();
    void add(const LogLine &line);
    void askWhereToSave();
    void saveTo(const QString &path);
    void retranslate();

    const LogBook &m_book;
    QLabel *m_levelLabel;
    QComboBox *m_level;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_save;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
