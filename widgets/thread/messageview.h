// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QWidget>

class QLabel;
class QTextBrowser;

namespace aside {

/// One message as a bubble: who, when, text, attachments. Shows foreign text as plain text only. Its height
/// follows from its width, so that the view that owns it can place it; used again for other messages.
class MessageView : public QWidget
{
    Q_OBJECT
public:
    explicit MessageView(QWidget *parent);

    /// `day` is the line above the first message of a day; empty for the others.
    void show(const Message &message, const QString &day);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Layout {
        QRect day;
        QRect header;
        QRect bubble;
        QRect text;
        QRect attachments;
        int height = 0;
    };
    void arrange();
    [[nodiscard]] Layout layoutFor(int width) const;
    [[nodiscard]] QString headerText(const Message &message) const;
    [[nodiscard]] QString attachmentText() const;

    Message m_message;
    Layout m_layout;
    QLabel *m_day;
    QLabel *m_header;
    QTextBrowser *m_text;
    QLabel *m_attachments;
};

} // namespace aside
