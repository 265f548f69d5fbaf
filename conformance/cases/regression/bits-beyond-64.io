# Found by comparing generated programs with the reference: a number that does not fit into 64 bits has only its sign.
list(1e308, 18446744073709551616, 9223372036854775808, -1e308) foreach(n, writeln(n at(0), n at(1), n at(12), n at(30)))
list(5, 2147483647) foreach(n, writeln(n at(0), n at(1), n at(12), n at(30)))
