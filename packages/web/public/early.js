// Has the browser ask at once for all that the address needs, as the page lists it: otherwise it
// would hear of each file only from the one before. The page's policy lets no script stand in it.
{
  const { files, places } = JSON.parse(document.querySelector('#truce-files').textContent)
  const [, page, id, room] = location.hash.split('/')
  const wanted = page === 'case' && id ? (places[room] ?? places.desk) : places['']
  for (const file of wanted.map((at) => files[at])) {
    const style = file.endsWith('.css')
    const rel = style ? 'preload' : 'modulepreload'
    const as = style ? 'style' : 'script'
    const link = Object.assign(document.createElement('link'), { rel, as, href: `/${file}` })
    link.crossOrigin = ''
    document.head.append(link)
  }
}
