export const pageFolder = '/srv/demo'
export const healthPath = '/healthz'
export const tlsPort = 8443
export const tlsFolder = '/etc/nginx/tls'
export const loginFolder = '/etc/nginx/login'
export const loginFile = 'auth'

interface NginxSettings {
  /** Where the cluster is answered. */
  readonly port: number
  /** The address of the model's server. */
  readonly server: string
  /** Whether people come from outside as well, who have to say who they are. */
  readonly withLogin: boolean
}

/** Serves the page, and hands on what it asks of the model. Nothing else is handed on. */
export const nginxConfig = ({ port, server, withLogin }: NginxSettings): string =>
  [block('server', [`listen ${port};`, ...answers(server)]), ...(withLogin ? outside(server) : [])].join('\n')

/** The certificate is read anew for each connection, as nginx does where a name holds a variable: a renewed one counts. */
const outside = (server: string): readonly string[] => [
  block('map $host $certificate', [`default ${tlsFolder}/tls;`]),
  block('server', [
    `listen ${tlsPort} ssl;`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    'ssl_certificate $certificate.crt;',
    'ssl_certificate_key $certificate.key;',
    'auth_basic "BERT";',
    `auth_basic_user_file ${loginFolder}/${loginFile};`,
    'add_header Strict-Transport-Security "max-age=31536000" always;',
    ...answers(server),
  ]),
]

const answers = (server: string): readonly string[] => [
  'server_tokens off;',
  `root ${pageFolder};`,
  'client_max_body_size 64k;',
  // The page is its own files, and asks nobody else.
  `add_header Content-Security-Policy "${ownFilesAlone}" always;`,
  'add_header X-Content-Type-Options nosniff always;',
  'add_header Referrer-Policy no-referrer always;',
  block(`location = ${healthPath}`, ['access_log off;', 'auth_basic off;', 'return 204;']),
  block('location = /api/predict', [
    block('limit_except POST', ['deny all;']),
    `proxy_pass ${server}/v1/predict;`,
    // Who came in by a login is nothing to the model.
    'proxy_set_header Authorization "";',
    'proxy_read_timeout 60s;',
  ]),
]

const ownFilesAlone = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const block = (head: string, lines: readonly string[]): string =>
  `${head} {\n${lines
    .flatMap((line) => line.trimEnd().split('\n'))
    .map((line) => `  ${line}`)
    .join('\n')}\n}\n`
