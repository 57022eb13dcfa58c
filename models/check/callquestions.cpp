// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/callquestions.h"

#include "models/check/callanswer.h"
#include "models/check/phrasebook.h"
#include "models/check/textreader.h"

#include <QFile>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

/// No other list is asked here, and all of them take a while.
std::shared_ptr<const PhraseBook> consentPhrases()
{
    QList<PhraseFile> files;
    for (const QString &language : {u"en"_s, u"ru"_s}) {
        QFile file(u":/aside/check/%1/consent.toml"_s.arg(language));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        files.append({.path = file.fileName(), .text = isOpen ? file.readAll() : QByteArray()});
    }
    return std::make_shared<const PhraseBook>(files); // as a reader holds it
}

} // namespace

CallQuestions::CallQuestions() = default;
CallQuestions::~CallQuestions() = default;

bool CallQuestions::isOne(const QString &text)
{
    if (!m_reader) {
        m_reader = std::make_unique<TextReader>(consentPhrases());
    }
    return asksToCall(text, *m_reader);
}

} // namespace aside
