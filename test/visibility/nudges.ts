import type { World } from './world.js'

/** The digest of each of these mornings goes out, and the news after it. */
export const nudgesGoOut = async ({ team }: World, days: readonly string[]): Promise<void> => {
  for (const day of days)
    for (const hour of ['16:00', '18:30']) {
      team.setClock(`${day}T${hour}:00.000Z`)
      await team.pass(`${day}T${hour}:00.000Z`)
    }
}
