// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "widgets/thread/messagebody.h"
#include "widgets/thread/remoteimageloader.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace aside {

class AttachmentStrip;
class MessageText;
class PictureLoader;
class RemoteBar;

/// Where the pictures of messages come from.
struct PictureSources {
    PictureLoader &attached;
    RemoteImageLoader &remote;
};

/// One message as a bubble: who, when, text, attachments. What is foreign in it is plain text or sanitised.
/// Its height follows from its width, so that the view that owns it can place it; used again for other
/// messages.
class MessageView : public QWidget
{
    Q_OBJECT
public:
    MessageView(const PictureSources &pictures, QWidget *parent);

    /// `day` is the line above the first message of a day; empty for the others.
    void show(const Message &message, const BodyView &view, const QString &day);
    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] MessageText &text() { return *m_text; }
    /// There is news of images that were asked for; false where none of them is of this message.
    bool refreshRemoteImages();
    /// As the button does; false where there is nothing to load.
    bool loadRemoteImages();
    /// Of an attachment that is at its server; none: it is not on its way.
    void setProgress(AttachmentId id, std::optional<int> percent);
    void setCurrent(bool isCurrent);
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// The operator wants to see this message in another way.
    void viewAsked(aside::MessageId id, const aside::BodyView &view);
    void wholeTextAsked(const aside::Message &message);
    void openAsked(const aside::Attachment &attachment);
    void saveAsked(const aside::Attachment &attachment);
    void stopAsked(aside::AttachmentId id);
    void linkChosen(const QString &address, const QString &text);
    void remoteImagesDecided(aside::MessageId id, aside::RemoteImages decision);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Layout {
        QRect day;
        QRect header;
        QRect bubble;
        QList<QRect> parts; ///< of m_parts
        int height = 0;
    };
    void connectParts();
    void showRecipients();
    void askForDetails();
    void showNote();
    void showPage();
    void paleWhenDeleted();
    void showPictures();
    void showRemoteImages();
    RemoteImage placeRemoteImage(const RemotePicture &picture);
    void arrange();
    [[nodiscard]] Layout layoutFor(int width) const;
    void mirror(Layout &layout, int width) const;
    [[nodiscard]] int innerWidth(int widest, int *textHeight) const;
    void takeFonts();
    [[nodiscard]] bool isButton(const QWidget *part) const;
    enum class Handle : quint8 { Shown, Hidden };
    [[nodiscard]] QString headerText(Handle handle) const;

    PictureSources m_pictures;
    Message m_message;
    BodyView m_view;
    MessageBody m_body;
    Layout m_layout;
    QString m_fullHeader;
    QHash<QString, RemoteImage> m_images; ///< what stands in the text now, by reference
    bool m_isCurrent = false;
    QLabel *m_day;
    QLabel *m_header;
    QToolButton *m_recipients;
    QLabel *m_details;
    MessageText *m_text;
    QToolButton *m_history;
    QToolButton *m_whole;
    QToolButton *m_page;
    QLabel *m_note;
    RemoteBar *m_remote;
    AttachmentStrip *m_attachments;
    QList<QWidget *> m_parts; ///< inside the bubble, from the top
};

/// Names a message for a screen reader: who, which way, when, and how it begins.
[[nodiscard]] QString spokenName(const Message &message);

/// Makes bubbles items of a list for screen readers.
void installMessageAccessibility();
/// Tab comes to what takes it in the message when it leaves `before`; answers with the last of these.
[[nodiscard]] QWidget *putTabStopsAfter(QWidget *before, MessageView &view);

} // namespace aside
