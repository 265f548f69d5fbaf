# import looks for a file for the name that a call's message has.
o := Object clone
o NoSuchOther := method(Importer import(call))
writeln(try(o NoSuchOther) ?error)
