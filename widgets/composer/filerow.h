// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/draft.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace aside {

class ElidedLabel;

/// One file of a draft: what it is called, how large it is, what a picture shows, and a button to take it
/// away.
class FileRow : public QWidget
{
    Q_OBJECT
public:
    FileRow(const DraftAttachment &file, QWidget *parent);

    [[nodiscard]] DraftAttachmentId id() const { return m_file.id; }
    /// What the store says now; words that are being written stay.
    void take(const DraftAttachment &file);
    /// Tab comes here from there; answers with where it goes on from.
    QWidget *takeTabFrom(QWidget *before);
    /// Tells words that were written and not told yet.
    void commit();
    void focusDescription();

Q_SIGNALS:
    void removeAsked();
    void described(const QString &alt);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void retranslate();

    DraftAttachment m_file;
    QLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_size;
    QLineEdit *m_alt;
    QToolButton *m_remove;
    QTimer *m_afterLastKey;
};

} // namespace aside
