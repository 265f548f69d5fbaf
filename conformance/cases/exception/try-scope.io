# try shares the locals, but not the stops.
x := 1
try(x = 2)
x println
try(fresh := 3)
fresh println
m := method(y := 1; try(y = 2; z := 3); list(y, z))
m println
m := method(try(return 5); 6)
m println
for(i, 1, 3, try(if(i == 2, break)); write(i)); writeln
for(i, 1, 3, try(if(i == 2, continue); write(i))); writeln
o := Object clone do(v := 7; m := method(try(self v = 8); v))
o m println
try(self) error println
k := method(try(call) == nil)
k println
