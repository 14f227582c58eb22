import { describe, expect, it } from 'vitest'
import { openContactFile } from '../../../src/documents/contact-files/open-contact-file.js'
import { ContactFileTooLarge } from '../../../src/domain/contact-file.js'
import { opened, readAll, refusalOf, sent } from './reading.js'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const row = 'Frank,Ortiz,,,Acme,CFO,01 Sep 2026\n'
const linkedIn = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${row}`

describe('refused with a reason', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['a mark alone', '\ufeff', 'empty'],
    ['blank lines', ' \r\n\r\n\t\n', 'empty'],
    ['a zip', bytes('PK\x03\x04\x14\x00\x00\x00Connections.csv'), 'zip'],
    ['a gzip', bytes('\x1f\x8b\x08\x00'), 'zip'],
    ['a workbook', bytes('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml....xl/workbook.xml'), 'spreadsheet'],
    ['an old workbook', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1......'), 'spreadsheet'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n....'), 'image'],
    ['a JPEG', bytes('\xff\xd8\xff\xe0..JFIF'), 'image'],
    ['a photograph of a telephone', bytes('\x00\x00\x00\x24ftypheic....'), 'image'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a page', '<!doctype html><table><tr><td>Name,Mail</td></tr></table>', 'not-contacts'],
    ['JSON', '[{"First Name": "Frank", "Last Name": "Ortiz"}]', 'not-contacts'],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n', 'not-contacts'],
    ['a letter', 'Dear Frank,\n\nthank you, and until soon.\n\nYours, Ana\n', 'not-contacts'],
    ['a list of one column', 'Name\nFrank\nLiz\n', 'not-contacts'],
    ['noise', Buffer.from(Array.from({ length: 3000 }, (_, nth) => (nth * 97 + 31) % 256)), 'not-contacts'],
  ])('%s', async (_, file, reason) => {
    expect(await refusalOf(file)).toBe(reason)
  })

  it('what it is called does not matter, but for what is packed', async () => {
    expect((await readAll(linkedIn, { name: 'photo.png' })).people).toHaveLength(1)
    expect(await refusalOf(bytes('PK\x03\x04...'), { name: 'Contacts.XLSX' })).toBe('spreadsheet')
  })
})

describe('the limit', () => {
  it('refuses a short file that is longer', async () => {
    expect(await refusalOf(linkedIn, { limit: linkedIn.length })).toBeNull()
    expect(await refusalOf(linkedIn, { limit: linkedIn.length - 1 })).toBe('too-large')
  })

  it('ends a long one where it is passed, with what was read', async () => {
    const limit = 300_000
    const contacts = await opened(linkedIn + row.repeat(20_000), { limit, size: 10_000 })
    if (!('rows' in contacts)) throw new Error('refused')
    let read = 0
    const reading = (async () => {
      for await (const _ of contacts.rows) read += 1
    })()
    await expect(reading).rejects.toThrow(ContactFileTooLarge)
    expect(read).toBeGreaterThan(1000)
  })

  it('is 50 MB: of 200 no more is asked for', async () => {
    let given = 0
    async function* endless() {
      yield Buffer.from(linkedIn)
      for (;;) {
        given += 1
        yield Buffer.from(row.repeat(30_000))
      }
    }
    const contacts = await openContactFile(endless(), { name: 'Connections.csv' })
    if (!('rows' in contacts)) throw new Error('refused')
    const iterator = contacts.rows[Symbol.asyncIterator]()
    await iterator.next()
    expect(given).toBeLessThan(3)
    await iterator.return?.()
  })
})

describe('the source', () => {
  const closing = (file: string) => {
    const state = { closed: false }
    async function* source() {
      try {
        yield* sent(file, 1000)
      } finally {
        state.closed = true
      }
    }
    return { state, source: source() }
  }

  it('is let go of when the rows are left half way, and when the file is refused', async () => {
    const long = closing(linkedIn + row.repeat(50_000))
    const contacts = await openContactFile(long.source, { name: 'x' })
    if (!('rows' in contacts)) throw new Error('refused')
    for await (const _ of contacts.rows) break
    expect(long.state.closed).toBe(true)

    const other = closing(`%PDF-${'x'.repeat(200_000)}`)
    expect(await openContactFile(other.source, { name: 'x' })).toEqual({ refused: 'pdf' })
    expect(other.state.closed).toBe(true)
  })

  it('that breaks off is an error, not a shorter file', async () => {
    async function* broken() {
      yield Buffer.from(linkedIn + row.repeat(20_000))
      throw new Error('connection lost')
    }
    const contacts = await openContactFile(broken(), { name: 'x' })
    if (!('rows' in contacts)) throw new Error('refused')
    const reading = (async () => {
      for await (const _ of contacts.rows);
    })()
    await expect(reading).rejects.toThrow('connection lost')
  })
})
