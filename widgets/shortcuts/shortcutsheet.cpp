// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shortcuts/shortcutsheet.h"

#include "widgets/actions/commands.h"
#include "widgets/common/searchfield.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextTable>

#include <optional>

namespace aside {

namespace {

constexpr QSize usualSize(640, 640);
constexpr int cellAir = 3;

/// Writes groups and their commands into a document, without a word of markup.
class SheetWriter
{
public:
    explicit SheetWriter(QTextDocument &document)
        : m_cursor(&document)
    {
        m_head.setFontWeight(QFont::DemiBold);
        m_keys.setForeground(currentTheme().secondaryText);
    }

    void addGroup(const QString &name)
    {
        m_cursor.movePosition(QTextCursor::End);
        if (m_table != nullptr) {
            m_cursor.insertBlock();
        }
        m_cursor.insertText(name, m_head);
        m_table = nullptr;
    }

    void addCommand(const QString &name, const QString &keys)
    {
        if (m_table == nullptr) {
            QTextTableFormat format;
            format.setBorder(0);
            format.setCellPadding(cellAir);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 65),
                                              QTextLength(QTextLength::PercentageLength, 35)});
            m_table = m_cursor.insertTable(1, 2, format);
        } else {
            m_table->appendRows(1);
        }
        const int row = m_table->rows() - 1;
        m_table->cellAt(row, 0).firstCursorPosition().insertText(name, QTextCharFormat());
        m_table->cellAt(row, 1).firstCursorPosition().insertText(keys, m_keys);
    }

private:
    QTextCursor m_cursor;
    QTextTable *m_table = nullptr; ///< the document's
    QTextCharFormat m_head;
    QTextCharFormat m_keys;
};

QString keysOf(const Commands::Command &command)
{
    QString keys = QKeySequence::listToString(command.action->shortcuts(), QKeySequence::NativeText);
    if (command.spec->letter != 0) {
        const QString letter(QLatin1Char(command.spec->letter));
        //: %1 are shortcuts, %2 a letter that does the same while the list has the keyboard
        keys = keys.isEmpty() ? ShortcutSheet::tr("%1 in the list").arg(letter.toUpper())
                              : ShortcutSheet::tr("%1, or %2 in the list").arg(keys, letter.toUpper());
    }
    return keys.isEmpty() ? QStringLiteral("—") : keys;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_filter(new QLineEdit(this))
    , m_text(new QTextBrowser(this))
    , m_copy(new QPushButton(this))
    , m_change(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    m_filter->setObjectName(QStringLiteral("sheetFilter"));
    m_text->setObjectName(QStringLiteral("sheetText"));
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    for (QPushButton *button : {m_copy, m_change}) {
        button->setAutoDefault(false);
        m_buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_text, 1);
    column->addWidget(m_buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::write);
    connect(&commands, &Commands::shortcutsChanged, this, &ShortcutSheet::write);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_change, &QPushButton::clicked, this, &ShortcutSheet::changeAsked);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    retranslate();
    resize(usualSize);
}

void ShortcutSheet::write()
{
    m_text->clear();
    SheetWriter writer(*m_text->document());
    const QString wanted = m_filter->text().trimmed();
    std::optional<CommandGroup> group;
    for (const Commands::Command &command : m_commands.all()) {
        const QString name = Commands::plainText(*command.spec);
        const QString keys = keysOf(command);
        if (!name.contains(wanted, Qt::CaseInsensitive) && !keys.contains(wanted, Qt::CaseInsensitive)) {
            continue;
        }
        if (group != command.spec->group) {
            group = command.spec->group;
            writer.addGroup(Commands::groupLabel(*group).remove(u'&'));
        }
        writer.addCommand(name, keys);
    }
    m_text->moveCursor(QTextCursor::Start);
}

void ShortcutSheet::retranslate()
{
    setWindowTitle(tr("Shortcuts at a glance"));
    dressSearchField(*m_filter);
    m_filter->setPlaceholderText(tr("Search commands and keys"));
    m_filter->setAccessibleName(tr("Search"));
    m_text->setAccessibleName(tr("Commands and their shortcuts"));
    m_copy->setText(tr("Copy &text"));
    m_change->setText(tr("C&hange shortcuts…"));
    write();
}

void ShortcutSheet::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        write();
    }
}

} // namespace aside
