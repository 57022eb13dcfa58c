// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/textinput.h"

#include "app/cli/files.h"
#include "app/cli/words.h"

#include <QStringDecoder>

namespace aside::cli {

Step<QString> textFrom(CommandContext &context, const QString &path)
{
    const bool isInput = path == QLatin1StringView("-");
    const Result<QByteArray> data = isInput ? readInput(context.input) : readFile(path);
    if (!data) {
        return std::unexpected(context.output.failure(path, data.error().code));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(*data);
    if (decoder.hasError()) {
        return std::unexpected(
            context.output.failure(path, Errc::UnknownFormat, Words::tr("The text is not in UTF-8.")));
    }
    return text;
}

} // namespace aside::cli
