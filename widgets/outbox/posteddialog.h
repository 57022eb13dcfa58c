// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace aside {

class NoticeBar;

/// Asks for the proof that a reply was posted by hand: the page where it stands, or what else speaks for it.
/// Stays open until showProblem() or accept(). Deletes itself.
class PostedDialog final : public QDialog
{
    Q_OBJECT

public:
    PostedDialog(const OutboxItem &item, QWidget *parent);

    void showProblem(const Error &error);

Q_SIGNALS:
    /// With a proof that checkedProof() takes.
    void proved(const aside::PostProof &proof);

private:
    void build(const OutboxItem &item);
    void prove();

    NoticeBar *m_notice;
    QLineEdit *m_page;
    QLineEdit *m_words;
    QPushButton *m_posted = nullptr;
};

} // namespace aside
