# args begins with the script as given.
# args: one "two words"
writeln(System args)
writeln(System args size)
