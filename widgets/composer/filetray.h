// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/draft.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QMimeData;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace aside {

class DraftFiles;
class FileRow;

/// The files that are dropped or pasted, as paths; empty where there is none.
[[nodiscard]] QStringList localFiles(const QMimeData &data);

/// Which file was left out, and why.
[[nodiscard]] QString notAttachedText(const QString &name, Errc code);

/// The files of the draft below its text, and the button that attaches more. The files belong to DraftFiles.
class FileTray : public QWidget
{
    Q_OBJECT
public:
    FileTray(DraftFiles &files, QWidget *parent);

    /// For the layout of whoever shows the tray.
    [[nodiscard]] QPushButton *attachButton() const { return m_attach; }
    /// Hands over descriptions that are still being written.
    void commit();
    /// Attaches it as a PNG, which is made in the background.
    void attachPicture(const QImage &picture);
    /// Goes to where the file is described.
    void describe(qsizetype file);

Q_SIGNALS:
    void announced(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFiles();
    void show(const QList<DraftAttachment> &files);
    void add(const DraftAttachment &file);
    void drop(FileRow *row);
    void arrange();
    void retranslate();

    DraftFiles &m_files;
    QPushButton *m_attach;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<FileRow *> m_rows;
};

} // namespace aside
