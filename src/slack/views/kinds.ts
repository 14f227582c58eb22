import type { InteractionKind } from '../../domain/interaction.js'

/** What a teammate did: "Ana met Frank Ortiz". Each takes the person right behind it. */
export const didWith: Record<InteractionKind, string> = {
  met: 'met',
  called: 'called',
  emailed: 'emailed',
  messaged: 'messaged',
}

/** How it happened, as a choice in a form. */
export const howLabels: Record<InteractionKind, string> = {
  called: 'Called',
  met: 'Met in person',
  emailed: 'Emailed',
  messaged: 'Messaged',
}
