import { monitored } from '../prometheus-operator-crds/monitored.ts'

const rpc = ['error', 'rpcName']

/** cloudflared's own series: cloudflare/cloudflared connection, proxy and supervisor/metrics.go, as of 2026.8. */
export const tunnelSeries = monitored('cloudflared', {
  families: {
    build_info: ['goversion', 'type', 'revision', 'version'],
    cloudflared_orchestration_config_version: [],
    cloudflared_proxy_connect_streams_errors: [],
    cloudflared_tcp_active_sessions: [],
    cloudflared_tcp_total_sessions: [],
    cloudflared_tunnel_concurrent_requests_per_tunnel: [],
    cloudflared_tunnel_ha_connections: [],
    cloudflared_tunnel_request_errors: [],
    cloudflared_tunnel_response_by_code: ['status_code'],
    cloudflared_tunnel_server_locations: ['connection_id', 'edge_location'],
    cloudflared_tunnel_total_requests: [],
    cloudflared_tunnel_tunnel_register_fail: rpc,
    cloudflared_tunnel_tunnel_register_success: ['rpcName'],
    cloudflared_tunnel_tunnel_rpc_fail: rpc,
  },
})
