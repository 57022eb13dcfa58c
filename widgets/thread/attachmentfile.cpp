// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/attachmentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 200; ///< bytes
constexpr int mostTries = 1'000;

const QStringList &endingsOf(FileKind kind)
{
    static const std::array<QStringList, 7> endings{
        u"png jpg jpeg gif webp bmp tif tiff heic"_s.split(u' '),
        u"pdf txt odt ods odp doc docx xls xlsx ppt pptx rtf csv ics vcf eml md log json xml"_s.split(u' '),
        u"zip 7z rar gz tar xz bz2 zst"_s.split(u' '), u"mp3 ogg oga opus wav m4a flac amr"_s.split(u' '),
        u"mp4 webm mkv avi mov 3gp"_s.split(u' '),
        // What runs, or makes something run, on any system; web pages and pictures with scripts as well.
        u"exe com scr pif bat cmd msi msp msix appx jar js jse vbs vbe wsf wsh ps1 psm1 hta cpl lnk url reg "
        u"inf "
        "dll sys ocx chm sh bash zsh csh ksh run bin out desktop appimage deb rpm flatpakref snap apk app "
        "command "
        "pkg dmg iso img vhd vhdx py pyc pyw pl rb php lua tcl html htm xhtml shtml mht mhtml svg svgz swf "
        "docm "
        "dotm xlsm xltm xlam pptm potm ppsm sldm one library-ms search-ms settingcontent-ms scf theme gadget wasm"_s
            .split(u' '),
        QStringList()};
    return endings.at(static_cast<size_t>(kind));
}

/// Controls, marks that turn the direction, and characters nobody sees.
bool isUnseen(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator || c == QChar::ReplacementCharacter || c.unicode() == 0x3164
        || c.unicode() == 0x2800 || c.unicode() == 0xffa0 || c.unicode() == 0x115f || c.unicode() == 0x1160;
}

bool isReserved(const QString &stem)
{
    static const QStringList names = u"con prn aux nul conin$ conout$ clock$"_s.split(u' ');
    const QString lower = stem.toLower();
    const bool isPort = lower.size() == 4 && (lower.startsWith("com"_L1) || lower.startsWith("lpt"_L1))
        && (lower.back().isDigit() || u"¹²³"_s.contains(lower.back()));
    return isPort || names.contains(lower);
}

/// Cuts the middle out, so that the end says what it is.
QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= longestName) {
        return name;
    }
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= 20 ? name.sliced(dot) : QString();
    QString stem = name.chopped(ending.size());
    while (!stem.isEmpty() && stem.toUtf8().size() + ending.toUtf8().size() > longestName) {
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    }
    return stem + ending;
}

} // namespace

FileKind fileKind(const QString &name)
{
    const QString safe = safeFileName(name);
    const QString ending = safe.sliced(safe.lastIndexOf(u'.') + 1).toLower();
    for (const FileKind kind : {FileKind::Program, FileKind::Picture, FileKind::Document, FileKind::Archive,
                                FileKind::Sound, FileKind::Film}) {
        if (safe.contains(u'.') && endingsOf(kind).contains(ending)) {
            return kind;
        }
    }
    return FileKind::Other;
}

QString fileKindIcon(FileKind kind)
{
    switch (kind) {
    case FileKind::Picture:
        return u"camera-photo"_s;
    case FileKind::Document:
        return u"document-multiple"_s;
    case FileKind::Archive:
        return u"document-preview-archive"_s;
    case FileKind::Sound:
    case FileKind::Film:
        return u"media-playback-start"_s;
    case FileKind::Program:
        return u"data-warning"_s;
    case FileKind::Other:
        return u"mail-attachment"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString safeFileName(const QString &name)
{
    QString safe = name.normalized(QString::NormalizationForm_C);
    safe = safe.sliced(std::max(safe.lastIndexOf(u'/'), safe.lastIndexOf(u'\\')) + 1);
    safe.removeIf(&isUnseen);
    for (QChar &c : safe) {
        c = u":*?\"<>|%$`&;"_s.contains(c) ? QChar(u'_') : c;
    }
    safe = safe.simplified();
    while (safe.startsWith(u'.') || safe.startsWith(u'-') || safe.startsWith(u' ') || safe.startsWith(u'~')) {
        safe.remove(0, 1);
    }
    safe = shortened(safe);
    while (safe.endsWith(u'.') || safe.endsWith(u' ')) {
        safe.chop(1);
    }
    if (isReserved(safe.first(std::max<qsizetype>(safe.indexOf(u'.'), 0)).trimmed()) || isReserved(safe)) {
        safe.prepend(u'_');
    }
    return safe.isEmpty() || !safe.isValidUtf16() ? u"attachment"_s : safe;
}

Result<QString> saveNew(const QString &path, const QByteArray &content)
{
    const QFileInfo wanted(path);
    const QString ending = wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix();
    const QString stem = path.chopped(ending.size());
    for (int number = 1; number < mostTries; ++number) {
        const QString candidate = number == 1 ? path : u"%1 (%2)%3"_s.arg(stem).arg(number).arg(ending);
        QFile file(candidate);
        // NewOnly is O_CREAT|O_EXCL: it fails where anything is, a link included.
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
            if (QFileInfo(candidate).exists() || QFileInfo(candidate).isSymLink()) {
                continue;
            }
            return fail(Errc::ReadOnly, u"cannot make a file"_s);
        }
        if (file.write(content) != content.size() || !file.flush()) {
            file.remove();
            return fail(Errc::DiskFull, u"cannot write the attachment"_s);
        }
        return candidate;
    }
    return fail(Errc::ReadOnly, u"too many files of that name"_s);
}

} // namespace aside
