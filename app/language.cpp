// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace aside {

namespace {

bool load(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &directory)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(QStringLiteral("translator"));
    return translator->load(locale, name, QStringLiteral("_"), directory)
        && QCoreApplication::installTranslator(translator);
}

} // namespace

void applyLanguage(QCoreApplication &app, const QString &language)
{
    qDeleteAll(app.findChildren<QTranslator *>(QStringLiteral("translator")));
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    load(app, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QString words = QStringLiteral(":/aside/i18n");
    if (!load(app, locale, QStringLiteral("aside"), words)) {
        load(app, QLocale(QLocale::English), QStringLiteral("aside"), words); // its plural forms
    }
}

} // namespace aside
