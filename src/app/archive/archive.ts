import type { KeptKind, KeptRow } from '../ports/archive.js'

/** The kinds in the order in which an archive holds them: people before all that is about them. */
export const keptKinds = [
  'place',
  'source',
  'secret',
  'forgotten',
  'person',
  'role',
  'interaction',
  'note',
  'news',
  'commitment',
  'date',
  'question',
  'tie',
  'mark',
  'sighting',
  'claim',
  'sketch',
  'sketch-claim',
  'trial',
] as const satisfies readonly KeptKind[]

export type Counts = Readonly<Record<KeptKind, number>>
export const noneYet = (): Record<KeptKind, number> => ({
  place: 0,
  source: 0,
  secret: 0,
  forgotten: 0,
  person: 0,
  role: 0,
  interaction: 0,
  note: 0,
  news: 0,
  commitment: 0,
  date: 0,
  question: 0,
  tie: 0,
  mark: 0,
  sighting: 0,
  claim: 0,
  sketch: 0,
  'sketch-claim': 0,
  trial: 0,
})

/** What stands on a line: first the head, then each workspace with its rows, and the counts at the end. */
export type ArchiveLine =
  | { readonly is: 'head' }
  | { readonly is: 'workspace'; readonly id: string }
  | { readonly is: 'row'; readonly row: KeptRow }
  | { readonly is: 'end'; readonly counts: Counts }

/** The kinds that the journal says nothing of, which have no `order`. */
export const isOrdered = (kind: KeptKind): boolean =>
  kind !== 'place' && kind !== 'source' && kind !== 'secret' && kind !== 'forgotten'

/** A line that cannot be read, or does not fit to those before it. The message is a sentence for whoever imports. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive'
  readonly line: number
  constructor(line: number, problem: string, options?: ErrorOptions) {
    super(problem, options)
    this.line = line
  }
}
