// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/contentalignment.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>

#include <optional>

namespace aside {

namespace {

/// Of the first letter that has a direction; nothing where there is none.
std::optional<Qt::LayoutDirection> directionOf(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (const char32_t c : block.text().toUcs4()) {
            switch (QChar::direction(c)) {
            case QChar::DirL:
                return Qt::LeftToRight;
            case QChar::DirR:
            case QChar::DirAL:
                return Qt::RightToLeft;
            default:
                break;
            }
        }
    }
    return std::nullopt;
}

/// Qt gives each paragraph of such a field its direction, but not its side.
class ContentAlignment : public QObject
{
public:
    explicit ContentAlignment(QPlainTextEdit *field)
        : QObject(field)
        , m_field(field)
    {
        field->installEventFilter(this);
        // Not the signal of the field, which is quiet while a program changes the text.
        connect(field->document(), &QTextDocument::contentsChanged, this, &ContentAlignment::align);
        align();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange) {
            align();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void align()
    {
        QTextDocument *document = m_field->document();
        const auto direction = directionOf(*document).value_or(m_field->layoutDirection());
        const Qt::Alignment side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        QTextOption option = document->defaultTextOption();
        if (option.alignment() != side) {
            option.setAlignment(side);
            document->setDefaultTextOption(option);
        }
    }

    QPlainTextEdit *m_field;
};

/// Qt gives a label of plain text the side of its letters.
class WindowAlignment : public QObject
{
public:
    explicit WindowAlignment(QLabel *label)
        : QObject(label)
        , m_label(label)
    {
        label->installEventFilter(this);
        align();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange) {
            align();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void align()
    {
        const Qt::Alignment side = m_label->isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        m_label->setAlignment(Qt::AlignAbsolute | side | (m_label->alignment() & Qt::AlignVertical_Mask));
    }

    QLabel *m_label;
};

} // namespace

void alignByContent(QPlainTextEdit *field)
{
    new ContentAlignment(field); // the field owns it
}

void alignByWindow(QLabel *label)
{
    new WindowAlignment(label); // the label owns it
}

} // namespace aside
