import type { Files } from '../../objects/kubernetes/config-map.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { lokiSchema } from '../loki/schema.ts'
import { lokiPort } from './addresses.ts'
import type { LokiSingleOptions } from './options.ts'

export const configFolder = '/etc/loki'
export const configFile = 'config.yaml'
/** The volume: everything that Loki keeps is below it. */
export const dataFolder = '/var/loki'

/** What Loki is told, as the file that it reads at its start. */
export const lokiFiles = (options: Partial<LokiSingleOptions>): Files => ({ [configFile]: toYaml(configOf(options)) })

const configOf = ({ retention, otlpLabels }: Partial<LokiSingleOptions>) => ({
  // One tenant: who may read logs is decided by Grafana.
  auth_enabled: false,
  analytics: { reporting_enabled: false },
  server: { http_listen_port: lokiPort.port, log_level: 'warn' },
  common: {
    path_prefix: dataFolder,
    replication_factor: 1,
    // Its parts talk to each other within the Pod, and find each other in memory.
    instance_addr: '127.0.0.1',
    ring: { kvstore: { store: 'inmemory' } },
    storage: {
      filesystem: { chunks_directory: `${dataFolder}/chunks`, rules_directory: `${dataFolder}/rules` },
    },
  },
  schema_config: { configs: [lokiSchema('filesystem')] },
  limits_config: {
    retention_period: retention,
    // What comes by OTLP brings attributes that are no labels.
    allow_structured_metadata: true,
    otlp_config: otlpLabels === undefined ? undefined : indexed(otlpLabels),
  },
  // Without both, the retention is read and nothing is ever deleted.
  compactor: {
    working_directory: `${dataFolder}/compactor`,
    retention_enabled: true,
    delete_request_store: 'filesystem',
  },
})

const indexed = (attributes: readonly string[]) => ({
  resource_attributes: { attributes_config: [{ action: 'index_label', attributes }] },
})
