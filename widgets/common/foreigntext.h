// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace aside {

/// What strangers wrote, made fit for one line: no line breaks, no controls, nothing that changes the
/// direction of the words around it, nothing invisible.
[[nodiscard]] QString oneLine(const QString &foreign, qsizetype most = 300);

/// A foreign text in the middle of a sentence of ours: where the two run in different directions, it keeps
/// its own and leaves the words and numbers around it in their places.
[[nodiscard]] QString isolated(const QString &foreign);

/// An address in a narrow place: after its marks it may go on in the next line.
[[nodiscard]] QString breakable(QString foreign);

/// One line for a tool tip, which would else read HTML.
[[nodiscard]] QString escapedToolTip(const QString &foreign);

/// One line for a menu or a button, where "&" marks a shortcut.
[[nodiscard]] QString menuText(const QString &foreign);

/// Several lines for a text view: without controls and overrides of direction, very long words can break, no
/// letter carries a heap of marks, and no more than `most` characters.
[[nodiscard]] QString forDisplay(const QString &text, qsizetype most = 256 * 1'024);

/// A label that shows foreign text as it is and never as HTML.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

} // namespace aside
