# Tests on a real cluster, where the lab beside the repository is built: a lab of their own, thrown away afterwards.
lab=${LAB:-$PWD/../shared/lab}
lab_home=${LAB_HOME:-${HOME:-/root}/.cache/gitops-lab}

test_in_lab() {
  local reason
  if reason=$(lab_missing); then
    printf 'skip the tests on a real cluster: %s\n' "$reason"
    return
  fi
  LAB_PORT=$(free_ports)
  export LAB_PORT LAB="$lab"
  step 'the lab starts' timeout 180 "$lab/up" --dir "$work/lab" || return 0
  # shellcheck source=/dev/null
  source "$work/lab/env"
  step 'changes roll out, what left is pruned, SOPS is decrypted' npx vitest run --root test/cluster || true
  step 'the committed tree is published' "$lab/publish" . || return 0
  step 'homelab is Ready at this commit' npm run test:cluster -- homelab --throwaway-secrets --url "$LAB_GIT_URL/fleet.git" || true
}

# Says what is missing; fails when nothing is. It takes half an hour to build the lab, so that is left to people.
lab_missing() {
  local tool
  if [[ ! -x $lab/up ]]; then
    echo "there is no lab at $lab; set LAB to where it is"
  elif ! command -v docker-registry >/dev/null; then
    echo 'docker-registry is missing: apt-get install docker-registry'
  elif ! command -v go >/dev/null; then
    echo 'go is missing, by which the lab knows whether its programs are up to date'
  elif ! python3 -c 'import yaml' 2>/dev/null; then
    echo 'PyYAML is missing: apt-get install python3-yaml'
  else
    for tool in etcd kubernetes kwok helm kustomize source-controller kustomize-controller helm-controller crds; do
      if [[ ! -f $lab_home/stamps/$tool || $(<"$lab_home/stamps/$tool") != $(stamps "$tool") ]]; then
        echo "the lab's $tool is not built, or not as it should be: run $lab/build"
        return
      fi
    done
    return 1
  fi
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
    for port in $(seq "$base" $((base + 19))); do
      if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue 2; fi
    done
    echo "$base"
    return
  done
}
