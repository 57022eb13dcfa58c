// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/closing.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace aside {

class FlowRow;

/// Between the header and the messages: that this talk goes on in private, or where it began, and the way
/// there. Hidden where there is nothing to tell.
class StoryBar : public QWidget
{
    Q_OBJECT
public:
    explicit StoryBar(QWidget *parent);

    /// `moves` are those of the conversation `here`, the newest first; `end` is how the public one ends.
    void show(const QList<PrivateMove> &moves, ConversationId here, Instant now,
              const ClosingStory &end = {});
    void clear();

Q_SIGNALS:
    /// The person wants to see the other side.
    void otherSideAsked(aside::ConversationId id);
    /// The person wants to take the next step towards the end.
    void endAsked();
    /// The person wants to see why it has stopped.
    void outboxAsked();
    /// Nobody is to be waited for any more.
    void takeBackAsked(aside::PrivateMoveId id);

protected:
    [[nodiscard]] QSize minimumSizeHint() const override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void takeStep();
    void placeButtons();
    [[nodiscard]] bool canStopWaiting() const;
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] QString stepWords() const;

    PrivateMove m_move;
    ClosingStory m_end;
    ConversationId m_here;
    Instant m_now{};
    QLabel *m_words;
    QPushButton *m_step;
    QPushButton *m_go;
    FlowRow *m_buttons;
    QBoxLayout *m_parts;
};

} // namespace aside
