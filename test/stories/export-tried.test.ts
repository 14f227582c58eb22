import { describe, expect, it } from 'vitest'
import { personDocument } from '../../src/documents/person-json.js'
import { pressed } from '../support/doing.js'
import { handedTo } from '../support/handed.js'
import { findsByWords, triesOn } from '../support/sketching.js'
import { aTeam } from '../support/team.js'

describe('what was tried of a sketch', () => {
  it('is handed over to whoever sees the sketch and the person, without the sketch, and to nobody else', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet } = team
    await team.types(ana, customers, '/person add Frank Ortiz, facilities manager at Acme Lighting')
    await team.types(ana, customers, '/persona Plant managers: price comes first')
    await findsByWords(team, 'frank', 'the light is what matters', 'Does not', { place: quiet })
    const tried = async (userId: string) => {
      await team.types(userId, customers, '/person export frank')
      const { html, json } = handedTo(team, userId)
      expect(`${html}${json}`).not.toContain('Plant managers')
      const { tried: all } = personDocument.parse(JSON.parse(json))
      return { html, all: all.map(({ claim, holds, noteId }) => [claim, holds, noteId !== null]) }
    }
    const ofBen = await tried(ben)
    // The note that shows it was typed where Ben does not read.
    expect(ofBen.all).toEqual([['price comes first', false, false]])
    expect(ofBen.html).toContain('price comes first')
    expect(ofBen.html).toContain('it does not hold for you')
    await team.types(ana, quiet, '/persona Night owls: they read at night')
    const which = await triesOn(team, 'frank', { place: quiet })
    await pressed(team, ana, await pressed(team, ana, which, 'Try', { nth: 0 }), 'Holds')
    expect((await tried(ana)).all).toEqual([
      ['they read at night', true, false],
      ['price comes first', false, true],
    ])
    expect((await tried(ben)).html).not.toContain('at night')
    expect(team.slack.problems).toEqual([])
  })
})
