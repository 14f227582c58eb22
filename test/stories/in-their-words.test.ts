import { describe, expect, it } from 'vitest'
import { asked, pressed, types, words } from '../support/doing.js'
import { directOf, filesShown } from '../support/handed.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { quotes, wordsOn } from '../support/quoting.js'
import { sealedWith } from '../support/sealed.js'
import { aTeam, type Team } from '../support/team.js'

const said = async (team: Team, topic: string, userId = team.ben): Promise<string> =>
  reads(team, await wordsOn(team, topic, userId))
/** The Markdown that somebody was handed last; empty when nothing is there. */
const handed = (team: Team, userId: string): string => {
  const [file] = filesShown(team, userId).at(-1)?.files ?? []
  return team.slack.fileSeenBy(userId, file?.id ?? '')?.bytes.toString('utf8') ?? ''
}
const nobody = 'Nobody has been quoted on'

describe('words TOPIC', () => {
  it('says plainly that nobody spoke of it, and what next', async () => {
    const team = await aTeamWithFrank()
    for (const topic of ['submarines', '?!', 'x'.repeat(3000)]) {
      const answer = await said(team, topic)
      expect(answer).toContain(nobody)
      expect(answer).toContain('/person heard frank')
    }
    expect(await team.types(team.ana, team.customers, '/person words')).toContain('/person words price')
    withoutProblems(team)
  })

  it('shows the newest first, a page at a time, and hands all of it over as Markdown', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, general } = team
    for (let n = 1; n <= 10; n++) await quotes(team, `frank *light* of ${'very '.repeat(n)}<cold> days`)
    const first = await wordsOn(team, 'light')
    expect(reads(team, first).indexOf(`${'very '.repeat(10)}`)).toBeGreaterThan(-1)
    expect(reads(team, first)).not.toContain('of very very <cold>')
    const second = await pressed(team, ben, first, 'More')
    expect(reads(team, second)).toContain('of very very <cold>')
    expect(reads(team, await pressed(team, ben, second, 'Back'))).toContain('very '.repeat(10))
    const answer = await pressed(team, ben, await wordsOn(team, 'light', ben, general), 'Export as Markdown')
    expect(reads(team, answer)).toContain('10 quotes on “light”')
    const text = handed(team, ben)
    expect(text).toContain('# In their words: light')
    expect(text.match(/^> \\\*light\\\* of (?:very )+\\<cold\\> days$/gm)).toHaveLength(10)
    expect(text).toContain('> — Somebody who looks after buildings, November 2026')
    for (const who of ['Frank', 'Ortiz', 'Acme', 'Ana']) expect(text).not.toContain(who)
    expect(filesShown(team, ana)).toEqual([])
    withoutProblems(team)
  })

  it('takes out who became known since, and does not find anything by their name', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await quotes(team, 'frank the light that rodrigo brought is cold')
    expect(await said(team, 'rodrigo')).toContain('rodrigo brought')
    await types(team, ana, customers, 'add Rodrigo Sanz, electrician at Volta')
    expect(await said(team, 'light')).toContain('the light that … brought is cold')
    expect(await said(team, 'rodrigo')).toContain(nobody)
  })

  it('shows nobody a name that the bot was told in private, and tells whoever tries names nothing by it', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const cleo = slack.people.add({ name: 'cleo', realName: 'Cleo Marsh', tz: 'America/New_York' }).id
    await quotes(team, 'frank the light that rodrigo and milena of volta brought is cold')
    expect(await said(team, 'light')).toContain('rodrigo and milena of volta')
    await words(team, cleo, () =>
      slack.as(cleo).say(directOf(team, cleo), 'add Rodrigo Sanz, electrician at Volta'),
    )
    const seenBy = (userId: string) => said(team, 'light', userId)
    expect(await seenBy(ben)).toContain('the light that … and milena of … brought is cold')
    expect(await said(team, 'rodrigo', ben)).toContain(nobody)
    await pressed(team, ben, await wordsOn(team, 'light'), 'Export as Markdown')
    expect(handed(team, ben)).not.toMatch(/rodrigo|volta/)
    // Ana may try names: neither the form, nor what she reads of her own, tells who is known to Cleo alone.
    expect(await seenBy(ana)).toContain('rodrigo and milena of volta')
    await quotes(team, 'frank milena, rodrigo, zeno: dark')
    expect(await said(team, 'dark', ana)).toContain('milena, rodrigo, zeno: dark')
    expect(await team.types(ana, customers, '/person rodrigo')).toContain('nobody called')
    withoutProblems(team)
  })

  it('has nothing of whoever is forgotten, nor in files made later, and earlier ones are taken away', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Susan Bell, buyer at Globex')
    await quotes(team, 'frank the light is cold')
    await quotes(team, 'susan the light is dear')
    const direct = directOf(team, ben)
    const read = () =>
      slack
        .seenBy(ben, direct)
        .map((seen) => slack.visibleText(seen))
        .join('\n')
    expect(await words(team, ben, () => slack.as(ben).say(direct, 'words light'))).toContain('is cold')
    await pressed(team, ben, await wordsOn(team, 'light'), 'Export as Markdown')
    expect(handed(team, ben)).toContain('is cold')
    const asking = await asked(team, ana, customers, '/person forget frank')
    await pressed(team, ana, asking, /^Forget/)
    const files = () => filesShown(team, ben).flatMap((shown) => shown.files ?? [])
    await slack.until(() => files().length === 0, { what: 'no file any more' })
    await slack.until(() => !read().includes('is cold'), { what: 'no answer any more' })
    const left = await wordsOn(team, 'light')
    expect(reads(team, left)).toContain('is dear')
    expect(reads(team, left)).not.toContain('is cold')
    await pressed(team, ben, left, 'Export as Markdown')
    expect(handed(team, ben)).toContain('is dear')
    expect(handed(team, ben)).not.toContain('is cold')
  })

  it('goes on finding what was said of two who are made one, and of each again after', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Francis Bell, buyer at Globex')
    await quotes(team, 'francis bell the light is cold')
    const merging = await asked(team, ana, customers, '/person merge frank and francis bell')
    await pressed(team, ana, merging, /^(?:Yes|Make|Merge|Same)/)
    expect(await said(team, 'light')).toContain('the light is cold')
    await types(team, ana, customers, 'undo')
    expect(await said(team, 'light')).toContain('the light is cold')
  })

  it('says so where whole words alone are found, and nothing of it lies open', async () => {
    const team = await aTeam({ encryption: sealedWith('a') })
    await types(team, team.ana, team.customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
    await quotes(team, 'frank the quokka light is cold')
    expect(await said(team, 'quokka')).toContain('the quokka light is cold')
    const beginning = await said(team, 'quok')
    expect(beginning).toContain(nobody)
    expect(beginning).toContain('What was said is encrypted here')
  })
})
