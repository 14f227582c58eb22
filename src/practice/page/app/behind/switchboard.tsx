import type { Switches } from '../../wire.js'
import { useLive, useScene } from '../live/live.js'

const switches: readonly { which: keyof Switches; label: string; look: string }[] = [
  {
    which: 'isDown',
    label: 'Slack is down',
    look: 'Nothing gets through. Nudges that fall due meanwhile come within a minute or so of its return.',
  },
  {
    which: 'losesNext',
    label: 'Lose the answer to the next post',
    look: 'The post is there, and the bot is never told. It must look before it posts again.',
  },
  {
    which: 'limitsNext',
    label: 'Refuse the next post with “too many requests”',
    look: 'The bot must wait as long as it is told to (429).',
  },
]

/** Faults on request, and the bot's own process. */
export function Switchboard() {
  const live = useLive()
  const scene = useScene()
  const { bot } = scene
  return (
    <div class="switchboard">
      {switches.map(({ which, label, look }) => {
        const isOn = scene.switches[which]
        return (
          <div key={which} class="switch-row">
            <button
              type="button"
              role="switch"
              aria-checked={isOn}
              class="switch"
              onClick={() => void live.act({ do: 'switch', which, on: !isOn })}
            >
              <span class="switch-knob" aria-hidden="true" />
              {label}
            </button>
            <p class="quiet">{look}</p>
          </div>
        )
      })}
      {bot.isOurs && (
        <div class="switch-row">
          <div class="bot-buttons">
            <button
              type="button"
              class="block-button"
              onClick={() => void live.act({ do: 'bot', what: 'restart' })}
            >
              Restart the bot
            </button>
            <button
              type="button"
              class="block-button danger"
              disabled={bot.standing === 'stopped'}
              onClick={() => void live.act({ do: 'bot', what: 'crash' })}
            >
              Make it crash
            </button>
          </div>
          <p class="quiet">Its memory is on the disk: it goes on where it was.</p>
        </div>
      )}
    </div>
  )
}
