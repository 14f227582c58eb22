import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Single } from '../numbers/result.js'
import { channel, teammate } from '../people/life.js'
import { withPlaces } from '../people/town.js'
import { companyOf, nameOf, titleOf } from '../people/vocabulary.js'
import type { ShamSlack } from '../slack/sham-slack.js'
import { insertRaw } from './raw-rows.js'

const root = process.env.BENCH_ROOT ?? process.cwd()
export const importName = 'import of a file'
export const rawName = 'the same rows, inserted raw'

/**
 * A file of contacts through `npm run import`, start and look at each row included, beside the same rows inserted by
 * SQLite alone.
 */
export const imports = async (slack: ShamSlack, rows: number): Promise<readonly Single[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'personable-imports-'))
  try {
    const [file, imported, raw] = ['contacts.csv', 'imported.db', 'raw.db'].map((name) => join(folder, name))
    if (file === undefined || imported === undefined || raw === undefined) return []
    writeFileSync(file, contacts(rows))
    await withPlaces(`file:${imported}`)
    copyFileSync(imported, raw)
    const from = performance.now()
    await importFrom(file, imported, slack)
    const importMs = performance.now() - from
    const { ms: rawMs, rows: count } = insertRaw(imported, raw)
    const side = `${rows.toLocaleString('en')} rows`
    return [
      { what: importName, side, value: importMs, unit: 'ms' },
      { what: rawName, side: `${count.toLocaleString('en')} rows of all tables`, value: rawMs, unit: 'ms' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const contacts = (rows: number): string => {
  const lines = ['First Name,Last Name,URL,Email Address,Company,Position,Connected On']
  for (let nth = 0; nth < rows; nth++) {
    const [given = '', ...family] = nameOf(nth).split(' ')
    const told = [given, family.join(' '), `https://www.linkedin.com/in/p${nth}`, `p${nth}@people.example`]
    lines.push([...told, companyOf(nth), titleOf(nth), '12 Mar 2021'].join(','))
  }
  return `${lines.join('\n')}\n`
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const nodeOptions = String(scripts.import)
  .split(' ')
  .filter((word) => word.startsWith('--'))

const importFrom = async (file: string, database: string, slack: ShamSlack): Promise<void> => {
  const program = new URL('./import.js', import.meta.url).pathname
  const given = [program, file, '--home', channel(0), '--as', teammate(0)]
  const child = spawn(process.execPath, [...nodeOptions, ...given], {
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: `file:${database}`,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: 'bench-signing-secret-0123456789',
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: 'fatal',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000)
    })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`)
}
