import { describe, expect, it } from 'vitest'
import { teammateHome } from '../../src/domain/audience.js'
import { asked, pressed, types } from '../support/doing.js'
import { hears, type Saying } from '../support/hearing.js'
import {
  evening,
  frankIsABuyer,
  fromHisSignature,
  inNovember,
  inSeptember,
  toGlobex,
} from '../support/hearing-frank.js'
import { at, nudgeIn, reads, tuesday } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

describe('a departure', () => {
  const gone: Saying = {
    ...inNovember,
    source: 'auto-reply:U1',
    baseline: 'known',
    sure: 'ask',
    company: 'Acme',
    left: true,
    words: 'Frank Ortiz is no longer with Acme. Please contact Dana Reyes at dana@acme.example.',
    successor: { name: 'Dana Reyes', address: 'dana@acme.example' },
  }

  it('that is accepted opens both threads, and names who is there now', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, gone)
    const card = await asked(team, team.ana, team.customers, '/person show frank')
    expect(reads(team, card)).toContain(
      'An automatic reply, today, says that they are no longer buyer at Acme.',
    )
    await pressed(team, team.ana, card, 'That is so')
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain('Where did they go?')
    expect(await team.types(team.ana, team.customers, '/person show dana')).toContain(
      'Dana Reyes · buyer at Acme · nobody has met them yet',
    )
    await types(team, team.ana, team.customers, 'undo')
    expect(await team.types(team.ana, team.customers, '/person show dana')).not.toContain('buyer')
    expect(await team.types(team.ana, team.customers, '/person show frank')).not.toContain(
      'Where did they go?',
    )
  })

  it('that is typed opens them too, once, and one undo takes all of it back', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme')
    expect(await team.types(ana, customers, '/person left frank')).toContain(
      'Who is buyer at Acme now? I keep a place for them.',
    )
    expect(await team.types(ana, customers, '/person show frank')).toContain('Where did they go?')
    expect(await team.types(ana, customers, '/person at Acme')).toContain('Someone')
    await types(team, ana, customers, 'role frank CEO at Globex')
    expect(await team.types(ana, customers, '/person show frank')).not.toContain('Where did they go?')
    await types(team, ana, customers, 'undo', 'undo')
    expect(await team.types(ana, customers, '/person at Acme')).not.toContain('Someone')
    expect(await team.types(ana, customers, '/person show frank')).not.toContain('Where did they go?')
  })

  it('leaves no place where somebody else is known to hold it', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme', 'add Susan Bell, Buyer at Acme Inc.')
    expect(await team.types(ana, customers, '/person left frank')).not.toContain('I keep a place')
    expect(await team.types(ana, customers, '/person at Acme')).not.toContain('Someone')
  })
})

describe('what a source says in the DM of one teammate', () => {
  it('about somebody known in a channel is told there, to them alone', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme', 'met frank')
    const dm = slack.places.dm(ana).id
    const inTheDm = { home: teammateHome(ana) }
    await hears(team, { ...inSeptember, ...inTheDm, title: 'Buyer', company: 'Acme' })
    await team.pass(tuesday)
    await hears(team, { ...toGlobex, ...inTheDm })
    expect(await team.pass(evening)).toEqual([expect.stringContaining('VP operations at Globex')])
    expect(team.posts(dm).join()).toContain('LinkedIn, in a file of today, says')
    expect(team.posts(customers).join()).not.toContain('Globex')
    expect(await team.pass(at('2026-11-24', 20))).toEqual([])
    const card = await team.types(ben, customers, '/person show frank')
    expect(card).not.toContain('Globex')
    expect(card).toContain('Frank Ortiz · buyer at Acme')
  })

  it('is asked there, and what is pressed there is kept there until it is shown to all', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme', 'met frank')
    const dm = slack.places.dm(ana).id
    await hears(team, { ...fromHisSignature, home: teammateHome(ana) })
    expect(await team.pass(evening)).toEqual([expect.stringContaining('Is it so?')])
    expect(await team.types(ben, customers, '/person show frank')).not.toContain('Is it so?')
    const answer = await pressed(team, ana, nudgeIn(team, dm), 'That is so')
    expect(await team.types(ben, customers, '/person show frank')).not.toContain('Globex')
    await pressed(team, ana, answer, 'Show it to all who see them')
    expect(await team.types(ben, customers, '/person show frank')).toContain('VP operations at Globex')
  })
})
