// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "widgets/richtext/remotepicture.h"
#include "widgets/thread/remoteimageloader.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace aside {

class ElidedButton;

/// What there is to know and to decide about the images of one message.
struct RemoteOffer {
    RemoteContent content;
    RemotePlaces places = RemotePlaces::LeftOut;
    QList<RemoteImage> images{}; ///< of those that are placed
    RemoteImages decision = RemoteImages::Ask;
    QString sender; ///< whom the decision is about; empty: nobody
};

/// Below the text of a message: whose images are not loaded, and the way to load them.
class RemoteBar : public QWidget
{
    Q_OBJECT
public:
    explicit RemoteBar(QWidget *parent);

    /// Hides where there is nothing to say.
    void show(const RemoteOffer &offer);
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// Also a second time, for those that failed.
    void loadAsked();
    void decided(aside::RemoteImages decision);

private:
    [[nodiscard]] static QString note(const RemoteOffer &offer);
    void showButtons(const RemoteOffer &offer);

    QLabel *m_note;
    QPushButton *m_load;
    ElidedButton *m_always;
    RemoteImages m_decision = RemoteImages::Ask;
};

/// Why an image is not there, to be read after a colon.
[[nodiscard]] QString imageFailureText(Errc code);

/// What stands in the place of an image that is loading or could not be loaded; in the colours of `look`.
[[nodiscard]] QImage remotePlaceholder(const RemotePicture &picture, const RemoteImage &image,
                                       const QWidget &look);

} // namespace aside
