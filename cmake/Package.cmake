# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

include(GNUInstallDirs)
if(UNIX AND NOT APPLE)
  set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
  install(FILES ${linux}/org.aside.Aside.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${linux}/org.aside.Aside.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${linux}/org.aside.Aside.svg DESTINATION ${icons}/scalable/apps)
  foreach(size 16 22 24 32 48 64 128 256)
    install(FILES ${linux}/icons/${size}x${size}/org.aside.Aside.png DESTINATION ${icons}/${size}x${size}/apps)
  endforeach()
  if(KF6Notifications_FOUND)
    install(FILES ${linux}/aside.notifyrc DESTINATION ${CMAKE_INSTALL_DATADIR}/knotifications6)
  endif()
  install(FILES ${linux}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/aside)

  # Debian wants these compressed, and without the time of the compression in them.
  find_program(GZIP gzip)
  function(install_compressed file name destination)
    if(GZIP)
      set(compressed ${CMAKE_BINARY_DIR}/compressed/${name}.gz)
      file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/compressed)
      execute_process(COMMAND ${GZIP} -9nc ${file} OUTPUT_FILE ${compressed} COMMAND_ERROR_IS_FATAL ANY)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
      install(FILES ${compressed} DESTINATION ${destination})
    endif()
  endfunction()
  install_compressed(${linux}/changelog changelog.Debian ${CMAKE_INSTALL_DATADIR}/doc/aside)
  install_compressed(${linux}/man/aside.1 aside.1 ${CMAKE_INSTALL_MANDIR}/man1)
  install_compressed(${linux}/man/asidectl.1 asidectl.1 ${CMAKE_INSTALL_MANDIR}/man1)
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
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, qt6-image-formats-plugins, qt6-translations-l10n, qt6-wayland, fonts-noto-color-emoji, sonnet6-plugins, hunspell-en-us, hunspell-ru")
include(CPack)
