import { describe, expect, it } from 'vitest'
import { inShort, readAll } from './reading.js'

const preamble =
  'Notes:\n"When exporting your data, you may notice\nthat some ""addresses"" are missing."\n\n'
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const file = (...rows: string[]) => `${preamble}${[header, ...rows].join('\n')}\n`
const frank =
  'Frank,Ortiz,https://www.linkedin.com/in/Frank-Ortiz,frank@acme.example,"Acme, Inc.",CFO,01 Sep 2026'

describe("LinkedIn's Connections.csv", () => {
  it('reads every row beneath a preamble of several lines', async () => {
    const read = await readAll(file(frank, 'Liz,Moreau,,,Lantern,Manager,2026-02-01'))
    expect(read.format).toBe('linkedin')
    expect(read.people).toEqual([
      {
        row: 5,
        name: 'Frank Ortiz',
        title: 'CFO',
        company: 'Acme, Inc.',
        addresses: ['frank@acme.example', 'https://www.linkedin.com/in/frank-ortiz'],
        key: 'frank-ortiz',
        birthday: null,
        note: '',
      },
      {
        row: 6,
        name: 'Liz Moreau',
        title: 'Manager',
        company: 'Lantern',
        addresses: [],
        key: null,
        birthday: null,
        note: '',
      },
    ])
  })

  it('reads it without a preamble, and with the columns in another order or none for the URL', async () => {
    const read = await readAll(
      'Connected On,Position,Company,Last Name,First Name\n1 Feb 2023,CFO,Acme,Ortiz,Frank\n',
    )
    expect(inShort(read)).toEqual(['Frank Ortiz | CFO | Acme'])
    expect(read.people[0]?.row).toBe(2)
  })

  it('reads German headers', async () => {
    const read = await readAll(
      '\ufeffHinweise:\n"Beim\nExport"\n\nVorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nJürgen,Weiß,,j@x.example,Müller GmbH,Einkäufer,1. Sep. 2026\n',
    )
    expect(read.format).toBe('linkedin')
    expect(inShort(read)).toEqual(['Jürgen Weiß | Einkäufer | Müller GmbH'])
  })

  it.each([
    ['https://www.linkedin.com/in/Frank-Ortiz/', 'frank-ortiz'],
    ['http://de.linkedin.com/in/frank-ortiz?trk=x#top', 'frank-ortiz'],
    ['linkedin.com/in/j%C3%BCrgen-wei%C3%9F', 'jürgen-weiß'],
    ['https://www.linkedin.com/in/50%-off', '50%-off'],
    ['https://www.linkedin.com/company/acme', null],
    ['https://evil.example/linkedin.com/in/frank', null],
    ['https://notlinkedin.com/in/frank', null],
  ])('%s is the key %s', async (url, key) => {
    const { people } = await readAll(file(`Frank,Ortiz,${url},,Acme,CFO,`))
    expect(people[0]?.key).toBe(key)
    expect(people[0]?.addresses).toEqual(key === null ? [] : [`https://www.linkedin.com/in/${key}`])
  })

  it.each([
    'Freelance',
    'Self-employed',
    'Selbstständig',
    'SELBSTÄNDIG',
    'Frank Ortiz',
    'ortiz frank',
    '--',
    'N/A',
  ])('%s is no employer', async (company) => {
    const { people } = await readAll(file(`Frank,Ortiz,,,${company},Painter,`))
    expect(people[0]).toMatchObject({ title: 'Painter', company: '' })
  })

  it('passes over empty rows and rows of commas, and says which have no name', async () => {
    const read = await readAll(file('', ',,,,,,', frank, ',,,,Acme,CFO,01 Sep 2026', ' , ,,,,,', 'Liz,,,,,,'))
    expect(read.people.map(({ name, row }) => [name, row])).toEqual([
      ['Frank Ortiz', 7],
      ['Liz', 10],
    ])
    expect(read.skipped).toEqual([{ row: 8, skipped: 'no-name' }])
  })

  it('reads ragged rows as far as they go', async () => {
    const read = await readAll(file('Frank,Ortiz', 'Liz,Moreau,,,Lantern,Manager,1 Feb 2023,more,and more'))
    expect(inShort(read)).toEqual(['Frank Ortiz |  | ', 'Liz Moreau | Manager | Lantern'])
  })

  it('gives a row that stands there twice twice, and skips a header that stands there again', async () => {
    const read = await readAll(file(frank, header, frank))
    expect(read.people.map(({ row }) => row)).toEqual([5, 7])
  })
})
