import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened } from '../support/doing.js'
import { aTeamWithFrank, withoutProblems } from '../support/knowing-frank.js'

describe('what was typed of a sketch', () => {
  it('is not lost, where nobody knows which sketch is meant', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, quiet, slack } = team
    expect(await team.types(ana, customers, '/persona claim Plnt managers: they read on Sundays')).toMatch(
      /no sketch called “Plnt managers”.*You typed:.*Plnt managers: they read on Sundays/s,
    )
    await team.types(ana, quiet, '/persona Buyers: they hoard acorns')
    await team.types(team.ben, customers, '/persona Buyers: time comes first')
    const dm = slack.places.dm(ana).id
    expect(await team.types(ana, dm, '/persona claim buyers: they ask twice')).toMatch(
      /Several sketches are called buyers.*You typed:.*buyers: they ask twice/s,
    )
    expect(await team.types(ana, customers, '/persona Plnt managers')).not.toContain('You typed')
    withoutProblems(team)
  })

  it('is kept by a form that said before who reads it, also where fewer read', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await team.types(ana, customers, '/persona Buyers: price comes first')
    const shown = await asked(team, ana, slack.places.dm(ana).id, '/persona buyers')
    const form = await opened(team, ana, shown, 'Add a claim')
    expect(JSON.stringify(form)).toContain('whoever may see that sees what you save here')
    expect(await handedIn(team, ana, form, { text: 'they read twice' })).toContain('Added to Buyers')
    expect(await team.types(ana, customers, '/persona buyers')).toContain('they read twice')
    withoutProblems(team)
  })

  it('is a sketch, also where its name begins with help', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    expect(await team.types(ana, customers, '/persona Help desk staff: they decide alone')).toContain(
      'Help desk staff is written down',
    )
    expect(await team.types(ana, customers, '/persona help me')).toContain('/persona review Plant managers')
    withoutProblems(team)
  })
})
