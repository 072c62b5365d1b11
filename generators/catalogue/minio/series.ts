import { monitored } from '../prometheus-operator-crds/monitored.ts'

const drive = ['drive']
const api = ['api']

/** What a MinIO of one Pod tells of itself and its volume: minio/minio docs/metrics/prometheus/list.md and cmd/metrics-v2.go. */
export const minioSeries = monitored('minio', {
  labels: ['server'],
  families: {
    minio_cluster_bucket_total: [],
    minio_cluster_capacity_raw_free_bytes: [],
    minio_cluster_capacity_raw_total_bytes: [],
    minio_cluster_capacity_usable_free_bytes: [],
    minio_cluster_capacity_usable_total_bytes: [],
    minio_cluster_drive_offline_total: [],
    minio_cluster_drive_online_total: [],
    minio_cluster_drive_total: [],
    minio_cluster_health_status: [],
    minio_cluster_nodes_offline_total: [],
    minio_cluster_nodes_online_total: [],
    minio_cluster_usage_object_total: [],
    minio_cluster_usage_total_bytes: [],
    minio_node_drive_free_bytes: drive,
    minio_node_drive_total_bytes: drive,
    minio_node_drive_used_bytes: drive,
    minio_node_process_resident_memory_bytes: [],
    minio_node_process_uptime_seconds: [],
    minio_s3_requests_4xx_errors_total: api,
    minio_s3_requests_5xx_errors_total: api,
    minio_s3_requests_errors_total: api,
    minio_s3_requests_inflight_total: api,
    minio_s3_requests_total: api,
    minio_s3_traffic_received_bytes: [],
    minio_s3_traffic_sent_bytes: [],
    minio_software_version_info: ['version'],
  },
})
