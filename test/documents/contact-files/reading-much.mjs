/** Reads a file of many people in a process of its own, and says what it cost. */
import { pathToFileURL } from 'node:url'

const [reader, format, count] = process.argv.slice(2)
const { openContactFile } = await import(pathToFileURL(reader).href)

const head = {
  linkedin:
    'Notes:\n"Some addresses\nare missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
  vcard: '',
}[format]
const row = {
  linkedin: (n) =>
    `Frank ${n},Ortiz,https://www.linkedin.com/in/frank-${n},f${n}@acme.example,"Acme, Inc.",Head of ${n},01 Sep 2026\n`,
  vcard: (n) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:Frank ${n}\nORG:Acme;Light\nTITLE:Head of ${n}\nEMAIL:f${n}@acme.example\nEND:VCARD\n`,
}[format]

async function* file() {
  yield Buffer.from(head)
  for (let n = 0; n < Number(count); n += 100)
    yield Buffer.from(Array.from({ length: 100 }, (_, k) => row(n + k)).join(''))
}

const heap = () => {
  global.gc()
  return process.memoryUsage().heapUsed
}
let longestTurn = 0
let turned = performance.now()
const turning = setInterval(() => {
  longestTurn = Math.max(longestTurn, performance.now() - turned)
  turned = performance.now()
}, 1)

const contacts = await openContactFile(file(), { name: 'x' })
let people = 0
let growth = 0
const before = heap()
const began = performance.now()
for await (const each of contacts.rows) {
  if ('name' in each) people += 1
  if (people % 5000 === 0) growth = Math.max(growth, heap() - before)
}
const took = performance.now() - began
longestTurn = Math.max(longestTurn, performance.now() - turned)
clearInterval(turning)
process.stdout.write(
  JSON.stringify({ people, growth, took, longestTurn, rss: process.resourceUsage().maxRSS * 1024 }),
)
