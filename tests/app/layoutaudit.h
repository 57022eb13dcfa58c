// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

namespace aside::test {

/// Looks at every visible widget for words that do not fit into their place, and for neighbours that lie on
/// each other. Text of strangers may be cut where it ends in an ellipsis.
class LayoutAudit
{
public:
    /// Names, subjects and handles: what may be shortened.
    explicit LayoutAudit(QStringList foreign)
        : m_foreign(std::move(foreign))
    {
    }

    /// What is wrong below this window, one line each.
    [[nodiscard]] QStringList findings(QWidget *window)
    {
        m_findings.clear();
        visit(window);
        return m_findings;
    }

private:
    void visit(QWidget *widget)
    {
        checkWords(widget);
        checkNeighbours(widget);
        for (QObject *child : widget->children()) {
            auto *inner = qobject_cast<QWidget *>(child);
            if (inner != nullptr && !inner->isWindow() && inner->isVisible()) {
                visit(inner);
            }
        }
    }

    void checkWords(QWidget *widget)
    {
        if (auto *elided = qobject_cast<ElidedLabel *>(widget)) {
            if (elided->shownText() != elided->text() && !isForeign(elided->text())
                && !elided->isOptional()) {
                report(widget, elided->text(), "is shortened, and the words are ours");
            }
        } else if (auto *label = qobject_cast<QLabel *>(widget)) {
            checkLabel(label);
        } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
            checkButton(button);
        } else if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
            checkTabs(tabs);
        } else if (auto *combo = qobject_cast<QComboBox *>(widget)) {
            checkCombo(combo);
        } else if (auto *line = qobject_cast<QLineEdit *>(widget)) {
            const int room
                = line->contentsRect().width() - line->textMargins().left() - line->textMargins().right();
            checkWidth(line, line->text().isEmpty() ? line->placeholderText() : QString(), room);
        } else if (auto *bar = qobject_cast<QMenuBar *>(widget)) {
            checkMenu(bar, bar->actions());
        } else if (auto *menu = qobject_cast<QMenu *>(widget)) {
            checkMenu(menu, menu->actions());
        } else if (auto *group = qobject_cast<QGroupBox *>(widget)) {
            checkWidth(group, group->title(), group->width());
        } else if (auto *status = qobject_cast<QStatusBar *>(widget)) {
            checkWidth(status, status->currentMessage(), status->width());
        } else if (auto *header = qobject_cast<QHeaderView *>(widget)) {
            checkHeader(header);
        }
    }

    void checkLabel(QLabel *label)
    {
        if (label->text().isEmpty()) {
            return;
        }
        const bool isRich = label->textFormat() == Qt::RichText
            || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
        if (label->wordWrap()) {
            if (label->heightForWidth(label->width()) > label->height() + slack) {
                report(label, label->text(), "needs more lines than it has room for");
            }
        } else if (isRich) {
            if (label->sizeHint().width() > label->width() + slack) {
                report(label, label->text(), "is wider than its place");
            }
        } else {
            checkWidth(label, label->text(), label->contentsRect().width() - 2 * label->margin());
        }
    }

    void checkButton(QAbstractButton *button)
    {
        const auto *tool = qobject_cast<QToolButton *>(button);
        const bool isIconAlone
            = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (button->text().isEmpty() || isIconAlone) {
            return;
        }
        QStyleOptionButton option;
        option.initFrom(button);
        int room = button->width();
        if (qobject_cast<QCheckBox *>(button) != nullptr) {
            room = button->style()->subElementRect(QStyle::SE_CheckBoxContents, &option, button).width();
        } else if (qobject_cast<QRadioButton *>(button) != nullptr) {
            room = button->style()->subElementRect(QStyle::SE_RadioButtonContents, &option, button).width();
        }
        const bool isBeside = tool == nullptr || tool->toolButtonStyle() != Qt::ToolButtonTextUnderIcon;
        if (!button->icon().isNull() && isBeside) {
            room -= button->iconSize().width() + iconGap;
        }
        checkWidth(button, button->text(), room);
    }

    void checkTabs(QTabBar *tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            const int icon = tabs->tabIcon(i).isNull() ? 0 : tabs->iconSize().width() + iconGap;
            checkWidth(tabs, tabs->tabText(i), tabs->tabRect(i).width() - icon);
            if (!tabs->rect().adjusted(-slack, -slack, slack, slack).contains(tabs->tabRect(i))) {
                report(tabs, tabs->tabText(i), "is a tab outside of its bar");
            }
        }
    }

    void checkCombo(QComboBox *combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const int room
            = combo->style()
                  ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo)
                  .width();
        // A box that does not go by its entries shows data: what is chosen has to fit, the list is as wide as
        // it needs.
        const bool isOfData = combo->sizeAdjustPolicy() == QComboBox::AdjustToMinimumContentsLengthWithIcon;
        for (int i = 0; i < combo->count(); ++i) {
            if (isOfData && i != combo->currentIndex()) {
                continue;
            }
            const int icon = combo->itemIcon(i).isNull() ? 0 : combo->iconSize().width() + iconGap;
            checkWidth(combo, combo->itemText(i), room - icon);
        }
    }

    template <typename Menu>
    void checkMenu(Menu *menu, const QList<QAction *> &actions)
    {
        const QRect place = menu->rect().adjusted(-slack, -slack, slack, slack);
        for (QAction *action : actions) {
            if (!action->isVisible() || action->isSeparator()) {
                continue;
            }
            const QRect entry = menu->actionGeometry(action);
            if (!place.contains(entry)) {
                report(menu, action->text(), "is an entry outside of its menu");
            }
            const QString shortcut = qobject_cast<QMenu *>(menu) == nullptr
                ? QString()
                : action->shortcut().toString(QKeySequence::NativeText);
            checkWidth(menu, action->text() + shortcut, entry.width());
        }
    }

    void checkHeader(QHeaderView *header)
    {
        for (int i = 0; i < header->count() && header->model() != nullptr; ++i) {
            const QString words = header->model()->headerData(i, header->orientation()).toString();
            if (header->orientation() == Qt::Horizontal && !header->isSectionHidden(i)) {
                checkWidth(header, words, header->sectionSize(i));
            }
        }
    }

    void checkWidth(QWidget *widget, const QString &words, int room)
    {
        const QSize needed = widget->fontMetrics().size(Qt::TextShowMnemonic, words);
        const bool isShortened = words.endsWith(u'…') && isForeign(words.chopped(1));
        if (!words.isEmpty() && needed.width() > room + slack && !isShortened) {
            report(widget, words, "is wider than its place");
        } else if (!words.isEmpty() && widget->fontMetrics().height() > widget->height() + slack) {
            report(widget, words, "is higher than its place");
        }
    }

    void checkNeighbours(QWidget *parent)
    {
        if (qobject_cast<QAbstractScrollArea *>(parent) != nullptr
            || qobject_cast<QLineEdit *>(parent) != nullptr
            || qobject_cast<QStackedWidget *>(parent) != nullptr
            || qobject_cast<QSplitter *>(parent) != nullptr) {
            return; // these put bars, buttons and handles over their children on purpose
        }
        QList<QWidget *> seen;
        for (QObject *child : parent->children()) {
            auto *one = qobject_cast<QWidget *>(child);
            if (one == nullptr || one->isWindow() || !one->isVisible() || isOverlay(one)) {
                continue;
            }
            for (const QWidget *other : std::as_const(seen)) {
                const QRect both = one->geometry().intersected(other->geometry());
                if (both.width() > slack && both.height() > slack) {
                    report(one, describe(other), "lies on its neighbour");
                }
            }
            seen.append(one);
        }
    }

    /// What is meant to lie over the window for a while.
    static bool isOverlay(const QWidget *widget) { return widget->property("overlay").toBool(); }

    [[nodiscard]] bool isForeign(const QString &words) const
    {
        return std::ranges::any_of(m_foreign, [&words](const QString &one) { return words.contains(one); });
    }

    static QString describe(const QWidget *widget)
    {
        return QStringLiteral("%1 \"%2\"")
            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }

    void report(const QWidget *widget, const QString &words, const char *what)
    {
        m_findings.append(
            QStringLiteral("%1 in %2: \"%3\" %4 (%5 x %6)")
                .arg(describe(widget),
                     widget->parentWidget() == nullptr ? QString() : describe(widget->parentWidget()),
                     words.left(80), QString::fromLatin1(what))
                .arg(widget->width())
                .arg(widget->height()));
    }

    static constexpr int slack = 1; ///< rounding of a scaled screen
    static constexpr int iconGap = 2;
    QStringList m_foreign;
    QStringList m_findings;
};

} // namespace aside::test
