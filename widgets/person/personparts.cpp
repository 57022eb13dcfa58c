// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/personparts.h"

#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace aside {

namespace {

struct PersonParts {
    Q_DECLARE_TR_FUNCTIONS(aside::PersonParts)
};

constexpr int gap = 8;
constexpr int glyph = 16;

/// Empty where it is open, as most are.
QString stateWords(ConversationState state)
{
    switch (state) {
    case ConversationState::Open:
        return {};
    case ConversationState::Closed:
        //: The state of a conversation
        return PersonParts::tr("closed");
    case ConversationState::Snoozed:
        //: The state of a conversation
        return PersonParts::tr("snoozed");
    }
    Q_UNREACHABLE_RETURN(QString());
}

/// Who can read it, below the words that an icon stands before.
QWidget *badgeRow(Audience audience, const QString &words, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *badge = new AudienceBadge(AudienceBadge::Shape::Pill, row);
    badge->show(audience, words);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(glyph + gap, 0, 0, 0);
    line->addWidget(badge, 0, Qt::AlignLeft);
    line->addStretch(1);
    row->setAttribute(Qt::WA_TransparentForMouseEvents);
    return row;
}

} // namespace

AvatarLabel::AvatarLabel(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(avatarSize, avatarSize);
}

void AvatarLabel::setPerson(const QString &name)
{
    m_name = name;
    update();
}

void AvatarLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawAvatar(&painter, rect(), m_name);
}

void emptyRows(QBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QLabel *sectionTitle(QWidget *parent)
{
    QLabel *title = plainLabel(parent);
    QFont small = title->font();
    small.setWeight(QFont::DemiBold);
    title->setFont(small);
    title->setWordWrap(true);
    title->setForegroundRole(QPalette::PlaceholderText);
    return title;
}

QWidget *iconRow(const QString &icon, const QString &text, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *picture = new QLabel(row);
    picture->setPixmap(themedIcon(icon, IconColor::Secondary).pixmap(glyph, glyph));
    picture->setAccessibleName(text);
    auto *words = new ElidedLabel(row);
    words->setText(text);
    words->setToolTip(escapedToolTip(text));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    line->addWidget(picture);
    line->addWidget(words, 1);
    return row;
}

QVBoxLayout *iconLines(QWidget &row, const QString &icon, const QString &text)
{
    auto *picture = new QLabel(&row);
    picture->setPixmap(themedIcon(icon, IconColor::Secondary).pixmap(glyph, glyph));
    picture->setAccessibleName(text);
    QLabel *words = plainLabel(&row);
    words->setText(text);
    words->setWordWrap(true);
    auto *line = new QHBoxLayout(&row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    line->addWidget(picture, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(gap / 2);
    column->addWidget(words);
    line->addLayout(column, 1);
    return column;
}

QString promiseText(const Promise &promise, Instant now)
{
    const QString what = isolated(oneLine(promise.words));
    const QString due = untilLabel(promise.dueAt, now);
    if (promise.isOpen()) {
        //: %1 is a date, %2 what was promised
        return promise.dueAt <= now ? PersonParts::tr("Late since %1: %2").arg(due, what)
                                    : PersonParts::tr("Due %1: %2").arg(due, what);
    }
    switch (promise.end) {
    case PromiseEnd::Kept:
        return PersonParts::tr("Kept %1: %2").arg(whenLabel(promise.keptAt, now), what);
    case PromiseEnd::Moved:
        //: Of a promise that has another date now; %1 is its old date, %2 what was promised
        return PersonParts::tr("Moved, was due %1: %2").arg(due, what);
    case PromiseEnd::Undone:
        //: Of a promise in a reply that came back; %1 is a date, %2 what was promised
        return PersonParts::tr("Did not reach them, was due %1: %2").arg(due, what);
    }
    Q_UNREACHABLE_RETURN({});
}

namespace {

QToolButton *promiseButton(QWidget *row, const QString &words, const Promise &promise,
                           const std::function<void(PromiseId)> &act)
{
    auto *button = new QToolButton(row);
    button->setText(words);
    //: To a screen reader, of a button: what it does, and what was promised
    button->setAccessibleName(PersonParts::tr("%1: %2").arg(words, oneLine(promise.words)));
    QObject::connect(button, &QToolButton::clicked, row, [act, id = promise.id] { act(id); });
    return button;
}

} // namespace

QWidget *promiseRow(const Promise &promise, Instant now, QWidget *parent, const PromiseActs &acts)
{
    const bool isOpen = promise.isOpen();
    const QString text = promiseText(promise, now);
    auto *row = new QWidget(parent);
    const bool isKept = !isOpen && promise.end == PromiseEnd::Kept;
    QVBoxLayout *column
        = iconLines(*row, isKept ? QStringLiteral("checkmark") : QStringLiteral("clock"), text);
    if (isOpen) {
        auto *done = promiseButton(row, PersonParts::tr("Kept"), promise, acts.keep);
        done->setObjectName(QStringLiteral("keepPromiseButton"));
        auto *delay = promiseButton(row, PersonParts::tr("Draft about a delay"), promise, acts.delay);
        delay->setObjectName(QStringLiteral("delayPromiseButton"));
        column->addWidget(done, 0, Qt::AlignLeft); // one below the other: the drawer is narrow
        column->addWidget(delay, 0, Qt::AlignLeft);
    }
    return row;
}

QPushButton *conversationLink(const ConversationRow &row, Instant now, QWidget *parent)
{
    const QString about = oneLine(row.subject.isEmpty() ? spokenPreview(row) : row.subject, 60);
    const QString when = whenLabel(row.lastAt, now);
    auto *link = new QPushButton(parent);
    link->setObjectName(QStringLiteral("conversationLink"));
    link->setFlat(true);
    QWidget *words
        = iconRow(channelIconName(row.channel), QStringLiteral("%1 · %2").arg(when, isolated(about)), link);
    words->setAttribute(Qt::WA_TransparentForMouseEvents); // the button is what is clicked
    const QString state = stateWords(row.state);
    const QString who = audienceLabel(row.audience);
    auto *column = new QVBoxLayout(link);
    column->setContentsMargins(0, gap / 4, 0, gap / 4);
    column->setSpacing(gap / 4);
    column->addWidget(words);
    column->addWidget(
        badgeRow(row.audience, state.isEmpty() ? who : who + QStringLiteral(" · ") + state, link));
    link->setMinimumHeight(column->sizeHint().height());
    link->setAccessibleName(
        QStringList{channelLabel(row.channel), about, when, who, state}.join(QStringLiteral(", ")));
    link->setToolTip(escapedToolTip(about));
    link->setMinimumWidth(1); // long words are cut, the drawer does not grow
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return link;
}

} // namespace aside
