import type { Json, Scene } from '../../../wire.js'
import { objectAt, objectsAt, textAt } from '../../text/json.js'

export interface Choice {
  value: string
  text: string
}
export interface ChoiceGroup {
  label: string
  choices: Choice[]
}

export const choiceOf = (option: Json): Choice => ({
  value: textAt(option, 'value'),
  text: textAt(objectAt(option, 'text'), 'text'),
})

/** What a select offers: its own options, or the people or places that this user knows of. */
export function choiceGroups(element: Json, scene: Scene): ChoiceGroup[] {
  const type = String(element.type)
  const alone = (choices: Choice[]) => [{ label: '', choices }]
  if (type.endsWith('users_select'))
    return alone(
      scene.people
        .filter(({ standing }) => standing !== 'bot')
        .map(({ id, name }) => ({ value: id, text: name })),
    )
  if (type.endsWith('conversations_select') || type.endsWith('channels_select')) {
    const places = scene.places.filter(({ kind }) => !type.endsWith('channels_select') || kind === 'public')
    return alone(
      places.map(({ id, name, kind }) => ({
        value: id,
        text: kind === 'dm' || kind === 'group' ? name : `#${name}`,
      })),
    )
  }
  const groups = objectsAt(element, 'option_groups')
  if (groups.length === 0) return alone(objectsAt(element, 'options').map(choiceOf))
  return groups.map((group) => ({
    label: textAt(objectAt(group, 'label'), 'text'),
    choices: objectsAt(group, 'options').map(choiceOf),
  }))
}

/** The values that an element holds now, from its state. */
export function heldValues(held: Json): string[] {
  const { type: _, ...rest } = held
  return Object.values(rest).flatMap((value) => (Array.isArray(value) ? value : [value]).flatMap(idsIn))
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  const own = textAt(value, 'value')
  return own ? [own] : []
}
