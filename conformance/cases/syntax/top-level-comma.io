# A comma outside of brackets.
writeln("never")
1, 2
