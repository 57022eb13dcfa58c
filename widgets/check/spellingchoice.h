// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;

namespace aside {

class ReplyDesk;

/// The language whose spelling is looked at in the reply that is open: told from the talk, one of those with
/// a dictionary, or none.
class SpellingChoice : public QWidget
{
    Q_OBJECT
public:
    SpellingChoice(ReplyDesk &desk, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void showCurrent();
    void choose(const QString &choice);

    ReplyDesk &m_desk;
    QStringList m_dictionaries;
    QLabel *m_label;
    QComboBox *m_choice;
};

/// "Russian", "English".
[[nodiscard]] QString spellingLanguage(const QString &code);

} // namespace aside
