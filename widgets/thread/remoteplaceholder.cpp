// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in the place of an image that is not there.

#include "widgets/common/foreigntext.h"
#include "widgets/richtext/htmlsanitiser.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/remotebar.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace aside {

namespace {

constexpr int usualWidth = 320;
constexpr int tallest = 240;
constexpr int gap = 8;
constexpr int iconSize = 22;
constexpr int radius = 6;

/// As large as the image will be where that is known, so that the text does not jump.
QSize sizeOf(const RemotePicture &picture, int lineHeight)
{
    const int said = picture.size.width();
    const int width = said > 0 ? std::min(said, HtmlLimits::pictureWidth) : usualWidth;
    const int usual = std::max(iconSize, lineHeight) + 2 * gap;
    if (said <= 0 || picture.size.height() <= 0) {
        return {width, usual};
    }
    const int height = picture.size.height() * width / said;
    return {width, std::clamp(height, std::min(height, iconSize), tallest)};
}

QString wordsFor(const RemotePicture &picture, const RemoteImage &image)
{
    const QString name = oneLine(picture.description, 100);
    if (!image.failure) {
        return name.isEmpty() ? RemoteBar::tr("Loading…") : name;
    }
    const QString why = imageFailureText(*image.failure);
    //: in the place of an image: what it shows, and why it is not there
    return name.isEmpty() ? why : RemoteBar::tr("%1: %2").arg(name, why);
}

} // namespace

QImage remotePlaceholder(const RemotePicture &picture, const RemoteImage &image, const QWidget &look)
{
    const Theme &theme = currentTheme();
    const QFont font = scaledFont(look, 0.9, QFont::Normal);
    const QFontMetrics metrics(font);
    const QRect place(QPoint(), sizeOf(picture, metrics.height()));
    const double ratio = look.devicePixelRatioF();
    QImage drawn(place.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    drawn.setDevicePixelRatio(ratio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int side = std::min({iconSize, place.width() - 4, place.height() - 4});
    const int words = place.width() - iconSize - 3 * gap;
    const bool hasWords = words > 4 * metrics.averageCharWidth() && place.height() >= metrics.height();
    const QRect icon(hasWords ? gap : (place.width() - side) / 2, (place.height() - side) / 2, side, side);
    const QString name = image.failure ? QStringLiteral("data-warning") : QStringLiteral("camera-photo");
    themedIcon(name, IconColor::Secondary).paint(&painter, icon);
    if (hasWords) {
        painter.setFont(font);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRect(icon.right() + gap, 0, words, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(wordsFor(picture, image), Qt::ElideRight, words));
    }
    return drawn;
}

} // namespace aside
