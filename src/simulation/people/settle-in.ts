import { type Asker, whoAsks } from '../../app/asker.js'
import { logContact } from '../../app/interactions/log-contact.js'
import type { Outcome } from '../../app/outcome.js'
import { introduce } from '../../app/people/introduce.js'
import { setRhythm } from '../../app/people/set-rhythm.js'
import { changeSettings } from '../../app/settings/change-settings.js'
import { standardSettings } from '../../domain/settings.js'
import type { Life } from '../bot/life.js'
import { daysAfter } from '../oracle/calendar.js'
import type { Random } from '../random.js'
import type { TeamPlace, Town } from './town.js'
import { nameOf } from './words.js'

type Settling = {
  readonly life: Life
  readonly random: Random
  readonly workspaceId: string
  readonly today: string
  /** How many people each team knows. */
  readonly each: number
  readonly nextName: () => number
}

/** A team that has used the bot for long: its people, when they were last spoken with, and their rhythms. */
export const settleIn = async (settling: Settling, town: Town): Promise<void> => {
  for (const team of town.teams) {
    await set(settling, team)
    const askers = await Promise.all(team.members.map((userId) => askerOf(settling, userId, team.channelId)))
    for (let n = 0; n < settling.each; n++) await knows(settling, settling.random.pick(askers))
  }
}

export const askerOf = async (
  { life, workspaceId }: Pick<Settling, 'life' | 'workspaceId'>,
  userId: string,
  channelId: string | null,
): Promise<Asker> => {
  const asking = { workspaceId, userId, channelId, at: life.bot.clock(), cause: null }
  const asker = await whoAsks(life.bot, asking)
  if ('notATeammate' in asker) throw new Error(`${userId} is no teammate`)
  return asker
}

const set = async (settling: Settling, { home, zone, channelId, members }: TeamPlace): Promise<void> => {
  const asker = await askerOf(settling, members[0] ?? '', channelId)
  const { random, today } = settling
  const settings = standardSettings(asker.zone)
  done(
    await changeSettings(settling.life.bot, asker, home, settings, {
      ...settings,
      zone,
      cap: random.between(3, 8),
      digestHour: random.between(9, 11),
      days: random.chance(0.7) ? settings.days : [1, 2, 3, 4, 7],
      holidays: Array.from({ length: 4 }, () => daysAfter(today, random.between(3, 50))),
    }),
  )
}

const knows = async ({ life: { bot }, random, today, nextName }: Settling, asker: Asker): Promise<void> => {
  const name = nameOf(nextName())
  const nobody = { addresses: [], slackUserId: null, offstage: false }
  const introduced = done(
    await introduce(bot, asker, { ...nobody, name, title: 'buyer', company: 'Acme' }, true),
  )
  if (introduced.kind !== 'introduced') throw new Error(`${name} is known already`)
  const personId = introduced.person.id
  if (random.chance(0.25)) {
    const [every, unit] = random.pick([
      [1, 'week'],
      [3, 'week'],
      [10, 'day'],
      [2, 'month'],
      [1, 'year'],
    ] as const)
    done(await setRhythm(bot, asker, personId, random.chance(0.1) ? 'never' : { every, unit }))
  }
  if (!random.chance(0.6)) return
  const on = daysAfter(today, -random.between(1, 60))
  done(await logContact(bot, asker, { personId, kind: 'met', on, text: '' }))
}

const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`Not done: ${outcome.why.reason}`)
  return outcome.value
}
