import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse, parseAllDocuments } from 'yaml'
import { type Config, readConfig } from '../../src/config.js'

/** A file of the repository, by its path from the top. */
export const fileAt = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
export const textOf = (path: string): string => readFileSync(fileAt(path), 'utf8')
export const yamlOf = (path: string) => parse(textOf(path), { merge: true })
export const yamlsOf = (path: string) =>
  parseAllDocuments(textOf(path)).map((document) => {
    if (document.errors.length > 0) throw document.errors[0]
    return document.toJS()
  })

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(textOf('package.json'))
export const scriptNames: ReadonlySet<string> = new Set(Object.keys(scripts))
/** The files in src/ that the scripts of whoever runs the bot begin with. */
export const entryPoints: readonly string[] = Object.values(scripts).flatMap((command) => {
  const [, name] = /^node (?:--\S+ )*dist\/([a-z-]+)\.js$/.exec(command) ?? []
  return name === undefined ? [] : [`src/${name}.ts`]
})
/** What `npm run NAME` runs; a script that does not exist is a fault of the test's subject. */
export const script = (name: string): string => {
  const found = scripts[name]
  if (found === undefined) throw new Error(`package.json has no script ${name}`)
  return found
}

/** Every setting of the program: a test of its own holds .env.example to src/config.ts. */
export const settingNames: ReadonlySet<string> = new Set(
  [...textOf('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name),
)

/** Settings as somebody might have them. */
export const examples: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: 'xoxb-example',
  SLACK_APP_TOKEN: 'xapp-example',
  SLACK_SIGNING_SECRET: 'signing-example',
  POSTGRES_PASSWORD: 'a1b2c3',
}

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?why}` as Docker Compose fills them in; it throws for the last when it is not given. */
export const filledIn = (value: string, given: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, other = '') => {
    const found = given[name] ?? ''
    if (found === '' && kind === '?') throw new Error(`${name} ${other}`)
    return found === '' ? other : found
  })

/** The settings that these are; they must be enough to start with. */
export const configWith = (env: Readonly<Record<string, string>>): Config => {
  const unknown = Object.keys(env).filter((name) => name !== 'NODE_ENV' && !settingNames.has(name))
  if (unknown.length > 0) throw new Error(`No settings of this program: ${unknown.join(', ')}`)
  const config = readConfig(env)
  if ('problem' in config) throw new Error(config.problem)
  return config
}

/** A file of systemd: each setting with its values, in order; an empty value takes back those before it. */
export const unitAt = (path: string): ReadonlyMap<string, readonly string[]> => {
  const unit = new Map<string, string[]>()
  for (const line of textOf(path).split('\n')) {
    const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    unit.set(name, [...(unit.get(name) ?? []), value])
  }
  return unit
}

export type Instruction = { readonly name: string; readonly text: string }

/** A Dockerfile's stages, each from its `FROM` on. */
export const stagesOf = (path: string): readonly (readonly Instruction[])[] => {
  const lines = textOf(path)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
  const stages: Instruction[][] = []
  for (const line of lines.split('\n')) {
    const [, name = '', text = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    if (name === '') throw new Error(`No instruction: ${line}`)
    if (name === 'FROM') stages.push([])
    stages.at(-1)?.push({ name, text })
  }
  return stages
}
