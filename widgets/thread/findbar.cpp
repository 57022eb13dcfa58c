// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/findbar.h"

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

namespace aside {

QList<ThreadHit> findInThread(const QList<Message> &messages, const QString &words)
{
    QList<ThreadHit> hits;
    for (qsizetype row = 0; row < messages.size() && !words.isEmpty(); ++row) {
        const auto found = static_cast<int>(foldedMatches(messages.at(row).text, words).size());
        for (int number = 0; number < found; ++number) {
            hits.append({.row = static_cast<int>(row), .number = number});
        }
    }
    return hits;
}

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
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

void FindBar::setMessages(const QList<Message> &messages)
{
    m_messages = messages;
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
    const int asked = ++m_search;
    QtFuture::makeReadyValueFuture(m_messages)
        .then(QThreadPool::globalInstance(),
              [words = m_words->text()](const QList<Message> &messages) {
                  return findInThread(messages, words);
              })
        .then(this, [this, asked](const QList<ThreadHit> &hits) {
            if (asked != m_search) {
                return; // other words meanwhile
            }
            m_hits = hits;
            m_at = -1;
            Q_EMIT wordsChanged();
            step(0);
        });
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
