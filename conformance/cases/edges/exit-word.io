# exit does nothing in a script.
writeln("before")
exit
writeln("after")
