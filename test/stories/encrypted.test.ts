import { describe, expect, it } from 'vitest'
import { keptAt } from '../support/kept-text.js'
import { sealedWith } from '../support/sealed.js'
import { aTeam, type Team } from '../support/team.js'
import { tracesIn } from '../support/traces.js'

const types = (team: Team, line: string): Promise<string> =>
  team.types(team.ana, team.customers, `/person ${line}`)
const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago

describe('with ENCRYPTION_KEY', () => {
  it('everything goes on as it does without, and nothing that was said is on the disk or in a log', async () => {
    const team = await aTeam({ encryption: sealedWith('a') })
    await types(team, 'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example')
    await types(team, 'add Susan Lee, buyer at Globex')
    await types(team, 'heard frank my daughter starts at Wendelstein')
    await types(team, 'met frank 60 days ago: walked the quokka line, "we hate zeppelins"')
    await types(team, 'situation frank xylophone costs')
    await types(team, 'promise frank by 30 nov: send the pangolin')
    await types(team, 'ask frank what would his platypus miss most?')
    await types(team, 'date frank 14 march: axolotl day')
    await types(team, 'prefers frank by carrier narwhal')
    await types(team, 'note susan had lunch with Frank Ortiz about wombats')
    await types(team, 'every frank 3 weeks')
    const said = [
      'wendelstein',
      'quokka',
      'zeppelin',
      'xylophone',
      'pangolin',
      'platypus',
      'axolotl',
      'narwhal',
      'wombat',
    ]
    const card = (await types(team, 'frank')).toLowerCase()
    expect(tracesIn(card, said)).toEqual(said.filter((word) => word !== 'wombat'))

    expect(await types(team, 'find wendelstein')).toContain('my daughter starts at Wendelstein')
    const beginning = await types(team, 'find wendel')
    expect(beginning).toContain('Nothing found for “wendel”.')
    expect(beginning).toContain(
      'Notes and what was said are encrypted here: whole words find them, and beginnings do not.',
    )
    expect(beginning).not.toContain('a beginning is enough')
    expect(await types(team, 'find ort')).toContain('Frank Ortiz')

    await types(team, 'note frank a slip of the tongue')
    expect(await types(team, 'undo')).toContain('Taken back: your note about Frank Ortiz')
    expect(await types(team, 'frank')).not.toContain('slip')
    const [nudge = ''] = await team.pass(tuesday)
    expect(nudge).toContain('my daughter starts at Wendelstein')
    expect(nudge).toContain('narwhal')
    expect(await types(team, 'kept frank')).toContain('pangolin')

    const { databaseUrl } = team.config
    expect(tracesIn(await keptAt(databaseUrl), [...said, 'slip of the'])).toEqual([])
    expect(tracesIn(await keptAt(databaseUrl), ['ortiz', 'acme lighting'])).toEqual([
      'ortiz',
      'acme lighting',
    ])
    expect(
      tracesIn(team.logged.join().toLowerCase(), [...said, String(sealedWith('a').key).toLowerCase()]),
    ).toEqual([])
    expect(team.slack.problems).toEqual([])
  })
})
