import type { Json } from '../../wire.js'
import { objectAt, objectsAt, textAt } from '../text/json.js'
import { parseMarkdown } from '../text/markdown.js'
import { PlainText, TextObject, textOf } from '../text/text-object.js'
import { Pieces } from '../text/written.js'
import { Element } from './elements/element.js'
import { Input } from './input.js'
import { Picture } from './picture.js'
import { RichText } from './rich-text.js'

/** Blocks as Slack shows them. */
export function Blocks({ of }: { of: readonly Json[] }) {
  return (
    <div class="blocks">
      {of.map((block, index) => (
        <Block key={textAt(block, 'block_id') || index} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: Json }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />
    case 'header':
      return (
        <h2 class="block-header">
          <PlainText text={textOf(block.text)} />
        </h2>
      )
    case 'divider':
      return <hr class="block-divider" />
    case 'context':
      return (
        <div class="block-context">
          {objectsAt(block, 'elements').map((element, index) =>
            element.type === 'image' ? (
              <Picture key={index} of={element} isSmall />
            ) : (
              <TextObject key={index} of={element} />
            ),
          )}
        </div>
      )
    case 'actions':
      return (
        <div class="block-actions">
          {objectsAt(block, 'elements').map((element) => (
            <Element key={textAt(element, 'action_id')} block={block} element={element} />
          ))}
        </div>
      )
    case 'input':
      return <Input block={block} />
    case 'image':
      return <Picture of={block} />
    case 'markdown':
      return <Pieces of={parseMarkdown(textAt(block, 'text'))} />
    case 'rich_text':
      return <RichText of={block} />
    default:
      return <p class="block-unknown">A block of the kind “{String(block.type)}” is not drawn here.</p>
  }
}

function Section({ block }: { block: Json }) {
  const text = objectAt(block, 'text')
  const fields = objectsAt(block, 'fields')
  const accessory = objectAt(block, 'accessory')
  return (
    <div class={`block-section${accessory ? ' has-accessory' : ''}`}>
      <div class="section-words">
        {text && <TextObject of={text} />}
        {fields.length > 0 && (
          <div class="section-fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory &&
        (accessory.type === 'image' ? (
          <Picture of={accessory} />
        ) : (
          <div class="section-accessory">
            <Element block={block} element={accessory} />
          </div>
        ))}
    </div>
  )
}
