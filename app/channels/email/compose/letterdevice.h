// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/compose/letter.h"
#include "models/core/error.h"

#include <QIODevice>

#include <memory>
#include <vector>

namespace aside::mail {

/// A letter as bytes of RFC 5322 and MIME, lines ended by CRLF, seven bits but for addresses that need more.
/// Sequential; files are read piece by piece as the letter is, so its memory does not grow with them. A file
/// that is gone, or is of another size than was said, makes read() answer -1: such a letter must not be sent.
class LetterDevice final : public QIODevice
{
public:
    /// Open for reading. Errc::InvalidInput where an address is none or the letter has no one to go to.
    [[nodiscard]] static Result<std::unique_ptr<LetterDevice>> make(const Letter &letter);
    ~LetterDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    /// All of it, for SIZE (RFC 1870) and for a literal of IMAP.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// RFC 6532: a header holds more than ASCII, so SMTPUTF8 is needed.
    [[nodiscard]] bool needsUtf8() const { return m_needsUtf8; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    /// Either bytes as they are, or a file in Base64.
    struct Piece {
        QByteArray bytes;
        LetterFile file;
        bool isFile = false;
    };

    LetterDevice() = default;
    void append(const QByteArray &bytes);
    void append(const LetterFile &file);
    /// More bytes into m_ready; false where a file is not what it was said to be.
    [[nodiscard]] bool refill();
    [[nodiscard]] bool refillFromFile(const LetterFile &file);

    std::vector<Piece> m_pieces;
    size_t m_at = 0; ///< piece
    std::unique_ptr<QIODevice> m_file; ///< of the piece that is being read
    qint64 m_fileLeft = 0;
    QByteArray m_ready;
    qint64 m_total = 0;
    qint64 m_given = 0;
    bool m_needsUtf8 = false;
};

} // namespace aside::mail
