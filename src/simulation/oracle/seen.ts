import type { PlaceSettings, UnitOfWork } from '../../app/ports.js'
import type { Words } from '../people/words.js'
import type { SlackWorld } from '../slack/slack-world.js'
import type { Facts, Known } from './facts.js'
import type { PostBook } from './posts.js'

export type OraclePorts = {
  readonly slack: SlackWorld
  readonly words: Words
  /** The store behind everything, which no process taps. */
  readonly uow: () => UnitOfWork
  /** The clock that the bot believes. */
  readonly botNow: () => number
  readonly onBroken: (what: string) => void
  readonly onSeen: (kind: string, text: string) => void
}

/** What the oracle has seen so far of one workspace, and where it complains. */
export type Seen = {
  readonly ports: OraclePorts
  readonly known: Known
  readonly book: PostBook
  /** By home, as last set. */
  readonly places: ReadonlyMap<string, PlaceSettings>
  /** When something about a person, or a place, was last changed, in the order of what was kept. */
  readonly touchedAt: ReadonlyMap<string, number>
  readonly placesSetAt: ReadonlyMap<string, number>
  /** When a place was last set, in epoch milliseconds. */
  readonly placesSetOn: ReadonlyMap<string, number>
  /** Whoever is called like this now. */
  named(code: string): Facts | undefined
  broken(what: string): void
}
