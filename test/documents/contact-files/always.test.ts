import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opened } from './reading.js'

/** Pieces of files of contacts, whole and torn: any order of them is a file that somebody may send. */
const pieces = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
  'Record ID;First Name;Last Name;Job Title;Company Name\r\n',
  'Id\tFirstName\tLastName\tAccountId\n',
  'Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Title\n',
  'Frank,Ortiz,https://www.linkedin.com/in/%zz,f@x.example,"Acme, Inc.",CFO,x\n',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n ',
  '=HYPERLINK("a","b")',
  '\u0000',
  '\ufeff',
  'é',
  '€\ud800',
  'a'.repeat(3000),
  'BEGIN:VCARD\r\n',
  'VERSION:2.1\n',
  'END:VCARD\r\n',
  'N;CHARSET=utf-7;ENCODING=QUOTED-PRINTABLE:=E9=\n',
  'FN;="":x;y\\;\\',
  'N:;;;\\,;\n',
  'ORG;TYPE=":a;b\n',
  'item1.PHOTO;BASE64:AAAA\n',
  'AGENT:\n',
  '__proto__:x\nconstructor:y\n',
  'BDAY:--9999\nNOTE:\\n\\\\\n',
  'Grand Totals (1 records)\n',
]
const beginnings = pieces.filter((piece) => /^(?:First|Record|Id|Name|BEGIN)/.test(piece))
const file = fc.oneof(
  fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...pieces), { maxLength: 60 }))
    .map(([first, others]) => Buffer.from([first, ...others].join(''))),
  fc
    .tuple(
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
      fc.constantFrom('utf8', 'latin1', 'utf16le'),
    )
    .map(([each, encoding]) => Buffer.from(each.join(''), encoding as BufferEncoding)),
)
const columns = fc.option(
  fc.record({
    name: fc.constantFrom('First Name', 'Id', 'Frank', '', '"'),
    key: fc.constantFrom('Last Name', ''),
  }),
  { nil: undefined },
)

describe('whatever is sent', () => {
  it('is refused, asked about or read to its end, and what is read has a name and one line each', async () => {
    await fc.assert(
      fc.asyncProperty(file, columns, fc.integer({ min: 1, max: 6000 }), async (bytes, choice, size) => {
        const contacts = await opened(bytes, { size, ...(choice === undefined ? {} : { columns: choice }) })
        if ('refused' in contacts) return
        if ('needsColumns' in contacts) {
          expect(contacts.needsColumns.length).toBeGreaterThan(1)
          expect(contacts.needsColumns).not.toContain('')
          return
        }
        let last = 0
        for await (const row of contacts.rows) {
          expect(row.row).toBeGreaterThan(last)
          last = row.row
          if ('skipped' in row) continue
          expect(row.name).toMatch(/\p{L}/u)
          expect(`${row.name}${row.title}${row.company}`).not.toMatch(/[\r\n\0]/)
          expect(row.key).not.toBe('')
        }
      }),
      { numRuns: 600 },
    )
  })

  it('is the same in whatever pieces it comes', async () => {
    const all = async (bytes: Uint8Array, size: number) => {
      const contacts = await opened(bytes, { size })
      if (!('rows' in contacts)) return contacts
      const rows = []
      for await (const row of contacts.rows) rows.push(row)
      return { ...contacts, rows }
    }
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        expect(await all(bytes, size)).toEqual(await all(bytes, 1_000_000))
      }),
      { numRuns: 200 },
    )
  })
})
