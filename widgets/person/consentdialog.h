// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/domain/person.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace aside {

/// Asks what a person allowed, refused or took back, where, until when, and how we know. Deletes itself.
class ConsentDialog : public QDialog
{
    Q_OBJECT

public:
    struct Facts {
        PersonCard card;
        std::optional<Message> newest{}; ///< the message that may say it
        std::optional<ConsentState> said{}; ///< of calls, as that message seems to say
        QString number{}; ///< that it gives
        QString by{}; ///< who records it
        Instant now{};
    };

    ConsentDialog(Facts facts, QWidget *parent);

Q_SIGNALS:
    void recorded(const aside::ConsentEntry &entry);

private:
    struct Place {
        Channel channel = Channel::Email;
        QString handle{};
    };

    void build();
    void fillChoices();
    void fillEvidence();
    void showPlaces();
    void showState();
    [[nodiscard]] ConsentTo to() const;
    [[nodiscard]] ConsentState state() const;
    [[nodiscard]] Place place() const;
    [[nodiscard]] bool hasEvidence() const;
    [[nodiscard]] ConsentEntry entry() const;

    Facts m_facts;
    QList<Place> m_places; ///< in the order of the addresses that are offered
    QComboBox *m_to;
    QComboBox *m_address;
    QComboBox *m_state;
    QCheckBox *m_ends;
    QDateEdit *m_until;
    QComboBox *m_evidence;
    QLineEdit *m_words;
    QPushButton *m_record = nullptr;
};

} // namespace aside
