// Loaded into a program before it starts (node --import): at SIGUSR2 it lets go of everything that nobody needs and says
// on standard error how much is left, in bytes.
import { writeSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
// Machine code that the engine makes of what is done often lies on the heap as well, and comes and goes as it likes.
for (const compiler of ['opt', 'maglev', 'sparkplug']) setFlagsFromString(`--no-${compiler}`)
const collect = runInNewContext('gc')
let times = 0

process.on('SIGUSR2', async () => {
  // What one collection frees may let another free more.
  for (let round = 0; round < 4; round++) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
  times += 1
  const { heapUsed, external, rss } = process.memoryUsage()
  writeSync(2, `memory ${times}: ${JSON.stringify({ heapUsed, external, rss })}\n`)
})
