import { expect, it } from 'vitest'
import { imported } from '../app/file-of-contacts.js'
import { anOffice } from '../app/office.js'
import { countingStatements } from './counting-statements.js'

/** What a row of a file costs beside what each batch does: those of a batch are looked up, and written, together. */
const mostOfARow = 3

it('the rows of an import say little to the database each', async () => {
  const statements = countingStatements()
  const office = await anOffice()
  const ana = await office.asker()
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      name: `Person Number${from + n}`,
      title: 'Buyer',
      company: `Company ${from + n}`,
      addresses: [`p${from + n}@people.example`],
      note: 'met at the fair',
    }))
  const said = async (from: number, count: number): Promise<number> => {
    statements.sinceLastLook()
    await imported(office, ana, rows(from, count))
    return statements.sinceLastLook().length
  }
  const few = await said(0, 40)
  const many = await said(40, 240)
  expect((many - few) / 200, `${few} of 40, ${many} of 240`).toBeLessThan(mostOfARow)
})
