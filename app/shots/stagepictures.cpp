// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/stagepictures.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace aside {

namespace {

constexpr QSize size(560, 160);
constexpr int shades = 5;

/// Paper shades on a white table.
QImage stillLife()
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(0xe9, 0xe4, 0xda));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, size.height() - 36, size.width(), 36, QColor(0xfa, 0xf8, 0xf4));
    painter.setPen(Qt::NoPen);
    constexpr int step = size.width() / shades;
    for (int i = 0; i < shades; ++i) {
        const int left = (i * step) + 16;
        const int top = 34 + (i % 2 * 14);
        const int bottom = size.height() - 22;
        QPainterPath shade;
        shade.moveTo(left + 24, top);
        shade.lineTo(left + step - 56, top);
        shade.lineTo(left + step - 32, bottom);
        shade.lineTo(left, bottom);
        shade.closeSubpath();
        QLinearGradient paper(left, top, left + step, bottom);
        paper.setColorAt(0, QColor::fromHsv(28 + (i * 9), 60, 250));
        paper.setColorAt(1, QColor::fromHsv(22 + (i * 9), 95, 215));
        painter.fillPath(shade, paper);
    }
    return image;
}

} // namespace

QFuture<Result<QByteArray>> StagePictures::fetch(QString, std::stop_token)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    stillLife().save(&buffer, "PNG");
    return QtFuture::makeReadyValueFuture(Result<QByteArray>(bytes));
}

} // namespace aside
