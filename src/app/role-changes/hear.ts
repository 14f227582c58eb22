import type { RoleSaid } from '../../domain/role-change/role-change.js'
import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import { employerOf, isSameCompany } from '../../domain/role-change/sameness.js'
import type { Sighting } from '../../domain/role-change/sighting.js'
import type { ActingStores, NewId } from '../ports.js'
import type { Heard, Hearing, Verdict } from './hearing.js'
import { type Recording, recordChange } from './record-change.js'
import { weighed } from './weigh.js'

export type HearPorts = { readonly newId: NewId }

/**
 * One word of a source, heard inside an act: what it said is kept, and what comes of it is recorded as news or becomes a
 * question to the team. The person must be one that the stores may see.
 */
export const hear = async (stores: ActingStores, ports: HearPorts, hearing: Hearing): Promise<Heard> => {
  const { verdict, last } = await weighed(stores, hearing)
  if (verdict.kind === 'older') return { verdict, newsId: null, questionId: null }
  await stores.places.know(hearing.home, hearing.zoneGiven ?? null)
  await keepSighting(stores, ports, hearing, last, verdict)
  const isNews = verdict.kind === 'change' || verdict.kind === 'ask'
  // The source says something newer: what it asked before is no question any more.
  if (isNews || verdict.kind === 'known-already')
    for (const open of await stores.roleQuestions.open(hearing.personId))
      if (open.source === hearing.source) await settle(stores, open, 'superseded', hearing)
  if (!isNews) return { verdict, newsId: null, questionId: null }
  const question = claimOf(ports.newId(), hearing, verdict)
  if (verdict.kind === 'ask') {
    await stores.roleQuestions.add(question)
    return { verdict, newsId: null, questionId: question.id }
  }
  const recorded = await recordChange(stores, ports, recordingOf(question, hearing))
  const answered = { as: 'recorded', by: hearing.by, at: hearing.at } as const
  await stores.roleQuestions.add({ ...question, answered, recorded })
  return { verdict, newsId: recorded.newsId, questionId: null }
}

/**
 * The first words of a source about people who are introduced in this act, where it is known already. They are kept to be
 * compared with, and are no news.
 */
export const hearFirst = (
  { sightings }: ActingStores,
  { newId }: HearPorts,
  hearings: readonly Hearing[],
): Promise<void> =>
  sightings.add(
    ...hearings.map((hearing) => sightingOf(newId(), hearing, saidNow(hearing, null, { kind: 'baseline' }))),
  )

const sightingOf = (
  id: string,
  { personId, home, by, at, source, key, observedAt }: Hearing,
  said: RoleSaid,
): Sighting => ({ id, personId, home, by, at, source, key, observedAt, ...said })

const claimOf = (
  id: string,
  hearing: Hearing,
  verdict: Extract<Verdict, { kind: 'change' | 'ask' }>,
): RoleQuestion => {
  const { personId, home, by, at, source, observedAt, words, successor = null } = hearing
  const said = { source, observedAt, words, change: verdict.change, successor }
  const why = verdict.kind === 'ask' ? verdict.why : 'certain'
  return { id, personId, home, by, at, ...said, why, answered: null, recorded: null }
}

const recordingOf = (
  { personId, home, change, successor, observedAt }: RoleQuestion,
  hearing: Hearing,
): Recording => {
  const { by, at, today, source } = hearing
  return { personId, home, by, at, today, change, successor, observedAt, source, beside: false }
}

const keepSighting = async (
  { sightings }: ActingStores,
  { newId }: HearPorts,
  hearing: Hearing,
  last: Sighting | null,
  verdict: Verdict,
): Promise<void> => {
  const { by, at, key, observedAt } = hearing
  const said = saidNow(hearing, last, verdict)
  const isNew = last === null || last.key !== key
  if (isNew) await sightings.add(sightingOf(newId(), hearing, said))
  // Files are read in the order of their days, and most say the same again; a late signal must be known to be late.
  else if (
    said.title !== last.title ||
    said.company !== last.company ||
    (hearing.baseline === 'known' && observedAt > last.observedAt)
  )
    await sightings.change(last.id, { ...said, observedAt, at, by })
}

/** What was not said stays as it was, and an emptied cell says nothing; but a title is held at its company alone. */
const saidNow = ({ title, company, left }: Hearing, last: Sighting | null, verdict: Verdict): RoleSaid => {
  const before = last ?? { title: '', company: '' }
  if (left) {
    const was = 'change' in verdict ? verdict.change.was : null
    return { title: was?.title ?? before.title, company: was?.company ?? before.company }
  }
  const there = employerOf(company ?? '', '') || before.company
  const moved = before.company !== '' && !isSameCompany(there, before.company)
  return { title: title?.trim() || (moved ? '' : before.title), company: there }
}

/** A question that no teammate answered, and that is none any more. */
const settle = async (
  { roleQuestions }: ActingStores,
  question: RoleQuestion,
  as: 'known' | 'superseded',
  { by, at }: Pick<Hearing, 'by' | 'at'>,
): Promise<void> => roleQuestions.change(question.id, { answered: { as, by, at } })
