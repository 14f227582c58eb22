import type { Verb } from '../command/verbs.js'

type HelpLine = { readonly does: string; readonly example: string; readonly also?: readonly string[] }

/** Every command: what it does, an example to paste, and other ways to say it. A new verb is a line here. */
export const helpLines: Record<Exclude<Verb, 'hello'>, HelpLine> = {
  add: {
    does: 'introduces somebody, with role and address',
    example: 'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    also: ['add someone, CFO at Acme Lighting'],
  },
  show: { does: 'shows what is known before you call', example: 'frank', also: ['show frank'] },
  note: {
    does: 'keeps what you noticed',
    example: "note frank proud of the team's safety record #feeling",
    also: ['note frank lease and energy costs; wants one vendor for both plants #situation'],
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
  every: {
    does: 'says how often to be in touch',
    example: 'every frank 3 weeks',
    also: ['every frank never'],
  },
  due: { does: 'shows who comes up, and when', example: 'due' },
  find: { does: 'searches people, notes and their words', example: 'find concert' },
  edit: { does: 'opens a form to put things right', example: 'edit frank' },
  home: { does: 'says in which channel somebody lives', example: 'home frank #channel' },
  hand: { does: 'gives a teammate the relationship', example: 'hand frank to @ana' },
  undo: { does: 'takes back what you did last, within a day', example: 'undo' },
  help: { does: 'shows this, or one command', example: 'help note' },
}
