# A return without a value swallows the statements after it.
message(return; 5) code println
m := method(return; 5)
m println
n := method(return nil; 5)
n println
k := method(
    return
    writeln("this is the argument of return")
    "and so is this"
)
k println
j := method(if(true, return); 5)
j println
