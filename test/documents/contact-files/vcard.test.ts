import { describe, expect, it } from 'vitest'
import { vcard } from '../../../src/documents/vcard.js'
import { keyDateOf, personOf, roleOf } from '../known.js'
import { inShort, readAll } from './reading.js'

const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
const one = async (text: string | Uint8Array, size?: number) =>
  (await readAll(text, { name: 'x.vcf', ...(size === undefined ? {} : { size }) })).people[0]

describe('vCards', () => {
  it('reads 3.0: folds, escapes, groups', async () => {
    const text = card(
      '3.0',
      'N:Ortiz;Frank;M.;;',
      'FN:Frank Or',
      ' tiz',
      'item1.ORG:Acme\\, Inc.;Plant\\; east',
      'item1.TITLE:Head of light',
      '\t and heat',
      'TEL;type=CELL:+1 (555) 0134',
      'EMAIL;type=INTERNET;type=pref:frank@acme.example',
      'item2.URL:https://de.linkedin.com/in/Frank-Ortiz/',
      'NOTE:One\\ntwo\\, three',
      'BDAY;value=date:1971-03-14',
      'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
    )
    expect(await one(text)).toEqual({
      row: 1,
      name: 'Frank Ortiz',
      title: 'Head of light and heat',
      company: 'Acme, Inc.',
      addresses: ['frank@acme.example', 'https://www.linkedin.com/in/frank-ortiz', '+1 (555) 0134'],
      key: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      birthday: { monthDay: '03-14', year: 1971 },
      note: 'One\ntwo, three',
    })
  })

  it('reads 4.0', async () => {
    const text = card(
      '4.0',
      'FN:Frank Ortiz',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0134',
      'EMAIL;PREF=1:frank@acme.example',
      'ROLE:Keeps the plant lit',
      'ORG;SORT-AS="Acme":Acme',
      'BDAY:--0314',
    )
    expect(await one(text)).toMatchObject({
      title: 'Keeps the plant lit',
      company: 'Acme',
      addresses: ['frank@acme.example', '+1-555-0134'],
      birthday: { monthDay: '03-14', year: null },
    })
  })

  it('reads 2.1: quoted-printable over several lines, charsets, bare parameters', async () => {
    const text = card(
      '2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Wei=DF;J=FCrgen',
      'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller=3B S=C3=B6hne;Einkauf',
      'TITLE;QUOTED-PRINTABLE:Leiter Ein=',
      'kauf=2C=20Lager',
      'TEL;CELL;VOICE:+49 341 5550190',
      'EMAIL;PREF;INTERNET:j@x.example',
      'NOTE;ENCODING=QUOTED-PRINTABLE:eins=0D=0Azwei \\ drei',
    )
    expect(await one(text)).toMatchObject({
      name: 'Jürgen Weiß',
      title: 'Leiter Einkauf, Lager',
      company: 'Müller; Söhne',
      addresses: ['j@x.example', '+49 341 5550190'],
      note: 'eins\nzwei \\ drei',
    })
  })

  it('a charset that nobody knows, or a wrong one, loses nobody', async () => {
    const text = card('2.1', 'N;CHARSET=X-MARTIAN;ENCODING=QUOTED-PRINTABLE:Wei=DF;J=FCrgen')
    expect((await one(text))?.name).toBe('Jürgen Weiß')
  })

  it('reads a file in Windows-1252, in UTF-16, and with the line ends of old Macs', async () => {
    const text = card('2.1', 'FN:Jürgen Weiß', 'N:Weiß;Jürgen')
    expect((await one(Buffer.from(text, 'latin1')))?.name).toBe('Jürgen Weiß')
    expect((await one(Buffer.from(`\ufeff${text}`, 'utf16le'), 4096))?.name).toBe('Jürgen Weiß')
    expect((await one(text.replaceAll('\r\n', '\r'), 1))?.name).toBe('Jürgen Weiß')
    expect((await one(text, 1))?.name).toBe('Jürgen Weiß')
  })

  it.each(['\r\n ', ''])(
    'a photo of 5 MB is passed over, folded or in one line, and the card is kept',
    async (fold) => {
      const photo = `${fold}${'A'.repeat(74)}`.repeat((5 * 1024 * 1024) / 74)
      const text =
        card('3.0', 'FN:Frank Ortiz', `PHOTO;ENCODING=b;TYPE=JPEG:${photo}`, 'TITLE:CFO') +
        card('3.0', 'FN:Liz Moreau')
      expect(inShort(await readAll(text, { size: 60_000 }))).toEqual([
        'Frank Ortiz | CFO | ',
        'Liz Moreau |  | ',
      ])
    },
  )

  it('a note too long to be read, in lines that end with =, takes nobody else with it', async () => {
    const lines = Array<string>(3000).fill(`${'=C3=BC'.repeat(12)}=`)
    const read = await readAll(
      card('2.1', 'FN:Frank Ortiz', 'NOTE;ENCODING=QUOTED-PRINTABLE:so=', ...lines, 'end', 'TITLE:CFO') +
        card('2.1', 'FN:Liz Moreau', 'TITLE;QUOTED-PRINTABLE:Manager='),
      { size: 10_000 },
    )
    expect(inShort(read)).toEqual(['Frank Ortiz | CFO | ', 'Liz Moreau | Manager | '])
  })

  it('a photo whose lines are not indented is passed over as well', async () => {
    const photo = ['PHOTO;BASE64:', ...Array<string>(2000).fill('R0lGODlhAQABAIAAAAAAAP+/'), '']
    expect((await one(card('2.1', ...photo, 'FN:Frank Ortiz')))?.name).toBe('Frank Ortiz')
  })

  it('a company, a list, and a card without a name are nobody', async () => {
    const read = await readAll(
      card('3.0', 'FN:Harbour Taxi', 'ORG:Harbour Taxi', 'X-ABShowAs:COMPANY') +
        card('4.0', 'KIND:group', 'FN:Choir') +
        card('3.0', 'EMAIL:x@y.example') +
        card('3.0', 'FN:Frank Ortiz'),
    )
    expect(read.skipped).toEqual([1, 2, 3].map((row) => ({ row, skipped: 'no-name' })))
    expect(read.people.map(({ row }) => row)).toEqual([4])
  })

  it('a card that never ends is broken, and the next is read', async () => {
    const read = await readAll(`BEGIN:VCARD\nFN:Liz\n${card('3.0', 'FN:Frank Ortiz')}BEGIN:VCARD\nFN:Jo`)
    expect(read.skipped).toEqual([
      { row: 1, skipped: 'broken' },
      { row: 3, skipped: 'broken' },
    ])
    expect(read.people).toHaveLength(1)
  })

  it("a secretary's card inside is not its own", async () => {
    const read = await readAll(
      card('2.1', 'FN:Frank Ortiz', 'AGENT:', 'BEGIN:VCARD', 'FN:Jo', 'END:VCARD', 'TITLE:CFO'),
    )
    expect(inShort(read)).toEqual(['Frank Ortiz | CFO | '])
  })

  it('a card of thousands of lines is too large', async () => {
    const read = await readAll(card('3.0', 'FN:Frank', ...Array<string>(5000).fill('TEL:+1 555 0134')))
    expect(read.skipped).toEqual([{ row: 1, skipped: 'too-large' }])
  })

  it('what the bot itself exports is read back', async () => {
    const person = personOf({
      id: '01a200f3-0e82-74ef-8868-a8a251765eeb',
      name: 'Frank Ørtiz, the elder; of Acme',
      addresses: ['frank@acme.example', '+1 (555) 0134', 'linkedin.com/in/frank'],
    })
    const roles = [roleOf({ title: 'head of \\light, heat', company: 'Acme; Lighting' })]
    const dates = [keyDateOf({ text: 'birthday', year: 1971 })]
    expect(await one(vcard({ person, roles, dates }))).toEqual({
      row: 1,
      name: 'Frank Ørtiz, the elder; of Acme',
      title: 'head of \\light, heat',
      company: 'Acme; Lighting',
      addresses: ['frank@acme.example', 'https://www.linkedin.com/in/frank', '+1 (555) 0134'],
      key: '01a200f3-0e82-74ef-8868-a8a251765eeb',
      birthday: { monthDay: '03-14', year: 1971 },
      note: '',
    })
  })
})
