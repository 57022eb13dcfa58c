// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/mentiondialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace aside {

namespace {

constexpr int letters = 52; // of its width
constexpr int lines = 6;
constexpr int longestName = 200;

} // namespace

MentionDialog::MentionDialog(QList<Account> places, OpenTalk open, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_places(std::move(places))
    , m_open(std::move(open))
    , m_notice(new NoticeBar(this))
    , m_place(new QComboBox(this))
    , m_author(new QLineEdit(this))
    , m_page(new QLineEdit(this))
    , m_at(new QDateTimeEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_isPrivate(new QCheckBox(tr("Only we can read it &there"), this))
    , m_goesOn(new QCheckBox(this))
{
    setObjectName(QStringLiteral("mentionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Enter a mention"));
    build(now);
    addRows();
    const auto update = [this] {
        m_keep->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, update);
    connect(m_place, &QComboBox::currentIndexChanged, this, &MentionDialog::offerOpenTalk);
    offerOpenTalk();
    update();
    m_text->setFocus();
}

void MentionDialog::build(Instant now)
{
    m_place->setObjectName(QStringLiteral("mentionPlace"));
    for (const Account &place : std::as_const(m_places)) {
        m_place->addItem(oneLine(place.name, longestName));
        if (place.id == m_open.account) {
            m_place->setCurrentIndex(m_place->count() - 1);
        }
    }
    m_author->setObjectName(QStringLiteral("mentionAuthor"));
    m_author->setMaxLength(longestName);
    m_page->setObjectName(QStringLiteral("mentionPage"));
    m_page->setPlaceholderText(QStringLiteral("https://"));
    m_page->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    const auto here = QDateTime::fromMSecsSinceEpoch(toMillis(now));
    m_at->setObjectName(QStringLiteral("mentionAt"));
    m_at->setCalendarPopup(true);
    m_at->setDateTime(here);
    m_at->setMaximumDateTime(here);
    m_text->setObjectName(QStringLiteral("mentionText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 16);
    m_isPrivate->setObjectName(QStringLiteral("mentionIsPrivate"));
    m_goesOn->setObjectName(QStringLiteral("mentionGoesOn"));
    //: %1 is the customer of the open conversation
    m_goesOn->setText(tr("It goes &on with the open conversation: %1").arg(oneLine(m_open.person, 60)));
}

void MentionDialog::addRows()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_keep = buttons->button(QDialogButtonBox::Ok);
    m_keep->setText(tr("&Keep it"));
    m_keep->setProperty("primary", true);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Place"), m_place);
    form->addRow(tr("What they &wrote"), m_text);
    form->addRow(tr("&Author, as the page shows them"), m_author);
    form->addRow(tr("A&ddress of the page"), m_page);
    form->addRow(tr("W&hen"), m_at);
    form->addRow(m_isPrivate);
    form->addRow(m_goesOn);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_keep->setEnabled(false); // until the answer is there
        Q_EMIT entered(mention(), m_places.at(m_place->currentIndex()));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// Only with a talk of the same place.
void MentionDialog::offerOpenTalk()
{
    const bool fits = !m_open.answers.isEmpty() && m_places.at(m_place->currentIndex()).id == m_open.account;
    m_goesOn->setVisible(fits);
    m_goesOn->setChecked(fits && m_goesOn->isChecked());
}

EnteredMention MentionDialog::mention() const
{
    return {.author = m_author->text(),
            .text = m_text->toPlainText(),
            .page = m_page->text(),
            .subject = {},
            .audience = m_isPrivate->isChecked() ? Audience::Private : Audience::Public,
            .at = fromMillis(m_at->dateTime().toMSecsSinceEpoch()),
            .answers = m_goesOn->isChecked() ? m_open.answers : QString()};
}

void MentionDialog::showProblem(const Error &error)
{
    m_keep->setEnabled(true);
    if (error.code == Errc::BadSettings && error.detail == QLatin1StringView("page")) {
        m_notice->showWords(tr("That is no address of a page. Copy it from the browser: it begins with "
                               "https://."));
        m_page->setFocus();
    } else if (error.code == Errc::BadSettings) {
        m_notice->showWords(tr("That time is still to come. When was it written?"));
        m_at->setFocus();
    } else if (error.code == Errc::TooLarge) {
        m_notice->showWords(tr("That is too long to be kept: a mention has 200,000 characters at most."));
        m_text->setFocus();
    } else {
        m_notice->showError(error);
    }
}

} // namespace aside
