/**
 * The ids of everything that can be pressed, chosen or submitted. A button's value is an id that is looked up for
 * whoever presses it, never anything to be believed.
 */
export const actionIds = {
  /** Drafts: value `DRAFT:CHOICE`, the choice being a person's id or a word. */
  pick: 'pick',
  pickPage: 'pick-page',
  /** Value: a person's id. */
  card: 'card',
  more: 'more',
  warmWays: 'warm-ways',
  editPerson: 'edit-person',
  confirm: 'confirm',
  talked: 'talked',
  writeNote: 'write-note',
  promise: 'promise',
  moveHome: 'move-home',
  forget: 'forget',
  /** Value: `PERSON:PERSON`, whoever stays first. */
  mergeLook: 'merge-look',
  /** Value: an act's id. */
  undo: 'undo',
  /** Value: `KIND:ID` of an entry. */
  widen: 'widen',
  editEntry: 'edit-entry',
  removeEntry: 'remove-entry',
  /** Value: the id of a note that holds somebody's words. */
  quote: 'quote',
  unquote: 'unquote',
  /** Value: `DRAFT:OFFSET`; the draft's id. */
  wordsPage: 'words-page',
  wordsExport: 'words-export',
  /** Value: `PERSON:OFFSET`, and for the others `DRAFT:OFFSET` or `OFFSET`. */
  historyPage: 'history-page',
  findPage: 'find-page',
  duePage: 'due-page',
  /** Value: `OFFSET:KEY` of a company. */
  companyPage: 'company-page',
  /** A picture. Value: a company's key; a person's id. */
  companyPicture: 'company-picture',
  yearPicture: 'year-picture',
  /** On a nudge. Value: the nudge's id. */
  reachedOut: 'nudge-reached-out',
  /** A select; each option's value is `NUDGE:day|week|month`. */
  later: 'nudge-later',
  notNeeded: 'nudge-not-needed',
  handOver: 'nudge-hand-over',
  /** On a change of role that a source claims. Value: the claim's id. */
  roleSo: 'role-so',
  roleBeside: 'role-beside',
  roleNotSo: 'role-not-so',
  roleNotSure: 'role-not-sure',
  /** Sketches. Value: the sketch's id; of a claim, `CLAIM` or `CLAIM:so`; `SKETCH:yes` or `SKETCH:no`. */
  sketch: 'sketch',
  sketchReview: 'sketch-review',
  sketchClaim: 'sketch-claim',
  sketchReword: 'sketch-reword',
  sketchDropClaim: 'sketch-drop-claim',
  sketchDrop: 'sketch-drop',
  sketchQuiet: 'sketch-quiet',
  /** A sketch on somebody: `PERSON:SKETCH`; a select of notes; `CLAIM:PERSON:WORDING`. */
  tryOn: 'try-on',
  tryNote: 'try-note',
  claimHolds: 'claim-holds',
  claimDoesNot: 'claim-does-not',
  /** In Home. Value: what was typed to look for; a person's id; a commitment's id; an `OFFSET`. */
  homeFind: 'home-find',
  introduce: 'introduce',
  lookAfter: 'look-after',
  keptPromise: 'kept-promise',
  waitingPage: 'waiting-page',
  promisesPage: 'promises-page',
  unattendedPage: 'unattended-page',
  /** Whoever presses chooses for themselves. */
  stopMinding: 'stop-minding',
  mindAgain: 'mind-again',
  /** Value: the home whose settings are opened. */
  settings: 'settings',
  /** In Home: one's own mirror, whatever the value says. */
  mirrorOn: 'mirror-on',
  mirrorOff: 'mirror-off',
  /** Value: the home that is to hear of its week no more. */
  weekStop: 'week-stop',
  /** Value: a person's id, or `-` for whoever it turns out to be. */
  paste: 'paste',
  /** Files of people. Value: the import's id; a draft's id; `IMPORT:ROW`, and with the same person `IMPORT:ROW:PERSON`. */
  importOpen: 'import-open',
  importColumns: 'import-columns',
  importRhythm: 'import-rhythm',
  importBegin: 'import-begin',
  importLeave: 'import-leave',
  importUnclear: 'import-unclear',
  importSame: 'import-same',
  importNew: 'import-new',
  importOut: 'import-out',
  /** Type-ahead over people, one or several: each value is a person's id. */
  lookUp: 'look-up',
  people: 'people',
  /** Type-ahead over people in a message: the draft's id is the block id. */
  someoneElse: 'someone-else',
} as const

export const formIds = {
  import: 'form-import',
  importColumns: 'form-import-columns',
  editPerson: 'form-edit-person',
  editEntry: 'form-edit-entry',
  reachedOut: 'form-reached-out',
  handOver: 'form-hand-over',
  cameSince: 'form-came-since',
  moveHome: 'form-move-home',
  talked: 'form-talked',
  settings: 'form-settings',
  introduce: 'form-introduce',
  logConversation: 'form-log-conversation',
  rememberThis: 'form-remember-this',
  writeNote: 'form-write-note',
  promise: 'form-promise',
  paste: 'form-paste',
  understood: 'form-understood',
  quote: 'form-quote',
  claim: 'form-claim',
} as const

/** The value of a tick that stands by itself. */
export const isOn = 'on'

/** Block ids of the inputs in forms. */
export const fieldIds = {
  file: 'file',
  /** `column-name`, `column-title`, ...: which column is what. */
  column: 'column',
  name: 'name',
  addresses: 'addresses',
  prefers: 'prefers',
  rhythm: 'rhythm',
  slackUser: 'slack-user',
  text: 'text',
  on: 'on',
  title: 'title',
  company: 'company',
  sinceOn: 'since-on',
  untilOn: 'until-on',
  dueOn: 'due-on',
  kind: 'kind',
  state: 'state',
  repeats: 'repeats',
  relation: 'relation',
  how: 'how',
  people: 'people',
  digestHour: 'digest-hour',
  days: 'days',
  fromHour: 'from-hour',
  toHour: 'to-hour',
  zone: 'zone',
  cap: 'cap',
  reactions: 'reactions',
  holidays: 'holidays',
  week: 'week',
  mindful: 'mindful',
  mirror: 'mirror',
  role: 'role',
  successor: 'successor',
  successorAddress: 'successor-address',
  keep: 'keep',
  answer: 'answer',
  sources: 'sources',
  teammate: 'teammate',
  channel: 'channel',
  /** `whose-0`, `whose-1`, ...: one for each entry that is asked about, on all pages. */
  whose: 'whose',
} as const
