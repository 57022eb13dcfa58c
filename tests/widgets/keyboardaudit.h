// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QDateTimeEdit>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

namespace aside::test {

/// Walks a window with the Tab key, and reads the letters behind Alt.
class KeyboardAudit
{
public:
    /// The focus after each press of Tab (or Shift+Tab) until it is back where it began; the beginning is the
    /// last. Where it does not come back, the walk ends with the widget that keeps the keyboard.
    [[nodiscard]] static QList<QWidget *> walk(QWidget *window, Qt::KeyboardModifiers modifiers = {})
    {
        QList<QWidget *> seen;
        QWidget *start = QApplication::focusWidget();
        for (int i = 0; start != nullptr && i < mostSteps; ++i) {
            QWidget *before = QApplication::focusWidget();
            QTest::keyClick(before, Qt::Key_Tab, modifiers);
            QWidget *focus = QApplication::focusWidget();
            const bool hasStepsInside = qobject_cast<QDateTimeEdit *>(focus) != nullptr
                || qobject_cast<QTextBrowser *>(focus) != nullptr;
            if (focus == before && hasStepsInside) {
                continue; // from days to months, from link to link
            }
            if (focus == nullptr || !window->isAncestorOf(focus)) {
                return seen;
            }
            seen.append(focus);
            if (focus == start) {
                return seen;
            }
        }
        return seen;
    }

    /// What Tab has to reach: everything that takes it, but the radio buttons that arrows reach.
    [[nodiscard]] static QList<QWidget *> stops(QWidget *window)
    {
        QList<QWidget *> all;
        for (QWidget *each : window->findChildren<QWidget *>()) {
            const auto *radio = qobject_cast<QRadioButton *>(each);
            const bool isReachedByArrows = radio != nullptr && !radio->isChecked();
            if (each->window() == window && each->isVisible() && each->isEnabled()
                && (each->focusPolicy() & Qt::TabFocus) != 0 && each->focusProxy() == nullptr
                && !isReachedByArrows) {
                all.append(each);
            }
        }
        return all;
    }

    /// What is wrong with the way of the Tab key through this window, which has the keyboard.
    [[nodiscard]] static QStringList findings(QWidget *window)
    {
        QStringList wrong;
        if (stops(window).isEmpty()) {
            return wrong;
        }
        if (QWidget *focus = QApplication::focusWidget(); focus == nullptr || focus->window() != window) {
            return {describe(window) + QStringLiteral(" does not take the keyboard")};
        }
        QWidget *start = QApplication::focusWidget();
        QTest::keyClick(start, Qt::Key_Tab);
        if (!start->isVisible()) { // it lay over the window and went away with the keyboard
            start = QApplication::focusWidget();
        } else {
            start->setFocus(Qt::TabFocusReason);
        }
        const QList<QWidget *> forth = walk(window);
        if (forth.isEmpty() || forth.constLast() != start) {
            return {QStringLiteral("Tab does not come back; the last was ")
                    + describe(forth.isEmpty() ? start : forth.constLast())};
        }
        for (QWidget *stop : stops(window)) {
            if (!forth.contains(stop)) {
                wrong.append(QStringLiteral("Tab does not reach ") + describe(stop));
            }
        }
        QList<QWidget *> back = walk(window, Qt::ShiftModifier);
        QList<QWidget *> expected = forth;
        expected.removeLast();
        std::ranges::reverse(expected);
        expected.append(start);
        if (back != expected) {
            wrong.append(QStringLiteral("Shift+Tab goes another way: %1 instead of %2")
                             .arg(describe(back), describe(expected)));
        }
        return wrong;
    }

    /// Words that share their letter behind Alt while both can be seen.
    [[nodiscard]] static QStringList collisions(QWidget *window)
    {
        QHash<QKeySequence, QString> taken;
        QStringList wrong;
        for (const QString &words : wordsWithLetters(window)) {
            const QKeySequence letter = QKeySequence::mnemonic(words);
            if (letter.isEmpty()) {
                continue;
            }
            if (taken.contains(letter)) {
                wrong.append(QStringLiteral("\"%1\" and \"%2\" share a letter").arg(taken[letter], words));
            }
            taken.insert(letter, words);
        }
        return wrong;
    }

    /// Entries of a menu that have no letter, or the letter of another one.
    [[nodiscard]] static QStringList menuFindings(const QList<QAction *> &entries)
    {
        QHash<QKeySequence, QString> taken;
        QStringList wrong;
        for (const QAction *entry : entries) {
            const QKeySequence letter = QKeySequence::mnemonic(entry->text());
            if (entry->isSeparator() || !entry->isVisible()) {
                continue;
            }
            if (letter.isEmpty()) {
                wrong.append(QStringLiteral("\"%1\" has no letter").arg(entry->text()));
            } else if (taken.contains(letter)) {
                wrong.append(
                    QStringLiteral("\"%1\" and \"%2\" share a letter").arg(taken[letter], entry->text()));
            }
            taken.insert(letter, entry->text());
        }
        return wrong;
    }

private:
    static QStringList wordsWithLetters(QWidget *window)
    {
        QStringList words;
        for (QWidget *each : window->findChildren<QWidget *>()) {
            if (!each->isVisible() || each->window() != window) {
                continue;
            }
            const auto *label = qobject_cast<QLabel *>(each);
            if (const auto *button = qobject_cast<QAbstractButton *>(each)) {
                words.append(button->text());
            } else if (label != nullptr && label->buddy() != nullptr) {
                words.append(label->text());
            } else if (const auto *group = qobject_cast<QGroupBox *>(each)) {
                words.append(group->title());
            } else if (const auto *tabs = qobject_cast<QTabBar *>(each)) {
                for (int i = 0; i < tabs->count(); ++i) {
                    words.append(tabs->tabText(i));
                }
            } else if (const auto *bar = qobject_cast<QMenuBar *>(each)) {
                for (const QAction *menu : bar->actions()) {
                    words.append(menu->text());
                }
            }
        }
        return words;
    }

    static QString describe(const QWidget *widget)
    {
        return QStringLiteral("%1 \"%2\"")
            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }

    static QString describe(const QList<QWidget *> &widgets)
    {
        QStringList names;
        for (const QWidget *widget : widgets) {
            names.append(describe(widget));
        }
        return names.join(QStringLiteral(", "));
    }

    static constexpr int mostSteps = 200;
};

} // namespace aside::test
