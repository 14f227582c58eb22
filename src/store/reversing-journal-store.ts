import type { Reversal, ReversingJournal } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import type { Bound } from './bound.js'
import { JournalStore } from './journal-store.js'
import type { Recorder } from './recorder.js'
import { Reverser } from './reversal.js'
import type { Db } from './tables.js'

/** The journal inside an act: what it touched so far, and the taking back of earlier ones. */
export class ReversingJournalStore extends JournalStore implements ReversingJournal {
  readonly #reverser: Reverser
  readonly #recorder: Recorder
  readonly #act: Act

  constructor(db: Db, bound: Bound, recorder: Recorder, act: Act) {
    super(bound)
    this.#reverser = new Reverser(db, bound, recorder)
    this.#recorder = recorder
    this.#act = act
  }

  async reverse(actId: string): Promise<Reversal> {
    const past = await this.get(actId)
    if (past === null || past.undoneBy !== null) throw new Error(`no act ${actId} that may be taken back`)
    return this.#reverser.reverse(past, this.#act.id)
  }

  async reverseWhatStands(actId: string): Promise<readonly string[]> {
    const past = await this.get(actId)
    if (past === null || past.undoneBy !== null) throw new Error(`no act ${actId} that may be taken back`)
    return this.#reverser.reverseWhatStands(past, this.#act.id)
  }

  changedAnything(): boolean {
    return this.#recorder.changedAnything()
  }

  touched(): readonly string[] {
    return this.#recorder.touched()
  }

  awaited(): Promise<readonly string[]> {
    return this.#recorder.awaited()
  }
}
