# What is no Error is passed through by ifError and its kin.
o := Object clone
writeln(o ifError(writeln("no")) == o, " ", o returnIfError == o, " ", o raiseIfError == o, " ", o isError)
