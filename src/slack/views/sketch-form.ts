import type { ModalView } from '@slack/types'
import type { Persona } from '../../domain/persona.js'
import { fieldIds, formIds } from '../action-ids.js'
import type { ViewContext } from './context.js'
import { named, say } from './copy.js'
import { form, textInput, words } from './form-inputs.js'
import { seenWiderLine } from './seen-wider.js'

/** A claim, new or in other words. */
export const claimForm = (
  { name, home }: Persona,
  { initial, isNew }: { readonly initial: string; readonly isNew: boolean },
  metadata: string,
  ctx: ViewContext,
): ModalView => {
  const wider = seenWiderLine(ctx, home)
  return form({
    id: formIds.claim,
    title: isNew ? 'Add a claim' : 'Reword a claim',
    submit: 'Save',
    metadata,
    blocks: [
      words(
        say`What do we believe of ${named(name)}?`,
        ...(isNew ? [] : [say`In other words it is another claim: what was found so far is about this one.`]),
        ...(wider === null ? [] : [wider]),
      ),
      textInput(fieldIds.text, 'In a short sentence', { initial, multiline: true }),
    ],
  })
}
