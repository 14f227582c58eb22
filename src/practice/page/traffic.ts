import type { Stage } from './stage.js'
import type { ShownTraffic } from './wire.js'

/** More than this at once is not read. */
const most = 300

/** What went over the wire after a number, newest last; what set the scene is left out. */
export function trafficAfter({ slack, equipment }: Stage, after: number): ShownTraffic[] {
  const from = Math.max(Number.isFinite(after) ? after : 0, equipment.trafficFrom ?? 0)
  return slack.traffic.slice(from).slice(-most)
}
