// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QWidget>

class QLabel;

namespace aside {

/// One line across the window for what went wrong: never a box in the way, never lost work.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent);

    void showError(const Error &error);
    [[nodiscard]] QString words() const;

private:
    QLabel *m_words;
};

} // namespace aside
