// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkrunner.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace aside {

class ReplyDesk;

/// What keeps the reply check from working as the team wants it: rules that do not exist, broken lists of
/// phrases, a dictionary that is not there. Hidden where nothing is wrong.
class CheckProblems : public QWidget
{
    Q_OBJECT
public:
    CheckProblems(ReplyDesk &desk, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void retranslate();
    void fill();
    [[nodiscard]] QStringList lines() const;

    ReplyDesk &m_desk;
    CheckSupplies m_supplies;
    bool m_isKnown = false; ///< what the desk has was told
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace aside
