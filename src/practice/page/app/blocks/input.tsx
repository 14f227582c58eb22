import { useContext } from 'preact/hooks'
import type { Json } from '../../wire.js'
import { objectAt, textAt } from '../text/json.js'
import { ActingContext } from './acting.js'
import { Element } from './elements/element.js'

const groups = /^(checkboxes|radio_buttons|multi_)/

/** A field of a form, with its label, hint and what is wrong with it. */
export function Input({ block }: { block: Json }) {
  const acting = useContext(ActingContext)
  const element = objectAt(block, 'element')
  if (!element) return null
  const blockId = textAt(block, 'block_id')
  const error = acting?.errors?.[blockId]
  const hint = textAt(objectAt(block, 'hint'), 'text')
  const label = (
    <>
      <span dir="auto">{textAt(objectAt(block, 'label'), 'text')}</span>
      {block.optional === true && <span class="optional"> (optional)</span>}
    </>
  )
  const body = (
    <>
      <Element block={block} element={element} />
      {error && (
        <p class="field-error" id={`error-${blockId}`}>
          {error}
        </p>
      )}
      {hint && <p class="field-hint">{hint}</p>}
    </>
  )
  return groups.test(String(element.type)) ? (
    <fieldset class="block-input">
      <legend>{label}</legend>
      {body}
    </fieldset>
  ) : (
    <div class="block-input">
      <label for={`field-${blockId}`}>{label}</label>
      {body}
    </div>
  )
}
