import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = new URL('../', import.meta.url).pathname

type Verdict = { readonly code: number; readonly said: string }

/** `npm run layers`, as package.json has it, over the sources in a folder. */
const layersOf = async (folder: string): Promise<Verdict> =>
  new Promise((resolve) => {
    const command = join(root, 'node_modules/.bin/depcruise')
    execFile(command, ['src', '--config', '.dependency-cruiser.cjs'], { cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: `${out}\n${err}` }),
    )
  })

/** A small tree with the rules of the real one, and nothing wrong in it. */
const aTree = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-layers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    await copyFile(join(root, file), join(folder, file))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, text] of Object.entries({ ...innocent, ...files })) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}

const innocent = {
  'src/main.ts': `import { run } from './compose.js'\nrun()\n`,
  'src/compose.ts': `import { keep } from './app/keep.js'\nimport { save } from './store/save.js'\nimport { say } from './slack/say.js'\nexport const run = () => say(save(keep('x')))\n`,
  'src/app/keep.ts': `import { trim } from '../domain/trim.js'\nexport const keep = (text: string) => trim(text)\n`,
  'src/domain/trim.ts': `export const trim = (text: string) => text.trim()\n`,
  'src/store/save.ts': `export const save = (text: string) => text\n`,
  'src/slack/say.ts': `export const say = (text: string) => text\n`,
  'src/practice/main.ts': `import { play } from './play.js'\nplay()\n`,
  'src/practice/play.ts': `export const play = () => 1\n`,
}

describe('the layers', () => {
  it('hold, and are looked at: more than a hundred files', { timeout: 180_000 }, async () => {
    const { code, said } = await layersOf(root)
    expect(said).toMatch(/no dependency violations found/)
    expect(Number(/\((\d+) modules/.exec(said)?.[1])).toBeGreaterThan(100)
    expect(code).toBe(0)
  })

  it('hold in a small tree', async () => {
    expect(await layersOf(await aTree({}))).toMatchObject({ code: 0 })
  })

  it.each([
    ['domain-imports', 'src/domain/trim.ts', '../store/save.js', 'save'],
    ['domain-imports', 'src/domain/trim.ts', '../app/keep.js', 'keep'],
    ['domain-imports', 'src/domain/trim.ts', 'zod', 'z'],
    ['app-imports', 'src/app/keep.ts', '../slack/say.js', 'say'],
    ['app-imports', 'src/app/keep.ts', '../store/save.js', 'save'],
    ['slack-imports', 'src/slack/say.ts', '../store/save.js', 'save'],
    ['store-imports', 'src/store/save.ts', '../slack/say.js', 'say'],
    ['practice-is-apart', 'src/slack/say.ts', '../practice/play.js', 'play'],
    ['practice-is-apart', 'src/compose.ts', './practice/play.js', 'play'],
    ['practice-sees-slack-alone', 'src/practice/play.ts', '../slack/say.js', 'say'],
    ['sql-stays-in-the-store', 'src/slack/say.ts', 'kysely', 'sql'],
    ['composed-by-entry-points', 'src/slack/say.ts', '../compose.js', 'run'],
    ['no-cycles', 'src/domain/trim.ts', '../domain/trim.js', 'trim'],
    ['not-resolvable', 'src/store/save.ts', './nowhere.js', 'nothing'],
  ])('%s: %s may not import %s', async (rule, file, from, name) => {
    const line = `import { ${name} as planted } from '${from}'\nvoid planted\n`
    const { code, said } = await layersOf(
      await aTree({ [file]: `${line}${innocent[file as keyof typeof innocent]}` }),
    )
    expect(said).toMatch(new RegExp(`error ${rule}: ${file}`))
    expect(code).toBeGreaterThan(0)
  })

  it.each([
    ['types', `import type { save } from '../store/save.js'\nexport type Save = typeof save\n`],
    ['what is passed on', `export { save } from '../store/save.js'\n`],
  ])('see %s too', async (_, line) => {
    const file = 'src/domain/trim.ts'
    const { code, said } = await layersOf(await aTree({ [file]: `${line}${innocent[file]}` }))
    expect(said).toMatch(/error domain-imports: src\/domain\/trim.ts/)
    expect(code).toBeGreaterThan(0)
  })

  it('see a file that nobody imports', async () => {
    const { said } = await layersOf(await aTree({ 'src/domain/alone.ts': 'export const alone = 1\n' }))
    expect(said).toMatch(/error no-orphans: src\/domain\/alone.ts/)
  })
})
