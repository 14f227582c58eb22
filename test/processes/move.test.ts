import { describe, expect, it, onTestFinished } from 'vitest'
import { onServer, rowsInFile, rowsOnServer } from '../support/moving.js'
import { keeping, type Program, startBot, startMove, withSmallFiles } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { inDatabase } from '../support/process-database.js'
import { aWorkspace, customers, newPath, saturday, settingsFor, typing } from '../support/process-team.js'
import { freshDatabase } from '../support/stores.js'

const aTeamThatMoves = async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  await typing(workspace, path, saturday, [
    [customers, '/person add Frank Ortiz, buyer at Acme'],
    [customers, '/person heard frank my daughter starts at Ohio State'],
  ])
  const server = await freshDatabase('PostgreSQL')
  onTestFinished(() => server.drop())
  const settings = settingsFor(workspace, path)
  const move = () => startMove(settings, '--from', `file:${path}`, '--to', server.url)
  return { workspace, path, server, settings, move }
}
const told = async (program: Program) => {
  const { code } = await program.ended
  return { code, said: `${program.out()}\n${program.err()}` }
}

/** Resolves when so many ranges were copied. */
const hasCopied = async (sides: Parameters<typeof onServer>[0], many: number, program: Program) =>
  onServer(sides, async (client) => {
    const copied = () =>
      client.query('select count(*)::int as n from personable_moving_chunks where sum is not null').then(
        ({ rows }) => Number(rows[0]?.n),
        // It is not there yet.
        () => 0,
      )
    while (program.isRunning() && (await copied()) < many);
  })

describe('npm run move', () => {
  it('killed again and again beside the bot comes to its end; the bot goes on there, and never on the file', {
    timeout: 120_000,
  }, async () => {
    const { workspace, path, server, settings, move } = await aTeamThatMoves()
    const bot = await aBot(workspace, settings)
    for (const many of [1, 9, 17, 30]) {
      const cut = move()
      await hasCopied({ server }, many, cut)
      cut.kill()
      await cut.ended
      const half = await told(startBot({ ...settings, DATABASE_URL: server.url }))
      expect(half).toMatchObject({ code: 1, said: expect.stringContaining('and that is not finished') })
      expect(await workspace.types(`/person note frank likes jazz number ${many}`)).toContain('jazz')
    }
    const last = move()
    await last.says('A move was cut short: it goes on')
    await last.says('Stop the bot now', 60_000)
    expect(await workspace.types('/person note frank said while the move waited')).toContain('move waited')
    bot.kill('SIGTERM')
    await bot.ended
    await last.says('Start the bot now', 60_000)
    const again = await aBot(workspace, { ...settings, DATABASE_URL: server.url })
    const { code, said } = await told(last)
    expect(said).toContain('All of it agrees.')
    expect(said).not.toMatch(/Frank|Ohio|jazz/)
    expect(code).toBe(0)
    expect(await workspace.types('/person find waited')).toContain('said while the move waited')
    for (const word of ['ohio', 'number 30'])
      expect(await workspace.types(`/person find ${word}`)).toContain('Frank')
    const old = await told(startBot(settings))
    expect(old).toMatchObject({ code: 1, said: expect.stringContaining('was moved to 127.0.0.1') })
    expect(await keeping('verify', settings)).toMatchObject({ code: 0 })
    again.kill('SIGTERM')
    expect(await again.ended).toEqual({ code: 0, signal: null })
    expect(isCalm(bot) && isCalm(again)).toBe(true)
    expect(inDatabase(path, (file) => file.pragma('integrity_check', { simple: true }))).toBe('ok')
  })

  it('on a full disk cannot mark the file, says so, and does once there is room', {
    timeout: 60_000,
  }, async () => {
    const { path, server, move, settings } = await aTeamThatMoves()
    const before = rowsInFile(path)
    const args = ['--from', `file:${path}`, '--to', server.url]
    const { code, said } = await withSmallFiles(100, 'move', settings, ...args)
    expect(said).toMatch(/The database file .* could not be read or written .* as when its disk has no room/)
    expect(code).toBe(1)
    expect(rowsInFile(path)).toEqual(before)
    expect(await told(move())).toMatchObject({ code: 0 })
    const file = { url: `file:${path}`, open: server.open, drop: server.drop }
    expect(await rowsOnServer({ path, server, file })).toEqual(before)
    const back = await told(startMove(settings, '--from', `file:${path}`, '--back'))
    expect(back).toMatchObject({ code: 0, said: expect.stringContaining('a bot may start on it again') })
    expect(await keeping('backup', settings, await newPath('copy.db'))).toMatchObject({ code: 0 })
  })

  it('says what is missing in its command, and never the password', async () => {
    const settings = { DATABASE_URL: 'file:elsewhere.db' }
    const path = await newPath()
    const wrong = [[], ['--from', `file:${path}`], ['--from', 'a', '--to', 'b', '--back'], ['--form', 'a']]
    for (const args of wrong) {
      const { code, said } = await told(startMove(settings, ...args))
      expect(code).toBe(1)
      expect(said).toContain('Usage: npm run move')
    }
    const to = 'postgres://bot:hunter2@127.0.0.1:1/personable'
    const none = await told(startMove(settings, '--from', `file:${path}`, '--to', to))
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining(`There is no database ${path}`) })
    expect(none.said).not.toContain('hunter2')
  })
})
