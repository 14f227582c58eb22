import type { Home } from '../../src/domain/audience.js'
import { hears } from '../support/hearing.js'
import { handsIn, linkedin, told } from '../support/importing.js'
import { quickMinutes } from '../support/quick-minutes.js'
import { aTeam, type Team } from '../support/team.js'
import { Audit } from './audit.js'
import { moreIsThere } from './beforehand.js'
import type { Kind } from './kinds.js'
import { Ledger } from './ledger.js'
import { homeTypedIn, type Somebody, seesPerson } from './oracle.js'
import { type Actor, Sends } from './sends.js'

/** A person of the matrix, with the words that call them. */
export type Planted = { readonly key: string; readonly given: string; readonly family: string }
export type World = {
  readonly team: Team
  readonly ledger: Ledger
  readonly sends: Sends
  readonly audit: Audit
  readonly actors: Readonly<Record<ActorName, Actor>>
  readonly hub: string
  /** The place of the kind that is looked at; its id may change. */
  place: string
  /** In the hub, in the place, and in the place and looked after by Ben. */
  readonly people: Readonly<Record<'hub' | 'place' | 'handed', Planted>>
  /** What Ana was answered while it came about. */
  readonly shownBefore: string[]
}
export const actorNames = ['ana', 'ben', 'cas', 'gus', 'pia', 'ola', 'dan', 'rob'] as const
/** Typed it all; in the place; not in it; a guest; another organisation; another workspace; deactivated; a bot. */
export type ActorName = (typeof actorNames)[number]

const oneOfEach = (fresh: (label: string) => string): readonly string[] => [
  `note NAME: ${fresh('a note')}`,
  `heard NAME: ${fresh('their words')}`,
  `situation NAME: ${fresh('a situation')}`,
  `met NAME 60 days ago: ${fresh('a meeting')} “${fresh('a quote')} of theirs”`,
  `role NAME also ${fresh('a title')} at ${fresh('a company')}`,
  `promise NAME by 24 nov: ${fresh('a promise')}`,
  `step NAME by 25 nov: ${fresh('a step')}`,
  `date NAME 25 november: ${fresh('a day')}`,
  `trigger NAME 24 december: ${fresh('a trigger')}`,
]

/** A workspace in which one of everything was typed, about people of the hub and of the place, in both. */
export const buildWorld = async (kind: Kind): Promise<World> => {
  const team = await aTeam({
    mode: 'http',
    tuning: { progressMs: 10, replyGaps: [] },
    pacing: quickMinutes(),
    // Where nothing draws, all that a picture would show is said in words, and the audit reads words.
    openBrush: () => Promise.reject(new Error('Nothing draws here')),
  })
  const { slack, ana, ben, gus, pia, customers: hub } = team
  const add = (name: string, more: object = {}) => slack.people.add({ name, tz: 'UTC', ...more }).id
  const [cas, dan, rob] = [add('cas'), add('dan'), add('rob', { standing: 'bot' })]
  for (const userId of [cas, dan, rob]) slack.places.get(hub).members.add(userId)
  const place = kind.open(slack, { ana, ben, gus, pia, dan, rob })
  const ledger = new Ledger(kind.name)
  const sends = new Sends(team, ledger)
  const audit = new Audit(team, ledger, sends)
  const actor = (label: string, userId: string, teamId = slack.teamId): Actor => ({ label, userId, teamId })
  const actors = {
    ana: actor('the one who typed it', ana),
    ben: actor('a member in', ben),
    cas: actor('a member not in the place', cas),
    gus: actor('a guest', gus),
    pia: actor('an outsider', pia, 'T0ACME'),
    ola: actor('somebody of another workspace', 'U0NOBODY', 'T0OTHER'),
    dan: actor('somebody deactivated', dan),
    rob: actor('a bot', rob),
  }
  const type = (by: string, channelId: string, line: string) =>
    sends.command({ ...actor('', by) }, channelId, line)

  const introduce = async (key: string, channelId: string): Promise<Planted> => {
    const home = homeTypedIn(slack, channelId, ana)
    ledger.people.set(key, { home, by: ana, ownerId: ana })
    const word = (label: string, at: Home | null = null) => ledger.plant(`${label} of ${key}`, key, at, ana)
    const [given, family] = [word('the given name'), word('the family name')]
    const role = `${word('the title', home)} at ${word('the company', home)}`
    await type(ana, channelId, `add ${given} ${family}, ${role} ${word('the address')}@x.example`)
    await type(ana, channelId, `prefers ${given}: ${word('the way')}`)
    return { key, given, family }
  }
  const typesAll = async ({ key, given }: Planted, channelId: string): Promise<void> => {
    const home = homeTypedIn(slack, channelId, ana)
    const fresh = (label: string) => ledger.plant(`${label} about ${key}`, key, home, ana)
    for (const line of oneOfEach(fresh)) await type(ana, channelId, line.replace('NAME', given))
    await type(ana, channelId, `ask ${given} ${fresh('a question')}?`)
    await type(ana, channelId, `answered ${given}: ${fresh('an answer')}`)
    for (const by of [ben, dan]) {
      const person = ledger.people.get(key) as Somebody
      if (!seesPerson(slack, by, person)) continue
      const theirs = ledger.plant(`a note of ${by} about ${key}`, key, homeTypedIn(slack, channelId, by), by)
      await type(by, channelId, `note ${given}: ${theirs}`)
    }
  }

  const people = {
    hub: await introduce('hub', hub),
    place: await introduce('place', place),
    handed: await introduce('handed', place),
  }
  for (const channelId of [hub, place])
    for (const person of [people.hub, people.place]) await typesAll(person, channelId)
  await type(ana, place, `tie ${people.hub.given} reports to ${people.place.given}`)
  for (const channelId of [hub, place])
    for (const { key, given } of [people.hub, people.place]) {
      const asked = ledger.plant(
        `an open question about ${key}`,
        key,
        homeTypedIn(slack, channelId, ana),
        ana,
      )
      await type(ana, channelId, `ask ${given} ${asked}?`)
    }
  await type(ana, place, `met ${people.handed.given} 60 days ago`)
  await type(ana, place, `hand ${people.handed.given} to <@${ben}|ben>`)
  const handed = ledger.people.get('handed') as Somebody
  if (seesPerson(slack, ben, handed)) ledger.people.set('handed', { ...handed, ownerId: ben })

  const shownBefore: string[] = []
  const world = { team, ledger, sends, audit, actors, hub, place, people, shownBefore }
  await aSourceSpeaks(world)
  await aFileComesIn(world)
  shownBefore.push(...(await moreIsThere(world)))
  slack.people.deactivate(dan)
  await slack.idle()
  return world
}

/** Of somebody's role, what is not sure: it is asked, where they live or to whoever heard it. */
const aSourceSpeaks = async ({ team, ledger, people, place }: World): Promise<void> => {
  const home = homeTypedIn(team.slack, place, team.ana)
  for (const { key, given, family } of [people.hub, people.place]) {
    const [title, company] = ['title', 'company'].map((what) =>
      ledger.plant(`a claimed ${what} of ${key}`, key, home, team.ana),
    )
    const [name, words] = [`${given} ${family}`, `${given} | ${title} | ${company}`]
    const said = { title: title ?? '', company: company ?? '', words, observedAt: '2026-11-21T15:30:00.000Z' }
    const asked = { source: 'signature', baseline: 'known', sure: 'ask' } as const
    await hears(team, { name, home, ...said, ...asked })
  }
}

/** A file of two: one whom nobody knew, and one of whom it cannot be told whether they are known. */
const aFileComesIn = async ({ team, ledger, people, place }: World): Promise<void> => {
  const { slack, ana } = team
  const home = homeTypedIn(slack, place, ana)
  ledger.people.set('file', { home, by: ana, ownerId: ana })
  const word = (what: string) => ledger.plant(`${what} in a file`, 'file', home, ana)
  const rows = linkedin(
    [word('a given name'), word('a family name'), 'zz-1', word('a company'), word('a title')],
    [people.hub.given, people.hub.family, 'zz-2', word('another company'), word('another title')],
  )
  await handsIn(team, ana, place, 'people.csv', rows)
  await slack.as(ana).press(await told(team, ana, /^(?:Import|Nothing).*people\.csv/), 'Import')
  await told(team, ana, 'people.csv is in')
}
