import { createHash } from 'node:crypto'
import { composeScheduler } from '../../../src/compose/by-hand.js'
import type { PracticeSlack } from '../../../src/practice/slack.js'
import { type Own, type World, worldOf } from '../../slack/forged/world.js'
import { aHostedBot, type Hosted } from '../../support/hosted.js'
import { organisationsManifest } from '../../support/stepping.js'
import type { Team } from '../../support/team.js'

/** A workspace with its own words, which begin with a mark that none of another’s has. */
export type Twin = {
  readonly teamId: string
  readonly mark: string
  readonly world: World
  /** Its words, whole or cut: long enough that none comes to stand among sealed letters by chance. */
  readonly words: RegExp
}
export type Twins = { readonly hosted: Hosted; readonly one: Twin; readonly two: Twin }

/** What is planted in everything typed. Names of people are the same in both, as ids are. */
const topics =
  'secrets|secret|nimbus|globex|initech|umbrella|hooli|facilities|buyer|director|nurse|cook|jazz|lease|sample'
const said = new RegExp(topics, 'gi')

const ownWords =
  (mark: string): Own =>
  (text) =>
    text.replace(said, (word) => wordOf(mark, word))
const wordOf = (mark: string, topic: string): string =>
  `${mark}${lettersOf(`${mark} ${topic.toLowerCase()}`)}`
const wordsOf = (mark: string): RegExp => {
  const beginnings = topics.split('|').map((topic) => wordOf(mark, topic).slice(0, 8))
  return new RegExp(`(?:${beginnings.join('|')})[a-z]*`, 'gi')
}
const lettersOf = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 9)]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join('')

/** One bot in two workspaces in which all people, places, names and stamps are the same: the words alone are not. */
export const theTwins = async (): Promise<Twins> => {
  const hosted = await aHostedBot({
    at: '2026-11-21T16:00:00.000Z',
    // Nothing of one is under way any more when the other acts.
    tuning: { progressMs: 10, homeRestMs: 0 },
    manifest: organisationsManifest(),
  })
  const twin = async (teamId: string, mark: string): Promise<Twin> => {
    const team = teamIn(hosted, teamId)
    await hosted.adds({ teamId })
    return { teamId, mark, world: await worldOf(team, ownWords(mark)), words: wordsOf(mark) }
  }
  const one = await twin('T0ALPHA', 'zqa')
  const two = await twin('T0BRAVO', 'zqb')
  return { hosted, one, two }
}

/** A workspace of the server as the tests of one team hold it. */
const teamIn = (hosted: Hosted, teamId: string): Team => {
  const { bot, config, log, logged, clock } = hosted
  const slack = whereTimePasses(hosted, hosted.opens(teamId))
  const scheduler = async () => {
    const made = await composeScheduler({ config, log, clock })
    if ('problem' in made) throw new Error(made.problem)
    return made
  }
  const posts = (channelId: string, userId = 'U0ANA') =>
    slack
      .seenBy(userId, channelId)
      .filter((seen) => !seen.isEphemeral && seen.user === slack.botUserId)
      .map((seen) => slack.visibleText(seen))
  return {
    ...{ slack, bot, config, logged, clock, scheduler, posts },
    // It is one clock, which the other may have set on.
    setClock: (at) => {
      if (at > clock()) hosted.setClock(at)
    },
    ...peopled(slack),
    types: async (userId, channelId, line) => {
      const run = await slack.as(userId).command(channelId, line)
      return slack.visibleText(await run.answer())
    },
    pass: async (at) => {
      const hand = await scheduler()
      const { left } = await hand.byHand(at).finally(() => hand.close())
      if (left.length > 0) throw new Error(`${left.length} posts could not be sent`)
      return []
    },
  }
}

/** The machine may have much else to do. */
export const whoeverIsBusy = { timeoutMs: 60_000 }

/** What comes with a workspace's turn comes when the one before is some seconds ago. */
const whereTimePasses = ({ bot, pass }: Hosted, slack: PracticeSlack): PracticeSlack =>
  Object.assign(Object.create(slack), {
    until: <T>(predicate: () => T, patience: Parameters<PracticeSlack['until']>[1] = {}) => {
      if (patience.what?.startsWith('a message that says')) {
        pass(10_000)
        void bot.beat()
      }
      return slack.until(predicate, { ...whoeverIsBusy, ...patience })
    },
  })

const peopled = ({ people, places }: PracticeSlack) => {
  const gus = people.add({ id: 'U0GUS', name: 'gus', standing: 'guest' }).id
  const pia = people.add({ id: 'U0PIA', name: 'pia', standing: 'outsider', teamId: 'T0ACME' }).id
  const place = (id: string, members: string[], more: Partial<Parameters<typeof places.add>[0]> = {}) =>
    places.add({ id, name: id.slice(2).toLowerCase(), members, ...more }).id
  return {
    ...{ ana: 'U0ANA', ben: 'U0BEN', customers: 'C0CUSTOMERS', gus, pia },
    quiet: place('C0QUIET', ['U0ANA'], { kind: 'private' }),
    general: place('C0GENERAL', ['U0ANA', 'U0BEN', gus], { withBot: false }),
    shared: place('C0SHARED', ['U0ANA', 'U0BEN', pia], { extShared: true }),
  }
}
