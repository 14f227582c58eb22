import { copyFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type Ending, type Settings, startBot, startRotation } from '../support/process.js'
import { aBot } from '../support/process-bot.js'
import { contentOf } from '../support/process-database.js'
import { aWorkspace, customers, newPath, settingsFor, threeAreDue } from '../support/process-team.js'
import { keyOf } from '../support/sealed.js'
import { bytesAt } from '../support/traces.js'

const ended = async (program: ReturnType<typeof startBot>): Promise<Ending & { said: string }> => ({
  ...(await program.ended),
  said: `${program.out()}\n${program.err()}`,
})
const rotating = (settings: Settings) => ended(startRotation(settings))
/** The end of *daughter*: the search keeps words without what they share with the one before. Long enough that no cipher spells it by chance. */
const confided = 'ughter'
const [a, b] = [keyOf('a'), keyOf('b')]

describe('npm run rotate', { timeout: 60_000 }, () => {
  it('turns encryption on beside a running bot, changes its key, and turns it off', async () => {
    const workspace = await aWorkspace()
    const path = await threeAreDue()
    const settings = { ...settingsFor(workspace, path), ENCRYPTION_KEY: a }
    const bot = await aBot(workspace, settings)
    expect(await bytesAt(path)).toContain(confided)
    const on = await rotating(settings)
    expect(on).toMatchObject({ code: 0 })
    expect(on.said).toMatch(/All is encrypted with ENCRYPTION_KEY; rows written anew: \d\d+\./)
    expect(await bytesAt(path)).not.toContain(confided)
    expect(await workspace.types('/person frank', customers)).toContain('my daughter starts at Ohio State')
    bot.kill('SIGTERM')
    expect(await bot.ended).toMatchObject({ code: 0 })

    const changing = { ...settings, ENCRYPTION_KEY: b, ENCRYPTION_KEYS_BEFORE: a }
    expect(await rotating(changing)).toMatchObject({ code: 0 })
    expect((await rotating({ ...settings, ENCRYPTION_KEY: b })).said).toContain('rows written anew: 0.')

    const { ENCRYPTION_KEY: _, ...off } = { ...settings, ENCRYPTION_KEYS_BEFORE: b }
    const opened = await rotating(off)
    expect(opened.said).toContain('Nothing is encrypted any more')
    expect(await bytesAt(path)).toContain(confided)
    const { ENCRYPTION_KEYS_BEFORE: __, ...none } = off
    expect((await rotating(none)).said).toContain('No key is given.')
    for (const { said } of [on, opened, { said: bot.out() + bot.err() }])
      for (const key of [a, b]) expect(said).not.toContain(key)
  })
})

describe('a database that is encrypted', { timeout: 60_000 }, () => {
  const encrypted = async () => {
    const workspace = await aWorkspace()
    const path = await threeAreDue()
    const settings = settingsFor(workspace, path)
    expect(await rotating({ ...settings, ENCRYPTION_KEY: a })).toMatchObject({ code: 0 })
    const { ENCRYPTION_KEY: _, ...keyless } = { ...settings, ENCRYPTION_KEY: '' }
    return { path, keyless }
  }

  it('is opened by nobody without its key, who is told what to do; nothing is changed', async () => {
    const { path, keyless } = await encrypted()
    const before = contentOf(path)
    for (const settings of [keyless, { ...keyless, ENCRYPTION_KEY: b }])
      for (const program of [startBot(settings), startRotation({ ...settings, ENCRYPTION_KEYS_BEFORE: b })]) {
        const { code, said } = await ended(program)
        expect(code).toBe(1)
        expect(said.trim()).toMatch(
          /^The database \S+ is encrypted with (a|another) key, whose id is [0-9a-f]{8}\. Give that key in ENCRYPTION_KEY, .*Nothing was changed\.$/,
        )
      }
    expect(contentOf(path)).toEqual(before)
    const copy = await newPath('copy.db')
    await copyFile(path, copy)
    expect(await bytesAt(copy)).not.toContain(confided)
  })

  it('is let go of by a bot that was started without the key before, which says so', async () => {
    const workspace = await aWorkspace()
    const path = await threeAreDue()
    const settings = settingsFor(workspace, path)
    // Its first beat comes when Slack answers; until then others have time to encrypt.
    await workspace.slack.faults.down()
    const bot = startBot({ ...settings, ENCRYPTION_KEY: '' })
    await bot.says('Slack cannot be reached')
    expect(await rotating({ ...settings, ENCRYPTION_KEY: a })).toMatchObject({ code: 0 })
    await workspace.slack.faults.up()
    const { code, said } = await ended(bot)
    expect(code).toBe(1)
    expect(said).toMatch(
      /The database \S+ is encrypted with a key, whose id is [0-9a-f]{8}\. Give that key in ENCRYPTION_KEY/,
    )
  })

  it('is not begun with a key that is none, which is not repeated', async () => {
    const { keyless } = await encrypted()
    const short = Buffer.alloc(31, 'x').toString('base64')
    const { code, said } = await ended(
      startBot({ ...keyless, ENCRYPTION_KEY: short, ENCRYPTION_KEYS_BEFORE: 'abc' }),
    )
    expect(code).toBe(1)
    expect(said).toContain(
      'ENCRYPTION_KEY is not the base64 of 32 bytes, as `openssl rand -base64 32` makes it',
    )
    expect(said).toContain('ENCRYPTION_KEYS_BEFORE has a key in it that is not the base64')
    expect(said).not.toContain(short)
  })
})
