import type { KnownBlock, ModalView } from '@slack/types'

/** A message to show: `text` is complete by itself, since screen readers read it and skip the blocks. */
export type Reply = {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
  /** Whose words stand in it without their name: it is taken away with them when they are forgotten. */
  readonly about?: readonly string[]
}

/** What a handler wants to happen in Slack. */
export type Answer =
  /** Seen by the one who asked. `threadTs`: the thread of the message that was reacted to, which no event names. */
  | { readonly kind: 'reply'; readonly reply: Reply; readonly threadTs?: string; readonly why?: WhyNotDone }
  /** In place of the message that was pressed; a nudge in a channel is not replaced but answered beside. */
  | { readonly kind: 'replace'; readonly reply: Reply }
  | { readonly kind: 'modal'; readonly view: ModalView }
  /** A form that is not right yet: by block id, what is wrong. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** `isRepeat`: it was carried out before, by the same delivery. */
  | { readonly kind: 'nothing'; readonly isRepeat?: true }

/** Why what was asked for was not done: it is refused, or something is to be picked first. For counting alone. */
export type WhyNotDone = 'refused' | 'asked'

/** How a step of a workflow ended. `told`: what whoever ran it gets to see of what was done in their name, and where. */
export type StepEnd =
  | {
      readonly kind: 'done'
      readonly outputs: Readonly<Record<string, string>>
      readonly told: Told | null
    }
  | { readonly kind: 'failed'; readonly why: string }
type Told = { readonly reply: Reply; readonly channelId: string | null }

export const reply = (message: Reply): Answer => ({ kind: 'reply', reply: message })
export const refusal = (message: Reply): Answer => ({ kind: 'reply', reply: message, why: 'refused' })
export const question = (message: Reply): Answer => ({ kind: 'reply', reply: message, why: 'asked' })
export const replace = (message: Reply): Answer => ({ kind: 'replace', reply: message })
export const modal = (view: ModalView): Answer => ({ kind: 'modal', view })
export const nothing: Answer = { kind: 'nothing' }
export const doneBefore: Answer = { kind: 'nothing', isRepeat: true }
export const isRepeat = (answer: Answer): boolean => answer.kind === 'nothing' && answer.isRepeat === true
export const stepDone = (outputs: Readonly<Record<string, string>>, told: Told | null = null): StepEnd => ({
  kind: 'done',
  outputs,
  told,
})
export const stepFailed = (why: string): StepEnd => ({ kind: 'failed', why })
