import type { SlackRoom } from './slack-room.js'

/** What somebody did in Slack, and all that came of it. */
export type Deed = {
  readonly room: SlackRoom
  readonly kind: string
  /** A word that stands in it and nowhere else; empty where nothing is kept. */
  readonly token: string
  /** What somebody in Slack reads of it: each answer, by whichever way. */
  readonly answers: string[]
  /** Slack's own error was shown instead, or beside. */
  failed: boolean
  tookMs: number
  tries: number
  /** How often Slack told of it. */
  told: number
}

export const newDeed = (room: SlackRoom, kind: string, token = ''): Deed => ({
  ...{ room, kind, token, answers: [], failed: false, tookMs: 0, tries: 0, told: 0 },
})

const saved = /takes it back|Undo/
const again = /That is done already|answered that about|is answered already/
const sorry = /did not answer me just now|My notebook is busy|I cannot reach my database/

/** `saved`: told that it was kept. `again`: that it was kept before. `sorry`: that it was not, and that they may try again. */
export type Told = 'saved' | 'again' | 'sorry' | 'other'
export const toldBy = (answer: string): Told => {
  if (sorry.test(answer)) return 'sorry'
  if (again.test(answer)) return 'again'
  return saved.test(answer) ? 'saved' : 'other'
}
