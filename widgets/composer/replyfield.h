// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace aside {

/// The text of a reply or a note: grows with what is written, up to half of the pane it lies in.
class ReplyField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ReplyField(QWidget *parent);

    /// How tall it may become.
    void setTallest(int height);
    /// What its text needs is its least height already; it would not like more than that.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Ctrl+Z with nothing written: there is no text to undo.
    void undoAskedWhileEmpty();
    /// Dropped or pasted.
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
    /// It needs less room than before.
    void shrunk();

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void grow();

    int m_tallest = 0;
};

} // namespace aside
