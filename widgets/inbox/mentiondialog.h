// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/mentions/mention.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace aside {

class NoticeBar;

/// Takes down what a customer wrote in a place that no program reads. Stays open until showProblem() or
/// accept(). Deletes itself.
class MentionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The open conversation, where what is entered may go on with it.
    struct OpenTalk {
        AccountId account{};
        QString person{}; ///< foreign text
        QString answers{}; ///< the id of the message that another one would follow; empty: none can
    };

    /// `places` are the accounts that are kept by hand, at least one.
    MentionDialog(QList<Account> places, OpenTalk open, Instant now, QWidget *parent);

    void showProblem(const Error &error);

Q_SIGNALS:
    void entered(const aside::EnteredMention &mention, const aside::Account &place);

private:
    void build(Instant now);
    void addRows();
    void offerOpenTalk();
    [[nodiscard]] EnteredMention mention() const;

    QList<Account> m_places;
    OpenTalk m_open;
    NoticeBar *m_notice;
    QComboBox *m_place;
    QLineEdit *m_author;
    QLineEdit *m_page;
    QDateTimeEdit *m_at;
    QPlainTextEdit *m_text;
    QCheckBox *m_isPrivate;
    QCheckBox *m_goesOn;
    QPushButton *m_keep = nullptr;
};

} // namespace aside
