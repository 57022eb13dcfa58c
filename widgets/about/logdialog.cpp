// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/about/logdialog.h"

#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>

#include <array>

namespace aside {

namespace {

constexpr QSize usualSize(860, 540);
constexpr int mostLines = 2000;
constexpr std::array levels{LogLevel::Debug, LogLevel::Warning, LogLevel::Error};

} // namespace

LogDialog::LogDialog(const LogBook &book, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_levelLabel(plainLabel(this))
    , m_level(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("logDialog"));
    buildLayout();
    retranslate();
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogDialog::fill);
    connect(&book, &LogBook::lineAdded, this, &LogDialog::add);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_save, &QPushButton::clicked, this, &LogDialog::askWhereToSave);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    resize(usualSize);
    fill();
}

void LogDialog::buildLayout()
{
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_levelLabel->setBuddy(m_level);
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QPushButton *button : {m_copy, m_save}) {
        button->setAutoDefault(false);
        m_buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(m_levelLabel);
    row->addWidget(m_level);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    column->addWidget(m_buttons);
}

bool LogDialog::isWanted(const LogLine &line) const
{
    return line.level >= levels.at(static_cast<size_t>(std::max(0, m_level->currentIndex())));
}

void LogDialog::fill()
{
    m_text->clear();
    for (const LogLine &line : m_book.lines()) {
        add(line);
    }
}

void LogDialog::add(const LogLine &line)
{
    if (isWanted(line)) {
        m_text->appendPlainText(forDisplay(toText(line)));
    }
}

void LogDialog::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("aside-log.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogDialog::saveTo);
    dialog->open();
}

void LogDialog::saveTo(const QString &path)
{
    const QByteArray bytes = m_text->toPlainText().toUtf8() + '\n';
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Q_EMIT failed({.code = Errc::ReadOnly, .detail = QStringLiteral("the log"), .retryAfter = {}});
    }
}

void LogDialog::retranslate()
{
    setWindowTitle(tr("Log"));
    m_levelLabel->setText(tr("&Show"));
    const QStringList names{tr("Everything"), tr("Warnings and errors"), tr("Errors")};
    const QSignalBlocker quiet(m_level);
    if (m_level->count() == 0) {
        m_level->addItems(names);
    }
    for (int row = 0; row < names.size(); ++row) {
        m_level->setItemText(row, names.at(row));
    }
    m_text->setAccessibleName(tr("Log"));
    m_copy->setText(tr("&Copy"));
    m_save->setText(tr("Sa&ve…"));
}

void LogDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
