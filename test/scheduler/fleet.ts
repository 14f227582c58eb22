import { onTestFinished, vi } from 'vitest'
import {
  type Pace,
  type Sweep,
  type SweepOptions,
  startSweep,
  type Worked,
} from '../../src/scheduler/sweep.js'
import type { Store } from '../../src/store/open-store.js'
import { freshDatabase } from '../support/stores.js'

/** Several processes over one database, each of which says what it does; time is played. */
export const aFleet = async (engine: 'SQLite' | 'PostgreSQL', workspaceIds: readonly string[]) => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  let ms = Date.parse('2026-11-23T16:00:00.000Z')
  // Nothing happens in no time at all.
  const clock = () => new Date(ms++).toISOString()
  const served: SweepOptions['served'] = async (behind, limit) =>
    workspaceIds
      .filter((id) => id > behind)
      .slice(0, limit)
      .map((workspaceId) => ({ workspaceId }))
  const onTrouble = vi.fn()
  let processes = 0
  const process = async (
    work: (workspaceId: string, store: Store) => Promise<Worked>,
    pace: Partial<Pace> = {},
  ): Promise<Sweep & { readonly store: Store }> => {
    const store = await database.open({ clock })
    const sweep = startSweep({
      turns: store.turns,
      work: (workspaceId) => work(workspaceId, store),
      served,
      sender: `process ${++processes}`,
      clock,
      realClock: clock,
      onTrouble,
      pace: { restMs: 0, ...pace },
    })
    onTestFinished(() => sweep.stop())
    return { ...sweep, store }
  }
  const pass = (more: number) => {
    ms += more
  }
  return { process, pass, clock, onTrouble }
}
