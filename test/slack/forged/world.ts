import { channelHome } from '../../../src/domain/audience.js'
import { told as answeredBy, asked, pressed, types } from '../../support/doing.js'
import { directOf } from '../../support/handed.js'
import { hears } from '../../support/hearing.js'
import { drops, linkedin, told } from '../../support/importing.js'
import { minds } from '../../support/minding.js'
import { at } from '../../support/nudging.js'
import { quickMinutes } from '../../support/quick-minutes.js'
import { quotes } from '../../support/quoting.js'
import { aTeam, type Team } from '../../support/team.js'
import { wantsTheWeek } from '../../support/week.js'

/** Everything that Ana alone may see: nobody who forges may read a word of it. */
export const secrets = /Zelda|Quist|Nimbus|secret|Maria|Lopez|people\.csv/

export type World = {
  readonly team: Team
  /** Ana's place, which Ben is not in, and her DM. */
  readonly quiet: string
  readonly dm: string
  /** Looked after Zelda Orphan, and has left the workspace. */
  readonly una: string
  /** What is typed there, in words that are known nowhere else. */
  readonly own: Own
}
export type Own = (text: string) => string

const numbered = 12
const claimed = 4

/** Ana's private world, with whatever leads to a button of every kind. */
export const aWorld = async (): Promise<World> =>
  worldOf(await aTeam({ mode: 'http', tuning: { progressMs: 10 }, pacing: quickMinutes() }))

/** The same in a team that is there already; `own` says each thing in its own words. */
export const worldOf = async (team: Team, own: Own = (text) => text): Promise<World> => {
  const { ana, quiet, slack } = team
  const dm = directOf(team, ana)
  const una = slack.people.add({ name: 'una', realName: 'Una Gone', tz: 'UTC' }).id
  slack.places.join(quiet, una)
  for (let n = 0; n < numbered; n++)
    await types(team, una, quiet, own(`add Zelda Orphan${n}, cook at Nimbus`))
  slack.people.deactivate(una)

  const lines = ['add Zelda Quist, facilities manager at Nimbus zelda@nimbus.example']
  for (let n = 0; n < numbered; n++)
    lines.push(
      `add Zelda Number${n}, buyer at Nimbus`,
      `met zelda number${n} 60 days ago: secret talk`,
      `note zelda quist the secret ${n}`,
      `promise zelda quist by 27 nov: secret promise ${n}`,
    )
  lines.push(
    'met zelda quist 60 days ago: "own secret words"',
    'situation zelda quist secret lease',
    'trigger zelda quist 1 march 2027: secret trigger',
    'ask zelda quist what of the secret?',
  )
  await types(team, ana, quiet, ...lines.map(own))
  await types(team, ana, dm, own('note zelda quist wide secret'), 'add Zelda Direct')
  for (let n = 0; n < claimed; n++) {
    const said = { name: `Zelda Number${n}`, home: channelHome(quiet) }
    await hears(team, {
      ...said,
      title: own('Buyer'),
      company: own('Nimbus'),
      observedAt: at('2026-09-01'),
    })
    const news = { title: own('Head of secrets'), company: own('Globex'), observedAt: at('2026-11-21', 15) }
    const ask = {
      source: 'signature',
      baseline: 'known',
      sure: 'ask',
      words: own('secret signature'),
    } as const
    await hears(team, { ...said, ...news, ...ask })
  }
  return { team, quiet, dm, una, own }
}

/** The four forms that nudges open, and the people they are about, stand in #quiet. */
export const nudged = async ({ team }: World): Promise<void> => {
  await team.pass('2026-11-23T16:00:00.000Z')
  team.setClock('2026-11-23T16:30:00.000Z')
}

/** What was imported and waits: unclear rows, a preview, and a table whose columns nobody knows. */
export const imported = async ({ team, dm, own }: World): Promise<void> => {
  const { ana, slack } = team
  for (const name of ['Maria Lopez', 'Maria Reed', 'Maria Park'])
    await team.types(ana, dm, own(`/person add ${name}, buyer at Globex`))
  const rows = linkedin(
    ['Maria', 'Lopez', 'maria', 'Initech', 'Director'],
    ['Maria', 'Reed', 'sam', 'Umbrella', 'Nurse'],
    ['Maria', 'Park', 'kim', 'Hooli', 'Cook'],
    ['Zelda', 'Linked', 'zl', 'Hooli', 'Cook'],
  )
  await drops(team, ana, 'people.csv', own(rows))
  const preview = await told(team, ana, '3 unclear')
  await slack.as(ana).press(preview, 'Import')
  const done = await told(team, ana, '3 rows wait for you to say who is meant.')
  await slack.as(ana).press(done, 'Go through the unclear ones')
  await slack.until(() => slack.as(ana).modal, { what: 'the unclear ones' })
  await drops(team, ana, 'more.csv', own(linkedin(['Zelda', 'Later', 'later', 'Hooli', 'Cook'])))
  await told(team, ana, /Import one person from more\.csv/)
  await drops(team, ana, 'odd.csv', own('wer,wo,wann\nZelda Odd,Nimbus,gestern\n'))
  await told(team, ana, 'which column is what')
}

/** Messages of every kind, each with its buttons. */
export const shown = async ({ team, quiet, dm, own }: World): Promise<void> => {
  const { ana, slack } = team
  const lines = [
    'zelda quist',
    'note zelda likes secret jazz',
    'find secret',
    'due',
    'at nimbus',
    'forget zelda quist',
    'merge zelda number10 and zelda number11',
    'edit zelda quist',
    'settings',
  ]
  for (const line of lines) {
    const run = await slack.as(ana).command(quiet, own(`/person ${line}`))
    await run.outcome()
    while (slack.as(ana).modal !== undefined && line !== 'edit zelda quist') {
      const top = slack.as(ana).modal
      if (top !== undefined) await slack.as(ana).close(top)
    }
  }
  const again = await asked(team, ana, quiet, own('/person add Zelda Number9, buyer at Nimbus'))
  await pressed(team, ana, again, /new|else|another/i)
  await team.types(ana, quiet, own('/persona Secret buyers: the secret comes first; they decide alone'))
  await asked(team, ana, quiet, own('/persona Secret buyers'))
  await team.types(ana, quiet, own('/persona Secret cooks: they cook a secret soup'))
  await asked(team, ana, quiet, '/persona')
  const more = await pressed(team, ana, await asked(team, ana, quiet, '/person zelda quist'), 'More')
  const which = await pressed(team, ana, more, 'Try a sketch')
  await pressed(team, ana, which, 'Try', { nth: 0 })
  await asked(team, ana, quiet, own('/persona review Secret buyers'))
  for (let n = 0; n < 9; n++) await quotes(team, own('zelda quist the light is dear'), ana, quiet)
  await asked(team, ana, quiet, '/person words light')
  for (const line of ['import', 'read', 'zelda linked', 'merge']) {
    const said = await slack.as(ana).say(dm, line)
    await said.reply()
  }
  const message = await slack.as(ana).say(quiet, own('Zelda was well, a secret'))
  await answeredBy(team, ana, () => slack.as(ana).react(quiet, message.ts, 'memo'))
  await minds(team, quiet)
  await slack.as(ana).say(quiet, own('Zelda Quist is a hot lead'))
  await slack.idle()
  await wantsTheWeek(team, quiet)
  // Their zone is Una's.
  await team.pass('2026-11-27T16:00:00.000Z')
}
