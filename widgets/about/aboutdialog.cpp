// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/about/aboutdialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

namespace aside {

namespace {

constexpr QSize usualSize(680, 560);
constexpr int margin = 16;

QString resource(const QString &name)
{
    QFile file(QStringLiteral(":/aside/about/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QList<LibraryNote> libraryNotes()
{
    QList<LibraryNote> notes;
    for (const QString &line : resource(QStringLiteral("libraries.tsv")).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        notes.append({.name = fields.value(0),
                      .version = fields.value(1),
                      .licence = fields.value(2),
                      .address = fields.value(3)});
    }
    return notes;
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(plainLabel(this))
    , m_version(plainLabel(this))
    , m_what(plainLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_libraries(new QTreeWidget(this))
    , m_licence(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_handbook(m_buttons->addButton(QString(), QDialogButtonBox::HelpRole))
{
    setObjectName(QStringLiteral("aboutDialog"));
    buildLayout();
    fillLibraries();
    takeFont();
    retranslate();
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_handbook, &QPushButton::clicked, this, &AboutDialog::handbookAsked);
    resize(usualSize);
}

void AboutDialog::buildLayout()
{
    m_handbook->setObjectName(QStringLiteral("aboutHandbook"));
    m_handbook->setAutoDefault(false);
    m_version->setObjectName(QStringLiteral("aboutVersion"));
    m_version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_version->setForegroundRole(QPalette::PlaceholderText);
    m_what->setWordWrap(true);
    m_libraries->setObjectName(QStringLiteral("aboutLibraries"));
    m_libraries->setRootIsDecorated(false);
    m_libraries->setColumnCount(3);
    m_libraries->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_licence->setObjectName(QStringLiteral("aboutLicence"));
    m_licence->setReadOnly(true);
    m_licence->setTabChangesFocus(true);
    m_licence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_licence->setPlainText(resource(QStringLiteral("GPL-3.0-or-later.txt")));
    m_tabs->addTab(m_libraries, QString());
    m_tabs->addTab(m_licence, QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    for (QWidget *part : QList<QWidget *>{m_name, m_version, m_what}) {
        column->addWidget(part);
    }
    column->addWidget(m_tabs, 1);
    column->addWidget(m_buttons);
}

void AboutDialog::fillLibraries()
{
    for (const LibraryNote &note : libraryNotes()) {
        auto *row = new QTreeWidgetItem(m_libraries, {note.name, note.version, note.licence});
        row->setToolTip(0, note.address);
    }
}

void AboutDialog::takeFont()
{
    m_name->setFont(scaledFont(*this, 1.6, QFont::DemiBold));
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Aside"));
    m_name->setText(tr("Aside"));
    //: %1 is the version of Aside, %2 that of the library Qt
    m_version->setText(tr("Version %1, with Qt %2")
                           .arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion())));
    m_what->setText(
        tr("A console for people who answer customers. Free software under the GNU General Public "
           "License, version 3 or any later one."));
    m_tabs->setTabText(0, tr("&Libraries"));
    m_tabs->setTabText(1, tr("L&icence"));
    m_tabs->setAccessibleName(tr("Details"));
    m_libraries->setAccessibleName(tr("Libraries"));
    m_libraries->setHeaderLabels({tr("Library"), tr("Version"), tr("Licence")});
    m_licence->setAccessibleName(tr("Licence"));
    m_handbook->setText(tr("&Handbook"));
}

void AboutDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        takeFont();
    }
}

} // namespace aside
