# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The icons of the program: single files of the Breeze theme (LGPL-3.0-or-later), taken from where it is installed
# and built into the program as :/aside/icons/NAME.svg. themedIcon() gives them their colours.
find_path(BREEZE_ICONS actions/22/edit-find.svg
  PATHS /usr/share/icons/breeze /usr/local/share/icons/breeze /opt/homebrew/share/icons/breeze
  DOC "Folder of the Breeze icon theme" REQUIRED)

# NAME, or OURS=NAME where the program calls it something else.
set(names
  # views and states
  mail-folder-inbox mail-folder-outbox mail-unread mail-mark-read mail-mark-unread globe lock document-edit clock
  checkmark mail-sent archive-insert chronometer im-ban-user view-calendar-day appointment-reminder view-history
  # actions
  application-exit application-menu document-print edit-redo configure dialog-cancel dialog-ok document-export document-import document-open
  document-save document-send edit-clear edit-copy edit-delete edit-find search=edit-find edit-undo go-down go-next go-previous go-up
  help-about help-contents list-add list-remove mail-attachment mail-forward mail-reply-all mail-reply-sender media-playback-pause note
  overflow-menu view-filter view-refresh view-sort view-visible window-close
  # things
  bookmarks input-keyboard folder folder-open tag user view-list-details
  # hints
  data-error data-information data-warning dialog-messages document-multiple document-preview-archive documentinfo network-connect network-disconnect
  # channels
  mail-message group irc-voice system-users camera-photo edit-comment rss call-start story-editor
  view-conversation-balloon-symbolic smiley-shape amarok_playlist irc-operator media-playback-start draw-star
  draw-freehand)

set(icons)
foreach(entry IN LISTS names)
  string(REGEX REPLACE "=.*" "" ours ${entry})
  string(REGEX REPLACE ".*=" "" name ${entry})
  set(found)
  foreach(group actions status places devices emblems preferences)
    if(EXISTS ${BREEZE_ICONS}/${group}/22/${name}.svg)
      file(REAL_PATH ${BREEZE_ICONS}/${group}/22/${name}.svg found)
      break()
    endif()
  endforeach()
  if(NOT found)
    message(FATAL_ERROR "The Breeze icon theme in ${BREEZE_ICONS} has no 22 px icon named \"${name}\"")
  endif()
  set(copy ${CMAKE_BINARY_DIR}/icons/${ours}.svg)
  configure_file(${found} ${copy} COPYONLY)
  list(APPEND icons ${copy})
endforeach()

qt_add_resources(aside_widgets icons PREFIX /aside/icons BASE ${CMAKE_BINARY_DIR}/icons FILES ${icons})
