// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/sizetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace aside {

namespace {

struct SizeText {
    Q_DECLARE_TR_FUNCTIONS(SizeText)
};

} // namespace

QString sizeText(qint64 bytes)
{
    // The locale knows one form of the word alone, and Russian has three.
    return bytes < 1'000 ? SizeText::tr("%n byte(s)", nullptr, static_cast<int>(bytes))
                         : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace aside
