// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/addressing.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace aside {

class AddressDesk;
class PersonStore;

/// Whom a letter goes to and as whom it is written: fields to write into, with the addresses of people who
/// wrote before to choose from. What is written belongs to the AddressDesk as soon as the person pauses.
class AddressFields : public QWidget
{
    Q_OBJECT
public:
    AddressFields(AddressDesk &desk, QWidget *parent);

    /// Who can be chosen; they outlive this.
    void setPersons(PersonStore &persons) { m_persons = &persons; }
    /// Hands over what was written last.
    void commit();
    /// Everything that is written is an address, and somebody is named.
    [[nodiscard]] bool isComplete() const;
    /// Shows the fields of copies as well, until clear().
    void showCopies();
    void clear();
    void focusRecipients();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        RecipientKind kind = RecipientKind::To;
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
    };

    void build();
    void retranslate();
    void refresh();
    void refreshSenders();
    void arrange();
    void takeTyped(QLineEdit *edit);
    void propose(QLineEdit *edit);
    void accept(const QString &chosen);
    [[nodiscard]] Addressing written() const;
    [[nodiscard]] QString problem() const;

    AddressDesk &m_desk;
    PersonStore *m_persons = nullptr;
    QLabel *m_fromLabel;
    QComboBox *m_from;
    std::array<Line, 3> m_lines;
    QLabel *m_problem;
    QCompleter *m_completer;
    QStringListModel *m_proposals;
    QTimer m_pause; ///< since the last key
    bool m_wantsCopies = false;
};

} // namespace aside
