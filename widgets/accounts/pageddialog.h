// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace aside {

class NoticeBar;
class WizardPage;

/// A dialog that goes from page to page: what went wrong on top, the buttons below.
class PagedDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PagedDialog(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

    [[nodiscard]] QWidget *pageParent() const;
    void addPage(WizardPage *page);
    [[nodiscard]] WizardPage *current() const;
    void showPage(WizardPage *page);
    [[nodiscard]] NoticeBar &notice() { return *m_notice; }
    [[nodiscard]] QPushButton &back() { return *m_back; }
    [[nodiscard]] QPushButton &next() { return *m_next; }

    virtual void retranslate() = 0;
    virtual void updateButtons() = 0;
    virtual void goOn() = 0;
    virtual void goBack() = 0;

private:
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace aside
