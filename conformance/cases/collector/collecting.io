# collect answers a number, allObjects a list.
writeln(Collector collect type, " ", Collector type)
