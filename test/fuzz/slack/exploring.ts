import { placedElements } from '../../../src/practice/blocks/walk.js'
import { type Json, objectsAt, textAt } from '../../../src/practice/json.js'
import type { SeenMessage } from '../../../src/practice/sight/seen.js'
import type { View } from '../../../src/practice/world/view.js'
import { sample } from '../../support/importing.js'
import type { Team } from '../../support/team.js'

type Run = Awaited<ReturnType<ReturnType<Team['slack']['as']>['press']>>
type Surface = SeenMessage | View
type Given = Parameters<ReturnType<Team['slack']['as']>['choose']>[2]

/** So often is each button pressed, wherever it stands. */
const mostTries = 4

/** Presses, chooses and fills in whatever the bot shows somebody, each kind of thing a few times. */
export class Explorer {
  readonly #team: Team
  readonly #userId: string
  readonly #done = new Map<string, number>()

  constructor(team: Team, userId: string) {
    this.#team = team
    this.#userId = userId
  }

  get #actor() {
    return this.#team.slack.as(this.#userId)
  }

  /** Everything that can be pressed on a message, and on what comes of it. */
  async onMessage(message: SeenMessage): Promise<void> {
    for (const { element, block } of placedElements(message.blocks))
      for (const answer of await this.#tries(message, element, textAt(block, 'block_id') ?? ''))
        await this.onMessage(answer)
  }

  /** Everything in the forms that are open, the top one first; then they are handed in, or closed. */
  async onModals(): Promise<void> {
    for (let depth = 0; depth < 8; depth++) {
      const view = this.#actor.modal
      if (view === undefined) return
      await this.#inView(view)
      const again = this.#actor.modal
      if (again === undefined) return
      const isDone = await this.#handsIn(again)
      if (!isDone && this.#actor.modal !== undefined) await this.#actor.close(this.#actor.modal)
    }
  }

  async inHome(): Promise<void> {
    await this.#actor.openHome()
    await this.#team.slack.idle()
    const home = this.#actor.home
    if (home === undefined) return
    for (const { element, block } of placedElements(home.blocks)) {
      await this.#tries(home, element, textAt(block, 'block_id') ?? '')
      await this.onModals()
    }
  }

  async #inView(view: View): Promise<void> {
    for (const { element, block } of placedElements(view.blocks))
      if (block.type !== 'input' || String(element.type).includes('external'))
        await this.#tries(view, element, textAt(block, 'block_id') ?? '')
  }

  /** Presses or chooses once; answers what the bot says to it. */
  async #tries(surface: Surface, element: Json, blockId: string): Promise<readonly SeenMessage[]> {
    const which = textAt(element, 'action_id') ?? ''
    const times = this.#done.get(which) ?? 0
    if (times >= mostTries) return []
    this.#done.set(which, times + 1)
    const run = await this.#presses(surface, which, element, blockId).catch(() => undefined)
    await this.#team.slack.idle()
    if ('ts' in surface) await this.onModals()
    return run?.answers ?? []
  }

  /** Rejects where it is gone by now, or nothing that this user can do. */
  async #presses(surface: Surface, which: string, element: Json, blockId: string): Promise<Run | undefined> {
    if (String(element.type).includes('external')) {
      const [first] = await this.#actor.suggest(surface, `${blockId}/${which}`, 'fra')
      return 'ts' in surface && first !== undefined ? this.#actor.choose(surface, which, first) : undefined
    }
    const value = textAt(element, 'value')
    return element.type === 'button'
      ? this.#actor.press(surface, which, { nth: 0, ...(value === undefined ? {} : { value }) })
      : this.#actor.choose(surface, which, given(this.#team, element), { nth: 0 })
  }

  async #handsIn(view: View): Promise<boolean> {
    const values: Record<string, Given> = {}
    for (const { element, block } of placedElements(view.blocks)) {
      const name = textAt(block, 'block_id') ?? ''
      if (block.type !== 'input' || (block.optional === true && name.length % 2 === 0)) continue
      if (String(element.type).includes('external')) {
        const [first] = await this.#actor.suggest(view, name, 'fra').catch(() => [])
        if (first !== undefined) values[name] = String(element.type).startsWith('multi') ? [first] : first
      } else if (element.type === 'file_input')
        values[name] = [this.#actor.bring('Connections.csv', sample('linkedin-connections.csv'))]
      else values[name] = given(this.#team, element)
    }
    try {
      const run = await this.#actor.submit(view, values)
      await this.#team.slack.idle()
      return Object.keys(run.errors).length === 0
    } catch {
      return false
    }
  }
}

/** Something that fits an element. */
const given = ({ ben, customers }: Team, element: Json): Given => {
  const type = String(element.type)
  const [option] = objectsAt(element, 'options')
  const groups = objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  const first = textAt(option ?? groups[0] ?? {}, 'value') ?? ''
  if (type === 'multi_users_select') return [ben]
  if (type.includes('users_select')) return ben
  if (type.includes('select') && type.includes('c') && /conversations|channels/.test(type)) return customers
  if (type === 'datepicker') return '2026-11-20'
  if (type === 'checkboxes' || type.startsWith('multi')) return first === '' ? [] : [first]
  if (type === 'plain_text_input') return textAt(element, 'initial_value') ?? 'Frank said so'
  return first
}
