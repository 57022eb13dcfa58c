// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/draft.h"

#include <QDialog>
#include <QList>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace aside {

/// All saved versions of a draft, each as it differs from the text that is written now. Deletes itself.
class VersionsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `versions` come newest first.
    VersionsDialog(QList<Draft> versions, QString current, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void versionChosen(const aside::Draft &version);

private:
    void buildLayout();
    void fill(const Clock &clock);
    void showVersion(int row);
    void use();

    QList<Draft> m_versions;
    QString m_current;
    QListWidget *m_list;
    QLabel *m_summary;
    QTextBrowser *m_text;
    QPushButton *m_use;
};

} // namespace aside
