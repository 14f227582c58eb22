import { describe, expect, it } from 'vitest'
import { inShort, readAll } from './reading.js'

describe('HubSpot', () => {
  const header = 'Contact owner,Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name'

  it('reads whatever columns the view had', async () => {
    const read = await readAll(
      `${header},Associated Company,Create Date\nAna,20451,Frank,Ortiz,frank@acme.example,+1 555 0134,CFO,,Acme,2024-03-12 09:14\n`,
    )
    expect(read.format).toBe('hubspot')
    expect(read.people).toEqual([
      {
        row: 2,
        name: 'Frank Ortiz',
        title: 'CFO',
        company: 'Acme',
        addresses: ['frank@acme.example', '+1 555 0134'],
        key: '20451',
        birthday: null,
        note: '',
      },
    ])
  })

  it('an id that a spreadsheet has rounded is no key', async () => {
    const { people } = await readAll(`${header}\n,1.23E+11,Frank,Ortiz,,5.55E+09,CFO,Acme\n`)
    expect(people[0]).toMatchObject({ key: null, addresses: [] })
  })

  it('a German view', async () => {
    const read = await readAll(
      'Datensatz-ID;Vorname;Nachname;E-Mail;Telefonnummer;Jobtitel;Unternehmensname\n7;Jürgen;Weiß;j@x.example;;Einkäufer;Müller GmbH\n',
    )
    expect([read.format, ...inShort(read), read.people[0]?.key]).toEqual([
      'hubspot',
      'Jürgen Weiß | Einkäufer | Müller GmbH',
      '7',
    ])
  })
})

describe('Salesforce', () => {
  it('reads a report and leaves its footer', async () => {
    const read = await readAll(
      '"First Name","Last Name","Title","Account Name","Email"\n"Frank","Ortiz","CFO","Acme","f@x.example"\n"","[not provided]","","Acme",""\n\n\n"Grand Totals (5700 records)"\n"Confidential Information - Do Not Distribute"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n',
    )
    expect(read.format).toBe('salesforce')
    expect(read.rows).toEqual([
      {
        row: 2,
        name: 'Frank Ortiz',
        title: 'CFO',
        company: 'Acme',
        addresses: ['f@x.example'],
        key: null,
        birthday: null,
        note: '',
      },
      { row: 3, skipped: 'no-name' },
    ])
  })

  it('somebody called Total is no footer', async () => {
    const read = await readAll('Last Name,Title,Account Name\nTotal,,\nTotal,CFO,Acme\n')
    expect(inShort(read)).toEqual(['Total |  | ', 'Total | CFO | Acme'])
  })

  it('reads API names: an account id is no company, and both forms of an id are one key', async () => {
    const header = 'Id,FirstName,LastName,Title,AccountId,Email'
    const long = await readAll(`${header}\n003A000001bcdEFIAY,Frank,Ortiz,CFO,001A0000012345,f@x.example\n`)
    const short = await readAll(`${header}\n003A000001bcdEF,Frank,Ortiz,CFO,001A0000012345,f@x.example\n`)
    expect(long.format).toBe('salesforce')
    expect(inShort(long)).toEqual(['Frank Ortiz | CFO | '])
    expect([long.people[0]?.key, short.people[0]?.key]).toEqual(['003A000001bcdEF', '003A000001bcdEF'])
  })
})
