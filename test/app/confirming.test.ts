import { expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { confirm } from '../../src/app/people/confirm.js'
import { formOf, putRight } from '../../src/app/people/put-right.js'
import { takeBack } from '../../src/app/take-back.js'
import { imported, known, value } from './file-of-contacts.js'
import { anOffice, type Office } from './office.js'

/** Frank came with a file. Answers who says so of him and of his role, as long as nobody has confirmed it. */
const frankCame = async () => {
  const office = await anOffice()
  const ana = await office.asker()
  await imported(office, ana, [{ name: 'Frank Ortiz', title: 'Buyer', company: 'Acme' }])
  const marks = async () => {
    const [found] = await known(office, ana, 'Frank Ortiz')
    return [found?.person?.source ?? null, ...(found?.roles ?? []).map(({ source = null }) => source)]
  }
  const [found] = await known(office, ana, 'Frank Ortiz')
  const frank = found?.person
  if (!frank) throw new Error('nobody came')
  return { office, ana, frank, marks }
}

const contact = (office: Office, asker: Asker, personId: string) =>
  logContact(office, asker, { personId, kind: 'met', on: asker.today, text: '' })

const bothMarked = ['linkedin:UANA', 'linkedin:UANA']
const noneMarked = [null, null]

it.each<[string, (office: Office, asker: Asker, personId: string) => Promise<unknown>]>([
  ['a contact', contact],
  ['“That is right”', confirm],
])('what came with a file is confirmed by %s, and not any more when that is taken back', async (_, deed) => {
  const { office, ana, frank, marks } = await frankCame()
  expect(await marks()).toEqual(bothMarked)
  await deed(office, ana, frank.id)
  expect(await marks()).toEqual(noneMarked)
  value(await takeBack(office, ana, null))
  expect(await marks()).toEqual(bothMarked)
})

it('an edit confirms it, and a form handed in as it was does not', async () => {
  const { office, ana, frank, marks } = await frankCame()
  const form = formOf(frank)
  await putRight(office, ana, frank.id, form, form)
  expect(await marks()).toEqual(bothMarked)
  value(await putRight(office, ana, frank.id, form, { ...form, prefers: 'text' }))
  expect(await marks()).toEqual(noneMarked)
})

it('a contact that fewer know of confirms nothing for the others', async () => {
  const { office, frank, marks } = await frankCame()
  value(await contact(office, await office.asker('UANA', 'QUIET'), frank.id))
  expect(await marks()).toEqual(bothMarked)
})

it('what is confirmed already stays as it is', async () => {
  const { office, ana, frank } = await frankCame()
  value(await confirm(office, ana, frank.id))
  expect(await confirm(office, ana, frank.id)).toMatchObject({ why: { reason: 'nothing-changed' } })
})
