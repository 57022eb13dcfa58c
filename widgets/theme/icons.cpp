// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/theme/icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace aside {

namespace {

/// Breeze's own colour of lines; its files name it once, in the class that "currentColor" follows.
constexpr QByteArrayView breezeText = "#232629";

const QString &folder()
{
    static const QString path = QStringLiteral(":/aside/icons/");
    return path;
}

QColor colorFor(IconColor color, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    }
    switch (color) {
    case IconColor::Text:
        return palette.color(QPalette::WindowText);
    case IconColor::Secondary:
        return palette.color(QPalette::PlaceholderText);
    case IconColor::OnAccent:
        return palette.color(QPalette::HighlightedText);
    case IconColor::Accent:
        return palette.color(QPalette::Link);
    }
    Q_UNREACHABLE_RETURN({});
}

/// Draws one SVG file in the colour the palette has when it is painted, sharp at every scale.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, IconColor color)
        : m_name(std::move(name))
        , m_color(color)
    {
        QFile file(folder() + m_name + QStringLiteral(".svg"));
        if (file.open(QIODevice::ReadOnly)) {
            m_svg = file.readAll();
        }
    }

    bool isNull() override { return m_svg.isEmpty(); }
    QString iconName() override { return m_name; }
    QString key() const override { return QStringLiteral("aside"); }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        const QString color = colorFor(m_color, mode).name();
        const QString cacheKey = QStringLiteral("aside-icon/%1/%2/%3x%4/%5")
                                     .arg(m_name, color)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(scale);
        QPixmap result;
        if (!QPixmapCache::find(cacheKey, &result)) {
            result = render(size, color.toLatin1(), scale);
            QPixmapCache::insert(cacheKey, result);
        }
        return result;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * scale).toSize(), mode, state, scale));
    }

private:
    QPixmap render(const QSize &size, const QByteArray &color, qreal scale) const
    {
        QPixmap pixmap(size);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(QByteArray(m_svg).replace(breezeText, color));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size) / scale));
        return pixmap;
    }

    QString m_name;
    IconColor m_color;
    QByteArray m_svg;
};

} // namespace

QIcon themedIcon(const QString &name, IconColor color)
{
    return QIcon(new ThemedIconEngine(name, color)); // the icon owns it
}

QStringList iconNames()
{
    QStringList names = QDir(folder()).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString &name : names) {
        name.chop(4);
    }
    return names;
}

} // namespace aside
