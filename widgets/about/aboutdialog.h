// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace aside {

/// A library this program was built with.
struct LibraryNote {
    QString name;
    QString version; ///< empty: it has none
    QString licence; ///< SPDX
    QString address;
};

/// In the order of their names; written when the program was configured.
[[nodiscard]] QList<LibraryNote> libraryNotes();

/// What this program is: version, licence, what is inside.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent);

Q_SIGNALS:
    void handbookAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void fillLibraries();
    void takeFont();
    void retranslate();

    QLabel *m_name;
    QLabel *m_version;
    QLabel *m_what;
    QTabWidget *m_tabs;
    QTreeWidget *m_libraries;
    QPlainTextEdit *m_licence;
    QDialogButtonBox *m_buttons;
    QPushButton *m_handbook;
};

} // namespace aside
