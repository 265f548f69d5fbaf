# try answers nil when nothing was raised.
writeln(try(5), " ", try(r := 5), " ", r)
