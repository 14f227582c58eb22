import { actionIds } from '../action-ids.js'
import { pressCompanyPage } from './company.js'
import { pressEditEntry, pressRemoveEntry, pressWiden } from './entry.js'
import { pressForget } from './forget.js'
import {
  pressHomeFind,
  pressIntroduce,
  pressKeptPromise,
  pressLookAfter,
  pressPromisesPage,
  pressUnattendedPage,
  pressWaitingPage,
} from './home.js'
import {
  pressImportBegin,
  pressImportColumns,
  pressImportLeave,
  pressImportNew,
  pressImportOpen,
  pressImportOut,
  pressImportRhythm,
  pressImportSame,
  pressImportUnclear,
} from './import.js'
import { pressLookUp } from './look-up.js'
import { pressMergeLook } from './merge.js'
import { pressMindAgain, pressStopMinding } from './minding.js'
import { pressMirrorOff, pressMirrorOn } from './mirror.js'
import { pressHandOver, pressLater, pressNotNeeded, pressReachedOut } from './nudge.js'
import { pressDuePage, pressFindPage, pressHistory, pressPickPage } from './pages.js'
import {
  pressCard,
  pressConfirm,
  pressEdit,
  pressMoveHome,
  pressPromise,
  pressTalked,
  pressUndo,
  pressWriteNote,
} from './person.js'
import { pressPick } from './pick.js'
import { pressCompanyPicture, pressYearPicture } from './picture.js'
import type { OnPress } from './press.js'
import { pressQuote, pressUnquote, pressWordsExport, pressWordsPage } from './quote.js'
import { pressPaste } from './read.js'
import { pressRoleBeside, pressRoleNotSo, pressRoleNotSure, pressRoleSo } from './role-question.js'
import { pressSettings } from './settings.js'
import {
  pressSketch,
  pressSketchClaim,
  pressSketchDrop,
  pressSketchDropClaim,
  pressSketchQuiet,
  pressSketchReview,
  pressSketchReword,
} from './sketch.js'
import { pressClaimDoesNot, pressClaimHolds, pressTryNote, pressTryOn } from './try-on.js'
import { pressWarmWays } from './warm-ways.js'
import { pressWeekStop } from './week.js'

/** Every button and select, by action id. */
export const presses: Readonly<Record<string, OnPress>> = {
  [actionIds.pick]: pressPick,
  [actionIds.someoneElse]: pressPick,
  [actionIds.pickPage]: pressPickPage,
  [actionIds.card]: pressCard,
  [actionIds.more]: pressHistory,
  [actionIds.warmWays]: pressWarmWays,
  [actionIds.historyPage]: pressHistory,
  [actionIds.findPage]: pressFindPage,
  [actionIds.duePage]: pressDuePage,
  [actionIds.companyPage]: pressCompanyPage,
  [actionIds.companyPicture]: pressCompanyPicture,
  [actionIds.yearPicture]: pressYearPicture,
  [actionIds.confirm]: pressConfirm,
  [actionIds.editPerson]: pressEdit,
  [actionIds.talked]: pressTalked,
  [actionIds.writeNote]: pressWriteNote,
  [actionIds.promise]: pressPromise,
  [actionIds.moveHome]: pressMoveHome,
  [actionIds.forget]: pressForget,
  [actionIds.mergeLook]: pressMergeLook,
  [actionIds.undo]: pressUndo,
  [actionIds.settings]: pressSettings,
  [actionIds.weekStop]: pressWeekStop,
  [actionIds.mirrorOn]: pressMirrorOn,
  [actionIds.mirrorOff]: pressMirrorOff,
  [actionIds.widen]: pressWiden,
  [actionIds.editEntry]: pressEditEntry,
  [actionIds.removeEntry]: pressRemoveEntry,
  [actionIds.reachedOut]: pressReachedOut,
  [actionIds.later]: pressLater,
  [actionIds.notNeeded]: pressNotNeeded,
  [actionIds.handOver]: pressHandOver,
  [actionIds.roleSo]: pressRoleSo,
  [actionIds.roleBeside]: pressRoleBeside,
  [actionIds.roleNotSo]: pressRoleNotSo,
  [actionIds.roleNotSure]: pressRoleNotSure,
  [actionIds.paste]: pressPaste,
  [actionIds.importOpen]: pressImportOpen,
  [actionIds.importColumns]: pressImportColumns,
  [actionIds.importRhythm]: pressImportRhythm,
  [actionIds.importBegin]: pressImportBegin,
  [actionIds.importLeave]: pressImportLeave,
  [actionIds.importUnclear]: pressImportUnclear,
  [actionIds.importSame]: pressImportSame,
  [actionIds.importNew]: pressImportNew,
  [actionIds.importOut]: pressImportOut,
  [actionIds.homeFind]: pressHomeFind,
  [actionIds.introduce]: pressIntroduce,
  [actionIds.lookAfter]: pressLookAfter,
  [actionIds.keptPromise]: pressKeptPromise,
  [actionIds.waitingPage]: pressWaitingPage,
  [actionIds.promisesPage]: pressPromisesPage,
  [actionIds.unattendedPage]: pressUnattendedPage,
  [actionIds.quote]: pressQuote,
  [actionIds.unquote]: pressUnquote,
  [actionIds.wordsPage]: pressWordsPage,
  [actionIds.wordsExport]: pressWordsExport,
  [actionIds.lookUp]: pressLookUp,
  [actionIds.sketch]: pressSketch,
  [actionIds.sketchReview]: pressSketchReview,
  [actionIds.sketchClaim]: pressSketchClaim,
  [actionIds.sketchReword]: pressSketchReword,
  [actionIds.sketchDropClaim]: pressSketchDropClaim,
  [actionIds.sketchDrop]: pressSketchDrop,
  [actionIds.sketchQuiet]: pressSketchQuiet,
  [actionIds.tryOn]: pressTryOn,
  [actionIds.tryNote]: pressTryNote,
  [actionIds.claimHolds]: pressClaimHolds,
  [actionIds.claimDoesNot]: pressClaimDoesNot,
  [actionIds.stopMinding]: pressStopMinding,
  [actionIds.mindAgain]: pressMindAgain,
}
