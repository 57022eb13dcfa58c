// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/findbar.h"

#include "models/ports/conversationstore.h"
#include "widgets/common/searchfold.h"
#include "widgets/theme/icons.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QFuture>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr qsizetype textsAtOnce = 1000; ///< of a long conversation, no more than these are in memory

} // namespace

QList<ThreadHit> findInTexts(const QStringList &texts, const QString &words, int row)
{
    QList<ThreadHit> hits;
    for (const QString &text : texts) {
        const auto found = static_cast<int>(foldedMatches(text, words).size());
        for (int number = 0; number < found; ++number) {
            hits.append({.row = row, .number = number});
        }
        ++row;
    }
    return hits;
}

FindBar::FindBar(ConversationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_words(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    setAutoFillBackground(true);
    m_words->setObjectName(QStringLiteral("findWords"));
    m_words->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setObjectName(QStringLiteral("findCount"));
    const auto button = [this](const QString &icon, const QString &name, auto slot) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setIcon(themedIcon(icon));
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, slot);
        m_buttons.append(made);
    };
    button(QStringLiteral("go-up"), QStringLiteral("findPrevious"), [this] { step(-1); });
    button(QStringLiteral("go-down"), QStringLiteral("findNext"), [this] { step(1); });
    button(QStringLiteral("window-close"), QStringLiteral("findClose"), [this] { stop(); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    for (QWidget *each : std::as_const(m_buttons)) {
        row->addWidget(each);
    }
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::search);
    retranslate();
    hide();
}

void FindBar::retranslate()
{
    m_words->setPlaceholderText(tr("Find in this conversation"));
    m_words->setAccessibleName(tr("Find in this conversation"));
    const QStringList names{tr("Previous place"), tr("Next place"), tr("Close")};
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setAccessibleName(names.at(i));
        m_buttons.at(i)->setToolTip(names.at(i));
    }
    showCount();
}

void FindBar::setPlaces(const QList<MessagePlace> &places)
{
    m_places = places;
    if (isVisibleTo(parentWidget())) {
        search();
    }
}

void FindBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    search();
}

void FindBar::stop()
{
    hide();
    ++m_search;
    m_hits.clear();
    Q_EMIT wordsChanged();
    Q_EMIT closed();
}

QString FindBar::words() const
{
    return isVisibleTo(parentWidget()) ? m_words->text() : QString();
}

void FindBar::search()
{
    ++m_search;
    m_found.clear();
    searchFrom(m_words->text().isEmpty() ? m_places.size() : 0);
}

/// The texts come from the store part by part; each is searched away from the window.
void FindBar::searchFrom(qsizetype row)
{
    QList<MessageId> ids;
    const qsizetype end = std::min(row + textsAtOnce, m_places.size());
    for (qsizetype each = row; each < end; ++each) {
        ids.append(m_places.at(each).id);
    }
    if (ids.isEmpty()) {
        finish();
        return;
    }
    m_store.textsById(ids)
        .then(QThreadPool::globalInstance(),
              [words = m_words->text(), row](const Result<QStringList> &texts) {
                  return texts.transform([&](const QStringList &read) {
                      return findInTexts(read, words, static_cast<int>(row));
                  });
              })
        .then(this, [this, end, asked = m_search](const Result<QList<ThreadHit>> &hits) {
            if (asked != m_search) {
                return; // other words meanwhile
            }
            if (!hits) {
                Q_EMIT failed(hits.error());
                return;
            }
            m_found += *hits;
            searchFrom(end);
        });
}

void FindBar::finish()
{
    m_hits = std::exchange(m_found, {});
    m_at = -1;
    Q_EMIT wordsChanged();
    step(0);
}

/// From nowhere to the last place, which is the newest; then around.
void FindBar::step(int hits)
{
    if (!m_hits.isEmpty()) {
        const qsizetype from = m_at < 0 ? m_hits.size() - (hits > 0 ? 0 : 1) + (hits < 0 ? 1 : 0) : m_at;
        m_at = (from + hits + m_hits.size()) % m_hits.size();
        Q_EMIT hitChosen(m_hits.at(m_at).row, m_hits.at(m_at).number);
    }
    showCount();
    QAccessibleAnnouncementEvent announcement(this, m_count->text());
    QAccessible::updateAccessibility(&announcement);
}

void FindBar::showCount()
{
    if (m_words->text().isEmpty()) {
        m_count->clear();
    } else if (m_hits.isEmpty()) {
        m_count->setText(tr("Not found"));
    } else {
        //: %1 is the place that is shown, %2 the number of all places
        m_count->setText(tr("%1 of %2").arg(locale().toString(m_at + 1), locale().toString(m_hits.size())));
    }
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return stop();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        return step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
