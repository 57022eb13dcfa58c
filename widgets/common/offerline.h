// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace aside {

class FlowRow;

/// A quiet line above the thread that offers something: words, and buttons for the answers. Foreign text in
/// the words stays plain.
class OfferLine : public QWidget
{
    Q_OBJECT

public:
    enum class Buttons : quint8 { BesideWords, BelowWords };

    explicit OfferLine(Buttons place, QWidget *parent);

    [[nodiscard]] QLabel &words() { return *m_words; }
    /// The next one, with no words yet.
    QPushButton *addButton(const QString &name);

private:
    QLabel *m_words;
    FlowRow *m_buttons;
};

} // namespace aside
