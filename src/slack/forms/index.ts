import { formIds } from '../action-ids.js'
import { submitHandOver, submitReachedOut, submitTalked } from './contact.js'
import { submitEntry } from './entry.js'
import type { OnForm } from './form.js'
import { submitHome, submitPerson } from './person.js'

/** Every form, by callback id. */
export const forms: Readonly<Record<string, OnForm>> = {
  [formIds.editPerson]: submitPerson,
  [formIds.editEntry]: submitEntry,
  [formIds.reachedOut]: submitReachedOut,
  [formIds.talked]: submitTalked,
  [formIds.handOver]: submitHandOver,
  [formIds.moveHome]: submitHome,
}
