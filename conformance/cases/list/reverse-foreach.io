# reverseForeach has two forms.
list(1, 2, 3) reverseForeach(v, write(v))
list(1, 2, 3) reverseForeach(i, v, write(" ", i, v))
writeln(" ", list(1, 2) reverseForeach(v, v), " ", list() reverseForeach(v, v))
writeln(list(1, 2, 3) reverseForeach(v, if(v == 2, break("two"))))
writeln(try(list(1) reverseForeach(println)) error)
