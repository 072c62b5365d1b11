# How zsh asks. This is to be read after compinit.
__fleetwright() {
  local found code candidate does
  local -a candidates
  found=$(sh -c "$__fleetwright_answers" fleetwright "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
  code=$?
  case $code in
    0)
      while IFS=$'\t' read -r candidate does; do
        [[ -z $candidate ]] || candidates+=("${candidate//:/\\:}${does:+:$does}")
      done <<<"$found"
      _describe -t fleetwright fleetwright candidates
      ;;
    2 | 3)
      compset -P '--*='
      if ((code == 2)); then _files; else _files -/; fi
      ;;
    *) __fleetwright_others ;;
  esac
}

# Whoever completed npm, npx or zx before goes on doing so for all that is not ours.
typeset -gA __fleetwright_before
__fleetwright_others() {
  local before=${__fleetwright_before[${words[1]:t}]}
  if [[ -n $before ]]; then $before; else _default; fi
}

() {
  local name
  for name in npm npx zx; do
    if [[ ${_comps[$name]-} != __fleetwright ]]; then __fleetwright_before[$name]=${_comps[$name]-}; fi
  done
}
compdef __fleetwright fleetwright npm npx zx
