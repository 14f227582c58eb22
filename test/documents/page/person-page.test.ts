import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personPage } from '../../../src/documents/page/person-page.js'
import { channelHome } from '../../../src/domain/audience.js'
import type { Tie } from '../../../src/domain/tie.js'
import {
  commitmentOf,
  contactOf,
  exportOf,
  keyDateOf,
  noteOf,
  personOf,
  questionOf,
  roleOf,
  triedOf,
} from '../known.js'

/** What somebody reads who looks at the page: no markup, one space where there are several. */
const readingOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1')

const tieOf = (given: Partial<Tie>): Tie => ({
  id: 't1',
  personId: 'p1',
  otherId: 'p2',
  home: channelHome('C1'),
  by: 'UANA',
  at: '2026-11-21T16:00:00.000Z',
  kind: 'reports to',
  ...given,
})

describe('what we know about you', () => {
  const page = personPage(
    exportOf({
      person: personOf({ prefers: 'a call after 5', addresses: ['frank@acme.example'] }),
      roles: [
        roleOf({ sinceOn: '2025-11-01' }),
        roleOf({ id: 'r0', title: 'electrician', company: '', untilOn: '2010-06-30' }),
      ],
      notes: [
        noteOf({
          id: 'n1',
          kind: 'heard',
          text: 'my daughter starts at Ohio State',
          by: 'UBEN',
          on: '2026-11-18',
        }),
        noteOf({ id: 'n2', text: 'proud of the safety record' }),
        noteOf({ id: 'n3', kind: 'situation', text: 'lease and energy costs', by: 'UGONE' }),
      ],
      interactions: [contactOf({ on: '2026-03-03', text: 'walked the plant', teammates: ['UANA', 'UBEN'] })],
      commitments: [
        commitmentOf({ dueOn: '2026-12-01', closed: { as: 'kept', on: '2026-11-30', by: 'UBEN' } }),
        commitmentOf({ id: 'c2', kind: 'step', text: 'measures the height' }),
      ],
      dates: [
        keyDateOf({ year: 1971 }),
        keyDateOf({
          id: 'd2',
          kind: 'trigger',
          text: 'lease ends',
          monthDay: '03-01',
          year: 2027,
          yearly: false,
        }),
      ],
      tried: [triedOf({}), triedOf({ id: 't2', claim: 'they decide alone', holds: false })],
      questions: [questionOf({ answered: { on: '2026-11-20', by: 'UANA', noteId: 'n1' } })],
      ties: [tieOf({}), tieOf({ id: 't2', personId: 'p3', otherId: 'p1', kind: 'listens to' })],
      people: new Map([
        ['p2', 'Susan Lee'],
        ['p3', 'Lily Chen'],
      ]),
    }),
  )
  const reading = readingOf(page)

  it.each([
    'What we know about you, Frank Ortiz',
    'as of 21 November 2026',
    'CFO at Acme, since 1 November 2025. Written down by Ana Ruiz on 21 November 2026.',
    'electrician, until 30 June 2010.',
    'my daughter starts at Ohio State You said this on 18 November 2026. Written down by Ben Adeyemi on 21 November 2026.',
    'proud of the safety record Noticed on 21 November 2026. Written down by Ana Ruiz.',
    'lease and energy costs As of 21 November 2026. Written down by a teammate.',
    'We met on 3 March 2026. From our team: Ana Ruiz and Ben Adeyemi.',
    'Promised by Ana Ruiz on 21 November 2026, to be done by 1 December 2026. It was kept, as Ben Adeyemi noted on 30 November 2026.',
    'measures the height Written down by Ana Ruiz on 21 November 2026. It is still open.',
    '14 March, every year since 1971: birthday',
    '1 March 2027: lease ends',
    'Answered on 20 November 2026, as Ana Ruiz noted.',
    'You report to Susan Lee.',
    'Lily Chen listens to you.',
    'price comes first One of us found that it holds for you. Written down by Ana Ruiz on 21 November 2026.',
    'they decide alone One of us found that it does not hold for you.',
    'We mean to be in touch every 3 weeks.',
  ])('says: %s', (sentence) => expect(reading).toContain(sentence))

  it('speaks no language of ours', () => {
    expect(reading).not.toMatch(
      /interaction|commitment|facet|rhythm|offstage|nudge|dossier|null|undefined|UANA/i,
    )
    expect(reading).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('stands by itself: no scripts, nothing from elsewhere, its language and title set', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain('<title>What we know about you, Frank Ortiz</title>')
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(
      /<(?:script|img|iframe|link|object|embed|form)\b|\son\w+=|\bsrc=|url\(|@import|javascript:/i,
    )
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#[a-z-]+$/)
  })

  it('leads to every section by its heading, each once', () => {
    const ids = [...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(ids)
    expect([...page.matchAll(/<section aria-labelledby="([^"]+)"/g)].map(([, id]) => id)).toEqual(ids)
  })
})

describe('the page of somebody of whom little is known', () => {
  it('has no empty headings', () => {
    const reading = readingOf(personPage(exportOf({ person: personOf({ rhythm: 'never', offstage: true }) })))
    expect(reading).not.toContain('What you told us')
    expect(reading).toContain('None of us has met you yet.')
    expect(reading).toContain('We do not mean to get in touch by ourselves.')
  })
})

it('whatever is typed is words, and never markup', () => {
  const plain = personPage(
    exportOf({ person: personOf({ name: 'x', prefers: 'x' }), notes: [noteOf({ text: 'x' })] }),
  )
  const tags = (page: string): string[] => page.match(/<[^>]*>/g) ?? []
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</title><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '<!--',
      '&lt;b&gt;',
    ),
  )
  fc.assert(
    fc.property(odd, (text) => {
      const person = personOf({ name: text, prefers: text })
      expect(tags(personPage(exportOf({ person, notes: [noteOf({ text })] })))).toEqual(tags(plain))
    }),
  )
})
