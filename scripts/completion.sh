# What may come next in a command line of Fleetwright. "$@" are its words up to the cursor, the last one unfinished; $table
# is what generators/command/completion/table.ts makes. Prints a candidate a line, and behind a tab what it does.
# Exit codes: 0 that is all, 1 the line is not one of ours, 2 a file comes next, 3 a folder.
set -u
tab=$(printf '\t')

# The root of the repository: where the script stands, or the nearest from the working directory upwards.
home=
find_home() {
  [ -z "$home" ] || return 0
  home=$PWD
  until [ -e "$home/generators/fleet.ts" ]; do
    [ -n "$home" ] || return 1
    home=${home%/*}
  done
}

# Rows of one kind for one command: their further fields.
rows() { # kind [name]
  while IFS=$tab read -r kind name fields; do
    if [ "$kind" = "$1" ]; then
      if [ $# -eq 1 ]; then
        printf '%s\t%s\n' "$name" "$fields"
      elif [ "$name" = "$2" ]; then
        printf '%s\n' "$fields"
      fi
    fi
  done <<END
$table
END
}

# What stands in the row of a kind, a command and a first field.
offer_of() { # kind name field
  rows "$1" "$2" | while IFS=$tab read -r field offer _; do
    if [ "$field" = "$3" ]; then printf '%s\n' "$offer"; fi
  done
}

folders() {
  for folder in "$@"; do
    if [ -d "$folder" ]; then folder=${folder%/} && printf '%s\n' "${folder##*/}"; fi
  done
}

# Names that the text of the fleet gives to what a function makes: it may not be rendered yet.
written() { # function…
  for made in "$@"; do
    sed -n "s/^ *'\{0,1\}\([A-Za-z0-9-]*\)'\{0,1\}: *$made(.*/\1/p" "$home/generators/fleet.ts"
  done
}

names() { # offer
  case $1 in
    cluster) { folders "$home"/clusters/*/ && written flux argo; } | sort -u ;;
    environment)
      { folders "$home"/apps/*/ "$home"/infrastructure/*/ && written environment; } |
        grep -vxE 'base|clusters|components' | sort -u
      ;;
    component) folders "$home"/apps/base/*/*/ "$home"/infrastructure/base/*/*/ | sort -u ;;
    revision) git -C "$home" for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null ;;
    rule) rows rule ;;
    =*) printf '%s\n' "${1#=}" | tr '|' '\n' ;;
  esac
}

offer() { # offer [what stands before it]
  case $1 in
    file) exit 2 ;;
    folder) exit 3 ;;
    cluster | component | environment | revision) find_home || exit 0 ;;
  esac
  names "$1" | while IFS= read -r candidate; do printf '%s%s\n' "${2-}" "$candidate"; done
  exit 0
}

options() { # command
  rows option "$1" | while IFS=$tab read -r option _ does; do printf '%s\t%s\n' "$option" "$does"; done
  exit 0
}

# The words of a command, without what started it.
arguments() { # command words…
  command=$1
  shift
  [ -n "$(rows option "$command")" ] || exit 1
  count=1
  awaited=
  while [ $# -gt 1 ]; do
    if [ -n "$awaited" ]; then
      awaited=
    else
      case $1 in
        --*=*) ;;
        -*)
          awaited=$(offer_of option "$command" "$1")
          [ "$awaited" != - ] || awaited=
          ;;
        *) count=$((count + 1)) ;;
      esac
    fi
    shift
  done
  [ -z "$awaited" ] || offer "$awaited"
  case $1 in
    --*=*) offer "$(offer_of option "$command" "${1%%=*}")" "${1%%=*}=" ;;
    -*) options "$command" ;;
  esac
  wanted=$(offer_of word "$command" "$count")
  [ -n "$wanted" ] || wanted=$(rows rest "$command")
  [ -n "$wanted" ] || options "$command"
  offer "$wanted"
}

of_program() {
  if [ $# -eq 1 ]; then
    rows program
    exit 0
  fi
  arguments "$@"
}

of_script() {
  case $1 in
    scripts/*.mjs | */scripts/*.mjs) script=${1##*/} folder=${1%scripts/*} ;;
    *) script= folder= ;;
  esac
  [ -e "${folder:-./}generators/fleet.ts" ] || exit 1
  if [ $# -gt 1 ]; then
    home=${folder:-.}
    shift
    arguments "${script%.mjs}" "$@"
  fi
  rows script | while IFS=$tab read -r script does; do
    if [ -e "scripts/$script.mjs" ]; then printf 'scripts/%s.mjs\t%s\n' "$script" "$does"; fi
  done
  exit 0
}

of_npm() {
  case $1 in run | run-script) ;; *) exit 1 ;; esac
  [ $# -gt 1 ] && find_home || exit 1
  shift
  if [ $# -eq 1 ]; then
    rows npm | cut -f 1
    exit 0
  fi
  script=$(rows npm "$1")
  shift
  # What stands before it, npm takes for its own.
  while [ $# -gt 1 ]; do
    if [ "$1" = -- ]; then
      shift
      arguments "${script:--}" "$@"
    fi
    shift
  done
  [ "${script:--}" != - ] || exit 1
  printf '%s\t%s\n' -- 'what stands behind it is for the script'
  exit 0
}

[ $# -gt 1 ] || exit 1
program=${1##*/}
shift
if [ "$program" = npx ]; then
  while [ $# -gt 1 ]; do
    case $1 in -*) shift ;; *) break ;; esac
  done
  [ $# -gt 1 ] || exit 1
  program=${1##*/}
  shift
fi
case $program in
  fleetwright) of_program "$@" ;;
  zx) of_script "$@" ;;
  npm) of_npm "$@" ;;
esac
exit 1
