/** Drawn so many times as fine as it is shown, so that print stays sharp. */
const FINE = 2

/** A picture that is given as an SVG file, as a PNG. */
export async function pngOf(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number }
): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = FINE * width
    canvas.height = FINE * height
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((made) =>
        made ? resolve(made) : reject(new Error('the browser could not draw it'))
      )
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
