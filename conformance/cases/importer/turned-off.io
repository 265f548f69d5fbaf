# Without the importer an unknown capitalised name is unknown all the same.
Importer turnOff
writeln(try(NoSuchThing) error)
Importer turnOn
writeln(try(NoSuchThing) error)
