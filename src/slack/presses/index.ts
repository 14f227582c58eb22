import { actionIds } from '../action-ids.js'
import { pressEditEntry, pressRemoveEntry, pressWiden } from './entry.js'
import { pressHandOver, pressLater, pressNotNeeded, pressReachedOut } from './nudge.js'
import { pressDuePage, pressFindPage, pressHistory, pressPickPage } from './pages.js'
import { pressCard, pressEdit, pressMoveHome, pressTalked, pressUndo } from './person.js'
import { pressPick } from './pick.js'
import type { OnPress } from './press.js'

/** Every button and select, by action id. */
export const presses: Readonly<Record<string, OnPress>> = {
  [actionIds.pick]: pressPick,
  [actionIds.someoneElse]: pressPick,
  [actionIds.pickPage]: pressPickPage,
  [actionIds.card]: pressCard,
  [actionIds.more]: pressHistory,
  [actionIds.historyPage]: pressHistory,
  [actionIds.findPage]: pressFindPage,
  [actionIds.duePage]: pressDuePage,
  [actionIds.editPerson]: pressEdit,
  [actionIds.talked]: pressTalked,
  [actionIds.moveHome]: pressMoveHome,
  [actionIds.undo]: pressUndo,
  [actionIds.widen]: pressWiden,
  [actionIds.editEntry]: pressEditEntry,
  [actionIds.removeEntry]: pressRemoveEntry,
  [actionIds.reachedOut]: pressReachedOut,
  [actionIds.later]: pressLater,
  [actionIds.notNeeded]: pressNotNeeded,
  [actionIds.handOver]: pressHandOver,
}
