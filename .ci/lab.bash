# Tests on a real cluster, where the lab beside the repository is built: a lab of their own, thrown away afterwards.
lab=${LAB:-$PWD/../shared/lab}
lab_home=${LAB_HOME:-${HOME:-/root}/.cache/gitops-lab}

test_in_lab() {
  local reason cluster
  if reason=$(lab_missing docker-registry python3-yaml etcd kubernetes kwok helm kustomize \
    source-controller kustomize-controller helm-controller crds); then
    printf 'skip the tests on a real cluster: %s\n' "$reason"
    return
  fi
  LAB_PORT=$(free_ports)
  export LAB_PORT LAB="$lab"
  argo=(--argo)
  if reason=$(lab_missing redis-server argocd helm3); then
    printf 'skip Argo CD: %s\n' "$reason"
    argo=()
  fi
  fresh_cluster || return 0
  step 'changes roll out, what left is pruned, SOPS is decrypted' npx vitest run --root test/cluster || true
  step 'the committed tree is published' "$lab/publish" . || return 0
  for cluster in homelab dark-tower hub edge-1; do
    reconciled "$cluster" --url "$LAB_GIT_URL/fleet.git" || true
  done
  # Its Applications name the repository themselves: the lab answers there.
  if ((${#argo[@]})); then reconciled platform || true; fi
}

# One that follows a tree takes no other.
reconciled() { # cluster options…
  local cloud status=0
  fresh_cluster || return
  be_a_cloud & cloud=$!
  step "$1 is Ready at this commit" npm run test:cluster -- "$1" --throwaway-secrets "${@:2}" || status=1
  kill "$cloud"
  wait "$cloud" 2>/dev/null || true
  return "$status"
}

# What a provider and cert-manager would give, of which the lab has neither: the disks of hub and edges, a node with a GPU,
# addresses of load balancers, and certificates.
be_a_cloud() {
  local namespace kind name
  set +e # what is not there yet is there the next time
  kubectl get storageclass standard -o yaml |
    sed 's/name: standard/name: linode-block-storage-retain/; /is-default-class/d; /uid:/d; /resourceVersion:/d' | kubectl apply -f -
  kubectl apply --server-side -f .ci/gpu-node.yaml
  while sleep 2; do
    kubectl get services -A -o jsonpath='{range .items[?(@.spec.type=="LoadBalancer")]}{.metadata.namespace} {.metadata.name}{"\n"}{end}' |
      while read -r namespace name; do
        granted -n "$namespace" service "$name" '{"loadBalancer": {"ingress": [{"ip": "192.0.2.10"}]}}'
      done
    kubectl get issuers.cert-manager.io,certificates.cert-manager.io -A -o jsonpath='{range .items[*]}{.metadata.namespace} {.kind} {.metadata.name}{"\n"}{end}' |
      while read -r namespace kind name; do
        granted -n "$namespace" "${kind,,}s.cert-manager.io" "$name" '{"conditions": [{"type": "Ready", "status": "True"}]}'
      done
  done
} >/dev/null 2>&1

granted() { kubectl patch "${@:1:4}" --subresource=status --type=merge -p "{\"status\": $5}"; } # -n namespace kind name status

# The lab with nothing in its cluster; what was published stays.
fresh_cluster() {
  if [[ -f $work/lab/started ]]; then "$lab/down" --dir "$work/lab" >/dev/null; fi
  rm -rf "$work/lab/etcd"
  step 'the lab starts' timeout 180 "$lab/up" "${argo[@]}" --dir "$work/lab" || return
  # shellcheck source=/dev/null
  source "$work/lab/env"
}

# What the hub and an edge promise together, with the real programs where the lab has built them.
test_telemetry() {
  local reason
  if reason=$(lab_missing openssl otelcol prometheus loki); then
    printf 'skip the telemetry of the federation: %s\n' "$reason"
    return
  fi
  step 'hub and edge lose nothing' env PATH="$lab_home/bin:$PATH" npm run test:telemetry -- --port "$(free_ports)" || true
}

# Says what is missing; fails when nothing is. It takes half an hour to build the lab, so that is left to people.
lab_missing() { # what…: packages of the system, and programs that the lab builds
  local what
  if [[ ! -x $lab/up ]]; then
    echo "there is no lab at $lab; set LAB to where it is"
    return
  fi
  for what in go "$@"; do
    is_there "$what" && continue
    case $what in
      go) echo 'go is missing, by which the lab knows whether its programs are up to date' ;;
      docker-registry | openssl | redis-server | python3-yaml) echo "$what is missing: apt-get install $what" ;;
      *) echo "the lab's $what is not built, or not as it should be: run $lab/build $what" ;;
    esac
    return
  done
  return 1
}

is_there() { # what
  case $1 in
    go | docker-registry | openssl | redis-server) command -v "$1" >/dev/null ;;
    python3-yaml) python3 -c 'import yaml' 2>/dev/null ;;
    *) [[ -f $lab_home/stamps/$1 && $(<"$lab_home/stamps/$1") == $(stamps "$1") ]] ;;
  esac
}

# What the lab's build notes of a tool that is up to date; `up` would build any other.
stamps() { # tool
  local part parts=("$1")
  if [[ $1 == crds ]]; then parts=(source-controller kustomize-controller controller-gen argocd crds); fi
  for part in "${parts[@]}"; do
    { go env GOVERSION; cat "$lab/tools/$part"/*; } 2>/dev/null | sha256sum | cut -d' ' -f1
  done
}

# The first of a row of ports that nobody listens on, so that a lab that is up is not disturbed.
free_ports() {
  local base port
  for base in {22000..29000..100}; do
    for port in $(seq "$base" $((base + 59))); do
      if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue 2; fi
    done
    echo "$base"
    return
  done
}
