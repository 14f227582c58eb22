import { expect, it } from 'vitest'
import { personPage } from '../../../src/documents/page/person-page.js'
import { channelHome } from '../../../src/domain/audience.js'
import type { RoleQuestion } from '../../../src/domain/role-change/role-question.js'
import { exportOf, personOf, roleOf } from '../known.js'

const at = '2026-11-21T16:00:00.000Z'
const said = { personId: 'p1', home: channelHome('C1'), by: 'source:hubspot', at, observedAt: at }
const claim: RoleQuestion = {
  ...said,
  id: 'c1',
  source: 'hubspot',
  words: null,
  change: { kind: 'left', was: { title: 'buyer', company: 'Acme' }, is: null },
  why: 'unsure',
  successor: null,
  answered: null,
  recorded: null,
}

it('tells the person what other sources say of their work, who said it, and what became of it', () => {
  const source = personPage(
    exportOf({
      person: personOf({ source: 'linkedin:UANA' }),
      roles: [roleOf({ by: 'source:hubspot', source: 'hubspot' })],
      sightings: [
        { ...said, id: 's1', source: 'linkedin:UANA', key: 'frank', title: 'buyer', company: '<Acme>' },
      ],
      claims: [claim, { ...claim, id: 'c2', answered: { as: 'not-so', by: 'UBEN', at } }],
    }),
  )
  const page = source.replace(/<[^>]+>/g, '')
  expect(page).toContain('LinkedIn said last: ')
  expect(page).toContain('buyer at &lt;Acme&gt;')
  expect(page).toContain('HubSpot: you left ')
  expect(page).toContain('Nobody has said yet whether that is so.')
  expect(page).toMatch(/One of us said that it is not so, on .*Ben Adeyemi/)
  expect(page).toMatch(/Written down by .*HubSpot.*nobody has confirmed it/)
  expect(page).not.toContain('source:hubspot')
})
