import { describe, expect, it } from 'vitest'
import { actionIds } from '../../src/slack/action-ids.js'
import { told, types } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { filesShown } from '../support/handed.js'
import { reads } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

const acme = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'add Susan Lee, COO at Acme Lighting',
    'add someone, CFO at Acme Lighting',
    'tie frank reports to susan',
    'met frank yesterday: walked the plant',
    'heard frank my daughter starts at Ohio State',
    'promise frank by friday: send the sample',
    'kept frank',
  )
}

/** What somebody is answered when they press a button of the last answer that they got. */
const presses = async (team: Team, userId: string, line: string, button: string): Promise<string> => {
  const { slack, customers } = team
  const run = await slack.as(userId).command(customers, `/person ${line}`)
  const shown = await run.answer()
  return reads(team, await (await slack.as(userId).press(shown, button)).answer())
}

/** The files of the last picture: a PNG, with what is said about it. */
const pictureOf = (team: Team, userId: string) => {
  const files = filesShown(team, userId).at(-1)?.files ?? []
  const [png] = files.map(({ id }) => team.slack.fileSeenBy(userId, id))
  return { names: files.map(({ name }) => name), bytes: png?.bytes ?? Buffer.from(''), alt: png?.alt ?? '' }
}
const isPng = (bytes: Buffer): boolean => bytes.subarray(1, 4).toString('latin1') === 'PNG'

describe('the people at a company, as a picture', () => {
  it('comes in the DM of whoever pressed, with all of it in words', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await acme(team)
    const said = await presses(team, ben, 'at acme', 'As a picture')
    expect(said).toContain('in your direct messages with me')
    const { names, bytes, alt } = pictureOf(team, ben)
    expect(names).toEqual(['people-at-acme-lighting.png'])
    expect(isPng(bytes)).toBe(true)
    expect(alt).toContain('2 people there, and 1 offstage.')
    expect(alt).toContain('Met: Frank Ortiz, facilities manager.')
    expect(alt).toContain('Not spoken to yet: Susan Lee, COO.')
    expect(alt).toContain('Offstage, not met yet: Someone, CFO.')
    expect(alt).toContain('Frank Ortiz reports to Susan Lee.')
    expect(filesShown(team, ana)).toEqual([])
    expect(slack.seenBy(ana, customers).filter(({ files }) => files !== undefined)).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('shows whom the presser may see, and nobody else', async () => {
    const team = await aTeam()
    const { ana, ben, quiet } = team
    await acme(team)
    await types(team, ana, quiet, 'add Lily Chen, counsel at Acme Lighting', 'tie lily married to frank')
    await presses(team, ana, 'at acme', 'As a picture')
    await presses(team, ben, 'at acme', 'As a picture')
    expect(pictureOf(team, ana).alt).toContain('Lily Chen is married to Frank Ortiz')
    expect(pictureOf(team, ben).alt).not.toContain('Lily')
    expect(pictureOf(team, ben).alt).toContain('2 people there, and 1 offstage.')
  })

  it('of one person alone is a picture too', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Lily Chen, buyer at Initech')
    await presses(team, ana, 'at initech', 'As a picture')
    expect(isPng(pictureOf(team, ana).bytes)).toBe(true)
    expect(pictureOf(team, ana).alt).toContain('one person there. Not spoken to yet: Lily Chen, buyer.')
  })

  it('with more in it than Slack takes as words has them all in a file beside it', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    for (let n = 10; n < 60; n++)
      await types(team, ana, customers, `add Cousin Number${n} Papadopoulos, keeper of lamp ${n} at Acme`)
    await presses(team, ana, 'at acme', 'As a picture')
    const { names, bytes, alt } = pictureOf(team, ana)
    expect(names).toEqual(['people-at-acme.png', 'people-at-acme.txt'])
    expect(isPng(bytes)).toBe(true)
    expect(alt.length).toBeLessThanOrEqual(1_000)
    expect(alt).toContain('stands in the file beside this picture')
    const id = filesShown(team, ana).at(-1)?.files?.[1]?.id ?? ''
    const words = team.slack.fileSeenBy(ana, id)?.bytes.toString('utf8') ?? ''
    expect(words.match(/Cousin Number/g)).toHaveLength(40)
    expect(words).toContain('And 10 more.')
  })

  it('says whose names it has no letters for', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    // Letters of Toto, for which few machines have a font.
    await types(team, ana, customers, 'add \u{1e290}\u{1e291}, buyer at Acme')
    const said = await presses(team, ana, 'at acme', 'As a picture')
    expect(said).toContain('numbers')
    expect(said).toContain('No. 1 in the picture is \u{1e290}\u{1e291}')
    expect(pictureOf(team, ana).alt).toContain('No. 1 in the picture is \u{1e290}\u{1e291}')
  })
})

describe("somebody's year, as a picture", () => {
  it('comes from More, with what happened in it', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await acme(team)
    const card = await (await slack.as(ana).command(customers, '/person frank')).answer()
    const more = await (await slack.as(ana).press(card, 'More')).answer()
    const said = await (await slack.as(ana).press(more, 'A year as a picture')).answer()
    expect(reads(team, said)).toContain('in your direct messages with me')
    const { names, bytes, alt } = pictureOf(team, ana)
    expect(names).toEqual(['a-year-of-frank-ortiz.png'])
    expect(isPng(bytes)).toBe(true)
    expect(alt).toContain('In touch once in the last year, yesterday.')
    for (const part of [
      'met once',
      'walked the plant',
      '“my daughter starts at Ohio State”',
      'Promise kept: send the sample',
    ])
      expect(alt).toContain(part)
    expect(slack.problems).toEqual([])
  })

  it('holds nothing that was said where the presser does not read', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet, slack } = team
    await acme(team)
    await types(team, ana, quiet, 'called frank: the secret lease', 'heard frank I am leaving in May')
    for (const [who, knows] of [
      [ana, true],
      [ben, false],
    ] as const) {
      const card = await (await slack.as(who).command(customers, '/person frank')).answer()
      const more = await (await slack.as(who).press(card, 'More')).answer()
      await (await slack.as(who).press(more, 'A year as a picture')).answer()
      expect(pictureOf(team, who).alt.includes('secret lease')).toBe(knows)
      expect(pictureOf(team, who).alt.includes('leaving in May')).toBe(knows)
      expect(pictureOf(team, who).alt.includes('called once')).toBe(knows)
    }
  })
})

describe('a forged press', () => {
  it('shows nobody whom the presser may not see, and guests and outsiders nothing', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, gus, pia, customers, quiet, slack } = team
    await types(team, ana, quiet, 'add Lily Chen, buyer at Initech')
    const card = await (await slack.as(ana).command(quiet, '/person lily')).answer()
    const lily = /"action_id":"card"|"value":"([0-9a-f-]{36})"/.exec(JSON.stringify(card.blocks))?.[1] ?? ''
    expect(lily).not.toBe('')
    for (const userId of [ben, gus, pia])
      for (const [action, value] of [
        [actionIds.companyPicture, 'initech'],
        [actionIds.companyPicture, ''],
        [actionIds.companyPicture, '%'],
        [actionIds.yearPicture, lily],
        [actionIds.yearPicture, 'nonsense'],
      ] as const) {
        const said = await told(team, userId, () =>
          forgePress(team, { userId, channelId: customers }, action, value),
        )
        expect(reads(team, said)).not.toMatch(/lily|initech/i)
        expect(filesShown(team, userId)).toEqual([])
      }
    expect(slack.traffic.some(({ name }) => name.startsWith('files.'))).toBe(false)
  })
})

describe('whoever is forgotten', () => {
  it('goes with every picture that they are in', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await acme(team)
    await presses(team, ana, 'at acme', 'As a picture')
    const ids = filesShown(team, ana).flatMap(({ files = [] }) => files.map(({ id }) => id))
    expect(ids).toHaveLength(1)
    const asked = await (await slack.as(ana).command(customers, '/person forget susan')).answer()
    await (await slack.as(ana).press(asked, 'Forget for good')).answer()
    await slack.until(() => ids.every((id) => slack.fileSeenBy(ana, id) === undefined) || undefined)
  })
})

describe('where nothing draws', () => {
  it('the same is told in words, and no file is sent', async () => {
    const team = await aTeam({ openBrush: () => Promise.reject(new Error('no build for this machine')) })
    const { ana } = team
    await acme(team)
    const said = await presses(team, ana, 'at acme', 'As a picture')
    expect(said).toContain('cannot draw on the machine')
    expect(said).toContain('Met: Frank Ortiz, facilities manager.')
    expect(said).toContain('Frank Ortiz reports to Susan Lee.')
    expect(filesShown(team, ana)).toEqual([])
    expect(team.logged.join()).toContain('no build for this machine')
  })

  it('a picture that Slack does not take is said so', async () => {
    const team = await aTeam()
    const { ana, slack } = team
    await acme(team)
    slack.faults.next('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' })
    const said = await presses(team, ana, 'at acme', 'As a picture')
    expect(said).toContain('none was sent')
    expect(said).toContain('install it again')
    expect(filesShown(team, ana)).toEqual([])
  })
})
