# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

include(GNUInstallDirs)
if(UNIX AND NOT APPLE)
  set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
  install(FILES ${linux}/org.aside.Aside.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${linux}/org.aside.Aside.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${linux}/org.aside.Aside.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES ${linux}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/aside)
endif()

set(CPACK_PACKAGE_NAME aside)
set(CPACK_PACKAGE_VENDOR "The Aside authors")
set(CPACK_PACKAGE_CONTACT "The Aside authors <authors@aside.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop console for people who answer customers")
set(CPACK_PACKAGE_DESCRIPTION
  "Aside threads the mail and messages of customers into one inbox on your own
machine: encrypted, searchable, and complete without a network. The package
holds the window (aside) and the command line (asidectl).")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR TGZ)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Loaded while the program runs, so that no link shows them: the SVG icon engine and the keychain's client.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-svg-plugins, libsecret-1-0")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland, fonts-noto-color-emoji")
include(CPack)
