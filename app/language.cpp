// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace aside {

namespace {

void load(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &directory)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(QStringLiteral("translator"));
    if (translator->load(locale, name, QStringLiteral("_"), directory)) {
        app.installTranslator(translator);
    }
}

} // namespace

void applyLanguage(QCoreApplication &app, const QString &language)
{
    qDeleteAll(app.findChildren<QTranslator *>(QStringLiteral("translator")));
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    load(app, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(app, locale, QStringLiteral("aside"), QStringLiteral(":/aside/i18n/translations"));
}

} // namespace aside
