// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/evidencetext.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct EvidenceText {
    Q_DECLARE_TR_FUNCTIONS(aside::EvidenceText)
};

} // namespace

QString evidenceText(const SendRecord &record)
{
    switch (record.evidence) {
    case Evidence::None:
        return record.lastByte == LastByte::Left
            ? EvidenceText::tr(
                  "All of it left, and no answer came. Aside has not looked for it on the server yet.")
            : EvidenceText::tr(
                  "A part of it left, and no answer came. Aside has not looked for it on the server yet.");
    case Evidence::Found:
        return EvidenceText::tr("It was found on the server.");
    case Evidence::NotFound:
        return EvidenceText::tr(
            "Aside looked for it on the server and did not find it. Look for yourself before "
            "you decide: it may have arrived all the same.");
    case Evidence::CannotTell:
        return EvidenceText::tr(
            "This server cannot tell whether it has it. Look for yourself before you decide.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString lookText(LookKind look, const QString &words)
{
    switch (look) {
    case LookKind::Other:
        return words;
    case LookKind::SentFolders:
        //: Names of folders at the mail server; Message-ID is the name of a header field
        return EvidenceText::tr("Looked for by its Message-ID in: %1").arg(words);
    case LookKind::NoSentFolder:
        return EvidenceText::tr("The account has no folder for sent mail where one could look.");
    case LookKind::LateAnswer:
        return words.isEmpty() ? EvidenceText::tr("The server answered after all.")
                               : EvidenceText::tr("The server answered after all: %1").arg(words);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace aside
