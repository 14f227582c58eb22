import { formIds } from '../action-ids.js'
import { submitCameSince } from './came-since.js'
import { submitNote, submitPromise } from './card.js'
import { submitHandOver, submitReachedOut, submitTalked } from './contact.js'
import { submitEntry } from './entry.js'
import type { OnForm } from './form.js'
import { submitConversation, submitRemember } from './from-message.js'
import { submitColumns, submitImport } from './import.js'
import { submitIntroduce } from './introduce.js'
import { submitHome, submitPerson } from './person.js'
import { submitQuote } from './quote.js'
import { submitPaste, submitUnderstood } from './read.js'
import { submitSettings } from './settings.js'
import { submitClaim } from './sketch.js'

/** Every form, by callback id. */
export const forms: Readonly<Record<string, OnForm>> = {
  [formIds.import]: submitImport,
  [formIds.importColumns]: submitColumns,
  [formIds.editPerson]: submitPerson,
  [formIds.editEntry]: submitEntry,
  [formIds.reachedOut]: submitReachedOut,
  [formIds.talked]: submitTalked,
  [formIds.writeNote]: submitNote,
  [formIds.promise]: submitPromise,
  [formIds.handOver]: submitHandOver,
  [formIds.cameSince]: submitCameSince,
  [formIds.moveHome]: submitHome,
  [formIds.settings]: submitSettings,
  [formIds.introduce]: submitIntroduce,
  [formIds.logConversation]: submitConversation,
  [formIds.rememberThis]: submitRemember,
  [formIds.paste]: submitPaste,
  [formIds.understood]: submitUnderstood,
  [formIds.quote]: submitQuote,
  [formIds.claim]: submitClaim,
}
