import { expect, it } from 'vitest'
import { keepNote } from '../../../src/app/notes/keep-note.js'
import { forEachOf } from '../../../src/slack/forms/about-several.js'
import { severalKeptView } from '../../../src/slack/views/saved/several.js'
import { anOffice } from '../../app/office.js'
import { ctx, frank } from '../views/known.js'

it('for whom something was not done is known by name, and handed in twice is no refusal', async () => {
  const office = await anOffice()
  const asker = { ...(await office.asker()), cause: 'view-1' }
  const frank = await office.knows(asker)
  const people = [
    { id: 'forgotten', name: 'Lily Chen', role: '' },
    { id: frank.id, name: frank.name, role: '' },
  ]
  const keep = () =>
    forEachOf(office.uow, asker, people, (uow, each, personId) =>
      keepNote({ ...office, uow }, each, personId, 'note', 'loves jazz'),
    )
  const refused = [{ name: 'Lily Chen', why: { reason: 'person-gone' } }]
  expect(await keep()).toMatchObject({ done: [{ person: { id: frank.id } }], refused })
  expect(await keep()).toMatchObject({ done: [], refused })
})

it('says beneath a note about several that one undo takes it back for all of them', () => {
  const { text } = severalKeptView(
    { people: [frank(), frank({ name: 'Lily Chen' })], refused: [], actId: 'a1' },
    'loves jazz',
    ctx(),
  )
  expect(text).toContain('`/person undo` takes it back for all of them.')
})
