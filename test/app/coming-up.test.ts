import { expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { keepDate } from '../../src/app/dates/keep-date.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { answerNudge } from '../../src/app/nudges/answer.js'
import { comingUp } from '../../src/app/people/coming-up.js'
import { plusDays } from '../../src/domain/local-time.js'
import { anOffice, type Office } from './office.js'
import { plans, promises } from './promised.js'

/** Saturday 21 November 2026. */
const comes = async (office: Office, asker: Asker, offset = 0) => {
  const { people, more } = await comingUp(office.uow, asker, offset)
  const rows = people.map(({ person, on, channelId, why }) =>
    [person.name, on, channelId ?? 'DM', ...why.map(({ kind }) => kind)].join(' '),
  )
  return { rows, more }
}

it('who comes up for something written down stands on that day too, and once on a day that is theirs anyway', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  const susan = await office.knows(ana, { name: 'Susan Bell' })
  await logContact(office, ana, { personId: susan.id, kind: 'met', on: '2026-09-20', text: '' })
  await promises(office, ana, frank, '2026-11-29', 'send the sample')
  await promises(office, await office.asker('UANA', null), frank, '2026-11-27', 'call his wife')
  await promises(office, await office.asker('UANA', 'QUIET'), frank, '2027-01-10', 'too far ahead')
  const birthday = { kind: 'date', monthDay: '11-29', year: null, yearly: true, text: 'birthday' } as const
  await keepDate(office, ana, { personId: frank.id, ...birthday })
  const lease = { kind: 'trigger', monthDay: '01-08', year: 2027, yearly: false, text: 'lease ends' } as const
  await keepDate(office, ana, { personId: susan.id, ...lease })
  await promises(office, ana, susan, '2026-11-21', 'call')
  expect(await comes(office, ana)).toEqual({
    rows: [
      'Susan Bell 2026-11-20 CUSTOMERS promise',
      'Frank Ortiz 2026-11-27 CUSTOMERS promise date',
      'Frank Ortiz 2026-11-27 DM promise',
      'Susan Bell 2026-12-09 CUSTOMERS trigger',
      'Frank Ortiz 2026-12-21 CUSTOMERS',
    ],
    more: false,
  })
  expect((await comes(office, await office.asker('UBEN'))).rows).not.toContain(
    'Frank Ortiz 2026-11-27 DM promise',
  )
})

it('what a place cannot tell comes up by DM; what is put off, later', async () => {
  const office = await anOffice()
  office.channel('ROOM', { kind: 'private' }, ['UANA'])
  const frank = await office.knows(await office.asker('UANA', 'QUIET'))
  const ana = await office.asker('UANA', 'ROOM')
  await promises(office, ana, frank, '2026-11-21', 'call')
  expect((await comes(office, ana)).rows[0]).toBe('Frank Ortiz 2026-11-20 DM promise')
  await plans(office)
  const inDm = await office.asker('UANA', null)
  const scope = { workspaceId: 'T1', audience: inDm.audience }
  const [nudge] = await office.uow.read(scope, ({ nudges }) => nudges.of(frank.id, 1))
  const later = { kind: 'later', until: '2026-11-30' } as const
  expect(await answerNudge(office, inDm, nudge?.id ?? '', frank.id, later)).toMatchObject({ ok: true })
  expect((await comes(office, ana)).rows[0]).toBe('Frank Ortiz 2026-11-30 DM promise')
})

it('pages hold everybody once, in one order', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  for (let n = 0; n < 24; n++) {
    const person = await office.knows(ana, { name: `Number${n}` })
    if (n % 2 === 0) await promises(office, ana, person, plusDays('2026-11-23', n), 'call')
    if (n % 3 === 0)
      await logContact(office, ana, {
        personId: person.id,
        kind: 'met',
        on: plusDays('2026-10-30', n),
        text: '',
      })
  }
  const first = await comes(office, ana, 0)
  const second = await comes(office, ana, 15)
  const third = await comes(office, ana, 30)
  expect([first.more, second.more, third.more]).toEqual([true, true, false])
  const rows = [...first.rows, ...second.rows, ...third.rows]
  expect(new Set(rows).size).toBe(rows.length)
  expect(rows.filter((row) => row.endsWith('promise'))).toHaveLength(12)
  expect(new Set(rows.map((row) => row.split(' ')[0])).size).toBe(24)
  for (let offset = 1; offset < rows.length; offset += 4)
    expect((await comes(office, ana, offset)).rows).toEqual(rows.slice(offset, offset + 15))
})
