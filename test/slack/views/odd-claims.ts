import fc from 'fast-check'
import { day, id, noteText, shortText } from './odd-texts.js'

const source = fc.constantFrom(
  'linkedin:U0ANA',
  'csv:U0BEN',
  'hubspot',
  'hook:<!channel>',
  'slack',
  'signature:U0ANA',
  'else',
)

/** Who said something of a role. */
export const saidBy = fc.record({ source, questionId: id, observedOn: day })

const roleSaid = fc.record({ title: shortText, company: shortText })

/** A change of role that is asked about. */
export const claim = fc.record({
  source,
  questionId: id,
  observedOn: day,
  words: fc.option(noteText),
  why: fc.constantFrom('unsure', 'contradicts'),
  change: fc.record({
    kind: fc.constantFrom('left', 'new-company', 'new-title'),
    was: fc.option(roleSaid),
    is: fc.option(roleSaid),
  }),
})

/** Why now, because of a role. */
export const ofRoles = fc.oneof(
  fc.record({
    kind: fc.constant('new-role'),
    role: shortText,
    before: shortText,
    sinceOn: fc.option(day),
    said: fc.option(saidBy),
  }),
  fc.record({ kind: fc.constant('left'), role: shortText, on: day, said: fc.option(saidBy) }),
  fc.record({ kind: fc.constant('role-question'), claim }),
)
