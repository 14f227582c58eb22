import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { directOf } from '../support/handed.js'
import { anImportingTeam, handsIn, sample } from '../support/importing.js'
import type { Team } from '../support/team.js'

/*
 * Conversations to be read as copy. A line `ana in customers> ...` is typed there, `pass> INSTANT` runs a pass as if
 * at that instant and `clock> INSTANT` moves the clock; `ana in customers> [hands in FILE]` is a file of data/samples in the
 * form of `import`, and `[presses LABEL]` a press on what the bot said last in their DM. What stands below is what is read. Changed on purpose, they
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
  const [userId, channelId] = [users[who ?? ''] ?? '', places[where ?? ''] ?? '']
  const [, file] = /^\[hands in (.+)\]$/.exec(text) ?? []
  if (file !== undefined)
    return inDirect(team, userId, () => handsIn(team, userId, channelId, file, sample(file)))
  const [, label] = /^\[presses (.+)\]$/.exec(text) ?? []
  if (label === undefined) return team.types(userId, channelId, text)
  return inDirect(team, userId, async (last) => team.slack.as(userId).press(last(), label))
}

/** What the bot says last in somebody's DM, once it is done with what they did. */
const inDirect = async (team: Team, userId: string, act: (last: () => SeenMessage) => Promise<unknown>) => {
  const { slack } = team
  const last = () => {
    const found = slack.seenBy(userId, directOf(team, userId)).findLast((seen) => !seen.isEphemeral)
    if (found === undefined) throw new Error('The bot has said nothing there')
    return found
  }
  const said = () => {
    const [seen] = slack.seenBy(userId, directOf(team, userId)).slice(-1)
    return seen === undefined ? '' : slack.visibleText(last())
  }
  const before = said()
  await act(last)
  await slack.until(() => said() !== before && !/^I am (?:read|import|tak)ing/.test(said()), {
    what: 'an answer',
  })
  return said()
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
    const team = await anImportingTeam()
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
