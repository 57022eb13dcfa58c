// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/persondrawer.h"

#include "models/core/clock.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "models/ports/promisestore.h"
#include "models/privacy/consentnow.h"
#include "widgets/common/contentalignment.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/person/consentsection.h"
#include "widgets/person/mergesection.h"
#include "widgets/person/personparts.h"
#include "widgets/person/preferencesection.h"
#include "widgets/person/timelinesection.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 6;
constexpr int noteLines = 5;
constexpr int fewestLetters = 18; ///< beside icons and margins
constexpr int aroundLetters = 100;
constexpr std::chrono::milliseconds pause{400};

QVBoxLayout *section(QVBoxLayout *column, QLabel *title)
{
    column->addSpacing(margin);
    if (title != nullptr) {
        column->addWidget(title);
    }
    auto *rows = new QVBoxLayout;
    rows->setSpacing(gap / 2);
    column->addLayout(rows);
    return rows;
}

} // namespace

PersonDrawer::PersonDrawer(const Services &services, QWidget *parent)
    : QScrollArea(parent)
    , m_persons(services.persons)
    , m_records(services.records)
    , m_promises(services.promises)
    , m_clock(services.clock)
    , m_consents(new ConsentSection(services.consents, services.clock, this))
    , m_merges(new MergeSection(services.records, this))
    , m_preference(new PreferenceSection(this))
    , m_timeline(new TimelineSection(services.clock, this))
    , m_afterTyping(new QTimer(this))
{
    setFocusPolicy(Qt::NoFocus); // its parts take the keyboard, and bring themselves into sight
    build();
    retranslate();
    m_afterTyping->setSingleShot(true);
    m_afterTyping->setInterval(pause);
    connect(m_afterTyping, &QTimer::timeout, this, &PersonDrawer::saveNote);
    connect(m_note, &QPlainTextEdit::textChanged, m_afterTyping, qOverload<>(&QTimer::start));
    connectParts();
}

void PersonDrawer::connectParts()
{
    connect(m_consents, &ConsentSection::recordAsked, this, &PersonDrawer::consentAsked);
    connect(m_consents, &ConsentSection::evidenceAsked, this, &PersonDrawer::evidenceAsked);
    connect(m_consents, &ConsentSection::failed, this, &PersonDrawer::failed);
    connect(m_merges, &MergeSection::evidenceAsked, this, &PersonDrawer::evidenceAsked);
    connect(m_merges, &MergeSection::failed, this, &PersonDrawer::failed);
    connect(m_preference, &PreferenceSection::changed, this, &PersonDrawer::keepPreference);
    connect(m_timeline, &TimelineSection::conversationChosen, this, &PersonDrawer::conversationChosen);
}

PersonDrawer::~PersonDrawer()
{
    saveNote();
}

void PersonDrawer::build()
{
    setObjectName(QStringLiteral("personDrawer"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Window);
    page->setAutoFillBackground(true);
    setWidget(page);
    m_avatar = new AvatarLabel(page);
    m_name = new ElidedLabel(page);
    m_name->setObjectName(QStringLiteral("personName"));
    m_more = new QToolButton(page);
    buildMenu();
    m_consentTitle = sectionTitle(page);
    m_promiseTitle = sectionTitle(page);
    m_noteTitle = sectionTitle(page);
    m_preferenceTitle = sectionTitle(page);
    m_conversationTitle = sectionTitle(page);
    m_note = new QPlainTextEdit(page);
    m_note->setObjectName(QStringLiteral("personNote"));
    m_note->setTabChangesFocus(true);
    alignByContent(m_note);
    m_noteTitle->setBuddy(m_note);

    auto *head = new QHBoxLayout;
    head->setSpacing(margin / 2);
    head->addWidget(m_avatar);
    head->addWidget(m_name, 1);
    head->addWidget(m_more);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->addLayout(head);
    m_handleRows = section(column, nullptr);
    section(column, nullptr)->addWidget(m_merges);
    section(column, m_consentTitle)->addWidget(m_consents);
    m_promiseRows = section(column, m_promiseTitle);
    section(column, m_noteTitle)->addWidget(m_note);
    section(column, m_preferenceTitle)->addWidget(m_preference);
    section(column, m_conversationTitle)->addWidget(m_timeline);
    column->addStretch(1);
    takeFont();
}

/// What is rarely wanted, and not by accident.
void PersonDrawer::buildMenu()
{
    auto *menu = new QMenu(m_more);
    m_export = menu->addAction(QString(), this, &PersonDrawer::exportAsked);
    m_erase = menu->addAction(QString(), this, &PersonDrawer::eraseAsked);
    m_export->setObjectName(QStringLiteral("exportPersonAction"));
    m_erase->setObjectName(QStringLiteral("erasePersonAction"));
    m_more->setObjectName(QStringLiteral("personMenuButton"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_more->setIcon(themedIcon(QStringLiteral("overflow-menu")));
}

void PersonDrawer::takeFont()
{
    setMinimumWidth(fontMetrics().averageCharWidth() * fewestLetters + aroundLetters);
    m_name->setFont(scaledFont(*this, 1.2, QFont::DemiBold));
    m_note->setFixedHeight(noteLines * fontMetrics().lineSpacing() + 2 * gap);
}

void PersonDrawer::retranslate()
{
    //: The name of the drawer for a screen reader
    setAccessibleName(tr("Person"));
    m_more->setAccessibleName(tr("More about this person"));
    m_more->setToolTip(m_more->accessibleName());
    m_export->setText(tr("&Export all that is kept…"));
    m_erase->setText(tr("E&rase this person…"));
    m_consentTitle->setText(tr("Consents"));
    m_consents->retranslate();
    m_promiseTitle->setText(tr("Promises"));
    m_noteTitle->setText(tr("Note about this person (team only)"));
    m_note->setAccessibleName(tr("Note about this person (team only)"));
    m_note->setPlaceholderText(tr("What should everybody know who writes to this person?"));
    showHead();
    showHandles();
    m_preferenceTitle->setText(tr("Likes to be answered"));
    m_merges->retranslate();
    m_preference->retranslate();
    showPromises();
    showTimeline();
}

void PersonDrawer::showPersonOf(ConversationId id)
{
    m_conversation = id;
    load();
}

void PersonDrawer::load()
{
    const ConversationId asked = m_conversation;
    m_persons.card(asked).then(this, [this, asked](const Result<PersonCard> &card) {
        if (asked != m_conversation) {
            return; // the operator has moved on
        }
        if (card) {
            take(*card);
        } else if (card.error().code != Errc::NotFound) { // that one the thread tells
            Q_EMIT failed(card.error());
        }
    });
}

void PersonDrawer::take(const PersonCard &card)
{
    if (m_noteOf != card.id) {
        saveNote();
    }
    m_card = card;
    // What somebody types stays; else the field follows the store.
    if (m_noteOf != card.id || m_note->toPlainText() == m_savedNote) {
        m_noteOf = card.id;
        m_savedNote = card.note;
        if (m_note->toPlainText() != card.note) {
            m_note->setPlainText(card.note);
        }
    }
    m_note->setEnabled(card.id.isValid());
    m_more->setEnabled(card.id.isValid());
    m_consents->show(card);
    m_merges->show(card);
    m_preference->show(card);
    showHead();
    showHandles();
    showPromises();
    showTimeline();
}

void PersonDrawer::showHead()
{
    const QString name = oneLine(m_card.name, 120);
    m_name->setText(name.isEmpty() ? tr("Unknown person") : name);
    m_name->setToolTip(escapedToolTip(m_card.name));
    static_cast<AvatarLabel *>(m_avatar)->setPerson(m_card.name);
}

void PersonDrawer::showHandles()
{
    emptyRows(m_handleRows);
    for (const PersonHandle &handle : std::as_const(m_card.handles)) {
        QStringList parts{channelLabel(handle.channel), isolated(oneLine(handle.shown, 80))};
        if (handle.reach > 0) {
            parts << tr("%1 followers").arg(QLocale().toString(handle.reach));
        }
        if (handle.isBlocked) {
            //: A person who may not reach the inbox
            parts << tr("blocked");
        }
        if (handle.channel == Channel::Phone) {
            showNumber(handle, parts);
            continue;
        }
        m_handleRows->addWidget(
            iconRow(channelIconName(handle.channel), parts.join(QStringLiteral(" · ")), widget()));
    }
}

/// A number that may be called is a button; of one that may not it says so.
void PersonDrawer::showNumber(const PersonHandle &handle, QStringList parts)
{
    const ConsentQuestion question{.to = ConsentTo::Phone, .channel = Channel::Phone, .handle = handle.shown};
    const bool isAllowed = consentNow(m_card.consents, question, m_clock.now()) == ConsentState::Given;
    if (!isAllowed) {
        parts << tr("not allowed to phone");
    }
    m_handleRows->addWidget(
        iconRow(channelIconName(handle.channel), parts.join(QStringLiteral(" · ")), widget()));
    if (isAllowed) {
        auto *call = new QPushButton(tr("Call"), widget());
        call->setObjectName(QStringLiteral("callButton"));
        call->setAccessibleName(tr("Call %1").arg(oneLine(handle.shown, 60)));
        QString number = handle.shown;
        number.removeIf([](QChar sign) { return !sign.isDigit() && sign != u'+'; });
        connect(call, &QPushButton::clicked, this,
                [this, number] { Q_EMIT callAsked(QUrl(QStringLiteral("tel:") + number)); });
        m_handleRows->addWidget(call, 0, Qt::AlignLeft);
    }
}

void PersonDrawer::showPromises()
{
    emptyRows(m_promiseRows);
    for (const Promise &promise : std::as_const(m_card.promises)) {
        m_promiseRows->addWidget(promiseRow(promise, m_clock.now(), widget(),
                                            {.keep = [this](PromiseId id) { keep(id); },
                                             .delay =
                                                 [this, in = promise.conversation](PromiseId) {
                                                     Q_EMIT delayAsked(in);
                                                 }}));
    }
    auto *add = new QPushButton(tr("&Promise a date…"), widget());
    add->setObjectName(QStringLiteral("addPromiseButton"));
    connect(add, &QPushButton::clicked, this, &PersonDrawer::promiseAsked);
    m_promiseRows->addWidget(add, 0, Qt::AlignLeft);
}

void PersonDrawer::showTimeline()
{
    m_conversationTitle->setText(
        tr("%n conversation(s)", nullptr, static_cast<int>(m_card.conversationCount)));
    m_timeline->show(m_card, m_conversation);
}

void PersonDrawer::keepPreference(const PersonPreference &preference)
{
    m_records.setPreference(m_card.id, preference).then(this, [this](const Result<void> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            load(); // as it is
        }
    });
}

void PersonDrawer::saveNote()
{
    m_afterTyping->stop();
    const QString text = m_note->toPlainText();
    if (!m_noteOf.isValid() || text == m_savedNote) {
        return;
    }
    m_persons.setNote(m_noteOf, text).then(this, [this, text, id = m_noteOf](const Result<void> &saved) {
        if (!saved) {
            Q_EMIT failed(saved.error()); // the field keeps it and tries again with the next key
        } else if (id == m_noteOf) {
            m_savedNote = text;
        }
    });
}

void PersonDrawer::keep(PromiseId id)
{
    m_promises.keepPromise(id).then(this, [this](const Result<Promise> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
        }
        load();
    });
}

void PersonDrawer::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        takeFont();
    }
}

} // namespace aside
