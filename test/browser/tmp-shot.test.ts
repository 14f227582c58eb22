import { it } from 'vitest'
import { personPage } from '../../src/documents/page/person-page.js'
import { commitmentOf, contactOf, exportOf, keyDateOf, noteOf, personOf, questionOf, roleOf } from '../documents/known.js'
import { openBlank } from './support/browser.js'
it('x', async () => {
  const page = await openBlank({ viewport: { width: 900, height: 1000 } })
  await page.setContent(personPage(exportOf({
    person: personOf({ prefers: 'a call after 5', addresses: ['frank@acme.example', '+1 555 0134'] }),
    roles: [roleOf({ sinceOn: '2025-11-01', title: 'VP operations', company: 'Globex' }), roleOf({ id: 'r2', title:'facilities manager', company: 'Acme Lighting', untilOn: '2025-10-31' })],
    notes: [noteOf({ kind: 'heard', text: 'my daughter starts at Ohio State', on: '2026-11-18' }), noteOf({ text: 'proud of his team’s safety record #feeling' })],
    interactions: [contactOf({ text: 'walked the plant', teammates: ['UANA', 'UBEN'], on: '2026-03-03' })],
    commitments: [commitmentOf({ dueOn: '2026-12-01' })],
    dates: [keyDateOf({ year: 1971 })],
    questions: [questionOf({})],
  })))
  await page.screenshot({ path: '/tmp/export-page.png', fullPage: true })
})
