// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QTextBrowser;
class QUrl;

namespace aside {

/// The pages for operators, as they are in docs/ and docs/ru/: built into the program, so that they are there
/// without a network. Follows the program's language. Opens no address outside of them.
class HandbookDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HandbookDialog(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void changePages();
    void follow(const QUrl &link);
    void goToHeading(const QString &fragment);

    QTextBrowser *m_text;
    QDialogButtonBox *m_buttons;
    QPushButton *m_back;
    QPushButton *m_contents;
};

} // namespace aside
