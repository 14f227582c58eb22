import { render } from 'preact'
import { App } from './app.js'
import { Live, LiveContext } from './live/live.js'
import './style/colours.css'
import './style/page.css'
import './style/channel.css'
import './style/sidebar.css'
import './style/messages.css'
import './style/picking.css'
import './style/blocks.css'
import './style/fields.css'
import './style/composer.css'
import './style/desk.css'
import './style/overlay.css'
import './style/narrow.css'

const live = new Live()
live.start()

const root = document.getElementById('app')
if (root) {
  render(
    <LiveContext.Provider value={live}>
      <App />
    </LiveContext.Provider>,
    root,
  )
}
