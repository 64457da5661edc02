// Begins at once with all that the address needs, as the page lists it: the files, which the browser
// would otherwise hear of only one from the other, and for a case its texts and the worker that
// reads them. The page's policy lets no script stand in it. `src/engine/early.ts` takes over.
{
  const { files, places, worker, readers } = JSON.parse(
    document.querySelector('#truce-files').textContent
  )
  const [, page, id, room] = location.hash.split('/')
  const isCase = page === 'case' && id
  if (isCase) {
    const name = readers[room] ?? readers.desk
    const reader = new Worker(`/${worker}`, { type: 'module', name })
    const copied = () =>
      fetch('/api/cases', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-truce-token': document.querySelector('meta[name="truce-token"]').content
        },
        body: JSON.stringify({ from: 'library', library: decodeURIComponent(id), once: true })
      })
    // A case that ships is copied into the workspace when it is first opened.
    const answer = fetch(`/api/cases/${id}`).then((found) =>
      found.status === 404 ? copied().then((made) => (made.ok ? made : found)) : found
    )
    globalThis.truceEarly = { id: decodeURIComponent(id), reader, answer }
    const handOver = ({ files }) => reader.postMessage({ id: 0, question: 'read', ask: { files } })
    answer
      .then((response) => (response.ok ? response.clone().json().then(handOver) : undefined))
      .catch(() => {})
  }
  const wanted = isCase ? (places[room] ?? places.desk) : places['']
  for (const file of wanted.map((at) => files[at])) {
    const style = file.endsWith('.css')
    const rel = style ? 'preload' : 'modulepreload'
    const as = style ? 'style' : 'script'
    const link = Object.assign(document.createElement('link'), { rel, as, href: `/${file}` })
    link.crossOrigin = ''
    document.head.append(link)
  }
}
