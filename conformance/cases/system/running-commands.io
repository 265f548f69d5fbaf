# system runs a command and answers its exit code.
# divergence: not supported there
writeln(System system("exit 3"), " ", System system("true"))
