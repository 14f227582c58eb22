import { setTimeout as pause } from 'node:timers/promises'
import { asks, type World } from './world.js'

/** The most connections to the database that any one process held, looked at again and again until it is over. */
export const mostConnections = async (world: World, isOver: () => boolean): Promise<number> => {
  let most = 0
  while (!isOver()) {
    const rows = await asks<{ count: number }>(
      world,
      `select count(*)::int as count from pg_stat_activity where application_name like 'replica-%'
        group by application_name`,
    )
    most = Math.max(most, ...(rows ?? []).map(({ count }) => count))
    await pause(500)
  }
  return most
}
