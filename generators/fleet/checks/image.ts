import { matching } from './check.ts'

/** An image that is the same tomorrow. */
export const pinnedImage = matching(
  'image',
  /^[^\s@]+(:(?!latest$)\w[\w.-]*|@sha256:[0-9a-f]{64})$/,
  'an image with an exact tag or digest',
  "'docker.io/cloudflare/cloudflared:2026.8.2'",
)
