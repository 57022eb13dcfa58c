// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templaterenderer.h"

#include <QDate>
#include <QObject>
#include <QPointer>

#include <optional>

class QPlainTextEdit;

namespace aside {

class Clock;
class GapPopup;

/// Lets the gaps of a text be filled in: Tab goes from one to the next and back, typing replaces the one that
/// is selected, choices and days are offered below it. Without a gap in its way Tab leaves the field as ever.
class GapFiller : public QObject
{
    Q_OBJECT
public:
    /// The field owns it.
    GapFiller(QPlainTextEdit *field, const Clock &clock);

    /// What the gaps of the text are, told by their labels.
    void addFields(const QList<TemplateField> &fields);
    /// Days are written in it: "ru", "en".
    void setLanguage(const QString &language) { m_language = language; }
    /// Selects the first gap that ends behind this place of the text; false where there is none.
    bool goToFirst(qsizetype from);

Q_SIGNALS:
    void announced(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QList<TemplateGap> gaps() const;
    /// The gap that is selected as a whole.
    [[nodiscard]] std::optional<TemplateGap> selected() const;
    bool goOn();
    bool goBack();
    void select(const TemplateGap &gap, qsizetype number, qsizetype count);
    void drop(const TemplateGap &gap);
    void fill(const QString &text);
    bool refuses(const QString &typed);
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void closePopup();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QString inWords(QDate day) const;

    QPlainTextEdit *m_field;
    const Clock &m_clock;
    QPointer<GapPopup> m_popup; ///< the window's
    QList<TemplateField> m_fields;
    QString m_language;
};

} // namespace aside
