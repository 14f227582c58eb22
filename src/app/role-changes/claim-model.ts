import type { LocalDate } from '../../domain/local-time.js'
import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import type { Stores } from '../ports.js'

/** Who said something of a role, and when they knew it. */
export type SaidBy = Pick<RoleQuestion, 'source'> & {
  /** Of the claim, by which it can be said not to be so. */
  readonly questionId: string
  readonly observedOn: LocalDate
}
/** A change of role that a teammate is to decide about: what was, what is, who said so and when. */
export type ClaimModel = SaidBy & Pick<RoleQuestion, 'change' | 'why' | 'words'>

export const saidBy = ({ id, source, observedAt }: RoleQuestion): SaidBy => ({
  questionId: id,
  source,
  observedOn: observedAt.slice(0, 10),
})

export const claimModel = (question: RoleQuestion): ClaimModel => {
  const { change, why, words } = question
  return { ...saidBy(question), change, why, words }
}

/** Who said what became this news; null where a teammate typed it. */
export const sourceOfNews = async (
  { roleQuestions }: Stores,
  news: { readonly id: string; readonly personId: string },
): Promise<SaidBy | null> => {
  const claims = await roleQuestions.of(news.personId)
  const claim = claims.find(({ recorded }) => recorded?.newsId === news.id)
  return claim === undefined ? null : saidBy(claim)
}
