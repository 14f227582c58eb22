import { fileURLToPath } from 'node:url'
import { fail, givenTo } from '../command-line.js'
import { productFile } from '../content/product-file.js'
import { openWorld, type World } from './main-world.js'
import { readManifest } from './manifest.js'
import { openBrowser } from './open-browser.js'
import { untilMended } from './page/broken.js'

/** `npm run practice`: finds a free port, opens the workspace there, and sets it anew when the page asks for it. */
const usage = `Usage: npm run practice

Opens a workspace to practise in, on this machine alone, and says where. In the environment, each if wanted:
  PRACTICE_PORT=4000              where it listens
  PRACTICE_NOW=2026-11-24T15:00Z  when it is there: the clock stands still until it is moved
  PRACTICE_OPEN=no                opens no browser
  PRACTICE_MANIFEST=FILE          another app manifest
docs/practice.md says more.`

givenTo(usage, { options: {} })
const { env } = process
const manifest = env.PRACTICE_MANIFEST ?? fileURLToPath(productFile('manifest.yml'))
const firstPort = Number(env.PRACTICE_PORT ?? 4000)
const stillAt = env.PRACTICE_NOW === undefined ? undefined : new Date(env.PRACTICE_NOW)

if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65_485)
  fail(`PRACTICE_PORT takes the number of a port, as 4000.\n\n${usage}`)
if (stillAt !== undefined && Number.isNaN(stillAt.getTime()))
  fail(`PRACTICE_NOW takes an instant, as 2026-11-24T15:00Z.\n\n${usage}`)

let world: World | undefined

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const brokenManifest = (): string | undefined => {
  try {
    readManifest(manifest)
    return undefined
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

const startAgain = async (): Promise<void> => {
  const port = Number(new URL(world?.origin ?? '').port)
  // Not before the page has its answer: its connection ends with the old workspace.
  setTimeout(async () => {
    await world?.close()
    world = await open(port)
  }, 50)
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'

const open = async (port: number): Promise<World> => {
  const problem = brokenManifest()
  if (problem !== undefined) {
    await untilMended(port, brokenManifest, () =>
      say(`The manifest cannot be used: ${problem}\nMend it, then load http://127.0.0.1:${port} again.`),
    )
  }
  return openWorld({ manifest, port, stillAt, startAgain })
}

const start = async (): Promise<World> => {
  for (let port = firstPort; ; port++) {
    try {
      const opened = await open(port)
      if (port !== firstPort) say(`Port ${firstPort} is busy, so this is at ${port}.`)
      return opened
    } catch (cause) {
      if (!isBusy(cause) || port > firstPort + 50) throw cause
    }
  }
}

const stop = async (): Promise<void> => {
  await world?.close()
  process.exit(0)
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())

world = await start()
say(`The practice workspace is open: ${world.origin}\nCtrl+C ends it.`)
openBrowser(world.origin)
