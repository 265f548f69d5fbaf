# Names are looked up where the block was made; self is that place.
counter := method(n := 0; block(n = n + 1; n))
c := counter
c call; c call
writeln(c call, counter call)
m := method(x := 1; b := block(x := 2); b call; x)
writeln(m)
m := method(x := 1; b := block(x = 2); b call; x)
writeln(m)
o := Object clone do(k := 3; viaSelf := method(block(self k) call); plain := method(block(k) call); kind := method(block(self type) call))
writeln(o viaSelf, o plain, o kind, block(self) call == Lobby)
writeln(block(x) scope == Lobby, method(x) scope, block(x) setScope(nil) scope, block(call target) call == Lobby)
