import { type InteractionKind, interactionKinds } from './interaction.js'

export const reactionMeanings = [...interactionKinds, 'heard', 'note'] as const
/** What an emoji on a message says happened. */
export type ReactionMeaning = InteractionKind | 'heard' | 'note'
