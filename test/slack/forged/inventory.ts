import type { actionIds, formIds } from '../../../src/slack/action-ids.js'

/**
 * What a value that comes back is looked up as, for whoever sends it. `draft` and `nudge` are bound to their place too;
 * `nothing` leads to what is the presser's own, whatever the value says.
 */
export type LookedUpAs =
  | 'person'
  | 'two people'
  | 'draft'
  | 'nudge'
  | 'entry'
  | 'commitment'
  | 'act'
  | 'claim'
  | 'import'
  | 'row'
  | 'home'
  | 'company'
  | 'sketch'
  | 'nothing'

/** Every press and select; the compiler names one that is missing. */
export const pressesLookUp: Readonly<Record<(typeof actionIds)[keyof typeof actionIds], LookedUpAs>> = {
  pick: 'draft',
  'pick-page': 'draft',
  'find-page': 'draft',
  'someone-else': 'draft',
  'import-columns': 'draft',
  card: 'person',
  more: 'person',
  'warm-ways': 'person',
  'history-page': 'person',
  'edit-person': 'person',
  confirm: 'person',
  talked: 'person',
  'write-note': 'person',
  promise: 'person',
  'move-home': 'person',
  forget: 'person',
  'look-after': 'person',
  'look-up': 'person',
  people: 'person',
  paste: 'nothing',
  'merge-look': 'two people',
  undo: 'act',
  widen: 'entry',
  'edit-entry': 'entry',
  'remove-entry': 'entry',
  quote: 'entry',
  unquote: 'entry',
  'words-page': 'draft',
  'words-export': 'draft',
  'kept-promise': 'commitment',
  'company-page': 'company',
  sketch: 'sketch',
  'sketch-review': 'sketch',
  'sketch-claim': 'sketch',
  'sketch-drop': 'sketch',
  'sketch-quiet': 'sketch',
  'sketch-reword': 'sketch',
  'sketch-drop-claim': 'sketch',
  'claim-holds': 'sketch',
  'claim-does-not': 'sketch',
  'try-on': 'person',
  'try-note': 'nothing',
  'company-picture': 'company',
  'year-picture': 'person',
  'nudge-reached-out': 'nudge',
  'nudge-later': 'nudge',
  'nudge-not-needed': 'nudge',
  'nudge-hand-over': 'nudge',
  'role-so': 'claim',
  'role-beside': 'claim',
  'role-not-so': 'claim',
  'role-not-sure': 'claim',
  settings: 'home',
  'week-stop': 'home',
  'mirror-on': 'nothing',
  'mirror-off': 'nothing',
  'import-begin': 'import',
  'import-leave': 'import',
  'import-unclear': 'import',
  'import-same': 'row',
  'import-new': 'row',
  'import-out': 'row',
  'import-open': 'nothing',
  'import-rhythm': 'nothing',
  'due-page': 'nothing',
  'home-find': 'nothing',
  introduce: 'nothing',
  'stop-minding': 'nothing',
  'mind-again': 'nothing',
  'waiting-page': 'nothing',
  'promises-page': 'nothing',
  'unattended-page': 'nothing',
}

/** What each form's metadata names, besides its place, which is sealed with the one it was shown to. */
export const formsLookUp: Readonly<Record<(typeof formIds)[keyof typeof formIds], readonly LookedUpAs[]>> = {
  'form-import': [],
  'form-import-columns': ['draft'],
  'form-edit-person': ['person', 'draft'],
  'form-edit-entry': ['person', 'entry', 'draft'],
  'form-reached-out': ['person', 'nudge'],
  'form-hand-over': ['person', 'nudge'],
  'form-came-since': ['draft'],
  'form-move-home': ['person'],
  'form-talked': ['person'],
  'form-settings': ['home', 'draft'],
  'form-introduce': [],
  'form-log-conversation': ['person', 'draft'],
  'form-remember-this': ['person', 'draft'],
  'form-write-note': ['person'],
  'form-promise': ['person'],
  'form-paste': ['person'],
  'form-understood': ['person', 'draft'],
  'form-claim': ['sketch'],
  'form-quote': ['person', 'entry', 'draft'],
}
