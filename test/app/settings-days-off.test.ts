import { expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { changeSettings } from '../../src/app/settings/change-settings.js'
import { type Settings, settingsOf, standardSettings } from '../../src/domain/settings.js'
import { anOffice, everything } from './office.js'

it('days off that are over are left out, and nothing is said of it', async () => {
  const office = await anOffice()
  office.channel('CUSTOMERS', {}, ['UANA'])
  const now = async () => {
    const place = await office.uow.read(everything, ({ places }) => places.get('channel:CUSTOMERS'))
    return settingsOf(place ?? standardSettings('America/Chicago'))
  }
  const sets = async (asker: Asker, wish: Partial<Settings>, seen: Settings) =>
    changeSettings(office, asker, 'channel:CUSTOMERS', seen, { ...seen, ...wish })

  await sets(await office.asker(), { holidays: ['2026-11-30', '2026-12-25'] }, await now())
  const seen = await now()
  const later = await office.asker('UANA', 'CUSTOMERS', '2026-12-01T16:00:00.000Z')
  const ahead = { holidays: ['2026-12-25'] }
  expect(await sets(later, ahead, seen)).toEqual({ ok: false, why: { reason: 'nothing-changed' } })
  expect(await sets(later, { ...ahead, cap: 3 }, seen)).toMatchObject({
    value: { changes: [{ what: 'cap' }] },
  })
  expect(await now()).toMatchObject({ cap: 3, holidays: ['2026-12-25'] })
  // Whoever opened the form before that is not told of a change that is none.
  const wished = { cap: 3, holidays: ['2026-12-25', '2027-01-01'] }
  expect((await sets(later, wished, seen)).ok).toBe(true)
})
