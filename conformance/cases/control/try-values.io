# try answers nil or the exception; its assignments stay.
m := method(x := 1; e := try(x := 2; Exception raise("no"); x := 3); list(x, e error))
writeln(m, try(5))
m := method(try(return(5)); 6)
writeln(m)
