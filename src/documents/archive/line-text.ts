import { z } from 'zod'
import { type ArchiveLine, BrokenArchive, isOrdered, keptKinds } from '../../app/archive/archive.js'
import type { Kept, KeptKind, KeptRow } from '../../app/ports/archive.js'
import { canonical } from '../canonical.js'
import { shapes } from '../shapes.js'

const format = 'personable-archive'
const version = 1

/** A line as it is written, without its end. The same thing makes the same text. */
export const lineText = (line: ArchiveLine): string => {
  switch (line.is) {
    case 'head':
      return JSON.stringify({ type: 'archive', format, version })
    case 'workspace':
      return JSON.stringify({ type: 'workspace', id: line.id })
    case 'row':
      return JSON.stringify(rowObject(line.row))
    case 'end':
      return JSON.stringify({ type: 'end', counts: canonical(line.counts, keptKinds) })
  }
}

const rowObject = ({ kind, order, it }: KeptRow) => ({
  type: kind,
  ...(isOrdered(kind) ? { order } : {}),
  ...canonical(it, Object.keys(shapes[kind])),
})

const position = z.int('is no whole number').min(0)
const headLine = z.strictObject({ type: z.literal('archive'), format: z.string(), version: z.unknown() })
const workspaceLine = z.strictObject({ type: z.literal('workspace'), id: z.string().min(1) })
const endLine = z.strictObject({
  type: z.literal('end'),
  counts: z.strictObject({
    place: position,
    source: position,
    secret: position,
    forgotten: position,
    person: position,
    role: position,
    interaction: position,
    note: position,
    news: position,
    commitment: position,
    date: position,
    question: position,
    tie: position,
    mark: position,
    sighting: position,
    claim: position,
    // Exports of before there were any count none.
    sketch: position.default(0),
    'sketch-claim': position.default(0),
    trial: position.default(0),
  }),
})

/** What was typed or confirmed has no source. */
const withSource = <T extends { readonly source: string | null }>({ source, ...it }: T) =>
  source === null ? it : { ...it, source }

/** What may not be quoted has no quote. */
const withQuote = <T extends { readonly quote: object | null }>({ quote, ...it }: T) =>
  quote === null ? it : { ...it, quote }

type ReadRow = (it: Readonly<Record<string, unknown>>, order: number) => KeptRow

const row =
  <K extends KeptKind>(kind: K, shape: z.ZodType<Kept[K]>) =>
  (it: Readonly<Record<string, unknown>>, order: number) => ({ kind, order, it: shape.parse(it) })

const rows: Readonly<Record<KeptKind, ReadRow>> = {
  place: row('place', z.strictObject(shapes.place)),
  source: row('source', z.strictObject(shapes.source)),
  secret: row('secret', z.strictObject(shapes.secret)),
  forgotten: row('forgotten', z.strictObject(shapes.forgotten)),
  person: row('person', z.strictObject(shapes.person).transform(withSource)),
  role: row('role', z.strictObject(shapes.role).transform(withSource)),
  interaction: row('interaction', z.strictObject(shapes.interaction)),
  note: row('note', z.strictObject(shapes.note).transform(withSource).transform(withQuote)),
  news: row('news', z.strictObject(shapes.news)),
  commitment: row('commitment', z.strictObject(shapes.commitment)),
  date: row('date', z.strictObject(shapes.date)),
  question: row('question', z.strictObject(shapes.question)),
  tie: row('tie', z.strictObject(shapes.tie)),
  mark: row('mark', z.strictObject(shapes.mark)),
  sighting: row('sighting', z.strictObject(shapes.sighting)),
  claim: row('claim', z.strictObject(shapes.claim)),
  sketch: row('sketch', z.strictObject(shapes.sketch)),
  'sketch-claim': row('sketch-claim', z.strictObject(shapes['sketch-claim'])),
  trial: row('trial', z.strictObject(shapes.trial)),
}

/** Reads one line. Throws `BrokenArchive` with what is wrong in it; what people told stays out of the message. */
export const readLine = (text: string, number: number): ArchiveLine => {
  const line = objectIn(text, number)
  try {
    return lineOf(line, number)
  } catch (error) {
    if (error instanceof z.ZodError) throw new BrokenArchive(number, faultOf(error), { cause: error })
    throw error
  }
}

const lineOf = (line: Readonly<Record<string, unknown>>, number: number): ArchiveLine => {
  const { type } = line
  if (type === 'archive') return headOf(line, number)
  if (type === 'workspace') return { is: 'workspace', id: workspaceLine.parse(line).id }
  if (type === 'end') return { is: 'end', counts: endLine.parse(line).counts }
  const kind = keptKinds.find((each) => each === type)
  if (kind === undefined) throw new BrokenArchive(number, 'Its “type” is none that an export has.')
  if (!isOrdered(kind)) {
    const { type: _, ...it } = line
    return { is: 'row', row: rows[kind](it, 0) }
  }
  const { type: _, order, ...it } = line
  const place = z.strictObject({ order: position }).parse({ order }).order
  return { is: 'row', row: rows[kind](it, place) }
}

const headOf = (line: Readonly<Record<string, unknown>>, number: number): ArchiveLine => {
  const head = headLine.parse(line)
  if (head.format !== format) throw new BrokenArchive(number, `Its format is not ${format}.`)
  if (head.version === version) return { is: 'head' }
  const theirs = typeof head.version === 'number' ? `version ${head.version}` : 'an unknown version'
  throw new BrokenArchive(
    number,
    `It is ${theirs} of the format, and this Personable reads version ${version}: import it with the Personable that made it, or a later one.`,
  )
}

const objectIn = (text: string, number: number): Readonly<Record<string, unknown>> => {
  const value = parsed(text, number)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BrokenArchive(number, 'It is no JSON object.')
  return Object.fromEntries(Object.entries(value))
}

const parsed = (text: string, number: number): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BrokenArchive(number, 'It is no JSON.', { cause: error })
  }
}

/** The first thing wrong, by the field that it is in. */
const faultOf = (error: z.ZodError): string => {
  const [issue] = error.issues
  if (issue === undefined) return 'It is not as an export writes it.'
  if (issue.code === 'unrecognized_keys')
    return `It has a field that an export has not: ${issue.keys
      .slice(0, 3)
      .map((key) => `“${key.slice(0, 40)}”`)
      .join(', ')}.`
  const field = issue.path.map(String).join('.')
  return field === ''
    ? 'It is not as an export writes it.'
    : `Its “${field}” is missing, or is not as an export writes it.`
}
