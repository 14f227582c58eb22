import { type Audience, maySee } from '../../domain/audience.js'
import type { Entry } from '../../domain/nudge-policy.js'
import type { Person } from '../../domain/person.js'
import { type Question, questionFor } from '../../domain/question.js'
import type { NudgeDraft } from '../ports/posts.js'
import type { KeepingStores, NewId } from '../ports.js'

/** The nudges of a post, each with its question, for those who will read it. */
export const drafts = async (
  { newId, questions }: { readonly newId: NewId; readonly questions: readonly Question[] },
  { notes, nudges, openQuestions, journal }: KeepingStores,
  entries: readonly Entry[],
  audience: Audience,
): Promise<NudgeDraft[]> => {
  const plannedSeq = await journal.length()
  const made: NudgeDraft[] = []
  for (const { facts, reasons, times } of entries) {
    // One question is not read twice in one post.
    const fresh = questions.filter(({ id }) => !made.some((draft) => draft.questionId === id))
    // Whatever the team wants to ask comes before the bank, which keeps its question for another time.
    const open = (await openQuestions.open(facts.person.id)).some((question) => maySee(audience, question))
    const question = open ? null : await fromBank({ notes, nudges }, fresh, facts.person, audience)
    made.push({
      id: newId(),
      personId: facts.person.id,
      reasons,
      times,
      questionId: question?.id ?? null,
      plannedSeq,
    })
  }
  return made
}

/** Earlier nudges at which it is looked what was asked. */
const askedLately = 12

/** Picked by what is known and was asked where it will be read: a choice may tell nothing of what is not. */
const fromBank = async (
  { notes, nudges }: Pick<KeepingStores, 'notes' | 'nudges'>,
  bank: readonly Question[],
  { id, name }: Person,
  readers: Audience,
): Promise<Question | null> => {
  const recent = await nudges.of(id, askedLately, readers)
  const asked = recent.flatMap(({ questionId }) => questionId ?? [])
  return questionFor(bank, name, await notes.facetsOf(id, readers), asked)
}
