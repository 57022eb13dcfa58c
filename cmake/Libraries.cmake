# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the about page says is inside: NAME VERSION LICENCE ADDRESS, the versions as they were found.
# SQLCipher's pkg-config file has the version of the SQLite in it; its own is only known to itself.
if(NOT DEFINED ASIDE_SQLCIPHER_VERSION AND NOT CMAKE_CROSSCOMPILING)
  try_run(ran built SOURCES ${CMAKE_CURRENT_LIST_DIR}/sqlcipherversion.cpp LINK_LIBRARIES PkgConfig::SQLCIPHER
    RUN_OUTPUT_STDOUT_VARIABLE found)
  if(built AND ran EQUAL 0)
    set(ASIDE_SQLCIPHER_VERSION "${found}" CACHE INTERNAL "SQLCipher's own version")
  endif()
endif()
set(notes)
macro(library name version licence address)
  string(APPEND notes "${name}\t${version}\t${licence}\t${address}\n")
endmacro()
library("Breeze icons" "" "LGPL-3.0-or-later" "https://invent.kde.org/frameworks/breeze-icons")
library("KCodecs" "${KF6Codecs_VERSION}" "LGPL-2.0-or-later" "https://invent.kde.org/frameworks/kcodecs")
library("KCoreAddons" "${KF6CoreAddons_VERSION}" "LGPL-2.0-or-later" "https://invent.kde.org/frameworks/kcoreaddons")
library("KDSingleApplication" "${KDSingleApplication-qt6_VERSION}" "MIT" "https://github.com/KDAB/KDSingleApplication")
library("KHolidays" "${KF6Holidays_VERSION}" "LGPL-2.0-or-later" "https://invent.kde.org/frameworks/kholidays")
library("KMime" "${KPim6Mime_VERSION}" "LGPL-2.0-or-later" "https://invent.kde.org/pim/kmime")
if(KF6Notifications_FOUND)
  library("KNotifications" "${KF6Notifications_VERSION}" "LGPL-2.0-or-later" "https://invent.kde.org/frameworks/knotifications")
endif()
library("KSyntaxHighlighting" "${KF6SyntaxHighlighting_VERSION}" "MIT" "https://invent.kde.org/frameworks/syntax-highlighting")
library("libxml2" "${LIBXML2_VERSION_STRING}" "MIT" "https://gitlab.gnome.org/GNOME/libxml2")
library("OpenSSL" "${OPENSSL_VERSION}" "Apache-2.0" "https://www.openssl.org")
library("QCoro" "${QCoro6_VERSION}" "MIT" "https://github.com/qcoro/qcoro")
library("Qt" "${Qt6_VERSION}" "LGPL-3.0-only" "https://www.qt.io")
library("Qt NetworkAuth" "${Qt6_VERSION}" "GPL-3.0-only" "https://www.qt.io")
library("QtKeychain" "${Qt6Keychain_VERSION}" "BSD-2-Clause" "https://github.com/frankosterfeld/qtkeychain")
library("Snowball" "" "BSD-3-Clause" "https://snowballstem.org")
library("Sonnet" "${KF6Sonnet_VERSION}" "LGPL-2.1-or-later" "https://invent.kde.org/frameworks/sonnet")
library("SQLCipher" "${ASIDE_SQLCIPHER_VERSION}" "BSD-3-Clause" "https://www.zetetic.net/sqlcipher")
library("SQLite" "${SQLCIPHER_VERSION}" "blessing" "https://www.sqlite.org")
library("toml++" "${tomlplusplus_VERSION}" "MIT" "https://marzer.github.io/tomlplusplus")
library("zlib" "${ZLIB_VERSION_STRING}" "Zlib" "https://zlib.net")

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/about/libraries.tsv CONTENT "${notes}" @ONLY)
configure_file(${PROJECT_SOURCE_DIR}/LICENSES/GPL-3.0-or-later.txt ${CMAKE_BINARY_DIR}/about/GPL-3.0-or-later.txt
  COPYONLY)
qt_add_resources(aside_widgets about PREFIX /aside/about BASE ${CMAKE_BINARY_DIR}/about
  FILES ${CMAKE_BINARY_DIR}/about/libraries.tsv ${CMAKE_BINARY_DIR}/about/GPL-3.0-or-later.txt)
