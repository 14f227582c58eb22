import type { Verb } from '../command/verbs.js'

type HelpVerb = Exclude<Verb, 'hello'>
type HelpLine = { readonly does: string; readonly example: string; readonly also?: readonly string[] }

/** Every command: what it does, an example to paste, and other ways to say it. A new verb is a line here. */
export const helpLines: Record<HelpVerb, HelpLine> = {
  add: {
    does: 'introduces somebody, with role and address',
    example: 'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    also: ['add someone, CFO at Acme Lighting'],
  },
  show: { does: 'shows what is known before you call', example: 'frank', also: ['show frank'] },
  note: {
    does: 'keeps what you noticed',
    example: "note frank proud of the team's safety record #feeling",
    also: ['note frank began as an electrician, in the shop of an uncle #story'],
  },
  heard: {
    does: 'keeps their words, word for word',
    example: 'heard frank my daughter starts at Ohio State',
  },
  met: {
    does: 'writes down that you met',
    example: 'met frank yesterday: walked the plant',
    also: ['met frank 3 march: she said "the lease ends in May"'],
  },
  called: { does: 'writes down a call', example: 'called frank: the lease ends in March' },
  emailed: { does: 'writes down an email', example: 'emailed frank yesterday: sent the drawings' },
  messaged: { does: 'writes down a message', example: 'messaged frank: wished a good start' },
  role: {
    does: 'opens a new role and closes the old one',
    example: 'role frank VP operations at Globex since 1 nov',
    also: ['role frank also board member at Lakeside Foundation'],
  },
  left: { does: 'closes the role; the person stays', example: 'left frank', also: ['left frank yesterday'] },
  tie: {
    does: 'says how two people stand to each other',
    example: 'tie frank reports to susan',
    also: ['tie frank married to susan', 'tie frank was introduced by susan', 'tie frank listens to susan'],
  },
  merge: {
    does: 'makes one of two who are the same person; asks first',
    example: 'merge frank and francis',
    also: ['merge'],
  },
  unmerge: { does: 'gives both back as they were, at any later time', example: 'unmerge frank' },
  at: { does: 'shows the people of a company: met, not met yet, and gone', example: 'at acme' },
  situation: {
    does: 'says what is going on for them now',
    example: 'situation frank lease and energy costs; wants one vendor for both plants',
  },
  ask: {
    does: 'keeps a question to ask next time',
    example: 'ask frank what would his crew miss most?',
  },
  answered: {
    does: 'closes that question, with what they said',
    example: 'answered frank: the light in hall two',
  },
  prefers: {
    does: 'says how they like to be reached',
    example: 'prefers frank text',
    also: ['prefers frank a call after 5'],
  },
  promise: {
    does: 'keeps what you promised, and by when',
    example: 'promise frank by friday: send the sample',
  },
  kept: {
    does: 'says that a promise or step was kept',
    example: 'kept frank',
    also: ['kept frank: the sample'],
  },
  step: {
    does: 'keeps what they said they would do',
    example: 'step frank by 12 dec: measures the ceiling height',
  },
  broke: { does: 'says that a promise or step was not kept', example: 'broke frank' },
  date: {
    does: 'keeps a day to remember; birthdays and the like each year',
    example: 'date frank 14 march: birthday',
    also: ['date frank 1 june: the new hall opens'],
  },
  trigger: {
    does: 'keeps the day that forces a change; you hear 30 and 7 days before',
    example: 'trigger frank 1 march: lease ends',
  },
  every: {
    does: 'says how often to be in touch',
    example: 'every frank 3 weeks',
    also: ['every frank never'],
  },
  due: { does: 'shows who comes up, and when', example: 'due' },
  find: { does: 'searches people, notes and their words', example: 'find concert' },
  words: { does: 'shows what people said on a topic, without names', example: 'words price' },
  edit: { does: 'opens a form to put things right', example: 'edit frank' },
  home: { does: 'says in which channel somebody lives', example: 'home frank #channel' },
  hand: { does: 'gives a teammate the relationship', example: 'hand frank to @ana' },
  settings: { does: 'shows the hour, days and rhythm of this channel', example: 'settings' },
  read: {
    does: 'reads a signature or an automatic reply that you paste, and asks whether it is so',
    example: 'read frank',
    also: ['read'],
  },
  import: { does: 'brings people in from a file; shows them first', example: 'import' },
  export: { does: 'gives you all that you may see about somebody, as three files', example: 'export frank' },
  forget: { does: 'deletes all that is known of somebody, for good; asks first', example: 'forget frank' },
  undo: { does: 'takes back what you did last, within a day', example: 'undo' },
  help: { does: 'shows this, or one command', example: 'help note' },
}

/** The commands as help shows them, by what one wants to do. */
export const helpGroups: readonly { readonly title: string; readonly verbs: readonly HelpVerb[] }[] = [
  { title: 'Every day', verbs: ['add', 'show', 'note', 'heard', 'met', 'called', 'emailed', 'messaged'] },
  { title: 'Where they stand', verbs: ['role', 'left', 'read', 'tie', 'at'] },
  { title: 'The whole person', verbs: ['situation', 'ask', 'answered', 'prefers'] },
  { title: 'Promises and days', verbs: ['promise', 'kept', 'step', 'broke', 'date', 'trigger'] },
  { title: 'Staying in touch', verbs: ['every', 'due', 'home', 'hand', 'settings'] },
  {
    title: 'And',
    verbs: ['find', 'words', 'edit', 'merge', 'unmerge', 'import', 'export', 'forget', 'undo', 'help'],
  },
]
