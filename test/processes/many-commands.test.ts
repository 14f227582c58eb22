import { setInterval } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Run } from '../../src/practice/actors/run.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { countIn } from '../support/process-database.js'
import { ana, aWorkspace, customers, newPath, settingsFor } from '../support/process-team.js'

const count = 50

const connected = async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  const bot = await aBot(workspace, settingsFor(workspace, path))
  const { slack } = workspace
  await slack.until(() => slack.sockets.count === 2, { what: 'both sockets' })
  await workspace.types('/person add Frank Ortiz')
  /** Ten commands a second; Slack does its worst while some are on their way. Answers what came of each. */
  const typingOn = async (disturb: (nth: number) => unknown): Promise<Run[]> => {
    const runs: Promise<Run>[] = []
    for await (const _ of setInterval(100)) {
      const nth = runs.length
      runs.push(slack.as(ana).command(customers, `/person note frank remark number ${nth}`))
      disturb(nth)
      if (runs.length === count) break
    }
    return Promise.all(runs)
  }
  const notes = () => countIn(path, 'select count(*) from notes')
  const differentNotes = () => countIn(path, 'select count(distinct text) from notes')
  return { slack, bot, typingOn, notes, differentNotes }
}

/** At which of them Slack disturbs a connection, now the oldest, now the newest. */
const sometimes = (nth: number): 'oldest' | 'newest' | null => {
  if (nth % 5 !== 3) return null
  return Math.floor(nth / 5) % 2 === 0 ? 'oldest' : 'newest'
}

it('answers each of ten commands a second exactly once while Slack refreshes its sockets', {
  timeout: 60_000,
}, async () => {
  const { slack, bot, typingOn, notes } = await connected()
  let refreshes = 0
  const runs = await typingOn((nth) => {
    const which = sometimes(nth)
    if (nth % 10 === 1) slack.sockets.warn()
    if (which === null) return
    refreshes += 1
    void slack.sockets.refresh(which)
  })
  expect(refreshes).toBeGreaterThan(5)
  for (const run of runs) await run.answer()
  expect(runs.map(({ error, answers }) => [error, answers.length])).toEqual(runs.map(() => [undefined, 1]))
  expect(Math.max(...runs.map(({ tookMs }) => tookMs))).toBeLessThan(3_000)
  expect(notes()).toBe(count)
  expect(slack.problems).toEqual([])
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
  expect(isCalm(bot)).toBe(true)
})

it('answers exactly once what reaches it while sockets are cut hard, and keeps nothing twice', {
  timeout: 60_000,
}, async () => {
  const { slack, bot, typingOn, notes, differentNotes } = await connected()
  let cuts = 0
  const runs = await typingOn((nth) => {
    const which = sometimes(nth)
    if (which === null) return
    cuts += 1
    void slack.sockets.cut(which)
  })
  expect(cuts).toBeGreaterThan(3)
  await slack.idle()
  // What was on a connection when it broke never came: Slack itself says so. It is never answered as well.
  const answered = runs.filter(({ error }) => error === undefined)
  for (const run of answered) await run.answer()
  expect(runs.map(({ answers, error }) => answers.length + (error === undefined ? 0 : 1))).toEqual(
    runs.map(() => 1),
  )
  expect(answered.length).toBeGreaterThanOrEqual(count - cuts)
  expect(notes()).toBeGreaterThanOrEqual(answered.length)
  expect(notes()).toBe(differentNotes())
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
  expect(isCalm(bot)).toBe(true)
})
