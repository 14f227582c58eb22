import type { Json } from '../json.js'
import { maySee, type SeenMessage, seenBy } from '../sight/seen.js'
import type { Channel } from '../world/channel.js'
import type { User } from '../world/user.js'
import type { View } from '../world/view.js'
import type { Given } from './choice.js'
import { command } from './command.js'
import { close, submit } from './modal.js'
import type { ActorParts } from './parts.js'
import { choose, press } from './press.js'
import type { Run } from './run.js'
import { bring, type FileContent, share } from './share.js'
import { shortcut } from './shortcut.js'
import { runStep, type StepRun } from './step.js'
import { suggest } from './suggest.js'
import { blocksOf, current, type Narrowing, type Surface, stateKey } from './surface.js'
import { type Deed, deed, ownMessage, reactable, type Said, type SayOptions, say } from './talk.js'
import { typedText } from './typed-text.js'

/**
 * Somebody's hands and eyes. Whatever reaches the bot resolves when the bot has acknowledged it (or Slack gave up);
 * what the bot shows because of it is awaited on the returned `Run` or `Deed`. Doing what Slack's own client would not
 * let this user do (writing where they are not, pressing what is not there) throws.
 */
export class Actor {
  readonly user: User
  readonly #parts: ActorParts

  constructor(parts: ActorParts, user: User) {
    if (user.deleted) throw new Error(`${user.name} is deactivated and can do nothing`)
    this.#parts = parts
    this.user = user
  }

  /**
   * Types a slash command in a place: `/person met frank`, or without the slash for the app's first command.
   * Mentions may be typed as @handle or <@U..>; `raw` passes the text on untouched.
   */
  async command(channelId: string, line: string, options: { raw?: boolean } = {}): Promise<Run> {
    return command(this.#parts, this.user, this.#place(channelId), line, options.raw ?? false)
  }

  /** Writes a message; `await (await ana.say(...)).reply()` is what the bot says next there. */
  async say(channelId: string, text: string, options: SayOptions = {}): Promise<Said> {
    return say(this.#parts, this.user, this.#parts.workspace.channel(channelId), text, options)
  }

  /** Brings a file from their disk, for `drop` and for fields of forms; answers its id. A number is a size alone. */
  bring(name: string, content: FileContent): string {
    return bring(this.#parts, this.user, name, content)
  }

  /** Drops a file into a place; a bot that listens hears of it. Throws when none does. */
  async share(channelId: string, name: string, content: FileContent, text = ''): Promise<Said> {
    return this.drop(channelId, this.bring(name, content), text)
  }

  /** The same with a file that was brought before. */
  async drop(channelId: string, id: string, text = ''): Promise<Said> {
    return share(this.#parts, this.user, this.#place(channelId), { id, text: this.#typed(text) })
  }

  /** Changes an own message. */
  async edit(channelId: string, ts: string, text: string): Promise<Deed> {
    const message = ownMessage(this.#parts, this.user, channelId, ts)
    return this.#deed(() => this.#parts.posts.edit(message, { text: this.#typed(text) }, this.user.id))
  }

  /** Deletes an own message. */
  async remove(channelId: string, ts: string): Promise<Deed> {
    const message = ownMessage(this.#parts, this.user, channelId, ts)
    return this.#deed(() => this.#parts.posts.remove(message))
  }

  /** Adds a reaction, named with or without colons; a skin tone is part of the name, as `coffee::skin-tone-3`. */
  async react(channelId: string, ts: string, emoji: string): Promise<Deed> {
    const message = reactable(this.#parts, this.user, channelId, ts)
    return this.#deed(() => this.#parts.posts.react(message, this.user.id, bareName(emoji)))
  }

  /** Takes a reaction off. */
  async unreact(channelId: string, ts: string, emoji: string): Promise<Deed> {
    const message = reactable(this.#parts, this.user, channelId, ts)
    return this.#deed(() => this.#parts.posts.unreact(message, this.user.id, bareName(emoji)))
  }

  /** Presses a button, named by its label or action_id. */
  async press(surface: Surface, which: string, narrowing: Narrowing = {}): Promise<Run> {
    return press(this.#parts, this.user, surface, which, narrowing)
  }

  /**
   * Chooses in a select, menu, picker or boxes, named by placeholder, input label or action_id. Options are given by
   * text or value, dates as YYYY-MM-DD, people and places by id, external options as `suggest` returned them.
   */
  async choose(surface: Surface, which: string, given: Given, narrowing: Narrowing = {}): Promise<Run> {
    return choose(this.#parts, this.user, surface, which, given, narrowing)
  }

  /** Types into an external select and returns the options offered. */
  async suggest(surface: Surface, which: string, query: string): Promise<Json[]> {
    return suggest(this.#parts, this.user, surface, which, query)
  }

  /** Fills in the top modal (fields named by label, block_id or action_id) and submits it. See `Run.errors`. */
  async submit(view: View, values: Record<string, Given> = {}): Promise<Run> {
    return submit(this.#parts, this.user, view, values)
  }

  /** Closes the top modal. */
  async close(view: View): Promise<Run> {
    return close(this.#parts, this.user, view)
  }

  /** Uses a shortcut: on a message when one is given, else the global one. */
  async shortcut(callbackId: string, on?: { channelId: string; ts: string }): Promise<Run> {
    return shortcut(this.#parts, this.user, callbackId, on)
  }

  /** A workflow that this user started comes to a step of the app's; see `runStep`. */
  step(callbackId: string, inputs: Json = {}): StepRun {
    return runStep(this.#parts, this.user, callbackId, inputs)
  }

  /**
   * Opens a tab of the app's Home, which Slack tells of in either case: `app_home_opened`. Resolves with the Home as it
   * is by then; see `home`.
   */
  async openHome(tab: 'home' | 'messages' = 'home'): Promise<View | undefined> {
    const { workspace, views, places, announce } = this.#parts
    if (tab === 'home' && !workspace.manifest.homeTab) throw new Error('The manifest turns the Home tab off')
    const home = tab === 'home' ? views.homeOf(this.user.id) : undefined
    announce({
      subscription: 'app_home_opened',
      scopes: [],
      event: {
        type: 'app_home_opened',
        user: this.user.id,
        channel: places.dm(this.user.id).id,
        tab,
        event_ts: workspace.clock.nextTs(),
        ...(home ? { view: views.object(home) } : {}),
      },
    })
    return home
  }

  /** The app's Home as this user has it now; undefined before the bot published one. */
  get home(): View | undefined {
    return this.#parts.views.homeOf(this.user.id)
  }

  /** This user's open modals, the top one last. */
  get modals(): readonly View[] {
    return this.#parts.views.stackOf(this.user.id)
  }

  /** The modal on top, if one is open. */
  get modal(): View | undefined {
    return this.#parts.views.stackOf(this.user.id).at(-1)
  }

  /** What the elements of a message or view hold for this user, as `state.values` carries it. */
  filledIn(surface: Surface): Json {
    const place = current(this.#parts, this.user, surface)
    return this.#parts.views.states.values(stateKey(place, this.user), blocksOf(place))
  }

  /** What this user sees in a place. */
  sees(channelId: string): SeenMessage[] {
    return seenBy(this.#parts.workspace, this.user.id, channelId)
  }

  #place(channelId: string): Channel {
    const channel = this.#parts.workspace.channel(channelId)
    if (!channel.members.has(this.user.id) || !maySee(this.user, channel)) {
      throw new Error(`${this.user.name} is not in ${channel.name} and can type nothing there`)
    }
    if (channel.archived) throw new Error(`${channel.name} is archived: nobody can type there`)
    return channel
  }

  #typed(text: string): string {
    return typedText(this.#parts.workspace, text, { withNames: false })
  }

  #deed(act: () => unknown): Deed {
    const after = this.#parts.workspace.nextNumber()
    act()
    return deed(this.#parts, this.user, after)
  }
}

function bareName(emoji: string): string {
  return emoji.replace(/^:|:$/g, '')
}
