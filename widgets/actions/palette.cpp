// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/palette.h"

#include "widgets/common/searchfield.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int margin = 10;
constexpr int radius = 10;
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
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("palette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    column->addWidget(m_field);
    column->addWidget(m_list);
    retranslate();
    hide();
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setConversations({});
        m_model->setQuery(text.trimmed());
        m_list->setCurrentIndex(m_model->index(0));
        Q_EMIT queryChanged(text.trimmed());
    });
    connect(m_list, &QListView::clicked, this, &Palette::choose);
}

void Palette::retranslate()
{
    setAccessibleName(tr("Command palette"));
    m_field->setAccessibleName(tr("Command, view or conversation"));
    dressSearchField(*m_field);
    m_field->setPlaceholderText(tr("Type a command, a view or a customer…"));
    m_list->setAccessibleName(tr("What fits"));
}

void Palette::open(QList<PaletteEntry> entries)
{
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
    }
    m_model->setEntries(std::move(entries));
    m_model->setConversations({});
    m_field->clear();
    m_model->setQuery({});
    m_list->setCurrentIndex(m_model->index(0));
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void Palette::showConversations(const QString &query, QList<PaletteEntry> conversations)
{
    if (isVisible() && query == m_field->text().trimmed()) {
        const int row = m_list->currentIndex().row();
        m_model->setConversations(std::move(conversations));
        m_list->setCurrentIndex(m_model->index(std::max(row, 0)));
    }
}

void Palette::place()
{
    const int wide = std::min(widest, parentWidget()->width() - 4 * margin);
    const int rowHeight = 2 * fontMetrics().height() + rowAir;
    const int high = m_field->sizeHint().height() + rowsShown * rowHeight + 3 * margin;
    const int most = parentWidget()->height() - 8 * margin;
    setGeometry((parentWidget()->width() - wide) / 2, 6 * margin, wide, std::min(high, most));
}

void Palette::leave()
{
    hide();
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    m_focusBefore = nullptr;
}

void Palette::choose()
{
    const int row = m_list->currentIndex().row();
    leave(); // first: what is chosen may want the keyboard itself
    m_model->run(row);
}

bool Palette::keyPressed(int key)
{
    const int here = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const auto go = [&](int row) {
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(last, 0))));
        return true;
    };
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        return go(here + 1);
    case Qt::Key_Up:
        return go(here - 1);
    case Qt::Key_PageDown:
        return go(here + rowsShown);
    case Qt::Key_PageUp:
        return go(here - rowsShown);
    default:
        return false;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_focusBefore = nullptr; // it went somewhere by itself
        hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().line, 1));
    painter.setBrush(currentTheme().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Palette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->setEntries({}); // they are worded by whoever opens it
        hide();
    }
}

} // namespace aside
