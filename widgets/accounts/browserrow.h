// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace aside {

/// Begins to sign in with the browser, and stops it; the page that is open there can be opened again, or
/// carried to another browser.
class BrowserRow final : public QWidget
{
    Q_OBJECT
public:
    explicit BrowserRow(QWidget *parent);

    /// Whether enough is filled in to begin.
    void setReady(bool isReady);
    /// While something is under way, it can be stopped and not begun.
    void setBusy(bool isBusy);
    void showPage(const QUrl &page);
    /// Whether the person has to do something in the browser.
    [[nodiscard]] bool hasPage() const { return !m_page.isEmpty(); }

Q_SIGNALS:
    void asked();
    void stopped();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void retranslate();

    QUrl m_page;
    bool m_isReady = false;
    bool m_isBusy = false;
    QPushButton *m_signIn;
    QPushButton *m_stop;
    QPushButton *m_open;
    QPushButton *m_copy;
};

} // namespace aside
