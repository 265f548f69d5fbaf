# exit ends the script at once with a code.
writeln("before")
System exit(3)
writeln("after")
