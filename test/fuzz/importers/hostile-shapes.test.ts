import { beforeAll, describe, expect, test } from 'vitest'
import { ContactFileTooLarge, mostRows } from '../../../src/domain/contact-file.js'
import { costOf, growthOf, rowsOf } from './costs.js'
import { hostileShapes, plain } from './hostile-shapes.js'

const mega = 1_000_000
/** A row has its price, and the shortest rows are forty times as many in a file as real ones. */
const mostTimes = 60

describe('a file that is made to hurt', () => {
  let usual = 0
  beforeAll(async () => {
    await costOf(plain, 0.2 * mega)
    usual = await costOf(plain, 0.4 * mega)
  })

  test.each(Object.entries(hostileShapes))('%s: it takes no more than its rows cost', async (_, shape) => {
    // Of several tries the best one, since others use this machine.
    let times = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 3 && times > mostTimes; tries++)
      times = Math.min(times, (await costOf(shape, 0.1 * mega)) / usual)
    expect(times).toBeLessThan(mostTimes)
  })

  test.each([
    ['line ends alone', 12],
    ['commas alone', 12],
    ['one quote open, and no line', 12],
    ['rows of 200 KB', 12],
    ['a line folded for ever', 12],
    ['cards in cards', 12],
    ['rows of one letter', 0.4],
    ['quotes that swallow', 0.4],
  ])('%s: little is held', async (name, megabytes) => {
    const shape = hostileShapes[name] ?? plain
    expect(await growthOf(shape, megabytes * mega)).toBeLessThan(8 * mega)
  })

  test('more rows than a spreadsheet has are no file of people', async () => {
    let given = 0
    const reading = rowsOf(['BEGIN:VCARD\n', 'BEGIN:VCARD\n'], 13 * mega, () => {
      given += 1
    })
    await expect(reading).rejects.toBeInstanceOf(ContactFileTooLarge)
    await expect(reading).rejects.toMatchObject({ refused: 'too-many-rows' })
    // The last one is still open, and could have been read.
    expect(given).toBe(mostRows)
  })
})
