import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { exportAll } from '../../../src/compose/archive.js'
import { archiveNames } from '../../../src/documents/archive/archive-files.js'
import { handedTo } from '../../support/handed.js'
import { ana, publicUrl } from '../../support/hosted.js'
import { patience } from '../support/budget.js'
import { Crossing } from './crossing.js'
import { type Twin, type Twins, theTwins, whoeverIsBusy } from './twins.js'

const marks = /zq[ab][a-z]{9}/i

/** Every day of some weeks passes: digests, news, Homes and whatever else comes by itself. */
const weeksPass = async ({ hosted, one, two }: Twins): Promise<void> => {
  for (const { world } of [one, two])
    for (const userId of [world.team.ana, world.team.ben]) await world.team.slack.as(userId).openHome()
  for (const day of ['2026-11-24', '2026-11-27', '2026-12-08', '2027-01-05', '2027-03-02'])
    for (const hour of ['10', '16']) {
      hosted.setClock(`${day}T${hour}:00:00.000Z`)
      await hosted.bot.beat()
      await hosted.app.idle(whoeverIsBusy)
    }
}

/** What a teammate is shown of a workspace by now. */
const seenIn = ({ world: { team } }: Twin): string =>
  team.slack.places
    .all()
    .flatMap(({ id }) => team.slack.seenBy(team.ana, id))
    .map((seen) => JSON.stringify(seen))
    .join('\n')

it('what comes by itself comes to each of two workspaces with the same ids in its own words', {
  timeout: patience(600_000),
}, async () => {
  const twins = await theTwins()
  const { hosted, one, two } = twins
  const crossing = new Crossing(twins)
  for (const twin of [one, two]) await crossing.rows(twin)
  const before = [one, two].map((twin) => seenIn(twin).length)
  await weeksPass(twins)
  for (const twin of [one, two]) {
    const { team, quiet } = twin.world
    await (await team.slack.as(ana).command(quiet, '/person export zelda quist')).answer()
    await hosted.app.idle(whoeverIsBusy)
    await crossing.rows(twin)
  }
  crossing.wire('what comes by itself')
  for (const [n, twin] of [one, two].entries()) {
    const { html, vcf, json } = handedTo(twin.world.team, ana)
    for (const file of [html, vcf, json]) {
      expect(file).toContain(twin.mark)
      crossing.said(twin, file, 'an exported file')
    }
    crossing.said(twin, seenIn(twin), 'what stands there')
    expect(seenIn(twin).length).toBeGreaterThan(2 * (before[n] ?? 0))
    expect(twin.world.team.posts(twin.world.quiet).join()).toContain(twin.mark)
    expect(JSON.stringify(twin.world.team.slack.as(ana).home?.body)).toContain(twin.mark)
  }
  expect(crossing.found).toEqual([])

  // Whoever watches the bot is told of no words at all.
  expect(hosted.logged.join('')).not.toMatch(marks)
  const metrics = await fetch(`http://127.0.0.1:${hosted.bot.port}/metrics`)
  expect(metrics.status).toBe(200)
  const figures = await metrics.text()
  expect(figures).toContain('personable_')
  expect(figures).not.toMatch(marks)
  expect(figures).not.toMatch(/T0ALPHA|T0BRAVO/)

  // Sources that speak by HTTP say of no workspace which it is: where many install the bot there are none.
  for (const path of ['/hooks/people', '/hooks/hubspot']) {
    const answer = await fetch(`http://127.0.0.1:${hosted.bot.port}${path}`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(404)
  }
  await exportedApart(twins, crossing)
})

/** All that a database holds, for whoever runs it: what is written between one workspace’s line and the next is its own. */
const exportedApart = async ({ hosted, one, two }: Twins, crossing: Crossing): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-export-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const directory = join(folder, 'all')
  await exportAll(hosted.config, directory)
  const text = await readFile(join(directory, archiveNames.lines), 'utf8')
  for (const twin of [one, two]) {
    const own = linesOf(text, twin.teamId)
    expect(own.split(twin.mark).length).toBeGreaterThan(50)
    crossing.said(twin, own, 'the export of everything')
  }
  expect(crossing.found).toEqual([])
}

/** The lines of an archive from the one that names a workspace to the one that names the next. */
const linesOf = (text: string, teamId: string): string => {
  let isTheirs = false
  return text
    .split('\n')
    .filter((line) => {
      if (line.startsWith('{"type":"workspace"')) isTheirs = line.includes(teamId)
      return isTheirs
    })
    .join('\n')
}

it('a way to install that was begun for one workspace installs nothing anywhere when another browser goes on with it', {
  timeout: patience(300_000),
}, async () => {
  const { hosted, one, two } = await theTwins()
  const crossing = new Crossing({ hosted, one, two })
  const begins = async () => {
    const browser = hosted.browser()
    const asked = await browser.click(await browser.open(`${publicUrl}/slack/install`), '/oauth/v2/authorize')
    return { browser, asked }
  }
  const [first, second] = [await begins(), await begins()]
  const back = hosted.app.approve(first.asked.url, { userId: ana, teamId: one.teamId })
  const [, other] = [await crossing.rows(one), await crossing.rows(two)]
  await crossing.alone(one, () => second.browser.open(back), 'a way back in another browser')
  const mine = new URL(back)
  mine.searchParams.set('state', new URL(second.asked.url).searchParams.get('state') ?? '')
  const refused = await first.browser.open(mine)
  expect(refused.status).toBe(400)
  expect(await crossing.rows(two)).toEqual(other)
  expect(crossing.found).toEqual([])
})
