// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"

#include <QWidget>

class QLabel;

namespace aside {

/// Says with colour, icon and words who can read a conversation.
class AudienceBadge : public QWidget
{
    Q_OBJECT
public:
    enum class Shape {
        Pill, ///< as wide as its words
        Strip, ///< as wide as there is room
    };

    AudienceBadge(Shape shape, QWidget *parent);

    void show(Audience audience, const QString &words);
    /// What no customer can read.
    void showTeam(const QString &words);
    [[nodiscard]] QString words() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeColors();

    Shape m_shape;
    Audience m_audience = Audience::Private;
    bool m_isForTeam = false;
    QLabel *m_icon;
    QLabel *m_words;
};

} // namespace aside
