import type { Rhythm } from '../../domain/cadence.js'
import type { Closing, CommitmentKind } from '../../domain/commitment.js'
import type { InteractionKind } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Nudge, Reason } from '../../domain/nudge.js'
import { stands } from '../../domain/nudge-policy.js'
import { readOccasion } from '../../domain/reasons/occasion.js'
import { roleText } from '../../domain/role.js'
import type { Stores } from '../ports.js'
import { type ClaimModel, claimModel, type SaidBy, sourceOfNews } from '../role-changes/claim-model.js'

/** One reason why now, with what may be told of it. */
export type WhyModel =
  /** `last` is null where nobody has spoken with them, as far as may be told here. */
  | { readonly kind: 'quiet'; readonly last: ContactModel | null; readonly rhythm: Rhythm }
  | {
      readonly kind: 'new-role'
      readonly role: string
      readonly before: string
      readonly sinceOn: LocalDate | null
      /** Null where a teammate typed it. */
      readonly said: SaidBy | null
    }
  | { readonly kind: 'left'; readonly role: string; readonly on: LocalDate; readonly said: SaidBy | null }
  /** A source claims it, and a teammate is to say whether it is so. */
  | { readonly kind: 'role-question'; readonly claim: ClaimModel }
  /** `by` is who promised, or who wrote a step down. */
  | {
      readonly kind: CommitmentKind
      readonly text: string
      readonly by: string
      readonly dueOn: LocalDate
    }
  | { readonly kind: 'date' | 'trigger'; readonly text: string; readonly on: LocalDate }
export type ContactModel = { readonly kind: InteractionKind; readonly on: LocalDate; readonly by: string }
export type ClosedModel = { readonly kind: CommitmentKind } & Closing

/**
 * Read through the stores of those who will see it: what they may not see, or what is past, is left out. `said`: the reasons
 * of which something is told.
 */
export const whyModels = async (
  stores: Stores,
  { reasons }: Pick<Nudge, 'reasons'>,
  rhythm: Rhythm,
  last: ContactModel | null,
): Promise<{ readonly why: readonly WhyModel[]; readonly said: readonly Reason[] }> => {
  const why: WhyModel[] = []
  const said: Reason[] = []
  for (const reason of reasons) {
    const model =
      reason.kind === 'quiet'
        ? { kind: reason.kind, last: last === null ? null : contactModel(last), rhythm }
        : reason.kind === 'role-question'
          ? await askedModel(stores, reason)
          : ((await dayModel(stores, reason)) ?? (await newsModel(stores, reason)))
    if (model === null) continue
    why.push(model)
    said.push(reason)
  }
  return { why, said }
}

export const contactModel = ({ kind, on, by }: ContactModel): ContactModel => ({ kind, on, by })

const dayModel = async ({ commitments, keyDates }: Stores, reason: Reason): Promise<WhyModel | null> => {
  const raised = readOccasion(reason.occasion)
  if (raised === null) return null
  if (reason.kind === 'date' || reason.kind === 'trigger') {
    const date = await keyDates.get(raised.id)
    if (date === null || !stands(reason, { commitments: [], dates: [date] })) return null
    return { kind: reason.kind, text: date.text, on: raised.on }
  }
  const commitment = await commitments.get(raised.id)
  if (commitment === null || commitment.closed !== null) return null
  if (!stands(reason, { commitments: [commitment], dates: [] })) return null
  const { kind, text, by } = commitment
  return { kind, text, by, dueOn: raised.on }
}

const askedModel = async ({ roleQuestions }: Stores, { occasion }: Reason): Promise<WhyModel | null> => {
  const question = await roleQuestions.get(occasion)
  return question === null || question.answered !== null
    ? null
    : { kind: 'role-question', claim: claimModel(question) }
}

const newsModel = async (stores: Stores, reason: Reason): Promise<WhyModel | null> => {
  const { news, roles } = stores
  const piece = await news.get(reason.occasion)
  const role = piece === null ? null : await roles.get(piece.roleId)
  if (piece === null || role === null) return null
  const said = await sourceOfNews(stores, piece)
  if (piece.kind === 'left') return { kind: 'left', role: roleText(role), on: piece.on, said }
  const former = piece.beforeRoleId === null ? null : await roles.get(piece.beforeRoleId)
  const before = former === null ? '' : roleText(former)
  return { kind: 'new-role', role: roleText(role), before, sinceOn: role.sinceOn, said }
}

/** Who closed what the nudge was about, if it is that which ended it. */
export const closedModel = async (
  { commitments }: Stores,
  { reasons }: Nudge,
): Promise<ClosedModel | null> => {
  for (const { kind, occasion } of reasons) {
    if (kind !== 'promise' && kind !== 'step') continue
    const commitment = await commitments.get(readOccasion(occasion)?.id ?? '')
    if (commitment?.closed != null) return { kind, ...commitment.closed }
  }
  return null
}
