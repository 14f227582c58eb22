import type { Config } from '../config.js'

/** What the practice workspace and the bot's process tell each other. */
export type ToBot =
  | { readonly say: 'start'; readonly config: Config; readonly at: number; readonly isStill: boolean }
  | { readonly say: 'clock'; readonly id: number; readonly at: number }
  | { readonly say: 'beat'; readonly id: number }
  | { readonly say: 'stop' }

export type FromBot =
  | { readonly say: 'ready' }
  | { readonly say: 'problem'; readonly text: string }
  | { readonly say: 'done'; readonly id: number }
