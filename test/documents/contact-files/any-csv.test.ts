import { describe, expect, it } from 'vitest'
import { columnsAsked, inShort, readAll, refusalOf } from './reading.js'

const columns = { name: 'Who', title: 'Does', company: 'Where', email: 'Mail', note: 'Words' }
const read = (file: string | Uint8Array, size?: number) =>
  readAll(file, { columns, ...(size === undefined ? {} : { size }) })
const lines = ['Who,Does,Where,Mail,Words', 'Jürgen Weiß,Buyer,Acme,j@x.example,€ and é']

describe('the encoding of a CSV', () => {
  const text = `${lines.join('\r\n')}\r\n`
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const cp1252 = Buffer.from(text.replace('€', '\x80'), 'latin1')
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['UTF-16 BE without', swapped],
    ['Windows-1252', cp1252],
  ])('%s, in pieces of 1 byte, of 7 and whole', async (_, bytes) => {
    for (const size of [1, 7, 100_000]) {
      const { people } = await read(bytes, size)
      expect(people).toMatchObject([
        { name: 'Jürgen Weiß', title: 'Buyer', company: 'Acme', note: '€ and é' },
      ])
    }
  })

  it('what is not ASCII may come late', async () => {
    const many = Array<string>(20_000).fill('Frank Ortiz,CFO,Acme,,').join('\n')
    const late = `${lines[0]}\n${many}\nJürgen Weiß,Buyer,Acme,,\n`
    for (const bytes of [Buffer.from(late), Buffer.from(late, 'latin1')]) {
      const { people } = await read(bytes, 50_000)
      expect(people).toHaveLength(20_001)
      expect(people.at(-1)?.name).toBe('Jürgen Weiß')
    }
  })
})

describe('how a CSV is written', () => {
  it.each([',', ';', '\t', '|'])('cells parted by %j', async (delimiter) => {
    const file = lines.join('\n').replaceAll(',', delimiter)
    expect(inShort(await read(file))).toEqual(['Jürgen Weiß | Buyer | Acme'])
  })

  it.each(['\n', '\r\n', '\r'])('lines ended by %j, the last one or not', async (end) => {
    for (const file of [lines.join(end), lines.join(end) + end, end + lines.join(end) + end + end])
      expect(inShort(await read(file, 1))).toEqual(['Jürgen Weiß | Buyer | Acme'])
  })

  it("Excel's sep= line, and a title above the header", async () => {
    const { people } = await read(`sep=;\nMembers;;;;\n\n${lines.join('\n').replaceAll(',', ';')}`)
    expect(people).toMatchObject([{ name: 'Jürgen Weiß', row: 5 }])
  })

  it('quotes: delimiters, line ends and quotes inside, spaces around, one that stands alone', async () => {
    const file = [
      lines[0],
      '"Ortiz, ""Frank""",  "CFO" ,"Acme, Inc.",,"one\ntwo"',
      'Liz 5" Moreau,Manager,Lantern,,',
      'Jo,"5" tall",Acme,,',
    ].join('\n')
    const result = await read(file)
    expect(result.people.map(({ row, name, title, note }) => [row, name, title, note])).toEqual([
      [2, 'Ortiz, "Frank"', 'CFO', 'one\ntwo'],
      [3, 'Liz 5" Moreau', 'Manager', ''],
      [4, 'Jo', '"5" tall"', ''],
    ])
  })

  it('a quote that is never closed costs its own row alone', async () => {
    const row = (nth: number) => `Frank ${nth},CFO,Acme,,`
    const file = [lines[0], 'Jo,"CFO,Acme,,', ...Array.from({ length: 9_000 }, (_, nth) => row(nth))]
    const result = await read(file.join('\n'), 9_000)
    expect(result.skipped).toEqual([{ row: 2, skipped: 'broken' }])
    expect(result.people).toHaveLength(9_000)
    expect(result.people[0]).toMatchObject({ row: 3, name: 'Frank 0' })
  })

  it('nor does one that ends at the quote of a later row', async () => {
    const file = [lines[0], 'Jo,"CFO,Acme,,', 'Liz,Manager,Lantern,,', '"Ortiz, Frank",CFO,Acme,,', 'Amy,,,,']
    const result = await read(file.join('\n'))
    expect(result.skipped).toEqual([{ row: 2, skipped: 'broken' }])
    expect(result.people.map(({ name }) => name)).toEqual(['Liz', 'Ortiz, Frank', 'Amy'])
  })

  it('a line of a megabyte is too large, and the next is read', async () => {
    const file = [lines[0], `Jo,${'x'.repeat(1_000_000)},,,`, 'Amy,CFO,,,'].join('\n')
    const result = await read(file, 30_000)
    expect(result.rows).toMatchObject([
      { row: 2, skipped: 'too-large' },
      { row: 3, name: 'Amy' },
    ])
  })

  it('a name may be long, but not that long; a title is cut', async () => {
    const file = [lines[0], `${'é'.repeat(200)},${'t'.repeat(300)},,,`, `${'n'.repeat(201)},,,,`].join('\n')
    const result = await read(file)
    expect(result.skipped).toEqual([{ row: 3, skipped: 'name-too-long' }])
    expect(result.people[0]?.title).toBe(`${'t'.repeat(199)}…`)
  })
})

describe('a formula', () => {
  it.each([
    '=1+1',
    '"=HYPERLINK(""https://evil.example"",""Frank"")"',
    '=HYPERLINK("https://evil.example")',
    '@SUM(A1)',
    '+cmd|calc',
    '-SUM(1)',
    "'=1+1",
  ])('%s is nobody', async (cell) => {
    const result = await read(`${lines[0]}\n${cell},CFO,Acme,,\nAmy,,,,\n`)
    expect(result.rows).toMatchObject([{ row: 2, skipped: 'formula' }, { name: 'Amy' }])
  })

  it('elsewhere is its words, and never worked out', async () => {
    const link = '"=HYPERLINK(""https://evil.example"",""Chief """"Fun"""" Officer"")"'
    const result = await read(
      `${lines[0]}\nFrank,${link},=1+1,=A1,"=cmd|' /C calc'!A0"\n"=""Amy""",'+1,@Acme,,\n`,
    )
    expect(result.people).toMatchObject([
      { title: 'Chief "Fun" Officer', company: '=1+1', addresses: [], note: "=cmd|' /C calc'!A0" },
      { name: 'Amy', title: '+1', company: '@Acme' },
    ])
  })

  it('an address or a number kept as text is read, and one that is none is not', async () => {
    const choice = { ...columns, phone: 'Does', linkedin: 'Where' }
    const { people } = await readAll(
      `${lines[0]}\nFrank,"=""+49 171 555""",linkedin.com/in/frank,mailto:F@x.example; f@X.example,\nAmy,5.5E+09,=A1,amy at home,\n`,
      { columns: choice },
    )
    expect(people.map(({ addresses }) => addresses)).toEqual([
      ['F@x.example', 'https://www.linkedin.com/in/frank', '+49 171 555'],
      [],
    ])
  })
})

describe('columns', () => {
  it('are asked about, with a guess', async () => {
    expect(
      await columnsAsked(
        'Customers 2026;;;\n\nName;E-Mail;Firma;Was\nFrank Ortiz;f@x.example;Acme;CFO\n;;;\n',
      ),
    ).toEqual({
      format: 'csv',
      needsColumns: ['Name', 'E-Mail', 'Firma', 'Was'],
      sample: [['Frank Ortiz', 'f@x.example', 'Acme', 'CFO']],
      guess: { name: 'Name', company: 'Firma', email: 'E-Mail' },
    })
  })

  it('a column of the same name, or of none, is not offered', async () => {
    const { needsColumns, sample } = await columnsAsked('Name,,Mail,Mail\nFrank,x,a@x.example,b@x.example\n')
    expect(needsColumns).toEqual(['Name', 'Mail'])
    expect(sample).toEqual([['Frank', 'a@x.example']])
  })

  it('chosen ones are found whatever case they are in, in a file of a known format too', async () => {
    const file = 'Record ID,First Name,Last Name,Nickname\n7,Frank,Ortiz,Dolores\n'
    const result = await readAll(file, { columns: { name: 'NICKNAME', key: 'record id' } })
    expect([result.format, result.people[0]?.name, result.people[0]?.key]).toEqual(['csv', 'Dolores', '7'])
  })

  it('that are not there are refused, and so is a choice without a name', async () => {
    const file = lines.join('\n')
    expect(await refusalOf(file, { columns: { name: 'Nobody' } })).toBe('columns-not-found')
    expect(await refusalOf(file, { columns: { title: 'Does' } })).toBe('columns-not-found')
    expect(await refusalOf(file, { columns: {} })).toBe('columns-not-found')
  })
})
