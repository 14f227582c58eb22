import type { PracticeClock } from './clock.js'
import type { BotState, GuideStep, Next, Verb } from './wire.js'

/** What whoever joins a bot with the page may give it beyond the practice Slack; a plain bot needs none of it. */
export interface Equipment {
  readonly clock: PracticeClock
  /** The first words of the first command, for completion. */
  readonly verbs?: readonly Verb[]
  /** Reactions that mean something to the bot, the most useful first. */
  readonly meaningful?: readonly { name: string; means: string }[]
  readonly guide?: readonly GuideStep[]
  /** Files to try, for those who have none at hand. */
  readonly samples?: readonly Sample[]
  /** Names that this user may complete to, from what they have typed of one. */
  names?(userId: string, typed: string): Promise<readonly string[]>
  /** What the bot would post next; rejects while it cannot tell. */
  next?(): Promise<readonly Next[]>
  /** The bot's process, where the page may start and stop it. */
  readonly bot?: BotProcess
  /** Throws everything away and sets the scene anew, at the same address. */
  startAgain?(): Promise<void>
  /** Traffic before this number is left out: it set the scene. */
  readonly trafficFrom?: number
}

export interface Sample {
  readonly name: string
  read(): Promise<Uint8Array>
}

export interface BotProcess {
  readonly state: Pick<BotState, 'trouble' | 'log'> & { readonly isRunning: boolean }
  /** Calls `listener` whenever the state has changed. */
  onChange(listener: () => void): void
  restart(): Promise<void>
  crash(): Promise<void>
}
