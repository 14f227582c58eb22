import { describe, expect, it } from 'vitest'
import { personPage } from '../../src/documents/page/person-page.js'
import { servePage } from '../../src/practice/page/serve-page.js'
import { commitmentOf, contactOf, exportOf, keyDateOf, noteOf, personOf, roleOf } from '../documents/known.js'
import { withScope } from '../practice/support/manifest.js'
import { closeAfterEach, openSlack } from '../practice/support/open-slack.js'
import { upload } from '../practice/support/upload.js'
import { openBlank, openPage } from './support/browser.js'
import { axeFaults, unreadableTexts } from './support/reading.js'

closeAfterEach()

const frank = personPage(
  exportOf({
    person: personOf({
      name: 'Frank שלום Ortiz',
      prefers: 'a call',
      addresses: ['frank@acme.example', 'x'.repeat(200)],
    }),
    roles: [roleOf({}), roleOf({ id: 'r2', untilOn: '2020-01-01' })],
    notes: [
      noteOf({ kind: 'heard', text: 'my daughter starts at Ohio State\n\nand then' }),
      noteOf({ text: `${'unbreakable'.repeat(30)} שלום לכולם` }),
    ],
    interactions: [contactOf({ text: 'walked the plant' })],
    commitments: [commitmentOf({})],
    dates: [keyDateOf({})],
  }),
)

describe.each([360, 1440])('the page of an export, at %i pixels', (width) => {
  it.each(['light', 'dark'] as const)('can be read by everybody, %s', async (colorScheme) => {
    const page = await openBlank({ viewport: { width, height: 800 }, colorScheme })
    await page.setContent(frank)
    expect(await page.title()).toBe('What we know about you, Frank שלום Ortiz')
    expect(await unreadableTexts(page)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
  })
})

it('a file that the bot handed over is opened beside, from the practice page', async () => {
  const slack = await openSlack({ manifest: withScope('files:write') })
  const ana = slack.people.add({ name: 'ana' }).id
  servePage(slack, { clock: { now: () => new Date(), moveTo: async () => {} } })
  const direct = slack.places.dm(ana).id
  await upload(slack, direct, 'frank.html', frank)
  const page = await openPage(`${slack.origin}/?as=${ana}&in=${direct}`)
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'frank.html' }).click()
  const beside = await opening
  await beside.getByRole('heading', { name: 'What you told us' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
})
