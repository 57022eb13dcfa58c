// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/promise.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace aside {

/// The round picture of a person: initials in the person's colour.
class AvatarLabel : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarLabel(QWidget *parent);

    void setPerson(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

/// Takes away all that stands there.
void emptyRows(QBoxLayout *rows);
/// A small grey heading.
[[nodiscard]] QLabel *sectionTitle(QWidget *parent);
/// An icon and one line of text that can be selected; both plain.
[[nodiscard]] QWidget *iconRow(const QString &icon, const QString &text, QWidget *parent);
/// An icon and words that are read to their end, in as many lines as they need; the column can take more.
[[nodiscard]] QVBoxLayout *iconLines(QWidget &row, const QString &icon, const QString &text);
/// What is to say of a promise: its date, and how it ended where it did.
[[nodiscard]] QString promiseText(const Promise &promise, Instant now);

/// What can be done about an open promise.
struct PromiseActs {
    std::function<void(PromiseId)> keep;
    std::function<void(PromiseId)> delay; ///< tell the customer that the date moves
};

/// A promise with its date; an open one has a button for each of the acts.
[[nodiscard]] QWidget *promiseRow(const Promise &promise, Instant now, QWidget *parent,
                                  const PromiseActs &acts);
/// A conversation as a flat button: channel, subject, when.
[[nodiscard]] QPushButton *conversationLink(const ConversationRow &row, Instant now, QWidget *parent);

} // namespace aside
