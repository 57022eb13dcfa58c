// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "widgets/thread/messagebody.h"

#include <QHash>
#include <QWidget>

#include <optional>

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

    /// How far one has come that is at its server; none: it is not on its way.
    void setProgress(AttachmentId id, std::optional<int> percent);

Q_SIGNALS:
    void openAsked(const aside::Attachment &attachment);
    void saveAsked(const aside::Attachment &attachment);
    void allAsked();
    /// What is on its way is to stay where it is.
    void stopAsked(aside::AttachmentId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool isReal) const;
    void fill(QToolButton *chip, const Attachment &attachment);
    void sayProgress(QToolButton *chip, const Attachment &attachment);
    void popUp(QToolButton *chip, const Attachment &attachment);
    [[nodiscard]] QToolButton *chip(qsizetype at);

    PictureLoader &m_pictures;
    QList<Attachment> m_attachments;
    QList<QToolButton *> m_chips;
    QToolButton *m_all;
    QHash<AttachmentId, int> m_coming; ///< per cent of those that are on their way
    qsizetype m_shown = 0;
};

} // namespace aside
