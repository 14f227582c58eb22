import { daysBetween, type Instant, localDateOf } from '../../domain/local-time.js'
import type { WeekNotice } from '../../domain/nudge.js'
import type { AskerPorts } from '../asker.js'
import { maySpeakIn } from '../nudges/speakable.js'
import type { PlaceSettings } from '../ports.js'
import { type WeekHeard, weekHeard } from './week-heard.js'

/** After so many days nobody wants to hear of a week. */
const staleDays = 7

/** What a week says when it is sent. Null: it was switched off meanwhile, is long over, or has nothing left to say. */
export const weekNow = async (
  ports: AskerPorts,
  workspaceId: string,
  week: WeekNotice,
  place: PlaceSettings,
  now: Instant,
): Promise<WeekHeard | null> => {
  const late = daysBetween(week.closesOn, localDateOf(now, place.zone))
  if (!place.week || late >= staleDays) return null
  return (await weekHeard(ports, workspaceId, week, place, now))?.heard ?? null
}

/** What a week that was told says by now, as of when it was told. Null: nobody may read it there any more. */
export const weekAnew = async (
  ports: AskerPorts,
  workspaceId: string,
  week: WeekNotice,
  place: PlaceSettings,
  toldAt: Instant,
): Promise<WeekHeard | null> => {
  if (!(await maySpeakIn(place.home, (id) => ports.directory.freshChannel(id)))) return null
  return (await weekHeard(ports, workspaceId, week, place, toldAt))?.heard ?? null
}
