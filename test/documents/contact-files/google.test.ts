import { describe, expect, it } from 'vitest'
import { readAll } from './reading.js'

const now = [
  'E-mail 1 - Value,First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Phone 1 - Value,Website 1 - Value',
]
const one = async (row: string) => (await readAll([...now, row].join('\r\n'))).people[0]

describe("Google's contacts", () => {
  it('reads the newer form, with several values in a cell', async () => {
    const row =
      'a@x.example ::: b@x.example,Frank,M.,Ortiz,Acme ::: Globex,CFO ::: Advisor,1971-03-14,"Two\r\nlines",+1 555 0134 ::: (555) 0135-99,https://uk.linkedin.com/in/Frank ::: https://x.example'
    expect(await one(row)).toEqual({
      row: 2,
      name: 'Frank M. Ortiz',
      title: 'CFO',
      company: 'Acme',
      addresses: [
        'a@x.example',
        'b@x.example',
        'https://www.linkedin.com/in/frank',
        '+1 555 0134',
        '(555) 0135-99',
      ],
      key: null,
      birthday: { monthDay: '03-14', year: 1971 },
      note: 'Two\nlines',
    })
  })

  it('reads the form of before', async () => {
    const read = await readAll(
      'Name,Given Name,Additional Name,Family Name,Birthday,Notes,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n' +
        'Dr. Frank Ortiz,Frank,,Ortiz, --03-14,,* Work,f@x.example,,Acme,CFO\n',
    )
    expect(read.format).toBe('google')
    expect(read.people[0]).toMatchObject({
      name: 'Dr. Frank Ortiz',
      title: 'CFO',
      company: 'Acme',
      birthday: { monthDay: '03-14', year: null },
    })
  })

  it('a company, or an address alone, is nobody', async () => {
    const read = await readAll(
      [...now, ',,,,Harbour Taxi,,,,1234567,', 'x@y.example,x@y.example,,,,,,,,'].join('\n'),
    )
    expect(read.skipped).toEqual([
      { row: 2, skipped: 'no-name' },
      { row: 3, skipped: 'no-name' },
    ])
  })

  it.each([
    ['1971-03-14', { monthDay: '03-14', year: 1971 }],
    ['--03-14', { monthDay: '03-14', year: null }],
    ['--0229', { monthDay: '02-29', year: null }],
    ['1604-10-21', { monthDay: '10-21', year: null }],
    ['14.03.1971', { monthDay: '03-14', year: 1971 }],
    ['3/14/1971', { monthDay: '03-14', year: 1971 }],
    ['14/3/1971', { monthDay: '03-14', year: 1971 }],
    ['19710314T000000Z', { monthDay: '03-14', year: 1971 }],
    ['3/4/1971', null],
    ['1971-13-40', null],
    ['1971-02-30', null],
    ['circa 1970', null],
  ])('a birthday %s', async (birthday, day) => {
    expect((await one(`,Frank,,Ortiz,,,${birthday},,,`))?.birthday).toEqual(day)
  })
})
