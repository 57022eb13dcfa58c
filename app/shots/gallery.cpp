// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/gallery.h"

#include <QSaveFile>

namespace aside {

namespace {

constexpr QLatin1StringView head(R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Screens of Aside</title>
<style>
body { font: 14px sans-serif; margin: 24px; background: #f4f5f7; color: #1c1f23 }
h2 { margin: 32px 0 8px } h3 { margin: 16px 0 4px; font-weight: 600 }
.looks { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 12px }
figure { margin: 0 } img { width: 100%; border: 1px solid #c8ccd2; display: block }
figcaption { padding: 2px 0 8px; color: #5a616b }
@media (prefers-color-scheme: dark) { body { background: #17191c; color: #e8eaed } figcaption { color: #a8b0ba } }
</style></head><body><h1>Screens of Aside</h1>
)");

QString figure(const Screen &screen, const Look &look)
{
    return QStringLiteral(
               R"(<figure><a href="%1"><img loading="lazy" src="%1" alt="%3, %4, %5"></a>)"
               R"(<figcaption>%4, %5: <a href="%1">100 %</a>, <a href="%2">150 %</a></figcaption></figure>)"
               "\n")
        .arg(pictureName(screen, look, 100), pictureName(screen, look, 150), screen.fullName(), look.theme,
             look.language);
}

} // namespace

QList<Look> allLooks()
{
    QList<Look> looks;
    for (const char *theme : {"light", "dark"}) {
        for (const char *language : {"en", "ru"}) {
            looks.append({.theme = QString::fromLatin1(theme), .language = QString::fromLatin1(language)});
        }
    }
    return looks;
}

QString pictureName(const Screen &screen, const Look &look, int percent)
{
    return QStringLiteral("%1-%2-%3-%4.png").arg(screen.fullName(), look.theme, look.language).arg(percent);
}

Result<void> writeGallery(const QString &directory, const QList<Screen> &screens)
{
    QString page = head;
    QString group;
    for (const Screen &screen : screens) {
        if (screen.group != group) {
            group = screen.group;
            page += QStringLiteral("<h2>%1</h2>\n").arg(group);
        }
        page += QStringLiteral("<h3>%1</h3>\n<div class=\"looks\">\n").arg(screen.name);
        for (const Look &look : allLooks()) {
            page += figure(screen, look);
        }
        page += QStringLiteral("</div>\n");
    }
    page += QStringLiteral("</body></html>\n");
    QSaveFile file(directory + QStringLiteral("/index.html"));
    if (!file.open(QIODevice::WriteOnly) || file.write(page.toUtf8()) < 0 || !file.commit()) {
        return fail(Errc::Io, file.errorString());
    }
    return {};
}

} // namespace aside
