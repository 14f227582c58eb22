import { textAt } from '../../text/json.js'
import { PlainText, textOf } from '../../text/text-object.js'
import { type ElementProps, useElement } from '../acting.js'

export function Button(props: ElementProps) {
  const { press, isBusy } = useElement(props)
  const { element } = props
  const url = textAt(element, 'url')
  const go = () => {
    // Not `disabled`: that would take the focus away, which comes back here from a form.
    if (isBusy) return
    if (url) window.open(url, '_blank', 'noreferrer')
    void press()
  }
  return (
    <button
      type="button"
      class={`block-button ${textAt(element, 'style')}`}
      aria-label={textAt(element, 'accessibility_label') || undefined}
      aria-busy={isBusy}
      onClick={go}
    >
      <PlainText text={textOf(element.text)} />
    </button>
  )
}
