// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/thread/messagebody.h"

#include <QHash>
#include <QImage>
#include <QTextBrowser>
#include <QUrl>

namespace aside {

/// The text of a bubble. Shows nothing but what it was given: no file and no address is opened by it, its
/// pictures are handed to it, and a link only says that it was chosen.
class MessageText : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MessageText(QWidget *parent);

    void show(const MessageBody &body);
    /// Shown where the text refers to it: "cid:" and its content id, or what the sanitiser calls it.
    void setPicture(const QString &reference, const QImage &picture);
    /// Marks every place where the words are; `current` counts from 0, -1 is none.
    void highlight(const QString &words, int current);
    /// Height for lines of that width; `used` is what they really take.
    [[nodiscard]] int layOut(int width, int *used);
    /// The address of the link there; empty where there is none.
    [[nodiscard]] QString linkAt(const QPoint &position) const;

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    /// Both as they are; checked, but not asked about yet.
    void linkChosen(const QString &address, const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void markLinks(const QList<LinkRange> &links);
    [[nodiscard]] QString textOfLink(const QString &address) const;
    /// Tells who cannot see the pictures what they show.
    void describePictures();

    QHash<QUrl, QImage> m_pictures; ///< by what the text calls them
    bool m_hasPictures = false;
    bool m_isNarrow = false; ///< short enough to be asked how wide it is
};

} // namespace aside
