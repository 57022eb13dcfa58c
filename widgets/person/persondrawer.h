// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/person.h"

#include <QScrollArea>

class QLabel;
class QPlainTextEdit;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace aside {

class Clock;
class ConsentSection;
class ConsentStore;
class ElidedLabel;
class MergeSection;
class PersonRecords;
class PersonStore;
class PreferenceSection;
class PromiseStore;
class TimelineSection;

/// The drawer on the right: who the customer is, where else he writes, what he allows, what was promised,
/// what the team noted, who is the same person, and what there was on every channel.
class PersonDrawer : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonDrawer)

public:
    struct Services {
        PersonStore &persons;
        PersonRecords &records;
        PromiseStore &promises;
        ConsentStore &consents;
        const Clock &clock;
    };

    PersonDrawer(const Services &services, QWidget *parent);
    /// Hands over a note that is not saved yet.
    ~PersonDrawer() override;

    /// The customer of that conversation; loads again where it is the same.
    void showPersonOf(ConversationId id);
    /// Who is shown.
    [[nodiscard]] const PersonCard &person() const { return m_card; }
    [[nodiscard]] MergeSection &merges() { return *m_merges; }
    void reload() { load(); }

Q_SIGNALS:
    void conversationChosen(aside::ConversationId id);
    void promiseAsked();
    /// A promise of this conversation will not be kept in time.
    void delayAsked(aside::ConversationId id);
    void consentAsked();
    /// The message that shows a consent is to be seen.
    void evidenceAsked(aside::MessageId id);
    void callAsked(const QUrl &number);
    /// All that is kept of the person is wanted in a file.
    void exportAsked();
    void eraseAsked();
    void failed(const aside::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildMenu();
    void takeFont();
    void retranslate();
    void load();
    void take(const PersonCard &card);
    void showHead();
    void showHandles();
    void showNumber(const PersonHandle &handle, QStringList parts);
    void showPromises();
    void showTimeline();
    void keepPreference(const PersonPreference &preference);
    void connectParts();
    void saveNote();
    void keep(PromiseId id);

    PersonStore &m_persons;
    PersonRecords &m_records;
    PromiseStore &m_promises;
    const Clock &m_clock;
    ConsentSection *m_consents;
    MergeSection *m_merges;
    PreferenceSection *m_preference;
    TimelineSection *m_timeline;
    ConversationId m_conversation;
    PersonCard m_card;
    ElidedLabel *m_name;
    QWidget *m_avatar;
    QToolButton *m_more;
    QAction *m_export;
    QAction *m_erase;
    QLabel *m_consentTitle;
    QLabel *m_promiseTitle;
    QLabel *m_noteTitle;
    QLabel *m_preferenceTitle;
    QLabel *m_conversationTitle;
    QVBoxLayout *m_handleRows;
    QVBoxLayout *m_promiseRows;
    QPlainTextEdit *m_note;
    QTimer *m_afterTyping;
    QString m_savedNote;
    PersonId m_noteOf; ///< whose note is in the field
};

} // namespace aside
