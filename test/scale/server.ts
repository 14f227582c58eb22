import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startPostgres } from '../support/postgres-server.js'

/** Where it is played: a PostgreSQL that is there already, or one of its own. */
export type Server = {
  /** The address of a database of it by this name. */
  readonly database: (name: string) => string
  /** CPU seconds that all of the server's processes took since it was started; null where it cannot be read. */
  readonly cpuSeconds: () => Promise<number | null>
  readonly stop: () => Promise<void>
}

const roomy = [
  'max_connections=200',
  'shared_buffers=2GB',
  'max_wal_size=8GB',
  'shared_preload_libraries=pg_stat_statements',
]
/** While it is filled nothing has to outlive the machine. */
const filling = [...roomy, 'fsync=off', 'full_page_writes=off', 'autovacuum=off', 'maintenance_work_mem=1GB']

export const startServer = async (folder: string | undefined, to: 'fill' | 'play'): Promise<Server> => {
  const settings = to === 'fill' ? filling : roomy
  const server = await startPostgres({ ...(folder === undefined ? {} : { folder }), settings })
  const [line = ''] = (await readFile(join(server.data, 'postmaster.pid'), 'utf8')).split('\n')
  return {
    database: (name) => `${server.url}${name}`,
    cpuSeconds: () => cpuOf(Number(line)),
    stop: server.drop,
  }
}

/** One that is there already; what it costs cannot be read from here. */
export const serverAt = async (address: string): Promise<Server> => ({
  database: (name) => `${address.endsWith('/') ? address : `${address}/`}${name}`,
  cpuSeconds: async () => null,
  stop: async () => {},
})

/** Of a process, of those that it started, and of those of them that have ended. */
const cpuOf = async (postmaster: number): Promise<number | null> => {
  try {
    let ticks = 0
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      // Behind the name of the program, which may have anything in it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const isIt = Number(name) === postmaster
      if (!isIt && Number(fields[1]) !== postmaster) continue
      const last = isIt ? 15 : 13
      for (let n = 11; n < last; n++) ticks += Number(fields[n])
    }
    return ticks / 100
  } catch {
    return null
  }
}
