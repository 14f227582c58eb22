import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/logging.js'
import { openDoor } from '../../src/slack/connection/door.js'
import {
  configWith,
  entryPoints,
  examples,
  fileAt,
  type Instruction,
  script,
  stagesOf,
  textOf,
} from './reading.js'

const [build = [], last = []] = stagesOf('docs/deploy/Dockerfile')
const all = (stage: readonly Instruction[], name: string): string[] =>
  stage.filter((instruction) => instruction.name === name).map(({ text }) => text)
const env = Object.fromEntries(
  all(last, 'ENV').flatMap((text) => text.split(' ').map((pair) => pair.split('=', 2) as [string, string])),
)
const socket = { SLACK_BOT_TOKEN: examples.SLACK_BOT_TOKEN ?? '', SLACK_APP_TOKEN: 'xapp-example' }

/** Whether the builder is shown a file: of the lines of .dockerignore the last one that fits decides. */
const isShown = (path: string): boolean => {
  const lines = textOf('.dockerignore').split('\n')
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'))
  let shown = true
  for (const rule of rules) {
    const pattern = rule.replace(/^!/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')
    if (new RegExp(`^${pattern}(/|$)`).test(path)) shown = rule.startsWith('!')
  }
  return shown
}

describe('what the builder is shown', () => {
  it('is what it copies', () => {
    const copied = all(build, 'COPY').flatMap((text) => text.split(' ').slice(0, -1))
    expect(copied).toContain('src')
    expect(copied.filter((path) => !isShown(path) || !existsSync(fileAt(path)))).toEqual([])
  })

  it.each([
    '.env',
    'data/personable.db',
    'data/personable.db-wal',
    '.git/config',
    'node_modules/pg',
    'dist/main.js',
  ])('is not %s', (path) => expect(isShown(path)).toBe(false))
})

describe('the last stage', () => {
  it('starts what npm start starts, from what npm ci would have built', () => {
    expect(JSON.parse(all(last, 'CMD')[0] ?? '')).toEqual(script('start').split(' '))
    const [program = ''] = script('prepare').split(' && ')
    expect(all(build, 'RUN')).toContain(`npx ${program}`)
    expect(all(last, 'COPY').map((text) => text.split(' ').at(-1))).toEqual([
      './',
      'node_modules',
      'data',
      'dist',
    ])
  })

  it('is nobody of power, writes beneath its volume, and listens where it says', () => {
    expect(all(last, 'USER').at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    const config = configWith({ ...socket, ...env })
    expect(config.databaseUrl).toBe(`file:${all(last, 'VOLUME')[0]}/personable.db`)
    expect(config.host).toBe('0.0.0.0')
    expect(all(last, 'EXPOSE')).toEqual([String(config.port)])
    expect(configWith(socket).port).toBe(config.port)
  })

  it('is healthy while the bot answers, and not when nobody does', async () => {
    const [, command = ''] = /CMD (\[.*\])$/.exec(all(last, 'HEALTHCHECK')[0] ?? '') ?? []
    const [node, ...args]: string[] = JSON.parse(command)
    expect(node).toBe('node')
    const door = await openDoor({ port: 0, host: '127.0.0.1', log: createLog({ level: 'silent' }) })
    if ('problem' in door) throw new Error(door.problem)
    const look = () =>
      new Promise((resolve) => {
        const options = { env: { PORT: String(door.port) } }
        execFile(process.execPath, args, options, (error) => resolve(error === null ? 0 : error.code))
      })
    expect(await look()).toBe(0)
    await door.close()
    expect(await look()).toBe(1)
  })
})

/** The product's own files that one needs, and the packages, by name. */
const needsOf = (file: string, seen = new Set<string>(), packages = new Set<string>()) => {
  if (seen.has(file)) return { seen, packages }
  seen.add(file)
  // Types are gone when it is compiled.
  const source = readFileSync(fileAt(file), 'utf8').replaceAll(/^(im|ex)port type [^']*'[^']*'/gm, '')
  for (const [, goal = ''] of source.matchAll(
    /^(?:.*\} from|import .* from|import|.*\bimport\() ?'([^']+)'/gm,
  )) {
    if (goal.startsWith('.')) needsOf(join(dirname(file), goal).replace(/\.js$/, '.ts'), seen, packages)
    else if (!goal.startsWith('node:'))
      packages.add(
        goal
          .split('/')
          .slice(0, goal.startsWith('@') ? 2 : 1)
          .join('/'),
      )
  }
  return { seen, packages }
}

describe('what the image leaves out', () => {
  const needs = entryPoints.map((path) => needsOf(path))
  const files = new Set(needs.flatMap(({ seen }) => [...seen]))

  it('no command needs of our own', () => {
    for (const name of ['main', 'backup', 'forget', 'rotate']) expect(entryPoints).toContain(`src/${name}.ts`)
    expect(files.size).toBeGreaterThan(300)
    expect([...files].filter((file) => /^src\/(practice|simulation)\//.test(file))).toEqual([])
  })

  it('no command needs of others', () => {
    const { dependencies }: { dependencies: object } = JSON.parse(textOf('package.json'))
    const used = new Set(needs.flatMap(({ packages }) => [...packages]))
    expect(used.size).toBeGreaterThan(10)
    expect([...used].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([])
  })

  it('no command reads', () => {
    const read = [...files].flatMap((file) =>
      [...textOf(file).matchAll(/dataFile\('([^']+)'\)/g)].map(([, name]) => `data/${name}`),
    )
    expect(read.length).toBeGreaterThan(0)
    expect(read.filter((path) => !isShown(path))).toEqual([])
    expect(relative(fileAt('data'), fileAt(read[0] ?? ''))).not.toMatch(/^\.\./)
  })
})
