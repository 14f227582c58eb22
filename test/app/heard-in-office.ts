import { act } from '../../src/app/acting.js'
import type { Asker } from '../../src/app/asker.js'
import { type Outcome, ok } from '../../src/app/outcome.js'
import { answerRoleQuestion, type SaidOfRole } from '../../src/app/role-changes/answer-role-question.js'
import { hear } from '../../src/app/role-changes/hear.js'
import type { Heard, Hearing } from '../../src/app/role-changes/hearing.js'
import { channelHome } from '../../src/domain/audience.js'
import { anOffice, everything } from './office.js'
import { done } from './one-of-each.js'

type Said = Partial<Hearing>

/** An office that knows Frank, and a source that speaks of him in an act of Ana's in #customers. */
export const hearingOfFrank = async (given: { readonly title?: string; readonly company?: string } = {}) => {
  const office = await anOffice()
  const frank = await office.knows(await office.asker(), given)
  // Whoever asks after something was typed in a place knows the place.
  const here = (userId = 'UANA') => office.asker(userId)
  const tells = async (said: Said): Promise<Outcome<Heard>> => {
    const asker: Asker = await here()
    const hearing: Hearing = {
      personId: frank.id,
      home: channelHome('CUSTOMERS'),
      by: asker.userId,
      at: asker.at,
      today: asker.today,
      zoneGiven: asker.zoneGiven,
      source: 'hook:crm',
      key: 'frank',
      title: null,
      company: null,
      observedAt: '2026-11-20T10:00:00.000Z',
      words: null,
      baseline: 'known',
      sure: 'certain',
      ...said,
    }
    return act(office, asker, 'heard-role', frank.id, async (stores) =>
      ok(await hear(stores, office, hearing)),
    )
  }
  const claims = () => office.uow.read(everything, ({ roleQuestions }) => roleQuestions.of(frank.id))
  const says = async (said: SaidOfRole, asker?: Asker) => {
    const [claim] = await claims()
    if (claim === undefined) throw new Error('nothing was claimed')
    return answerRoleQuestion(office, asker ?? (await here()), { question: claim }, said)
  }
  /** What is known of Frank, in few words. */
  const known = () =>
    office.uow.read(everything, async ({ roles, news, openQuestions }) => ({
      roles: (await roles.of(frank.id))
        .map(
          ({ title, company, untilOn }) =>
            `${title} at ${company}${untilOn === null ? '' : `, to ${untilOn}`}`,
        )
        .sort(),
      news: (await news.of(frank.id)).map(({ kind }) => kind),
      asked: (await openQuestions.open(frank.id)).map(({ text }) => text),
    }))
  /** Whoever stands in Frank's place by what a source said. */
  const someone = async () => {
    const [claim] = await claims()
    const id = claim?.recorded?.someoneId ?? null
    return id === null ? null : office.uow.read(everything, ({ people }) => people.get(id))
  }
  const hears = async (said: Said): Promise<Heard> => done(await tells(said))
  return { office, frank, here, tells, hears, claims, says, known, someone }
}
