// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace aside {

/// Where the words were found: the message, and the how many-th place in it.
struct ThreadHit {
    int row = 0;
    int number = 0;

    bool operator==(const ThreadHit &) const = default;
};

/// All places in all messages, from the top. Pure: any thread may call.
[[nodiscard]] QList<ThreadHit> findInThread(const QList<Message> &messages, const QString &words);

/// Looks for words in a whole conversation, also where no widget shows it.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent);

    void setMessages(const QList<Message> &messages);
    void open();
    void stop();
    void step(int hits);
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void hitChosen(int row, int number);
    /// Other words, or none any more.
    void wordsChanged();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showCount();
    void retranslate();

    QLineEdit *m_words;
    QLabel *m_count;
    QList<QWidget *> m_buttons;
    QList<Message> m_messages;
    QList<ThreadHit> m_hits;
    qsizetype m_at = -1;
    int m_search = 0; ///< counts up: an answer to an older one is not wanted any more
};

} // namespace aside
