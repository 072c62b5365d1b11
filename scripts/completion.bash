# How bash asks. It cuts a word at = and :, and replaces only what stands behind the last of them.
__fleetwright() {
  local line="${COMP_LINE:0:COMP_POINT}" found code word part
  local -a words
  read -ra words <<<"$line"
  case $line in *[[:space:]]) words+=('') ;; esac
  found=$(sh -c "$__fleetwright_answers" fleetwright "${words[@]}" 2>/dev/null)
  code=$?
  word=${words[${#words[@]} - 1]}
  part=${word##*[=:]}
  COMPREPLY=()
  case $code in
    0) __fleetwright_keep "$word" "${word%"$part"}" "$found" ;;
    1) __fleetwright_others "$@" ;;
    3) compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$part") ;;
  esac
}

# Keeps the candidates that begin as the word does, without the part of it that bash keeps itself.
__fleetwright_keep() { # word part candidates
  local candidate
  compopt +o default +o bashdefault 2>/dev/null
  while IFS=$'\t' read -r candidate _; do
    if [[ -n $candidate && $candidate == "$1"* ]]; then COMPREPLY+=("${candidate#"$2"}"); fi
  done <<<"$3"
}

# Whoever completed npm, npx or zx before goes on doing so for all that is not ours.
__fleetwright_others() {
  local before="__fleetwright_before_$1"
  if [[ -n ${!before-} ]]; then "${!before}" "$@"; fi
}

for __fleetwright_name in npm npx zx; do
  __fleetwright_before=$(complete -p "$__fleetwright_name" 2>/dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
  if [[ $__fleetwright_before != __fleetwright ]]; then
    printf -v "__fleetwright_before_$__fleetwright_name" %s "$__fleetwright_before"
  fi
done
unset __fleetwright_name __fleetwright_before
complete -o bashdefault -o default -F __fleetwright fleetwright npm npx zx
