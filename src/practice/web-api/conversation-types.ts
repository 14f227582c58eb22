import { type ChannelKind, scopeFor } from '../world/channel.js'
import type { MethodCall } from './method.js'
import { refuse } from './refusal.js'

const kinds: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  mpim: 'mpim',
  im: 'im',
}

/** What `types` asks for (public channels when it says nothing); each kind needs its own scope. */
export function wantedKinds(call: MethodCall): ChannelKind[] {
  const types = call.args.list('types')
  const wanted = (types.length ? types : ['public_channel']).map(
    (type) => kinds[type] ?? refuse('invalid_types'),
  )
  for (const kind of wanted) call.needScope(scopeFor(kind, 'read'))
  return wanted
}
