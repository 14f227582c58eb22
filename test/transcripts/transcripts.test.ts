import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aTeam, type Team } from '../support/team.js'

/*
 * Conversations to be read as copy. A line `ana in customers> ...` is typed there, `pass> INSTANT` runs a pass as if
 * at that instant and `clock> INSTANT` moves the clock; what stands below is what is read. Changed on purpose, they
 * are written anew by `WRITE_TRANSCRIPTS=1 npx vitest run test/transcripts`, and then read before they are committed.
 */
const folder = new URL('./', import.meta.url)
const turn = /^(?:(\w+) in (\w+)|(pass|clock))> (.*)$/

const played = async (team: Team, line: string): Promise<string> => {
  const [, who, where, what, text = ''] = turn.exec(line) ?? []
  if (what === 'clock') team.setClock(text)
  if (what === 'clock') return ''
  if (what === 'pass') return (await team.pass(text)).join('\n\n') || '(nothing is posted)'
  const users: Readonly<Record<string, string>> = { ana: team.ana, ben: team.ben, gus: team.gus }
  const places: Readonly<Record<string, string>> = {
    customers: team.customers,
    quiet: team.quiet,
    general: team.general,
  }
  return team.types(users[who ?? ''] ?? '', places[where ?? ''] ?? '', text)
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  it('reads as it was written', async () => {
    const file = new URL(name, folder)
    const written = readFileSync(file, 'utf8')
    const team = await aTeam()
    const spoken: string[] = []
    for (const line of written.split('\n')) {
      if (line.startsWith('# ')) spoken.push(line)
      if (!turn.test(line)) continue
      const answer = await played(team, line)
      spoken.push(answer === '' ? line : `${line}\n${indented(answer)}`)
    }
    const now = `${spoken.join('\n\n')}\n`
    if (process.env.WRITE_TRANSCRIPTS === '1') writeFileSync(file, now)
    expect(now).toBe(process.env.WRITE_TRANSCRIPTS === '1' ? now : written)
    expect(team.slack.problems).toEqual([])
  })
})
