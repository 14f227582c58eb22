import { teammateHome } from '../../src/domain/audience.js'
import { handsIn, told } from '../support/importing.js'
import { homeTypedIn } from './oracle.js'
import { marketingWrites } from './sketched.js'
import { valuesOf } from './values-of.js'
import type { World } from './world.js'

/** As many as stand on no single page. */
const crowd = 16
const promised = 9

/**
 * What leads to the buttons that are shown after this or that alone: many people of somebody who left, promises, somebody of
 * Ana's own, two who may be one. Answers what Ana was shown.
 */
export const moreIsThere = async (world: World): Promise<string[]> => {
  const { team, ledger, sends, actors, people, hub } = world
  const { slack, ana } = team
  const answers: string[] = []
  const plant = (label: string, key: string, channelId: string, by: string) =>
    ledger.plant(`${label} of ${key}`, key, homeTypedIn(slack, channelId, by), by)
  const named = (key: string, channelId: string, by: string) => {
    ledger.people.set(key, { home: homeTypedIn(slack, channelId, by), by, ownerId: by })
    const word = (label: string) => ledger.plant(`${label} of ${key}`, key, null, by)
    return { given: word('the given name'), family: word('the family name') }
  }
  // Dan looks after them, and leaves.
  for (let n = 0; n < crowd; n++) {
    const { given, family } = named(`crowd ${n}`, hub, actors.dan.userId)
    await sends.command(actors.dan, hub, `add ${given} ${family}`)
    if (n >= promised) continue
    const word = plant('a promise', `crowd ${n}`, hub, ana)
    await sends.command(actors.ana, hub, `promise ${given} by 24 december: ${word}`)
  }
  const dm = slack.places.dm(ana).id
  const own = named('own', dm, ana)
  answers.push(await sends.command(actors.ana, dm, `add ${own.given} ${own.family}`))
  const aside = ledger.plant('a note aside about hub', 'hub', teammateHome(ana), ana)
  answers.push(await sends.command(actors.ana, dm, `note ${people.hub.given}: ${aside}`))
  await twins(world, named)
  await marketingWrites(world)
  for (const line of [`read ${people.hub.given}`, 'import']) {
    const message = { user: ana, team: slack.teamId, ts: `${Date.now() / 1000}`, text: line }
    await sends.event({ type: 'message', channel_type: 'im', channel: dm, ...message })
  }
  return answers
}

/** A file of which nobody knows what its columns are; what waits for an answer to that waits for an hour. */
export const anOddFile = async ({ team }: World): Promise<void> => {
  await handsIn(team, team.ana, team.customers, 'odd.csv', 'eins;zwei\r\nFrank Ortiz;x\r\n')
  await told(team, team.ana, /odd\.csv.*which column/is)
}

/** Two of one name at one company: one in the hub, one in the place. */
const twins = async (
  { ledger, sends, actors, hub, place, team }: World,
  named: (key: string, channelId: string, by: string) => { given: string; family: string },
): Promise<void> => {
  const { ana } = team
  const { given, family } = named('twin', hub, ana)
  const at = (key: string, channelId: string, what: string) =>
    ledger.plant(`${what} of ${key}`, key, homeTypedIn(team.slack, channelId, ana), ana)
  const company = at('twin', hub, 'the company')
  const line = (title: string) => `add ${given} ${family}, ${title} at ${company}`
  await sends.command(actors.ana, hub, line(at('twin', hub, 'the title')))
  ledger.people.set('other twin', { home: homeTypedIn(team.slack, place, ana), by: ana, ownerId: ana })
  const asked = await sends.command(actors.ana, place, line(at('other twin', place, 'the title')))
  const anew = [...(asked.startsWith('{') ? (valuesOf(asked).get('pick') ?? []) : [])]
  const other = anew.find((value) => value.endsWith(':anew'))
  if (other !== undefined) await sends.press(actors.ana, place, 'pick', other)
}
