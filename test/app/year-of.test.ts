import { expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { yearOf } from '../../src/app/pictures/year-of.js'
import { yearScene, yearWords } from '../../src/slack/views/pictures/year-words.js'
import { anOffice } from './office.js'

it('a year in which more was written down than is looked at says so, in the picture and in its words', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const { id: personId } = await office.knows(ana)
  const logs = async (count: number, on: string): Promise<void> => {
    for (let n = 0; n < count; n++) await logContact(office, ana, { personId, kind: 'called', on, text: '' })
  }
  const said = async (): Promise<string[]> => {
    const year = await yearOf(office.uow, ana, personId)
    if (!year.ok) throw new Error(year.why.reason)
    return [yearScene(year.value, ana.today).subtitle, ...yearWords(year.value, ana.today).lines.slice(0, 1)]
  }
  await logs(1, '2025-12-15')
  await logs(398, '2026-11-20')
  for (const words of await said()) expect(words).toMatch(/In touch 399 times in the last year.*yesterday\.$/)
  await logs(2, '2026-11-19')
  for (const words of await said()) expect(words).toMatch(/of the first months some is missing\.$/)
})
