import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Behind } from '../../../src/app/minding/behind.js'
import { mindedView } from '../../../src/slack/views/minded-view.js'
import * as odd from './odd-models.js'
import { noteText, shortText } from './odd-texts.js'
import { faultsIn } from './reading.js'

const people = fc.array(odd.personName, { minLength: 1, maxLength: 5 })
const behind: fc.Arbitrary<Behind> = fc.oneof(
  fc.record({ by: fc.constantFrom('name', 'channel'), people }),
  fc.record({ by: fc.constant('company'), company: shortText, people }),
)

it('whatever is said and whoever is behind it, Slack takes the note', () => {
  fc.assert(
    fc.property(noteText, behind, (word, who) => {
      expect(faultsIn(mindedView(word, who))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

it('names people first, and one of them with what they do', () => {
  const frank = { id: 'p1', name: 'Frank Ortiz', role: 'VP at Globex Corp.' }
  const dana = { id: 'p2', name: 'Dana Cho', role: 'CFO at Acme' }
  const lily = { id: 'p3', name: 'Lily Chen', role: '' }
  const first = (who: Behind) => mindedView('leads', who).text.split('\n')[0]
  expect(first({ by: 'name', people: [frank] })).toBe(
    'Behind “leads” there is somebody: Frank Ortiz, VP at Globex Corp.',
  )
  expect(first({ by: 'name', people: [lily] })).toBe('Behind “leads” there is somebody: Lily Chen.')
  expect(first({ by: 'name', people: [frank, dana, lily] })).toBe(
    'Behind “leads” there are people: Frank Ortiz, Dana Cho and Lily Chen.',
  )
  expect(first({ by: 'company', company: 'Acme', people: [frank, dana] })).toBe(
    'Behind “leads” there are people. At Acme: Frank Ortiz and Dana Cho.',
  )
  expect(first({ by: 'channel', people: [lily] })).toBe(
    'Behind “leads” there are people. This channel lately knows of Lily Chen.',
  )
})
