/** What a federation's authority is called where nobody said otherwise: the Issuer that gateways ask. */
export const federationCertificatesName = 'federation-certificates'

/** The keys of a Secret that cert-manager fills. */
export const certificateKeys = ['tls.crt', 'tls.key', 'ca.crt'] as const

/** The Secret at the hub with the certificate of an edge, which the edge knows as `otel-client`. */
export const clientSecretOf = (edge: string): string => `otel-client-${edge}`

/** The entry in a store outside by which an edge's certificate travels: `otel-client/edge-1`. */
export const clientEntryOf = (folder: string, edge: string): string => `${folder}/${edge}`
