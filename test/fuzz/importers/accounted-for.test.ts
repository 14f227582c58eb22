import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '../../documents/contact-files/reading.js'
import { cases, patience, tried } from '../support/budget.js'

/** A row of a file: what is written for a name, and what must become of it. */
type Line = { readonly given: string; readonly becomes: string | null }

const long = 'x'.repeat(201)
const line: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .stringMatching(/^[A-Za-zÀ-ÿ][A-Za-z"', \n]{0,20}[a-z]$/)
      .map((given) => ({ given, becomes: 'contact' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', ' ', '-', '17', 'f@x.example')
      .map((given) => ({ given, becomes: 'no-name' })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('=1+1', '@SUM(1)', '+ A1').map((given) => ({ given, becomes: 'formula' })),
  },
  { weight: 1, arbitrary: fc.constant({ given: long, becomes: 'name-too-long' }) },
  { weight: 1, arbitrary: fc.constant({ given: 'y'.repeat(270_000), becomes: 'too-large' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('', '  ', '\u00a0\t')
      .map((given) => ({ given: `blank${given}`, becomes: null })),
  },
)

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

test('each row is a contact, or skipped with its number and its reason', {
  timeout: patience(),
}, async () => {
  let rows = 0
  const check = async (lines: readonly Line[], end: string, size: number): Promise<void> => {
    // An empty line is no row, and counts as one, as a spreadsheet counts.
    const written = lines.map(({ given, becomes }) =>
      becomes === null ? given.slice('blank'.length) : [given, 'Acme', 'CFO'].map(quoted).join(','),
    )
    const file = ['First Name,Company,Position,Last Name', ...written, ''].join(end)
    const read = await readAll(file, {
      size,
      columns: { given: 'First Name', company: 'Company', title: 'Position' },
    })
    expect(read.rows.map((row) => [row.row, 'skipped' in row ? row.skipped : 'contact'])).toEqual(
      lines.flatMap(({ becomes }, nth) => (becomes === null ? [] : [[nth + 2, becomes]])),
    )
    rows += read.rows.length
  }
  const size = fc.constantFrom(3, 50, 10_000, 64 * 1024, 1_000_000)
  const ends = fc.constantFrom('\n', '\r\n')
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), ends, size, check),
    cases(40),
  )
  // So many empty lines that they come in many batches.
  const many = fc.array(fc.tuple(line, fc.constantFrom(0, 1, 70_000)), { minLength: 1, maxLength: 6 })
  const blank = { given: 'blank', becomes: null }
  const spread = fc.tuple(many, ends).map(([each, end]) => ({
    end,
    lines: each.flatMap(([one, blanks]) => [one, ...Array.from({ length: blanks }, () => blank)]),
  }))
  await fc.assert(
    fc.asyncProperty(spread, ({ lines, end }) => check(lines, end, 1_000_000)),
    cases(5),
  )
  tried('rows accounted for', rows)
})
