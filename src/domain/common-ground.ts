import type { LocalDate } from './local-time.js'
import { fold } from './names.js'
import type { NoteKind } from './note.js'

/**
 * What a note tells of where somebody lives or is from, where they or their children studied, and what they do for joy.
 * `key` and `region` are folded; `region` is empty where none is named.
 */
export type Ground = {
  readonly kind: 'town' | 'school' | 'pastime'
  readonly key: string
  readonly region: string
  /** As it was written. */
  readonly name: string
  /** Whether the words leave no doubt of what kind it is: who "moved to Globex" may have a new job. */
  readonly sure: boolean
  /** Of a town: they live there now, as far as this note knows. */
  readonly now: boolean
  /** The sentence that says so, in the note's own words. */
  readonly said: string
}

/** A text about somebody: a note, or the account of a contact. */
export type Account = {
  readonly text: string
  readonly kind: NoteKind | 'interaction'
  readonly on: LocalDate
}
export type Told = Ground & Pick<Account, 'on'>

/**
 * All that was told, each thing once and as it was told last; `told` is the newest first. Who moved lives no more where
 * an older note has them.
 */
export const latest = (told: readonly Told[]): Told[] => {
  const homes = told.filter(({ now }) => now)
  const current = told.filter((each) => !each.now || sameGround(each, homes[0] ?? each))
  return current.filter((each, i) => current.findIndex((other) => sameGround(each, other)) === i)
}

const sameGround = (a: Ground, b: Ground): boolean =>
  a.kind === b.kind && a.key === b.key && a.region === b.region

/** What both were told to have in common, beyond doubt on one side at least. */
export const shared = (
  mine: readonly Told[],
  theirs: readonly Told[],
): (readonly [mine: Told, theirs: Told])[] =>
  mine.flatMap((each) =>
    theirs
      .filter((other) => sameGround(each, other) && (each.sure || other.sure))
      .map((other) => [each, other] as const),
  )

/** The words by which other notes are found that tell of the same. */
export const groundWords = ({ name }: Ground): readonly string[] => fold(name).split(/[^\p{L}\p{N}\p{M}]+/u)
