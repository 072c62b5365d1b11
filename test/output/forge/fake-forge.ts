import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface Said {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly token: string
}

/** A forge on loopback that keeps comments, and remembers what it was asked. `status` is what it answers to whoever writes. */
export const fakeForge = async (comments: { id: number; body: string }[], status = 200) => {
  const said: Said[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    said.push({ method, path: url, body, token: String(headers.authorization ?? headers['private-token'] ?? '') })
    const page = Number(new URL(url, 'http://forge').searchParams.get('page'))
    response.writeHead(method === 'GET' ? 200 : status, { 'content-type': 'application/json' })
    if (method === 'GET') response.end(JSON.stringify(comments.slice((page - 1) * 100, page * 100)))
    else response.end(JSON.stringify(status === 200 ? {} : { message: 'Resource not accessible by integration' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, said }
}
