// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/fingerprint.h"

#include "models/check/checkedtext.h"

#include <QCryptographicHash>

namespace aside {

using namespace Qt::StringLiterals;

QString fingerprintOf(const Finding &finding, const CheckedText &text, const QList<DraftAttachment> &files)
{
    const auto about = finding.rule + (finding.variant.isEmpty() ? QString() : u'/' + finding.variant);
    if (finding.file >= 0 && finding.file < files.size()) {
        return about + u":file:"_s + QString::fromLatin1(files.at(finding.file).sha256.toHex());
    }
    if (finding.range == text.all()) {
        return about + u":all"_s;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto words = text.words(finding.range);
    for (const auto &word : words) {
        hash.addData(QByteArrayView(word.folded));
        hash.addData(" ");
    }
    if (words.empty()) {
        hash.addData(text.at(finding.range).toUtf8());
    }
    constexpr qsizetype enough = 16;
    return about + u':' + QString::fromLatin1(hash.result().toHex().first(enough));
}

} // namespace aside
