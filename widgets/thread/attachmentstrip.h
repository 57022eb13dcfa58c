// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "widgets/thread/messagebody.h"

#include <QWidget>

class QToolButton;

namespace aside {

class PictureLoader;

/// The files that came with a message, as buttons with what can be done. Pictures show themselves. Its height
/// follows from its width.
class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype few = 8;

    AttachmentStrip(PictureLoader &pictures, QWidget *parent);

    void show(const QList<Attachment> &attachments, Chips chips);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] int widthWanted() const;

Q_SIGNALS:
    void openAsked(const aside::Attachment &attachment);
    void saveAsked(const aside::Attachment &attachment);
    void allAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool isReal) const;
    void fill(QToolButton *chip, const Attachment &attachment);
    void popUp(QToolButton *chip, const Attachment &attachment);
    [[nodiscard]] QToolButton *chip(qsizetype at);

    PictureLoader &m_pictures;
    QList<Attachment> m_attachments;
    QList<QToolButton *> m_chips;
    QToolButton *m_all;
    qsizetype m_shown = 0;
};

} // namespace aside
