import type { Home } from '../../domain/audience.js'
import { meanwhile } from '../../domain/meanwhile.js'
import {
  fromDay,
  type SettingChange,
  type Settings,
  settingsChanged,
  settingsOf,
  wrongSetting,
} from '../../domain/settings.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker, AskerPorts } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { announceSettings } from './announce.js'
import { settable } from './settable.js'

export type SettingsChanged = {
  readonly home: Home
  readonly changes: readonly SettingChange[]
  /** Whether the bot can tell the channel; a DM needs no telling. */
  readonly botIsIn: boolean
}

/**
 * `settings`: how a place is nudged. `seen` is what the form was filled with, null when that is not known any more:
 * what somebody else set since is kept, and refused to be written over unseen.
 */
export const changeSettings = async (
  ports: ActPorts & AskerPorts,
  asker: Asker,
  home: Home,
  seen: Settings | null,
  wished: Settings,
): Promise<Outcome<SettingsChanged>> => {
  const may = await settable(ports, asker, home)
  if (!may.ok) return may
  const { botIsIn } = may.value
  // The act belongs to the place that is set, wherever the form was opened.
  const there: Asker = { ...asker, place: { ...asker.place, home } }
  return act(ports, there, 'settings', null, async (stores) => {
    const before = await stores.places.know(home, asker.zoneGiven)
    const ahead = (settings: Settings): Settings => fromDay(settingsOf(settings), asker.today)
    const now = ahead(before)
    const { next, both } = meanwhile(seen === null ? null : ahead(seen), ahead(wished), now)
    // Two changes that fit each by itself may not fit together: a digest outside the new working hours.
    if (both.length > 0 || wrongSetting(next) !== null) return rejected({ reason: 'set-meanwhile' })
    const changes = settingsChanged(now, next)
    if (changes.length === 0) return rejected({ reason: 'nothing-changed' })
    const zone = next.zone === before.zone ? {} : { zoneUntold: false }
    await stores.places.set(home, { ...next, ...zone, zoneSet: true })
    const after = { ...before, ...next }
    if (botIsIn) await announceSettings(stores, there, { ...before, ...now }, after)
    return ok({ home, changes, botIsIn })
  })
}
