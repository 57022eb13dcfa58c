// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/palette.h"

#include "widgets/common/searchfield.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int widest = 640;
constexpr int rowsShown = 9;
constexpr int rowAir = 8;
constexpr int glyph = 18;
constexpr int gap = 10;

} // namespace

class Palette::Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, 2 * option.fontMetrics.height() + rowAir};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.selection);
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        const QRect inside = option.rect.adjusted(gap, rowAir / 2, -gap, -rowAir / 2);
        const auto place = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, inside, part);
        };
        const QRect icon(inside.left(), inside.center().y() - glyph / 2, glyph, glyph);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(icon));
        const QString keys = index.data(PaletteModel::ShortcutRole).toString();
        const int keysWidth = option.fontMetrics.horizontalAdvance(keys);
        const int left = inside.left() + glyph + gap;
        const QRect upper(left, inside.top(), inside.right() - left - keysWidth - gap, inside.height() / 2);
        const QRect lower(left, upper.bottom() + 1, inside.right() - left, inside.height() / 2);
        const int align
            = int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
        painter->setPen(theme.text);
        draw(*painter, option, place(upper), align, index.data().toString());
        painter->setPen(theme.secondaryText);
        const QRect right(inside.right() - keysWidth, inside.top(), keysWidth + 1, upper.height());
        painter->drawText(place(right), int(Qt::AlignCenter), keys);
        draw(*painter, option, place(lower), align, index.data(PaletteModel::DetailRole).toString());
        painter->restore();
    }

private:
    static void draw(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, int align,
                     const QString &text)
    {
        painter.drawText(rect, align, option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    }
};

Palette::Palette(QWidget *window)
    : PickerFrame(window)
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    field().setObjectName(QStringLiteral("paletteField"));
    list().setObjectName(QStringLiteral("paletteList"));
    list().setModel(m_model);
    list().setItemDelegate(new Delegate(&list()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    column->addWidget(&field());
    column->addWidget(&list());
    retranslate();
    connect(&field(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setConversations({});
        m_model->setQuery(text.trimmed());
        list().setCurrentIndex(m_model->index(0));
        Q_EMIT queryChanged(text.trimmed());
    });
    connect(&list(), &QListView::clicked, this, &Palette::choose);
}

void Palette::retranslate()
{
    setAccessibleName(tr("Command palette"));
    m_model->setEntries({}); // they are worded by whoever opens it
    field().setAccessibleName(tr("Command, view or conversation"));
    dressSearchField(field());
    field().setPlaceholderText(tr("Type a command, a view or a customer…"));
    list().setAccessibleName(tr("What fits"));
}

void Palette::open(QList<PaletteEntry> entries)
{
    m_model->setEntries(std::move(entries));
    m_model->setConversations({});
    field().clear();
    m_model->setQuery({});
    list().setCurrentIndex(m_model->index(0));
    appear();
}

void Palette::showConversations(const QString &query, QList<PaletteEntry> conversations)
{
    if (isVisible() && query == field().text().trimmed()) {
        const int row = list().currentIndex().row();
        m_model->setConversations(std::move(conversations));
        list().setCurrentIndex(m_model->index(std::max(row, 0)));
    }
}

QSize Palette::wantedSize() const
{
    const int rowHeight = 2 * fontMetrics().height() + rowAir;
    return {widest, field().sizeHint().height() + rowsShown * rowHeight + 3 * margin};
}

void Palette::choose()
{
    const int row = list().currentIndex().row();
    leave(); // first: what is chosen may want the keyboard itself
    m_model->run(row);
}

} // namespace aside
