// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace aside {

/// One page of the wizard: a title, words, and what is asked.
class WizardPage : public QWidget
{
    Q_OBJECT
public:
    explicit WizardPage(QWidget *parent);

    /// Whether one may go on.
    [[nodiscard]] virtual bool isComplete() const { return true; }
    /// Where the keyboard is when the page opens.
    virtual void takeFocus() = 0;

Q_SIGNALS:
    void completeChanged();
    /// Enter in a field.
    void nextAsked();

protected:
    void changeEvent(QEvent *event) override;

    virtual void retranslate() = 0;
    [[nodiscard]] QVBoxLayout &column() { return *m_column; }
    void setTitle(const QString &title);
    /// Words of their own paragraph, plain and wrapped.
    [[nodiscard]] QLabel *addWords();
    /// Quiet ones.
    [[nodiscard]] QLabel *addHint();
    [[nodiscard]] QFormLayout *addForm();
    /// A row whose label belongs to the field.
    static QLabel *addRow(QFormLayout &form, QWidget *field);

private:
    void takeFont();

    QVBoxLayout *m_column;
    QLabel *m_title;
};

} // namespace aside
