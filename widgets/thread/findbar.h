// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/threadoutline.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace aside {

class ConversationStore;

/// Where the words were found: the message, and the how many-th place in it.
struct ThreadHit {
    int row = 0;
    int number = 0;

    bool operator==(const ThreadHit &) const = default;
};

/// All places in the texts of messages that follow each other, from the top; the first one is `row`. Pure:
/// any thread may call.
[[nodiscard]] QList<ThreadHit> findInTexts(const QStringList &texts, const QString &words, int row);

/// Looks for words in a whole conversation, also where no widget shows it and nothing of it is in memory.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    FindBar(ConversationStore &store, QWidget *parent);

    void setPlaces(const QList<MessagePlace> &places);
    void open();
    void stop();
    void step(int hits);
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void hitChosen(int row, int number);
    /// Other words, or none any more.
    void wordsChanged();
    void closed();
    void failed(const aside::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void searchFrom(qsizetype row);
    void finish();
    void showCount();
    void retranslate();

    ConversationStore &m_store;
    QLineEdit *m_words;
    QLabel *m_count;
    QList<QWidget *> m_buttons;
    QList<MessagePlace> m_places;
    QList<ThreadHit> m_hits;
    QList<ThreadHit> m_found; ///< so far
    qsizetype m_at = -1;
    int m_search = 0; ///< counts up: an answer to an older one is not wanted any more
};

} // namespace aside
