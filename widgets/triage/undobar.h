// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/undostrip.h"

class QTimer;

namespace aside {

/// One line that says what was done and offers to take it back, for a while.
class UndoBar : public UndoStrip
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent);

    void showDone(const QString &words);
    [[nodiscard]] QString words() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTimer *m_away;
};

} // namespace aside
