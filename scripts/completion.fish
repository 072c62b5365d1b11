# How fish asks. Of what is not ours, it goes on asking others.
function __fleetwright
    set -l unfinished (commandline -ct)
    sh -c $__fleetwright_answers fleetwright (commandline -opc) "$unfinished" 2>/dev/null
end

function __fleetwright_answers_with
    __fleetwright >/dev/null
    contains -- $status $argv
end

for program in fleetwright npm npx zx
    complete -c $program -n '__fleetwright_answers_with 0' -f -a '(__fleetwright)'
    complete -c $program -n '__fleetwright_answers_with 2' -F
    complete -c $program -n '__fleetwright_answers_with 3' -f -a '(__fish_complete_directories (commandline -ct) "")'
end
