import type { Persona, Trial } from '../../domain/persona.js'
import { type Advice, adviceOn, mostAgreedFirst } from '../../domain/rewording.js'
import type { RoleKind } from '../../domain/role-kind.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { asRead, type ReadQuote } from '../quotes/as-read.js'
import { claimShown, type SketchClaim, sketchesOf } from './sketch.js'

/** What was found of a sketch, as far as the asker may see of whom; the words are theirs who allowed it, without a name. */
export type Review = Reviewed & { readonly persona: Persona }
export type ReviewedClaim = SketchClaim & {
  readonly bearing: readonly string[]
  readonly against: readonly string[]
  readonly advice: Advice
}

/** Marks whose words are looked for, of each claim; of what they say a few are shown. */
const mostTrials = 100

export const reviewSketch = (uow: UnitOfWork, asker: Asker, personaId: string): Promise<Outcome<Review>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const persona = await stores.personas.get(personaId)
    const [sketch] = persona === null ? [] : await sketchesOf(stores, [persona])
    if (sketch === undefined) return rejected({ reason: 'sketch-gone' })
    return ok({ persona: sketch.persona, ...(await reviewed(stores, asker, sketch.claims)) })
  })

/** What a colleague would make of one claim; null when it is not there. */
export const suggestionFor = (uow: UnitOfWork, asker: Asker, claimId: string): Promise<string | null> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await claimShown(stores, claimId)
    if (found === null) return null
    const { claim } = found
    const tally = (await stores.trials.tallies([claimId])).get(claimId) ?? { holds: 0, not: 0 }
    const [one] = (await reviewed(stores, asker, [{ claim, tally }])).claims
    return one !== undefined && 'text' in one.advice ? one.advice.text : null
  })

/** `personIds`: whose words stand in it, never to be shown: it is taken away with them when they are forgotten. */
type Reviewed = { readonly claims: readonly ReviewedClaim[]; readonly personIds: readonly string[] }

const reviewed = async (stores: Stores, asker: Asker, claims: readonly SketchClaim[]): Promise<Reviewed> => {
  const trials = await stores.trials.on(
    claims.map(({ claim }) => claim.id),
    mostTrials,
  )
  const quotes = await stores.quotes.of(trials.flatMap(({ noteId }) => noteId ?? []))
  const read = await asRead(stores, asker, quotes)
  const all: ReviewedClaim[] = []
  for (const { claim, tally } of claims) {
    const saidBy = async (holds: boolean): Promise<readonly ReadQuote[]> => {
      const theirs = trials.filter((trial) => trial.claimId === claim.id && trial.holds === holds)
      const said = theirs.filter(({ noteId }) => noteId !== null && read.has(noteId))
      const hidden = said.length === 0 ? null : await onlyOneOpen(stores, asker, [...said, ...theirs])
      return said.flatMap((trial) => (trial === hidden ? [] : (read.get(trial.noteId ?? '') ?? [])))
    }
    const [bearing, against] = [await saidBy(true), await saidBy(false)]
    const kinds = { bearing: kindsOf(bearing), against: kindsOf(against) }
    const advice = adviceOn(claim.text, tally, kinds)
    all.push({ claim, tally, bearing: wordsOf(bearing), against: wordsOf(against), advice })
  }
  return { claims: all, personIds: [...new Set(quotes.map(({ personId }) => personId))] }
}

/**
 * The only one of these whose note the reader cannot know, or null: by what is known of all others it would be plain whose
 * words these are, also to whoever may not read the note itself.
 */
const onlyOneOpen = async (
  { notes }: Pick<Stores, 'notes'>,
  { userId }: Asker,
  trials: readonly Trial[],
): Promise<Trial | null> => {
  const open: Trial[] = []
  for (const trial of new Set(trials)) {
    const { noteId, by } = trial
    if (noteId === null ? by === userId : (await notes.get(noteId)) !== null) continue
    open.push(trial)
    if (open.length > 1) return null
  }
  return open[0] ?? null
}

const wordsOf = (said: readonly ReadQuote[]): readonly string[] =>
  mostAgreedFirst([...new Set(said.map(({ words }) => words))])
const kindsOf = (said: readonly ReadQuote[]): readonly RoleKind[] => said.flatMap(({ role }) => role ?? [])
