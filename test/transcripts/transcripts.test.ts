import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { directOf, filesShown } from '../support/handed.js'
import { anImportingTeam, handsIn, sample } from '../support/importing.js'
import { minds, saysAloud } from '../support/minding.js'
import { letsItBeQuoted } from '../support/quoting.js'
import { stepsManifest } from '../support/stepping.js'
import type { Team } from '../support/team.js'
import { pressesAtHome, pressesUnderWeek, wantsTheWeek } from '../support/week.js'

/*
 * Conversations to be read as copy. A line `ana in customers> ...` is typed there, `pass> INSTANT` runs a pass as if
 * at that instant and `clock> INSTANT` moves the clock; `ana in customers> [hands in FILE]` is a file of data/samples in the
 * form of `import`, `[presses LABEL]` a press on what the bot said last in their DM, `[presses LABEL there]` on its last answer in the channel, `[picks NOTE there]` a note chosen on it, `[lets it be quoted]` what they let be
 * quoted that they have just kept there, `[wants to hear the week]` ticks that in the settings, with `[presses LABEL under the week]` and `[presses LABEL at Home]`, `[says TEXT]` what is said to others there, with what the speaker alone reads then, and `[listens to the picture]` what the picture handed over last says of itself, `[workflow STEP; INPUT: TEXT; ...]` a
 * step of a workflow that they started. What stands below is what is read. Changed on purpose, they
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
  const [, step] = /^\[workflow (.+)\]$/.exec(text) ?? []
  if (step !== undefined) return ranBy(team, userId, channelId, step)
  if (text === '[has it mind its words]') await minds(team, channelId)
  if (text === '[has it mind its words]') return ''
  const [, aloud] = /^\[says (.+)\]$/.exec(text) ?? []
  if (aloud !== undefined)
    return (await saysAloud(team, userId, channelId, aloud)).join('\n') || '(nothing is said)'
  if (text === '[lets it be quoted]') return letsItBeQuoted(team, userId, channelId)
  if (text === '[wants to hear the week]') await wantsTheWeek(team, channelId)
  if (text === '[wants to hear the week]') return ''
  const [, under] = /^\[presses (.+) under the week\]$/.exec(text) ?? []
  if (under !== undefined) return pressesUnderWeek(team, userId, channelId, under)
  const [, home] = /^\[presses (.+) at Home\]$/.exec(text) ?? []
  if (home !== undefined) return pressesAtHome(team, userId, home)
  const [, there] = /^\[presses (.+) there\]$/.exec(text) ?? []
  if (there !== undefined) return pressesThere(team, userId, channelId, there)
  const [, note] = /^\[picks (.+) there\]$/.exec(text) ?? []
  if (note !== undefined) return picksThere(team, userId, channelId, note)
  if (text === '[listens to the picture]') return pictureHeard(team, userId)
  const [, label] = /^\[presses (.+)\]$/.exec(text) ?? []
  if (label === undefined) return team.types(userId, channelId, text)
  return inDirect(team, userId, async (last) => team.slack.as(userId).press(last(), label))
}

/** What a workflow goes on with, or why it ended; and what whoever started it reads beside. */
const ranBy = async (team: Team, userId: string, channel: string, written: string): Promise<string> => {
  const { slack } = team
  const [step = '', ...inputs] = written.split('; ')
  const given = Object.fromEntries(inputs.map((each) => each.split(/: (.*)/s, 2)))
  const before = slack.seenBy(userId, channel).length
  const { outputs, error } = await slack
    .as(userId)
    .step(step, { channel, ...given })
    .outcome()
  await slack.idle()
  const told = slack.seenBy(userId, channel).slice(before)
  // Ids are others in each run.
  const learnt = Object.entries(outputs ?? {}).filter(([name]) => name !== 'person_id' && name !== 'owner')
  return [
    ...(error === undefined ? [] : [`(Slackbot, to whoever looks after the workflow:) ${error}`]),
    ...learnt.map(([name, value]) => `${name} → ${value}`),
    ...told.map((seen) => `(to them alone:) ${slack.visibleText(seen)}`),
  ].join('\n')
}

/** The file that they were handed last, and what it says to whoever does not see. */
const pictureHeard = (team: Team, userId: string): string => {
  const [file] = filesShown(team, userId).at(-1)?.files ?? []
  return `${file?.name ?? ''}: ${team.slack.fileSeenBy(userId, file?.id ?? '')?.alt ?? ''}`
}

/** A note is chosen on the last answer in a channel, and stays chosen: nothing is said. */
const picksThere = async ({ slack }: Team, userId: string, channelId: string, note: string) => {
  const last = slack.seenBy(userId, channelId).findLast((seen) => seen.isEphemeral)
  if (last === undefined) throw new Error('Nobody was answered there')
  await slack.as(userId).choose(last, 'Which note shows it?', note)
  return '(It stays chosen.)'
}

/** What a press on the last answer in a channel brings. */
const pressesThere = async ({ slack }: Team, userId: string, channelId: string, label: string) => {
  const last = slack.seenBy(userId, channelId).findLast((seen) => seen.isEphemeral)
  if (last === undefined) throw new Error('Nobody was answered there')
  return slack.visibleText(await (await slack.as(userId).press(last, label)).answer())
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
    const team = await anImportingTeam({ slack: { manifest: stepsManifest } })
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
