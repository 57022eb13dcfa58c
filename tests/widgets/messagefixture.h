// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/widgets/windowfixture.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QUrl>

namespace aside::test {

/// A thread of its own in a window, with what it was asked to open.
struct ThreadFixture {
    FakeStores stores;
    FakePictures pictures;
    ThreadView view{stores.clock, stores, pictures, nullptr};
    QList<QUrl> opened;

    ThreadFixture()
    {
        view.resize(700, 600);
        view.setOpener([this](const QUrl &url) { opened.append(url); });
        view.QWidget::show();
    }

    void show(const QList<Message> &messages, int unread = 0)
    {
        ConversationRow row;
        row.id = ConversationId{1};
        row.unread = unread;
        stores.addConversation(row, messages);
        view.show(outlineOf({.conversation = row, .messages = messages}));
    }

    Message message(qint64 id, const QString &text, const QString &html = {}) const
    {
        Message made;
        made.id = MessageId{id};
        made.author = QStringLiteral("Anna");
        made.sentAt = stores.clock.now();
        made.text = text;
        made.html = html;
        return made;
    }

    [[nodiscard]] MessageView *only() const
    {
        for (MessageView *each : view.findChildren<MessageView *>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return only()->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text() const { return only()->text().toPlainText(); }
};

inline Attachment attachment(qint64 id, const QString &name, qint64 size = 10)
{
    Attachment made;
    made.id = AttachmentId{id};
    made.name = name;
    made.size = size;
    return made;
}

} // namespace aside::test
