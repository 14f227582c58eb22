import fc from 'fast-check'
import { hostileText } from '../support/hostile-text.js'

/** One change of bytes; `at` and `length` are parts of a thousand of the file. */
type ByteChange = {
  readonly kind: 'flip' | 'cut' | 'insert' | 'again' | 'end' | 'splice'
  readonly at: number
  readonly length: number
  readonly bytes: Uint8Array
}

const interesting = [
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '\t',
  '\0',
  '\ufeff',
  '=',
  'BEGIN:VCARD\n',
  'END:VCARD\n',
  '\x80',
  'é',
]
const byteChange = fc.record<ByteChange>({
  kind: fc.constantFrom('flip', 'cut', 'insert', 'again', 'end', 'splice'),
  at: fc.nat(1000),
  length: fc.nat(200),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom(...interesting).map((text) => Buffer.from(text)),
    fc.constantFrom(...interesting).map((text) => Buffer.from(text.repeat(500))),
  ),
})

/** Several changes of the bytes of a file, one after the other; `other` is another file to take pieces of. */
export const byteChanges = fc.array(byteChange, { minLength: 1, maxLength: 8 })

export const changed = (file: Buffer, other: Buffer, changes: readonly ByteChange[]): Buffer =>
  changes.reduce((bytes, { kind, at, length, bytes: more }) => {
    const from = Math.floor((bytes.length * at) / 1000)
    const to = Math.min(bytes.length, from + Math.floor((bytes.length * length) / 1000))
    const [before, inside, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
    if (kind === 'cut') return Buffer.concat([before, after])
    if (kind === 'insert') return Buffer.concat([before, more, inside, after])
    if (kind === 'again') return Buffer.concat([before, inside, inside, after])
    if (kind === 'end') return Buffer.concat([before])
    if (kind === 'splice') return Buffer.concat([before, other.subarray(from, to), after])
    return Buffer.concat([
      before,
      Buffer.from(inside.map((byte, nth) => byte ^ (more[nth % more.length] ?? 1))),
      after,
    ])
  }, file)

/** One change of a table's rows and cells. */
type TableChange = {
  readonly kind: 'cell' | 'drop' | 'twice' | 'swap' | 'shorter' | 'longer' | 'quote' | 'blank' | 'column'
  readonly row: number
  readonly column: number
  readonly text: string
}
export const tableChanges = fc.array(
  fc.record<TableChange>({
    kind: fc.constantFrom('cell', 'drop', 'twice', 'swap', 'shorter', 'longer', 'quote', 'blank', 'column'),
    row: fc.nat(1000),
    column: fc.nat(1000),
    text: fc.oneof(
      hostileText(),
      hostileText(4).map((text) => text.repeat(200)),
    ),
  }),
  { minLength: 1, maxLength: 12 },
)

/** A text of lines and cells with its cells changed; the cells are cut as a careless program would. */
export const tableChanged = (text: string, delimiter: string, changes: readonly TableChange[]): string => {
  const rows = text.split('\n').map((line) => line.split(delimiter))
  for (const { kind, row, column, text: more } of changes) {
    const nth = row % Math.max(1, rows.length)
    const cells = rows[nth] ?? []
    const at = column % Math.max(1, cells.length)
    if (kind === 'cell') cells[at] = more
    if (kind === 'drop') rows.splice(nth, 1)
    if (kind === 'twice') rows.splice(nth, 0, [...cells])
    if (kind === 'swap') rows.splice(nth, 1, cells.toReversed())
    if (kind === 'shorter') cells.splice(at)
    if (kind === 'longer') cells.push(...Array.from({ length: column % 40 }, () => more.slice(0, 20)))
    if (kind === 'quote') cells[at] = `"${cells[at] ?? ''}`
    if (kind === 'blank') rows.splice(nth, 0, ...Array.from({ length: column % 20 }, () => ['']))
    if (kind === 'column') for (const each of rows) each.splice(at, 1)
  }
  return rows.map((cells) => cells.join(delimiter)).join('\n')
}

/** One change of a card's lines. */
type CardChange = {
  readonly kind: 'drop' | 'twice' | 'value' | 'parameter' | 'fold' | 'name' | 'move' | 'nest'
  readonly line: number
  readonly text: string
}
const parameters = [
  ';CHARSET=utf-7',
  ';ENCODING=QUOTED-PRINTABLE',
  ';ENCODING=b',
  ';TYPE="a:b;c',
  ';CHARSET=',
  ';VALUE=uri',
  ';=',
]
export const cardChanges = fc.array(
  fc.record<CardChange>({
    kind: fc.constantFrom('drop', 'twice', 'value', 'parameter', 'fold', 'name', 'move', 'nest'),
    line: fc.nat(1000),
    text: fc.oneof(
      hostileText(),
      fc.constantFrom(...parameters),
      hostileText(3).map((text) => text.repeat(300)),
    ),
  }),
  { minLength: 1, maxLength: 12 },
)

/** A file of cards with its lines changed. */
export const cardsChanged = (text: string, changes: readonly CardChange[]): string => {
  const lines = text.split(/\r?\n/)
  for (const { kind, line, text: more } of changes) {
    const at = line % Math.max(1, lines.length)
    const now = lines[at] ?? ''
    const colon = Math.max(0, now.indexOf(':'))
    if (kind === 'drop') lines.splice(at, 1)
    if (kind === 'twice') lines.splice(at, 0, now)
    if (kind === 'value') lines[at] = `${now.slice(0, colon)}:${more}`
    if (kind === 'parameter') lines[at] = `${now.slice(0, colon)}${more}${now.slice(colon)}`
    if (kind === 'fold') lines[at] = now.split('').join(line % 2 === 0 ? '\r\n ' : '=\n')
    if (kind === 'name') lines[at] = `${more}${now.slice(colon)}`
    if (kind === 'move') lines.splice((line * 7) % lines.length, 0, ...lines.splice(at, 1))
    if (kind === 'nest')
      lines.splice(at, 0, 'AGENT:', 'BEGIN:VCARD', ...(line % 2 === 0 ? ['END:VCARD'] : []))
  }
  return lines.join('\r\n')
}
